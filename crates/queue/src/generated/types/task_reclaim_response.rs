// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-reclaim-response`.

use time::OffsetDateTime;

use super::{TaskCredentials, TaskStatus};

/// A prolonged claim.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskReclaimResponse {
    /// Temporary credentials to use from now on in place of the earlier ones. Secret; they stop
    /// working around `takenUntil`.
    pub credentials: TaskCredentials,
    /// Number of the run whose claim was prolonged.
    ///
    /// Range: 0 to 1000.
    pub run_id: u64,
    /// Status of the task after the call.
    pub status: TaskStatus,
    /// Date-time (UTC) until which the claim now holds. Reclaim again or resolve the run before.
    pub taken_until: OffsetDateTime,
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
    TaskReclaimResponse {
        0 credentials = "credentials": required,
        1 run_id = "runId": required,
        2 status = "status": required,
        3 taken_until = "takenUntil": date,
        4 worker_group = "workerGroup": required,
        5 worker_id = "workerId": required,
    }
}

/// What a [`TaskReclaimResponse`] must have.
pub struct TaskReclaimResponseRequired {
    /// See [`TaskReclaimResponse::status`].
    pub status: TaskStatus,
    /// See [`TaskReclaimResponse::run_id`].
    pub run_id: u64,
    /// See [`TaskReclaimResponse::worker_group`].
    pub worker_group: String,
    /// See [`TaskReclaimResponse::worker_id`].
    pub worker_id: String,
    /// See [`TaskReclaimResponse::taken_until`].
    pub taken_until: OffsetDateTime,
    /// See [`TaskReclaimResponse::credentials`].
    pub credentials: TaskCredentials,
}

impl TaskReclaimResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskReclaimResponseRequired) -> Self {
        Self {
            credentials: required.credentials,
            run_id: required.run_id,
            status: required.status,
            taken_until: required.taken_until,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
        }
    }
}
