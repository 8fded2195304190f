// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-group-response`.

use time::OffsetDateTime;

/// What the queue knows about a task group itself.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskGroupResponse {
    /// Date-time (UTC) when the task group is forgotten, not before the last of its tasks.
    pub expires: OffsetDateTime,
    /// Name of whatever schedules the tasks of the group, the same for all of them. Permissions to
    /// schedule, cancel and rerun tasks refer to it. It is `-` if the creator gave none.
    ///
    /// Length: 1 to 38.
    ///
    /// Default: `"-"`.
    pub scheduler_id: String,
    /// Date-time (UTC) when the group was sealed, so that it takes no more tasks. Absent if it was
    /// not.
    pub sealed: Option<OffsetDateTime>,
    /// The task group, a slugid.
    pub task_group_id: String,
}

taskcluster_core::members! {
    TaskGroupResponse {
        0 expires = "expires": date,
        1 scheduler_id = "schedulerId": required,
        2 sealed = "sealed": optional_date,
        3 task_group_id = "taskGroupId": required,
    }
}

/// What a [`TaskGroupResponse`] must have.
pub struct TaskGroupResponseRequired {
    /// See [`TaskGroupResponse::task_group_id`].
    pub task_group_id: String,
    /// See [`TaskGroupResponse::scheduler_id`].
    pub scheduler_id: String,
    /// See [`TaskGroupResponse::expires`].
    pub expires: OffsetDateTime,
}

impl TaskGroupResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskGroupResponseRequired) -> Self {
        Self {
            expires: required.expires,
            scheduler_id: required.scheduler_id,
            sealed: None,
            task_group_id: required.task_group_id,
        }
    }
}
