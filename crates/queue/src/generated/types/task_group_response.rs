// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-group-response`.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// What the queue knows about a task group itself.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TaskGroupResponse {
    /// Date-time (UTC) when the task group is forgotten, not before the last of its tasks.
    #[serde(with = "taskcluster_core::timestamp")]
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
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
    pub sealed: Option<OffsetDateTime>,
    /// The task group, a slugid.
    pub task_group_id: String,
}
