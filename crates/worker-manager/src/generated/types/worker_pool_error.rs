// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `worker-pool-error`.

use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

/// Something that went wrong with the workers of a pool: a provider could not start one, or a
/// worker has reported it.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkerPoolError {
    /// The error in full, as text for people, perhaps in Markdown. At most 10240 characters.
    pub description: String,
    /// Name of the error, a slugid which the service has picked.
    pub error_id: String,
    /// Further data of any form. For an error which a worker has reported, the service adds
    /// `workerGroup` and `workerId`.
    pub extra: Value,
    /// What sort of error it is, as a short word for programs, such as `creation-error`. Lower-case
    /// letters, digits and `-`, at most 128 characters. The set of kinds is open.
    pub kind: String,
    /// Name of the launch config that the error is about. Missing if it is not known, or the error
    /// is about none.
    ///
    /// Length: 1 to 38.
    pub launch_config_id: Option<String>,
    /// Date-time (UTC) when it was recorded.
    pub reported: OffsetDateTime,
    /// The error in a few words, at most 128 characters.
    pub title: String,
    /// Name of the worker pool: `provisionerId/workerType`, the same as the name of its task queue.
    /// The first part has 1 to 38 letters, digits, `-` or `_`; the second 1 to 38 lower-case
    /// letters, digits or `-`, beginning with a letter and not ending in `-`.
    pub worker_pool_id: String,
}

taskcluster_core::members! {
    WorkerPoolError {
        0 description = "description": required,
        1 error_id = "errorId": required,
        2 extra = "extra": required,
        3 kind = "kind": required,
        4 launch_config_id = "launchConfigId": optional,
        5 reported = "reported": date,
        6 title = "title": required,
        7 worker_pool_id = "workerPoolId": required,
    }
}

/// What a [`WorkerPoolError`] must have.
pub struct WorkerPoolErrorRequired {
    /// See [`WorkerPoolError::worker_pool_id`].
    pub worker_pool_id: String,
    /// See [`WorkerPoolError::error_id`].
    pub error_id: String,
    /// See [`WorkerPoolError::reported`].
    pub reported: OffsetDateTime,
    /// See [`WorkerPoolError::kind`].
    pub kind: String,
    /// See [`WorkerPoolError::title`].
    pub title: String,
    /// See [`WorkerPoolError::description`].
    pub description: String,
    /// See [`WorkerPoolError::extra`].
    pub extra: Value,
}

impl WorkerPoolError {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: WorkerPoolErrorRequired) -> Self {
        Self {
            description: required.description,
            error_id: required.error_id,
            extra: required.extra,
            kind: required.kind,
            launch_config_id: None,
            reported: required.reported,
            title: required.title,
            worker_pool_id: required.worker_pool_id,
        }
    }
}

impl fmt::Debug for WorkerPoolError {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WorkerPoolError")
            .field("description", &self.description)
            .field("error_id", &self.error_id)
            .field("extra", &taskcluster_core::json::shown(&self.extra))
            .field("kind", &self.kind)
            .field("launch_config_id", &self.launch_config_id)
            .field("reported", &self.reported)
            .field("title", &self.title)
            .field("worker_pool_id", &self.worker_pool_id)
            .finish()
    }
}
