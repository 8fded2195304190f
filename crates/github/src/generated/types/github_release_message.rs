// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The types of the schema `github-release-message`.

use std::fmt;

use taskcluster_core::json::Value;

/// The announcement that a release was made.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GithubReleaseMessage {
    /// The event exactly as GitHub sent it. GitHub's documentation of web hooks describes it.
    pub body: Value,
    /// The branch or commit that GitHub makes the tag of the release from (its `target_commitish`).
    /// It means nothing when the tag existed before the release.
    pub branch: String,
    /// Selected facts about the event under flat keys such as `event.version` (the name of the
    /// tag), `event.name` and `event.prerelease`. Older than `body`, which says more.
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
    /// The kind of event as `.taskcluster.yml` sees it, always `github-release`.
    pub tasks_for: String,
    /// The version of the message format, always 1.
    pub version: u64,
}

taskcluster_core::members! {
    GithubReleaseMessage {
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

/// What a [`GithubReleaseMessage`] must have.
pub struct GithubReleaseMessageRequired {
    /// See [`GithubReleaseMessage::version`].
    pub version: u64,
    /// See [`GithubReleaseMessage::organization`].
    pub organization: String,
    /// See [`GithubReleaseMessage::repository`].
    pub repository: String,
    /// See [`GithubReleaseMessage::installation_id`].
    pub installation_id: u64,
    /// See [`GithubReleaseMessage::event_id`].
    pub event_id: String,
    /// See [`GithubReleaseMessage::body`].
    pub body: Value,
    /// See [`GithubReleaseMessage::tasks_for`].
    pub tasks_for: String,
    /// See [`GithubReleaseMessage::branch`].
    pub branch: String,
}

impl GithubReleaseMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: GithubReleaseMessageRequired) -> Self {
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

impl fmt::Debug for GithubReleaseMessage {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GithubReleaseMessage")
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
