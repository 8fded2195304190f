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
