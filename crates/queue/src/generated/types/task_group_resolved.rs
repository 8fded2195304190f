// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-group-resolved`.

use serde::{Deserialize, Serialize};

/// Tells that all tasks of a task group are resolved, for the time being.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TaskGroupResolved {
    /// The scheduler that the group belongs to.
    ///
    /// Length: 1 to 22.
    pub scheduler_id: String,
    /// The task group, a slugid.
    pub task_group_id: String,
    /// Version of the message format, always 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u64>,
}
