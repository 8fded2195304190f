// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-definition-and-status`.

use super::{Task, TaskStatus};

/// A task, as it was defined and as it stands.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskDefinitionAndStatus {
    /// Current status of the task.
    pub status: TaskStatus,
    /// Definition of the task.
    pub task: Task,
}

taskcluster_core::members! {
    TaskDefinitionAndStatus {
        0 status = "status": required,
        1 task = "task": required,
    }
}

impl TaskDefinitionAndStatus {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(task: Task, status: TaskStatus) -> Self {
        Self { status, task }
    }
}
