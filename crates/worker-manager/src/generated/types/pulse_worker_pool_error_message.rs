// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `pulse-worker-pool-error-message`.

use time::OffsetDateTime;

/// Says that an error of a worker pool was recorded.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PulseWorkerPoolErrorMessage {
    /// Name of the error, a slugid which the service has picked.
    pub error_id: String,
    /// What sort of error it is, as a short word for programs, such as `creation-error`. Lower-case
    /// letters, digits and `-`, at most 128 characters. The set of kinds is open.
    pub kind: String,
    /// Name of the launch config which the worker was started from. Missing if there was none.
    ///
    /// Length: 1 to 38.
    pub launch_config_id: Option<String>,
    /// Name of the provider that looks after the workers of the pool; `listProviders` lists them.
    /// It is `null-provider` for a pool that waits to be deleted.
    ///
    /// Length: 1 to 38.
    pub provider_id: String,
    /// Date-time (UTC) when the error was recorded.
    pub timestamp: OffsetDateTime,
    /// The error in a few words, at most 128 characters.
    pub title: String,
    /// Group of the worker within its pool, often the region or zone it is in. 1 to 38 letters,
    /// digits, `-` or `_`.
    pub worker_group: Option<String>,
    /// Name of the worker, unique within its group. 1 to 38 letters, digits, `-` or `_`.
    pub worker_id: Option<String>,
    /// Name of the worker pool: `provisionerId/workerType`, the same as the name of its task queue.
    /// The first part has 1 to 38 letters, digits, `-` or `_`; the second 1 to 38 lower-case
    /// letters, digits or `-`, beginning with a letter and not ending in `-`.
    pub worker_pool_id: String,
}

taskcluster_core::members! {
    PulseWorkerPoolErrorMessage {
        0 error_id = "errorId": required,
        1 kind = "kind": required,
        2 launch_config_id = "launchConfigId": optional,
        3 provider_id = "providerId": required,
        4 timestamp = "timestamp": date,
        5 title = "title": required,
        6 worker_group = "workerGroup": optional,
        7 worker_id = "workerId": optional,
        8 worker_pool_id = "workerPoolId": required,
    }
}

/// What a [`PulseWorkerPoolErrorMessage`] must have.
pub struct PulseWorkerPoolErrorMessageRequired {
    /// See [`PulseWorkerPoolErrorMessage::worker_pool_id`].
    pub worker_pool_id: String,
    /// See [`PulseWorkerPoolErrorMessage::provider_id`].
    pub provider_id: String,
    /// See [`PulseWorkerPoolErrorMessage::error_id`].
    pub error_id: String,
    /// See [`PulseWorkerPoolErrorMessage::kind`].
    pub kind: String,
    /// See [`PulseWorkerPoolErrorMessage::title`].
    pub title: String,
    /// See [`PulseWorkerPoolErrorMessage::timestamp`].
    pub timestamp: OffsetDateTime,
}

impl PulseWorkerPoolErrorMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: PulseWorkerPoolErrorMessageRequired) -> Self {
        Self {
            error_id: required.error_id,
            kind: required.kind,
            launch_config_id: None,
            provider_id: required.provider_id,
            timestamp: required.timestamp,
            title: required.title,
            worker_group: None,
            worker_id: None,
            worker_pool_id: required.worker_pool_id,
        }
    }
}
