// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-failed-message`.

use super::{TaskPulseDefinition, TaskStatus};

/// Tells that a task was executed without success.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskFailedMessage {
    /// Number of the run that failed.
    ///
    /// Range: 0 to 1000.
    pub run_id: u64,
    /// Status of the task, all its runs included, when the message was sent.
    pub status: TaskStatus,
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
    TaskFailedMessage {
        0 run_id = "runId": required,
        1 status = "status": required,
        2 task = "task": optional,
        3 version = "version": required,
        4 worker_group = "workerGroup": required,
        5 worker_id = "workerId": required,
    }
}

/// What a [`TaskFailedMessage`] must have.
pub struct TaskFailedMessageRequired {
    /// See [`TaskFailedMessage::version`].
    pub version: u64,
    /// See [`TaskFailedMessage::status`].
    pub status: TaskStatus,
    /// See [`TaskFailedMessage::run_id`].
    pub run_id: u64,
    /// See [`TaskFailedMessage::worker_group`].
    pub worker_group: String,
    /// See [`TaskFailedMessage::worker_id`].
    pub worker_id: String,
}

impl TaskFailedMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskFailedMessageRequired) -> Self {
        Self {
            run_id: required.run_id,
            status: required.status,
            task: None,
            version: required.version,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
        }
    }
}
