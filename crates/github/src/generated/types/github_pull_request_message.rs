// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The types of the schema `github-pull-request-message`.

use std::fmt;

use taskcluster_core::json::Value;

/// The announcement that something happened to a pull request.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GithubPullRequestMessage {
    /// What happened to the pull request, in GitHub's words. `synchronize` means that its commits
    /// have changed.
    pub action: PullRequestAction,
    /// The event exactly as GitHub sent it. GitHub's documentation of web hooks describes it.
    pub body: Value,
    /// The name of the branch that the pull request wants merged, without `refs/heads/`. It may be
    /// in another repository (a fork).
    pub branch: String,
    /// Selected facts about the event under flat keys such as `event.head.sha`,
    /// `event.base.repo.branch` and `event.pullNumber`. Older than `body`, which says more.
    pub details: Option<Value>,
    /// GitHub's id for the delivery of the event, in the form of a UUID. A repeated delivery has
    /// the same id.
    pub event_id: String,
    /// GitHub's number for the installation of the App that reported the event.
    ///
    /// Range: 0 to 10000000000.
    pub installation_id: u64,
    /// The organization or user that owns the repository. Periods are written as `%`, and
    /// characters other than ASCII letters, digits, `-` and `_` are left out.
    ///
    /// Length: 1 to 100.
    pub organization: String,
    /// The repository the event happened in. Periods are written as `%`, and characters other than
    /// ASCII letters, digits, `-` and `_` are left out.
    ///
    /// Length: 1 to 100.
    pub repository: String,
    /// The kind of event as `.taskcluster.yml` sees it, always `github-pull-request`.
    pub tasks_for: String,
    /// The version of the message format, always 1.
    pub version: u64,
}

taskcluster_core::members! {
    GithubPullRequestMessage {
        0 action = "action": required,
        1 body = "body": required,
        2 branch = "branch": required,
        3 details = "details": optional,
        4 event_id = "eventId": required,
        5 installation_id = "installationId": required,
        6 organization = "organization": required,
        7 repository = "repository": required,
        8 tasks_for = "tasks_for": required,
        9 version = "version": required,
    }
}

/// What a [`GithubPullRequestMessage`] must have.
pub struct GithubPullRequestMessageRequired {
    /// See [`GithubPullRequestMessage::version`].
    pub version: u64,
    /// See [`GithubPullRequestMessage::organization`].
    pub organization: String,
    /// See [`GithubPullRequestMessage::repository`].
    pub repository: String,
    /// See [`GithubPullRequestMessage::action`].
    pub action: PullRequestAction,
    /// See [`GithubPullRequestMessage::installation_id`].
    pub installation_id: u64,
    /// See [`GithubPullRequestMessage::event_id`].
    pub event_id: String,
    /// See [`GithubPullRequestMessage::body`].
    pub body: Value,
    /// See [`GithubPullRequestMessage::tasks_for`].
    pub tasks_for: String,
    /// See [`GithubPullRequestMessage::branch`].
    pub branch: String,
}

impl GithubPullRequestMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: GithubPullRequestMessageRequired) -> Self {
        Self {
            action: required.action,
            body: required.body,
            branch: required.branch,
            details: None,
            event_id: required.event_id,
            installation_id: required.installation_id,
            organization: required.organization,
            repository: required.repository,
            tasks_for: required.tasks_for,
            version: required.version,
        }
    }
}

impl fmt::Debug for GithubPullRequestMessage {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GithubPullRequestMessage")
            .field("action", &self.action)
            .field("body", &taskcluster_core::json::shown(&self.body))
            .field("branch", &self.branch)
            .field("details", &taskcluster_core::json::shown(&self.details))
            .field("event_id", &self.event_id)
            .field("installation_id", &self.installation_id)
            .field("organization", &self.organization)
            .field("repository", &self.repository)
            .field("tasks_for", &self.tasks_for)
            .field("version", &self.version)
            .finish()
    }
}

taskcluster_core::string_enum! {
    /// What happened to the pull request, in GitHub's words. `synchronize` means that its commits
    /// have changed.
    ///
    /// Until 2019.
    pub enum PullRequestAction {
        /// `assigned`
        Assigned = "assigned",
        /// `unassigned`
        Unassigned = "unassigned",
        /// `labeled`
        Labeled = "labeled",
        /// `unlabeled`
        Unlabeled = "unlabeled",
        /// `opened`
        Opened = "opened",
        /// `edited`
        Edited = "edited",
        /// `closed`
        Closed = "closed",
        /// `reopened`
        Reopened = "reopened",
        /// `synchronize`
        Synchronize = "synchronize",
        /// `review_requested`
        ReviewRequested = "review_requested",
        /// `review_request_removed`
        ReviewRequestRemoved = "review_request_removed",
    }
}
