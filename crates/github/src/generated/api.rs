// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, Client};

use super::calls;
use super::endpoints;
use super::types;

/// Connects Taskcluster with GitHub: events on GitHub create tasks, and results appear on GitHub.
///
/// The service is installed in an organization or user account as a GitHub App. GitHub reports
/// pushes, pull requests and releases to it; for each one, the service publishes a Pulse message,
/// reads `.taskcluster.yml` from the repository, creates the tasks it asks for as one task group,
/// and keeps a record of that group, called a build. While the tasks run, it reports their state as
/// a status or a check on the commit.
///
/// The methods here look up builds, answer small questions about repositories, and let holders of a
/// scope post statuses and comments in the name of the App.
///
/// Names of organizations and repositories occur in two forms. Methods that take `owner` and `repo`
/// want the names as on GitHub. Builds and Pulse messages have `organization` and `repository` in a
/// form that is safe in routing keys: periods become `%` and all other characters except ASCII
/// letters, digits, `-` and `_` are removed, so that `example.org` is written `example%org`.
#[derive(Clone, Debug)]
pub struct Github<C = Client> {
    pub(crate) client: C,
}

impl<C: ApiClient> Github<C> {
    /// The service as this client reaches it. Clients are cheap to clone and share their
    /// connections.
    pub fn new(client: &C) -> Self {
        Self {
            client: client.clone(),
        }
    }
}

impl<C> Github<C> {
    /// The client through which the service is reached.
    pub fn client(&self) -> &C {
        &self.client
    }
}

impl<C> AsRef<C> for Github<C> {
    /// The client through which the service is reached.
    fn as_ref(&self) -> &C {
        &self.client
    }
}

impl<C: ApiClient> Github<C> {
    /// Answers with success while the GitHub service is up.
    ///
    /// GitHub itself is not contacted.
    ///
    /// * Request: `GET /ping`, github API v1 (Health)
    /// * Scopes: none
    /// * Stability: stable
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }

    /// Takes in an event that GitHub delivers through its web hook.
    ///
    /// GitHub calls this; programs have no use for it, because a request counts only with GitHub's
    /// headers for the kind of event and its id and, where the deployment has a web hook secret (as
    /// it should), with a signature made from that secret. Without them the answer is 400, and with
    /// a wrong signature 403.
    ///
    /// A push, a pull request event or a release is published as a Pulse message. Ping events are
    /// acknowledged, and the event of a new installation is recorded. Any other kind of event is
    /// answered with 400.
    ///
    /// * Request: `POST /github`, github API v1 (Web hook)
    /// * Scopes: none
    /// * Stability: experimental
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    #[doc(alias = "githubWebHookConsumer")]
    pub fn github_web_hook_consumer(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::GITHUB_WEB_HOOK_CONSUMER, &[])
    }

    /// Lists builds: task groups that were created for events on GitHub.
    ///
    /// Without options all known builds are listed. `organization`, `repository` and `sha` narrow
    /// that down and can be combined; the first two are given with periods written as `%`, and
    /// `sha` is a full commit hash of 40 digits. A commit can have several builds, one for each
    /// event it was part of. An unknown name gives an empty list, not an error.
    ///
    /// The builds come in no particular order, in pages of at most 1000, or `limit` if that is
    /// less. A page may hold fewer, or none, and still carry a `continuationToken`, especially when
    /// the list is narrowed down. On the last page the token is missing or an empty string.
    ///
    /// * Request: `GET /builds`, github API v1 (Builds)
    /// * Scopes: none
    /// * Stability: experimental
    pub fn builds(&self) -> calls::Builds<C> {
        Call::json(&self.client, &endpoints::BUILDS, &[]).into()
    }

    /// Returns an SVG image that shows the state of the latest build of a branch.
    ///
    /// Made to be embedded in a web page or a README through its URL; the answer is not JSON. The
    /// state is that of the newest status the App has set on the head of the branch. A repository
    /// or branch without such a status, or where the App is not installed, gets an image that says
    /// so in place of an error.
    ///
    /// * Request: `GET /repository/<owner>/<repo>/<branch>/badge.svg`, github API v1 (Repositories)
    /// * Scopes: none
    /// * Stability: experimental
    pub fn badge(&self, owner: &str, repo: &str, branch: &str) -> Call<C, taskcluster_core::Blob> {
        Call::blob(&self.client, &endpoints::BADGE, &[owner, repo, branch])
    }

    /// Tells whether the App is installed for a repository.
    ///
    /// Useful before `latest`, `createStatus` and `createComment`, which need an installation. A
    /// repository that does not exist, or that the App may not see, is reported as not installed
    /// rather than with an error.
    ///
    /// * Request: `GET /repository/<owner>/<repo>`, github API v1 (Repositories)
    /// * Scopes: none
    /// * Stability: experimental
    pub fn repository(&self, owner: &str, repo: &str) -> Call<C, types::Repository> {
        Call::json(&self.client, &endpoints::REPOSITORY, &[owner, repo])
    }

    /// Redirects to the page about the latest build of a branch.
    ///
    /// The target is the link of the newest status that the App has set on the head of the branch,
    /// in most cases the page of a task group. It is a page for people, which makes this a good
    /// link to put behind the image of `badge`; programs should look for the `taskGroupId` with
    /// `builds`.
    ///
    /// Fails with 404 when the branch does not exist or the App has set no status on it. Some
    /// deployments leave the request unanswered when the App is not installed at all for the owner;
    /// ask `repository` first if that is possible.
    ///
    /// * Request: `GET /repository/<owner>/<repo>/<branch>/latest`, github API v1 (Repositories)
    /// * Scopes: none
    /// * Stability: experimental
    pub fn latest(
        &self,
        owner: &str,
        repo: &str,
        branch: &str,
    ) -> Call<C, taskcluster_core::Redirect> {
        Call::redirect(&self.client, &endpoints::LATEST, &[owner, repo, branch])
    }

    /// Sets a status on a commit, in the name of the App.
    ///
    /// The status appears beside the commit and in pull requests that end with it. GitHub tells
    /// statuses apart by `context` and shows only the newest of each, so setting one again with the
    /// same `context` updates what is shown: `pending` at the start, the outcome later. Repeating a
    /// call is harmless in this sense, though GitHub limits how many statuses one commit can have.
    ///
    /// Here `sha` is the full hash of the commit. Fails with 404 when the App is not installed for
    /// the owner, and with 403 and the code `ForbiddenByGithub` when GitHub does not let the App do
    /// this. Other refusals by GitHub, such as for an unknown commit, are reported as 500.
    ///
    /// * Request: `POST /repository/<owner>/<repo>/statuses/<sha>`, github API v1 (Reporting)
    /// * Scopes: `github:create-status:<owner>/<repo>`
    /// * Stability: experimental
    #[doc(alias = "createStatus")]
    pub fn create_status(
        &self,
        owner: &str,
        repo: &str,
        sha: &str,
        payload: &types::CreateStatus,
    ) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::CREATE_STATUS, &[owner, repo, sha]).payload(payload)
    }

    /// Adds a comment to an issue or pull request, in the name of the App.
    ///
    /// Here `number` is the number of the issue or pull request in its repository; both are counted
    /// together. Every call adds another comment and notifies those who follow the issue, so a call
    /// repeated after a lost answer may show twice.
    ///
    /// Fails with 404 when the App is not installed for the owner, and with 403 and the code
    /// `ForbiddenByGithub` when GitHub does not let the App do this. Other refusals by GitHub, such
    /// as for an unknown number, are reported as 500.
    ///
    /// * Request: `POST /repository/<owner>/<repo>/issues/<number>/comments`, github API v1
    ///   (Reporting)
    /// * Scopes: `github:create-comment:<owner>/<repo>`
    /// * Stability: experimental
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    #[doc(alias = "createComment")]
    pub fn create_comment(
        &self,
        owner: &str,
        repo: &str,
        number: &str,
        payload: &types::CreateComment,
    ) -> Call<C, ()> {
        Call::empty(
            &self.client,
            &endpoints::CREATE_COMMENT,
            &[owner, repo, number],
        )
        .payload(payload)
    }
}
