// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `cancel-task-group-response`.

/// What came of cancelling a task group.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CancelTaskGroupResponse {
    /// Number of the tasks that this call has cancelled.
    pub cancelled_count: u64,
    /// The task group, a slugid.
    pub task_group_id: String,
    /// Number of all tasks in the group.
    pub task_group_size: u64,
    /// Slugids of the tasks that this call has cancelled. Empty if all tasks of the group were
    /// resolved before.
    pub task_ids: Vec<String>,
}

taskcluster_core::members! {
    CancelTaskGroupResponse {
        0 cancelled_count = "cancelledCount": required,
        1 task_group_id = "taskGroupId": required,
        2 task_group_size = "taskGroupSize": required,
        3 task_ids = "taskIds": required,
    }
}

/// What a [`CancelTaskGroupResponse`] must have.
pub struct CancelTaskGroupResponseRequired {
    /// See [`CancelTaskGroupResponse::task_group_id`].
    pub task_group_id: String,
    /// See [`CancelTaskGroupResponse::task_group_size`].
    pub task_group_size: u64,
    /// See [`CancelTaskGroupResponse::cancelled_count`].
    pub cancelled_count: u64,
    /// See [`CancelTaskGroupResponse::task_ids`].
    pub task_ids: Vec<String>,
}

impl CancelTaskGroupResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: CancelTaskGroupResponseRequired) -> Self {
        Self {
            cancelled_count: required.cancelled_count,
            task_group_id: required.task_group_id,
            task_group_size: required.task_group_size,
            task_ids: required.task_ids,
        }
    }
}
