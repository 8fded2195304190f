// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The types of the schema `github-push-message`.

use std::fmt;

use taskcluster_core::json::Value;

/// The announcement that something was pushed to a repository.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GithubPushMessage {
    /// The event exactly as GitHub sent it. GitHub's documentation of web hooks describes it.
    pub body: Value,
    /// The name of the branch or tag that was pushed, without `refs/heads/` or `refs/tags/`.
    pub branch: String,
    /// Selected facts about the event under flat keys such as `event.head.sha`,
    /// `event.head.repo.url` and `event.head.user.login`. Older than `body`, which says more.
    pub details: Option<Value>,
    /// GitHub's id for the delivery of the event, in the form of a UUID. A repeated delivery has
    /// the same id.
    pub event_id: String,
    /// GitHub's number for the installation of the App that reported the event.
    pub installation_id: i64,
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
    /// The kind of event as `.taskcluster.yml` sees it, always `github-push`.
    pub tasks_for: String,
    /// The version of the message format, always 1.
    pub version: u64,
}

taskcluster_core::members! {
    GithubPushMessage {
        0 body = "body": required,
        1 branch = "branch": required,
        2 details = "details": optional,
        3 event_id = "eventId": required,
        4 installation_id = "installationId": required,
        5 organization = "organization": required,
        6 repository = "repository": required,
        7 tasks_for = "tasks_for": required,
        8 version = "version": required,
    }
}

/// What a [`GithubPushMessage`] must have.
pub struct GithubPushMessageRequired {
    /// See [`GithubPushMessage::version`].
    pub version: u64,
    /// See [`GithubPushMessage::organization`].
    pub organization: String,
    /// See [`GithubPushMessage::repository`].
    pub repository: String,
    /// See [`GithubPushMessage::installation_id`].
    pub installation_id: i64,
    /// See [`GithubPushMessage::event_id`].
    pub event_id: String,
    /// See [`GithubPushMessage::body`].
    pub body: Value,
    /// See [`GithubPushMessage::tasks_for`].
    pub tasks_for: String,
    /// See [`GithubPushMessage::branch`].
    pub branch: String,
}

impl GithubPushMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: GithubPushMessageRequired) -> Self {
        Self {
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

impl fmt::Debug for GithubPushMessage {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GithubPushMessage")
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
