// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-group-resolved`.

use time::OffsetDateTime;

/// Tells that a task group was sealed, or that all of its tasks are resolved; the exchange says
/// which.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskGroupResolved {
    /// Date-time (UTC) when the task group is forgotten, not before the last of its tasks.
    ///
    /// Today's servers only.
    pub expires: Option<OffsetDateTime>,
    /// The scheduler that the group belongs to.
    ///
    /// Length: 1 to 22.
    pub scheduler_id: String,
    /// Date-time (UTC) when the group was sealed, so that it takes no more tasks. Absent if it was
    /// not.
    ///
    /// Today's servers only.
    pub sealed: Option<OffsetDateTime>,
    /// The task group, a slugid.
    pub task_group_id: String,
    /// Version of the message format, always 1.
    pub version: Option<u64>,
}

taskcluster_core::members! {
    TaskGroupResolved {
        0 expires = "expires": optional_date,
        1 scheduler_id = "schedulerId": required,
        2 sealed = "sealed": optional_date,
        3 task_group_id = "taskGroupId": required,
        4 version = "version": optional,
    }
}

/// What a [`TaskGroupResolved`] must have.
pub struct TaskGroupResolvedRequired {
    /// See [`TaskGroupResolved::task_group_id`].
    pub task_group_id: String,
    /// See [`TaskGroupResolved::scheduler_id`].
    pub scheduler_id: String,
}

impl TaskGroupResolved {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskGroupResolvedRequired) -> Self {
        Self {
            expires: None,
            scheduler_id: required.scheduler_id,
            sealed: None,
            task_group_id: required.task_group_id,
            version: None,
        }
    }
}
