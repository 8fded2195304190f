// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `reregister-worker-request`.

use std::fmt;

/// Which worker wants new credentials, and its secret.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ReregisterWorkerRequest {
    /// The secret from the latest answer to `registerWorker` or `reregisterWorker`: 44 letters,
    /// digits, `-` or `_`. It is used up by the call.
    pub secret: String,
    /// Group of the worker within its pool, often the region or zone it is in. 1 to 38 letters,
    /// digits, `-` or `_`.
    pub worker_group: String,
    /// Name of the worker, unique within its group. 1 to 38 letters, digits, `-` or `_`.
    pub worker_id: String,
    /// Name of the worker pool: `provisionerId/workerType`, the same as the name of its task queue.
    /// The first part has 1 to 38 letters, digits, `-` or `_`; the second 1 to 38 lower-case
    /// letters, digits or `-`, beginning with a letter and not ending in `-`.
    pub worker_pool_id: String,
}

taskcluster_core::members! {
    ReregisterWorkerRequest {
        0 secret = "secret": required,
        1 worker_group = "workerGroup": required,
        2 worker_id = "workerId": required,
        3 worker_pool_id = "workerPoolId": required,
    }
}

/// What a [`ReregisterWorkerRequest`] must have.
#[derive(Clone, PartialEq)]
pub struct ReregisterWorkerRequestRequired {
    /// Name of the worker pool: `provisionerId/workerType`, the same as the name of its task queue.
    /// The first part has 1 to 38 letters, digits, `-` or `_`; the second 1 to 38 lower-case
    /// letters, digits or `-`, beginning with a letter and not ending in `-`.
    pub worker_pool_id: String,
    /// Group of the worker within its pool, often the region or zone it is in. 1 to 38 letters,
    /// digits, `-` or `_`.
    pub worker_group: String,
    /// Name of the worker, unique within its group. 1 to 38 letters, digits, `-` or `_`.
    pub worker_id: String,
    /// The secret from the latest answer to `registerWorker` or `reregisterWorker`: 44 letters,
    /// digits, `-` or `_`. It is used up by the call.
    pub secret: String,
}

impl fmt::Debug for ReregisterWorkerRequestRequired {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReregisterWorkerRequestRequired")
            .field("worker_pool_id", &self.worker_pool_id)
            .field("worker_group", &self.worker_group)
            .field("worker_id", &self.worker_id)
            .finish_non_exhaustive()
    }
}

impl ReregisterWorkerRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ReregisterWorkerRequestRequired) -> Self {
        Self {
            secret: required.secret,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
            worker_pool_id: required.worker_pool_id,
        }
    }
}

impl fmt::Debug for ReregisterWorkerRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReregisterWorkerRequest")
            .field("worker_group", &self.worker_group)
            .field("worker_id", &self.worker_id)
            .field("worker_pool_id", &self.worker_pool_id)
            .finish_non_exhaustive()
    }
}
