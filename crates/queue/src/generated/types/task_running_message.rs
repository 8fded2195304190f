// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-running-message`.

use time::OffsetDateTime;

use super::{TaskPulseDefinition, TaskStatus};

/// Tells that a worker has claimed a run.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskRunningMessage {
    /// Number of the run that was claimed.
    ///
    /// Range: 0 to 1000.
    pub run_id: u64,
    /// Status of the task, all its runs included, when the message was sent.
    pub status: TaskStatus,
    /// Date-time (UTC) until which the claim holds, unless the worker prolongs it, which is not
    /// announced.
    pub taken_until: OffsetDateTime,
    /// Parts of the definition of a task, as messages about it carry them.
    ///
    /// Today's servers only.
    pub task: Option<TaskPulseDefinition>,
    /// Version of the message format, always 1.
    pub version: u64,
    /// Group of the worker that claimed the run, such as its data center or region.
    ///
    /// Length: 1 to 38; until 2019: 1 to 22.
    pub worker_group: String,
    /// Name of the worker that claimed the run, unique within its group.
    ///
    /// Length: 1 to 38; until 2019: 1 to 22.
    pub worker_id: String,
}

taskcluster_core::members! {
    TaskRunningMessage {
        0 run_id = "runId": required,
        1 status = "status": required,
        2 taken_until = "takenUntil": date,
        3 task = "task": optional,
        4 version = "version": required,
        5 worker_group = "workerGroup": required,
        6 worker_id = "workerId": required,
    }
}
