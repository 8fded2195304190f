// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `claim-work-response`.

use time::OffsetDateTime;

use super::{Task, TaskCredentials, TaskStatus};

/// The tasks that now belong to the calling worker.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ClaimWorkResponse {
    /// The claims, at most as many as were asked for. Empty if nothing came up while waiting, or
    /// the worker is in quarantine.
    pub tasks: Vec<ClaimedTask>,
}

taskcluster_core::members! {
    ClaimWorkResponse {
        0 tasks = "tasks": required,
    }
}

impl ClaimWorkResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(tasks: impl IntoIterator<Item = ClaimedTask>) -> Self {
        Self {
            tasks: tasks.into_iter().collect(),
        }
    }
}

/// A run which the calling worker has to execute.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ClaimedTask {
    /// Temporary credentials for acting on behalf of this run. Secret; they stop working around
    /// `takenUntil`.
    pub credentials: TaskCredentials,
    /// Number of the run that was claimed, which is the latest of the task.
    ///
    /// Range: 0 to 1000.
    pub run_id: u64,
    /// Status of the task after the call.
    pub status: TaskStatus,
    /// Date-time (UTC) until which the claim holds. Reclaim or resolve the run before; otherwise
    /// the queue resolves it with the reason `claim-expired`.
    pub taken_until: OffsetDateTime,
    /// Definition of the task.
    pub task: Task,
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
    ClaimedTask {
        0 credentials = "credentials": required,
        1 run_id = "runId": required,
        2 status = "status": required,
        3 taken_until = "takenUntil": date,
        4 task = "task": required,
        5 worker_group = "workerGroup": required,
        6 worker_id = "workerId": required,
    }
}

/// What a [`ClaimedTask`] must have.
pub struct ClaimedTaskRequired {
    /// See [`ClaimedTask::status`].
    pub status: TaskStatus,
    /// See [`ClaimedTask::run_id`].
    pub run_id: u64,
    /// See [`ClaimedTask::worker_group`].
    pub worker_group: String,
    /// See [`ClaimedTask::worker_id`].
    pub worker_id: String,
    /// See [`ClaimedTask::taken_until`].
    pub taken_until: OffsetDateTime,
    /// See [`ClaimedTask::task`].
    pub task: Task,
    /// See [`ClaimedTask::credentials`].
    pub credentials: TaskCredentials,
}

impl ClaimedTask {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ClaimedTaskRequired) -> Self {
        Self {
            credentials: required.credentials,
            run_id: required.run_id,
            status: required.status,
            taken_until: required.taken_until,
            task: required.task,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
        }
    }
}
