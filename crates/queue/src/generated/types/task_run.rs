// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-run`.

/// Names a run of a task.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskRun {
    /// Number of the run, counted from 0.
    ///
    /// Range: 0 to 1000.
    pub run_id: u64,
    /// The task, a slugid.
    pub task_id: String,
}

taskcluster_core::members! {
    TaskRun {
        0 run_id = "runId": required,
        1 task_id = "taskId": required,
    }
}

impl TaskRun {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(task_id: impl Into<String>, run_id: u64) -> Self {
        Self {
            run_id,
            task_id: task_id.into(),
        }
    }
}
