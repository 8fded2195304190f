// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-group-resolved`.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// Tells that a task group was sealed, or that all of its tasks are resolved; the exchange says
/// which.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TaskGroupResolved {
    /// Date-time (UTC) when the task group is forgotten, not before the last of its tasks.
    ///
    /// Today's servers only.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
    pub expires: Option<OffsetDateTime>,
    /// The scheduler that the group belongs to.
    ///
    /// Length: 1 to 22.
    pub scheduler_id: String,
    /// Date-time (UTC) when the group was sealed, so that it takes no more tasks. Absent if it was
    /// not.
    ///
    /// Today's servers only.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
    pub sealed: Option<OffsetDateTime>,
    /// The task group, a slugid.
    pub task_group_id: String,
    /// Version of the message format, always 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u64>,
}
