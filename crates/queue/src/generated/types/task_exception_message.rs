// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-exception-message`.

use super::{TaskPulseDefinition, TaskStatus};

/// Tells that a task was resolved without having been executed properly.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskExceptionMessage {
    /// Number of the run that was resolved as `exception`; its `reasonResolved` in the status says
    /// why.
    ///
    /// Range: 0 to 1000.
    pub run_id: Option<u64>,
    /// Status of the task, all its runs included, when the message was sent.
    pub status: TaskStatus,
    /// Parts of the definition of a task, as messages about it carry them.
    ///
    /// Today's servers only.
    pub task: Option<TaskPulseDefinition>,
    /// Version of the message format, always 1.
    pub version: u64,
    /// Group of the worker that had claimed the run. Absent if there was none, and sometimes even
    /// if there was one.
    ///
    /// Length: 1 to 38; until 2019: 1 to 22.
    pub worker_group: Option<String>,
    /// Name of the worker that had claimed the run. Absent if there was none, and sometimes even if
    /// there was one.
    ///
    /// Length: 1 to 38; until 2019: 1 to 22.
    pub worker_id: Option<String>,
}

taskcluster_core::members! {
    TaskExceptionMessage {
        0 run_id = "runId": optional,
        1 status = "status": required,
        2 task = "task": optional,
        3 version = "version": required,
        4 worker_group = "workerGroup": optional,
        5 worker_id = "workerId": optional,
    }
}

impl TaskExceptionMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(version: u64, status: TaskStatus) -> Self {
        Self {
            run_id: None,
            status,
            task: None,
            version,
            worker_group: None,
            worker_id: None,
        }
    }
}
