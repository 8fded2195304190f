// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `pending-tasks-response`.

use serde::{Deserialize, Serialize};

/// Length of the backlog of a worker type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PendingTasksResponse {
    /// Approximate number of tasks that wait to be claimed, up to about 20 seconds old.
    pub pending_tasks: u64,
    /// First half of the name of a worker pool, 1 to 22 letters, digits, `-` or `_`.
    ///
    /// Length: 1 to 22.
    pub provisioner_id: String,
    /// Second half of the name of a worker pool, 1 to 22 letters, digits, `-` or `_`.
    ///
    /// Length: 1 to 22.
    pub worker_type: String,
}
