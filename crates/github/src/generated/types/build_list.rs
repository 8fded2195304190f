// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The types of the schema `build-list`.

use taskcluster_core::Page;
use time::OffsetDateTime;

/// One page of builds.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BuildList {
    /// The builds of this page. May be empty although more pages follow.
    pub builds: Vec<Build>,
    /// Opaque token that asks for the next page. Missing or an empty string on the last page.
    pub continuation_token: Option<String>,
}

taskcluster_core::members! {
    BuildList {
        0 builds = "builds": required,
        1 continuation_token = "continuationToken": optional,
    }
}

impl BuildList {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(builds: impl IntoIterator<Item = Build>) -> Self {
        Self {
            builds: builds.into_iter().collect(),
            continuation_token: None,
        }
    }
}

impl Page for BuildList {
    type Item = Build;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.builds
    }
}

/// A task group that was created for an event on GitHub.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Build {
    /// When the build was recorded (UTC), just before its tasks were created.
    pub created: OffsetDateTime,
    /// GitHub's id for the delivery of the event, in the form of a UUID, or `Unknown` for builds
    /// from before these ids were kept.
    pub event_id: String,
    /// The event that caused the build, such as `push`, `release` or `pull_request.opened`. Pull
    /// request events have their action after the dot.
    pub event_type: String,
    /// The organization or user that owns the repository. Periods are written as `%`, and
    /// characters other than ASCII letters, digits, `-` and `_` are left out.
    ///
    /// Length: 1 to 100.
    pub organization: String,
    /// The number of the pull request the build is for. Missing when it is for none, and in
    /// deployments of 2018.
    ///
    /// Today's servers only.
    pub pull_request_number: Option<i64>,
    /// The repository the build is for. Periods are written as `%`, and characters other than ASCII
    /// letters, digits, `-` and `_` are left out.
    ///
    /// Length: 1 to 100.
    pub repository: String,
    /// The hash of the commit the build is for, 40 hexadecimal digits.
    pub sha: String,
    /// How the build stands:
    ///
    /// * `pending`: tasks remain,
    /// * `success`: all tasks have completed,
    /// * `failure`: a task has failed or ended in an exception,
    /// * `error`: there was trouble outside the tasks,
    /// * `cancelled`: the build was cancelled (not in deployments of 2018).
    ///
    /// The value is what the service has last reported to GitHub, and may lag behind the Queue.
    pub state: BuildState,
    /// The task group of the build, a slugid. The Queue lists its tasks.
    pub task_group_id: String,
    /// When the state of the build last changed (UTC).
    pub updated: OffsetDateTime,
}

taskcluster_core::members! {
    Build {
        0 created = "created": date,
        1 event_id = "eventId": required,
        2 event_type = "eventType": required,
        3 organization = "organization": required,
        4 pull_request_number = "pullRequestNumber": optional,
        5 repository = "repository": required,
        6 sha = "sha": required,
        7 state = "state": required,
        8 task_group_id = "taskGroupId": required,
        9 updated = "updated": date,
    }
}

/// What a [`Build`] must have.
pub struct BuildRequired {
    /// See [`Build::organization`].
    pub organization: String,
    /// See [`Build::repository`].
    pub repository: String,
    /// See [`Build::sha`].
    pub sha: String,
    /// See [`Build::state`].
    pub state: BuildState,
    /// See [`Build::task_group_id`].
    pub task_group_id: String,
    /// See [`Build::event_type`].
    pub event_type: String,
    /// See [`Build::event_id`].
    pub event_id: String,
    /// See [`Build::created`].
    pub created: OffsetDateTime,
    /// See [`Build::updated`].
    pub updated: OffsetDateTime,
}

impl Build {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: BuildRequired) -> Self {
        Self {
            created: required.created,
            event_id: required.event_id,
            event_type: required.event_type,
            organization: required.organization,
            pull_request_number: None,
            repository: required.repository,
            sha: required.sha,
            state: required.state,
            task_group_id: required.task_group_id,
            updated: required.updated,
        }
    }
}

taskcluster_core::string_enum! {
    /// How the build stands:
    ///
    /// * `pending`: tasks remain,
    /// * `success`: all tasks have completed,
    /// * `failure`: a task has failed or ended in an exception,
    /// * `error`: there was trouble outside the tasks,
    /// * `cancelled`: the build was cancelled (not in deployments of 2018).
    ///
    /// The value is what the service has last reported to GitHub, and may lag behind the Queue.
    pub enum BuildState {
        /// `pending`
        Pending = "pending",
        /// `success`
        Success = "success",
        /// `error`
        Error = "error",
        /// `failure`
        Failure = "failure",
        /// `cancelled`. Today's servers only.
        Cancelled = "cancelled",
    }
}
