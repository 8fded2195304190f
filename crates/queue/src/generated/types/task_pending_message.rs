// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-pending-message`.

use serde::{Deserialize, Serialize};

use super::TaskStatus;

/// Tells that a run can be claimed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TaskPendingMessage {
    /// Number of the run that can be claimed.
    ///
    /// Range: 0 to 1000.
    pub run_id: u64,
    /// Status of the task, all its runs included, when the message was sent.
    pub status: TaskStatus,
    /// Version of the message format, always 1.
    pub version: u64,
}
