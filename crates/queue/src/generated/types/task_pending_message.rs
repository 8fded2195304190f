// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-pending-message`.

use std::collections::BTreeMap;
use std::fmt;

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
    /// Parts of the definition of the task, for listeners. Absent in messages of servers of 2018.
    ///
    /// Today's servers only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<PendingTaskTags>,
    /// Version of the message format, always 1.
    pub version: u64,
}

/// Parts of the definition of the task, for listeners. Absent in messages of servers of 2018.
///
/// Today's servers only.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PendingTaskTags {
    /// Strings of up to 4096 characters, by name, to classify the task with.
    pub tags: BTreeMap<String, String>,
}

impl fmt::Debug for PendingTaskTags {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PendingTaskTags")
            .field("tags", &taskcluster_core::json::shown(&self.tags))
            .finish()
    }
}
