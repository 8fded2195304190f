// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-pending-message`.

use std::collections::BTreeMap;
use std::fmt;

use super::TaskStatus;

/// Tells that a run can be claimed.
#[derive(Clone, Debug, PartialEq)]
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
    pub task: Option<PendingTaskTags>,
    /// Version of the message format, always 1.
    pub version: u64,
}

taskcluster_core::members! {
    TaskPendingMessage {
        0 run_id = "runId": required,
        1 status = "status": required,
        2 task = "task": optional,
        3 version = "version": required,
    }
}

impl TaskPendingMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(version: u64, status: TaskStatus, run_id: u64) -> Self {
        Self {
            run_id,
            status,
            task: None,
            version,
        }
    }
}

/// Parts of the definition of the task, for listeners. Absent in messages of servers of 2018.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PendingTaskTags {
    /// Strings of up to 4096 characters, by name, to classify the task with.
    pub tags: BTreeMap<String, String>,
}

taskcluster_core::members! {
    PendingTaskTags {
        0 tags = "tags": required,
    }
}

impl PendingTaskTags {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(tags: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>) -> Self {
        Self {
            tags: tags
                .into_iter()
                .map(|(key, value)| (key.into(), value.into()))
                .collect(),
        }
    }
}

impl fmt::Debug for PendingTaskTags {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PendingTaskTags")
            .field("tags", &taskcluster_core::json::shown(&self.tags))
            .finish()
    }
}
