// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-claim-request`.

/// Who is claiming the run.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskClaimRequest {
    /// Group of the calling worker, such as its data center or region; 1 to 38 letters, digits, `-`
    /// or `_` (22 on servers of 2018).
    pub worker_group: String,
    /// Name of the calling worker, unique within its group; 1 to 38 letters, digits, `-` or `_` (22
    /// on servers of 2018).
    pub worker_id: String,
}

taskcluster_core::members! {
    TaskClaimRequest {
        0 worker_group = "workerGroup": required,
        1 worker_id = "workerId": required,
    }
}

/// What a [`TaskClaimRequest`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskClaimRequestRequired {
    /// Group of the calling worker, such as its data center or region; 1 to 38 letters, digits, `-`
    /// or `_` (22 on servers of 2018).
    pub worker_group: String,
    /// Name of the calling worker, unique within its group; 1 to 38 letters, digits, `-` or `_` (22
    /// on servers of 2018).
    pub worker_id: String,
}

impl TaskClaimRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskClaimRequestRequired) -> Self {
        Self {
            worker_group: required.worker_group,
            worker_id: required.worker_id,
        }
    }
}
