// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, DefaultClient};

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
/// The methods here look up and cancel builds, answer small questions about repositories, try out a
/// `.taskcluster.yml`, and let holders of a scope post statuses and comments in the name of the
/// App. Today's deployments ask for scopes for all of them but `renderTaskclusterYml`; in 2018
/// reading was open to everybody.
///
/// Names of organizations and repositories occur in two forms. Methods that take `owner` and `repo`
/// want the names as on GitHub. Builds and Pulse messages have `organization` and `repository` in a
/// form that is safe in routing keys: periods become `%` and all other characters except ASCII
/// letters, digits, `-` and `_` are removed, so that `example.org` is written `example%org`.
///
/// # Methods
///
/// | Category | Methods |
/// |---|---|
/// | Web hook | [`github_web_hook_consumer`](Self::github_web_hook_consumer) |
/// | Builds | [`builds`](Self::builds), [`cancel_builds`](Self::cancel_builds) |
/// | Repositories | [`badge`](Self::badge), [`repository`](Self::repository), [`latest`](Self::latest), [`render_taskcluster_yml`](Self::render_taskcluster_yml) |
/// | Reporting | [`create_status`](Self::create_status), [`create_comment`](Self::create_comment) |
/// | Health | [`ping`](Self::ping), [`lbheartbeat`](Self::lbheartbeat), [`version`](Self::version), [`heartbeat`](Self::heartbeat) |
#[derive(Clone, Debug)]
pub struct Github<C = DefaultClient> {
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

/// # Web hook
impl<C: ApiClient> Github<C> {
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
    /// Until 2019.
    ///
    /// * Request: `POST /github`, github API v1
    /// * Scopes: none
    /// * Stability: experimental
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_github::{Github};
    /// # let github = Github::new(&Client::from_env()?);
    /// github.github_web_hook_consumer().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "githubWebHookConsumer")]
    pub fn github_web_hook_consumer(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::GITHUB_WEB_HOOK_CONSUMER, &[])
    }
}

/// # Builds
impl<C: ApiClient> Github<C> {
    /// Lists builds: task groups that were created for events on GitHub.
    ///
    /// Without options all known builds are listed. `organization`, `repository`, `sha` and, today,
    /// `pullRequest` (a number) narrow that down and can be combined; the first two are given with
    /// periods written as `%`, and `sha` is a full commit hash of 40 digits. A commit can have
    /// several builds, one for each event it was part of. An unknown name gives an empty list, not
    /// an error. Fails with 400 when `repository` comes without `organization`, or `sha` or
    /// `pullRequest` without `repository`.
    ///
    /// The builds come in no particular order, in pages of at most 1000, or `limit` if that is
    /// less. A page may hold fewer, or none, and still carry a `continuationToken`, especially when
    /// the list is narrowed down. On the last page the token is missing or an empty string.
    ///
    /// * Request: `GET /builds`, github API v1
    /// * Scopes: `github:list-builds`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_github::{Github};
    /// # let github = Github::new(&Client::from_env()?);
    /// for item in github.builds().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn builds(&self) -> calls::Builds<C> {
        Call::json(&self.client, &endpoints::BUILDS, &[]).into()
    }

    /// Cancels the builds of a repository that are under way, and returns them.
    ///
    /// Give `sha` (a full commit hash of 40 digits) to cancel those of one commit only, or
    /// `pullRequest` (a number) for those of one pull request; without options all builds of the
    /// repository that are pending go. Their task groups are sealed, so that they take no more
    /// tasks, and their tasks are cancelled. Tasks that have ended stay as they are.
    ///
    /// Fails with 404 when no such build is under way, also when a call is repeated after a lost
    /// answer. Fails with 403 when the caller lacks the scope or the service may not cancel the
    /// tasks, and with 400 when cancelling goes wrong in another way; some of the builds may be
    /// cancelled then.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /builds/<owner>/<repo>/cancel`, github API v1
    /// * Scopes: `github:cancel-builds:<owner>:<repo>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_github::{Github};
    /// # let github = Github::new(&Client::from_env()?);
    /// let answer = github.cancel_builds("example", "app").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "cancelBuilds")]
    pub fn cancel_builds(&self, owner: &str, repo: &str) -> calls::CancelBuilds<C> {
        Call::json(&self.client, &endpoints::CANCEL_BUILDS, &[owner, repo]).into()
    }
}

/// # Repositories
impl<C: ApiClient> Github<C> {
    /// Returns an SVG image that shows the state of the latest build of a branch.
    ///
    /// Made to be embedded in a web page or a README through its URL; the answer is not JSON. The
    /// state is that of the newest status the App has set on the head of the branch; today's
    /// deployments look at its checks as well. A repository or branch without any, or where the App
    /// is not installed, gets an image that says so in place of an error.
    ///
    /// * Request: `GET /repository/<owner>/<repo>/<branch>/badge.svg`, github API v1
    /// * Scopes: `github:get-badge:<owner>:<repo>:<branch>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_github::{Github};
    /// # let github = Github::new(&Client::from_env()?);
    /// let bytes = github.badge("example", "app", "main").send()?.bytes;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn badge(&self, owner: &str, repo: &str, branch: &str) -> Call<C, taskcluster_core::Blob> {
        Call::blob(&self.client, &endpoints::BADGE, &[owner, repo, branch])
    }

    /// Tells whether the App is installed for a repository.
    ///
    /// Useful before `latest`, `createStatus` and `createComment`, which need an installation. A
    /// repository that does not exist, or that the App may not see, is reported as not installed
    /// rather than with an error.
    ///
    /// * Request: `GET /repository/<owner>/<repo>`, github API v1
    /// * Scopes: `github:get-repository:<owner>:<repo>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_github::{Github};
    /// # let github = Github::new(&Client::from_env()?);
    /// let answer = github.repository("example", "app").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn repository(&self, owner: &str, repo: &str) -> Call<C, types::Repository> {
        Call::json(&self.client, &endpoints::REPOSITORY, &[owner, repo])
    }

    /// Redirects to the page about the latest build of a branch.
    ///
    /// The target is the link of the newest status that the App has set on the head of the branch,
    /// in most cases the page of a task group. Today, when there is no status, it is the page of a
    /// check of the App there. It is a page for people, which makes this a good link to put behind
    /// the image of `badge`; programs should look for the `taskGroupId` with `builds`.
    ///
    /// Fails with 404 when the branch does not exist or the App has set nothing on it. Today's
    /// deployments answer 404 as well when the App is not installed for the owner. Some of 2018
    /// leave such a request unanswered; ask `repository` first if that is possible.
    ///
    /// * Request: `GET /repository/<owner>/<repo>/<branch>/latest`, github API v1
    /// * Scopes: `github:latest-status:<owner>:<repo>:<branch>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_github::{Github};
    /// # let github = Github::new(&Client::from_env()?);
    /// let url = github.latest("example", "app", "main").send()?.location;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn latest(
        &self,
        owner: &str,
        repo: &str,
        branch: &str,
    ) -> Call<C, taskcluster_core::Redirect> {
        Call::redirect(&self.client, &endpoints::LATEST, &[owner, repo, branch])
    }

    /// Tells which tasks a `.taskcluster.yml` would create for an event, without creating any.
    ///
    /// The caller gives the text of the file and says what event to pretend, such as a push or an
    /// opened pull request; the service makes up an event of that kind and renders the file with
    /// it. Single values of the event can be set with `overrides`. The answer holds the definitions
    /// of the tasks and the scopes they would be created with.
    ///
    /// Nothing is stored, and no credentials are needed. Success does not mean that the Queue would
    /// accept the tasks. Fails with 400 when the request does not have the form asked for.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /taskcluster-yml`, github API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_github::{Github, types::*};
    /// # let github = Github::new(&Client::from_env()?);
    /// let payload = RenderTaskclusterYmlInput::new(
    ///     "It works.",
    ///     FakeEvent::FakePush(FakePush::new(
    ///         RenderTaskclusterYmlInputFakeEventFakePushType::GithubPush,
    ///     )),
    /// );
    /// let answer = github.render_taskcluster_yml(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "renderTaskclusterYml")]
    pub fn render_taskcluster_yml(
        &self,
        payload: &types::RenderTaskclusterYmlInput,
    ) -> Call<C, types::RenderTaskclusterYmlOutput> {
        Call::json(&self.client, &endpoints::RENDER_TASKCLUSTER_YML, &[]).payload(payload)
    }
}

/// # Reporting
impl<C: ApiClient> Github<C> {
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
    /// * Request: `POST /repository/<owner>/<repo>/statuses/<sha>`, github API v1
    /// * Scopes: `github:create-status:<owner>/<repo>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_github::{Github, types::*};
    /// # let github = Github::new(&Client::from_env()?);
    /// let payload = CreateStatus::new(CommitState::Pending);
    /// github
    ///     .create_status("example", "app", "2fd4e1c67a2d28fced849ee1bb76e7391b93eb12", &payload)
    ///     .send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    /// * Scopes: `github:create-comment:<owner>/<repo>`
    /// * Stability: stable
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_github::{Github, types::*};
    /// # let github = Github::new(&Client::from_env()?);
    /// let payload = CreateComment::new("It works.");
    /// github.create_comment("example", "app", "1", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

/// # Health
impl<C: ApiClient> Github<C> {
    /// Answers with success while the GitHub service is up.
    ///
    /// GitHub itself is not contacted.
    ///
    /// * Request: `GET /ping`, github API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_github::{Github};
    /// # let github = Github::new(&Client::from_env()?);
    /// github.ping().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }

    /// Answers with success as soon as the GitHub service can take requests.
    ///
    /// Made for load balancers, which ask it often. It takes no credentials and answers an empty
    /// object. Deployments of 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__lbheartbeat__`, github API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_github::{Github};
    /// # let github = Github::new(&Client::from_env()?);
    /// let answer = github.lbheartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lbheartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::LBHEARTBEAT, &[])
    }

    /// Tells which version of Taskcluster the GitHub service runs.
    ///
    /// The answer names the release, the commit that was built, and where the source code and the
    /// build are to be found. A build made by hand leaves some of these empty, and `version` need
    /// not be a number then. It takes no credentials.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__version__`, github API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_github::{Github};
    /// # let github = Github::new(&Client::from_env()?);
    /// let answer = github.version().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn version(&self) -> Call<C, taskcluster_core::Version> {
        Call::json(&self.client, &endpoints::VERSION, &[])
    }

    /// Answers with success while the GitHub service is in working order.
    ///
    /// Made for monitoring. It takes no credentials and answers an empty object. Deployments of
    /// 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__heartbeat__`, github API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_github::{Github};
    /// # let github = Github::new(&Client::from_env()?);
    /// let answer = github.heartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn heartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::HEARTBEAT, &[])
    }
}
