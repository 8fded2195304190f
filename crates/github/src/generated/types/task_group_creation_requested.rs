// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The types of the schema `task-group-creation-requested`.

/// The announcement that the tasks of a build were asked of the Queue.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskGroupCreationRequested {
    /// The organization or user that owns the repository. Periods are written as `%`, and
    /// characters other than ASCII letters, digits, `-` and `_` are left out.
    ///
    /// Length: 1 to 100.
    pub organization: String,
    /// The repository the task group is for. Periods are written as `%`, and characters other than
    /// ASCII letters, digits, `-` and `_` are left out.
    ///
    /// Length: 1 to 100.
    pub repository: String,
    /// The task group of the build, a slugid. The Queue lists its tasks.
    pub task_group_id: String,
    /// The version of the message format, always 1.
    pub version: u64,
}

taskcluster_core::members! {
    TaskGroupCreationRequested {
        0 organization = "organization": required,
        1 repository = "repository": required,
        2 task_group_id = "taskGroupId": required,
        3 version = "version": required,
    }
}

/// What a [`TaskGroupCreationRequested`] must have.
pub struct TaskGroupCreationRequestedRequired {
    /// See [`TaskGroupCreationRequested::task_group_id`].
    pub task_group_id: String,
    /// See [`TaskGroupCreationRequested::organization`].
    pub organization: String,
    /// See [`TaskGroupCreationRequested::repository`].
    pub repository: String,
    /// See [`TaskGroupCreationRequested::version`].
    pub version: u64,
}

impl TaskGroupCreationRequested {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskGroupCreationRequestedRequired) -> Self {
        Self {
            organization: required.organization,
            repository: required.repository,
            task_group_id: required.task_group_id,
            version: required.version,
        }
    }
}
