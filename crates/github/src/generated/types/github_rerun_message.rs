// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The types of the schema `github-rerun-message`.

use std::fmt;

use taskcluster_core::json::Value;

/// The announcement that somebody asked to run a check again.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GithubRerunMessage {
    /// The event exactly as GitHub sent it. GitHub's documentation of web hooks describes it.
    pub body: Value,
    /// GitHub's number for the check run that is to run again.
    pub check_run_id: f64,
    /// GitHub's number for the check suite that the check run belongs to.
    pub check_suite_id: f64,
    /// Selected facts about the event under flat keys. `body` says more.
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
    /// The kind of event, a short name as in the other messages of this service.
    pub tasks_for: String,
    /// The version of the message format, always 1.
    pub version: u64,
}

taskcluster_core::members! {
    GithubRerunMessage {
        0 body = "body": required,
        1 check_run_id = "checkRunId": required,
        2 check_suite_id = "checkSuiteId": required,
        3 details = "details": optional,
        4 event_id = "eventId": required,
        5 installation_id = "installationId": required,
        6 organization = "organization": required,
        7 repository = "repository": required,
        8 tasks_for = "tasks_for": required,
        9 version = "version": required,
    }
}

/// What a [`GithubRerunMessage`] must have.
pub struct GithubRerunMessageRequired {
    /// See [`GithubRerunMessage::version`].
    pub version: u64,
    /// See [`GithubRerunMessage::organization`].
    pub organization: String,
    /// See [`GithubRerunMessage::repository`].
    pub repository: String,
    /// See [`GithubRerunMessage::installation_id`].
    pub installation_id: i64,
    /// See [`GithubRerunMessage::event_id`].
    pub event_id: String,
    /// See [`GithubRerunMessage::body`].
    pub body: Value,
    /// See [`GithubRerunMessage::check_run_id`].
    pub check_run_id: f64,
    /// See [`GithubRerunMessage::check_suite_id`].
    pub check_suite_id: f64,
    /// See [`GithubRerunMessage::tasks_for`].
    pub tasks_for: String,
}

impl GithubRerunMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: GithubRerunMessageRequired) -> Self {
        Self {
            body: required.body,
            check_run_id: required.check_run_id,
            check_suite_id: required.check_suite_id,
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

impl fmt::Debug for GithubRerunMessage {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GithubRerunMessage")
            .field("body", &taskcluster_core::json::shown(&self.body))
            .field("check_run_id", &self.check_run_id)
            .field("check_suite_id", &self.check_suite_id)
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
