// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `task-run`.

use serde::{Deserialize, Serialize};

/// Names one run of a task.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TaskRun {
    /// Number of the run within the task; the first is 0.
    ///
    /// Range: 0 to 1000.
    pub run_id: u64,
    /// The task, a slugid.
    pub task_id: String,
}
