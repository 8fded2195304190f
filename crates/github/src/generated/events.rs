// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The service's exchanges.

use super::selections;

/// Announces over Pulse what happens in GitHub repositories with the Taskcluster App.
///
/// There is one exchange for each kind of GitHub event the service handles, and one for the task
/// groups it creates in response. Bind with `organization` and `repository` in the routing key to
/// hear of one repository only. Both are written so that they fit a routing key: `example.org`
/// becomes `example%org`.
///
/// GitHub can deliver an event more than once. Such messages have the same `eventId`.
#[derive(Clone, Copy, Debug)]
pub struct GithubEvents;

impl GithubEvents {
    /// Announces that something happened to a pull request.
    ///
    /// The message tells what happened (`action`), which is also in the routing key, and carries
    /// the whole event as GitHub sent it. Messages are published whether or not the repository has
    /// a `.taskcluster.yml` and whether or not tasks are created.
    ///
    /// * Exchange: `exchange/taskcluster-github/v1/pull-request`
    /// * Message: [`super::types::GithubPullRequestMessage`]
    #[doc(alias = "pullRequest")]
    pub fn pull_request() -> selections::PullRequest {
        selections::PullRequest::new()
    }

    /// Announces that commits or tags were pushed to a repository.
    ///
    /// The message carries the whole event as GitHub sent it, with the commits and the ref that was
    /// pushed. Messages are published whether or not the repository has a `.taskcluster.yml` and
    /// whether or not tasks are created.
    ///
    /// * Exchange: `exchange/taskcluster-github/v1/push`
    /// * Message: [`super::types::GithubPushMessage`]
    pub fn push() -> selections::Push {
        selections::Push::new()
    }

    /// Announces that a release was made in a repository on GitHub.
    ///
    /// The message carries the whole event as GitHub sent it, with the tag and the download links
    /// of the release. Messages are published whether or not the repository has a
    /// `.taskcluster.yml` and whether or not tasks are created.
    ///
    /// * Exchange: `exchange/taskcluster-github/v1/release`
    /// * Message: [`super::types::GithubReleaseMessage`]
    pub fn release() -> selections::Release {
        selections::Release::new()
    }

    /// Announces that the tasks for a GitHub event have been created in the Queue.
    ///
    /// The message links the repository with the new `taskGroupId`. The GitHub service uses it
    /// itself, to show the build as pending on GitHub; others can use it to follow all builds of a
    /// repository, and find out more about the build with `builds`. From here on the exchanges of
    /// the Queue tell how the tasks fare.
    ///
    /// Newer deployments publish the same news on another exchange.
    ///
    /// Until 2019.
    ///
    /// * Exchange: `exchange/taskcluster-github/v1/task-group-defined`
    /// * Message: [`super::types::TaskGroupDefinedMessage`]
    #[doc(alias = "taskGroupDefined")]
    pub fn task_group_defined() -> selections::TaskGroupDefined {
        selections::TaskGroupDefined::new()
    }

    /// Announces that somebody asked on GitHub to run a check again.
    ///
    /// The service publishes the message when a person presses the button for it beside a check.
    /// The message names the check run and carries the whole event as GitHub sent it.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-github/v1/rerun`
    /// * Message: [`super::types::GithubRerunMessage`]
    pub fn rerun() -> selections::Rerun {
        selections::Rerun::new()
    }

    /// Announces that the service has asked the Queue for the tasks of a build.
    ///
    /// The message names the task group and the repository it is for. It says nothing about whether
    /// all of the tasks could be created: the Queue's own messages tell of each one. In 2018 the
    /// exchange `taskGroupDefined` stood in its place.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-github/v1/task-group-creation-requested`
    /// * Message: [`super::types::TaskGroupCreationRequested`]
    #[doc(alias = "taskGroupCreationRequested")]
    pub fn task_group_creation_requested() -> selections::TaskGroupCreationRequested {
        selections::TaskGroupCreationRequested::new()
    }

    /// Announces that a `.taskcluster.yml` has changed in a repository.
    ///
    /// The message tells the repository and the branch or tag, not the new text of the file. The
    /// exchange is new: deployments from before November 2026 may lack it.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-github/v1/taskcluster-yml-update`
    /// * Message: [`super::types::TaskclusterYmlUpdateMessage`]
    #[doc(alias = "taskclusterYmlUpdate")]
    pub fn taskcluster_yml_update() -> selections::TaskclusterYmlUpdate {
        selections::TaskclusterYmlUpdate::new()
    }
}
