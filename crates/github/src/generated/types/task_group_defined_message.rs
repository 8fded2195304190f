// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The types of the schema `task-group-defined-message`.

/// The announcement that tasks were created for an event on GitHub.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskGroupDefinedMessage {
    /// The organization or user that owns the repository. Periods are written as `%`, and
    /// characters other than ASCII letters, digits, `-` and `_` are left out.
    ///
    /// Length: 1 to 100.
    pub organization: String,
    /// The repository the tasks are for. Periods are written as `%`, and characters other than
    /// ASCII letters, digits, `-` and `_` are left out.
    ///
    /// Length: 1 to 100.
    pub repository: String,
    /// The new task group, a slugid.
    pub task_group_id: String,
    /// The version of the message format, always 1.
    pub version: u64,
}

taskcluster_core::members! {
    TaskGroupDefinedMessage {
        0 organization = "organization": required,
        1 repository = "repository": required,
        2 task_group_id = "taskGroupId": required,
        3 version = "version": required,
    }
}

/// What a [`TaskGroupDefinedMessage`] must have.
pub struct TaskGroupDefinedMessageRequired {
    /// See [`TaskGroupDefinedMessage::task_group_id`].
    pub task_group_id: String,
    /// See [`TaskGroupDefinedMessage::organization`].
    pub organization: String,
    /// See [`TaskGroupDefinedMessage::repository`].
    pub repository: String,
    /// See [`TaskGroupDefinedMessage::version`].
    pub version: u64,
}

impl TaskGroupDefinedMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskGroupDefinedMessageRequired) -> Self {
        Self {
            organization: required.organization,
            repository: required.repository,
            task_group_id: required.task_group_id,
            version: required.version,
        }
    }
}
