// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-defined-message`.

use super::{TaskPulseDefinition, TaskStatus};

/// Tells that a task was created.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskDefinedMessage {
    /// Status of the task, all its runs included, when the message was sent.
    pub status: TaskStatus,
    /// Parts of the definition of a task, as messages about it carry them.
    ///
    /// Today's servers only.
    pub task: Option<TaskPulseDefinition>,
    /// Version of the message format, always 1.
    pub version: u64,
}

taskcluster_core::members! {
    TaskDefinedMessage {
        0 status = "status": required,
        1 task = "task": optional,
        2 version = "version": required,
    }
}

impl TaskDefinedMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(version: u64, status: TaskStatus) -> Self {
        Self {
            status,
            task: None,
            version,
        }
    }
}
