// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `claim-work-request`.

/// Who is asking for work, and for how much.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ClaimWorkRequest {
    /// Greatest number of tasks to claim, from 1 to 32. Ask only for what can be started at once.
    ///
    /// Default: `1`.
    pub tasks: u64,
    /// Group of the calling worker, such as its data center or region; 1 to 38 letters, digits, `-`
    /// or `_` (22 on servers of 2018).
    pub worker_group: String,
    /// Name of the calling worker, unique within its group; 1 to 38 letters, digits, `-` or `_` (22
    /// on servers of 2018).
    pub worker_id: String,
}

taskcluster_core::members! {
    ClaimWorkRequest {
        0 tasks = "tasks": required,
        1 worker_group = "workerGroup": required,
        2 worker_id = "workerId": required,
    }
}

/// What a [`ClaimWorkRequest`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimWorkRequestRequired {
    /// Group of the calling worker, such as its data center or region; 1 to 38 letters, digits, `-`
    /// or `_` (22 on servers of 2018).
    pub worker_group: String,
    /// Name of the calling worker, unique within its group; 1 to 38 letters, digits, `-` or `_` (22
    /// on servers of 2018).
    pub worker_id: String,
    /// Greatest number of tasks to claim, from 1 to 32. Ask only for what can be started at once.
    ///
    /// Default: `1`.
    pub tasks: u64,
}

impl ClaimWorkRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ClaimWorkRequestRequired) -> Self {
        Self {
            tasks: required.tasks,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
        }
    }
}
