// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-definition-and-status`.

use serde::{Deserialize, Serialize};

use super::{Task, TaskStatus};

/// A task, as it was defined and as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TaskDefinitionAndStatus {
    /// Current status of the task.
    pub status: TaskStatus,
    /// Definition of the task.
    pub task: Task,
}
