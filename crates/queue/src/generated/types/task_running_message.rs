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

/// What a [`TaskRunningMessage`] must have.
pub struct TaskRunningMessageRequired {
    /// See [`TaskRunningMessage::version`].
    pub version: u64,
    /// See [`TaskRunningMessage::status`].
    pub status: TaskStatus,
    /// See [`TaskRunningMessage::run_id`].
    pub run_id: u64,
    /// See [`TaskRunningMessage::worker_group`].
    pub worker_group: String,
    /// See [`TaskRunningMessage::worker_id`].
    pub worker_id: String,
    /// See [`TaskRunningMessage::taken_until`].
    pub taken_until: OffsetDateTime,
}

impl TaskRunningMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskRunningMessageRequired) -> Self {
        Self {
            run_id: required.run_id,
            status: required.status,
            taken_until: required.taken_until,
            task: None,
            version: required.version,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
        }
    }
}
