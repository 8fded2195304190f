// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `pulse-worker-message`.

use time::OffsetDateTime;

/// Says that a worker has come into another state; the exchange tells into which.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PulseWorkerMessage {
    /// How many tasks the worker can run at once.
    pub capacity: u64,
    /// Name of the launch config which the worker was started from. Missing if there was none.
    ///
    /// Length: 1 to 38.
    pub launch_config_id: Option<String>,
    /// Name of the provider that looks after the workers of the pool; `listProviders` lists them.
    /// It is `null-provider` for a pool that waits to be deleted.
    ///
    /// Length: 1 to 38.
    pub provider_id: String,
    /// Date-time (UTC) when it happened.
    pub timestamp: OffsetDateTime,
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
    PulseWorkerMessage {
        0 capacity = "capacity": required,
        1 launch_config_id = "launchConfigId": optional,
        2 provider_id = "providerId": required,
        3 timestamp = "timestamp": date,
        4 worker_group = "workerGroup": required,
        5 worker_id = "workerId": required,
        6 worker_pool_id = "workerPoolId": required,
    }
}

/// What a [`PulseWorkerMessage`] must have.
pub struct PulseWorkerMessageRequired {
    /// See [`PulseWorkerMessage::worker_pool_id`].
    pub worker_pool_id: String,
    /// See [`PulseWorkerMessage::provider_id`].
    pub provider_id: String,
    /// See [`PulseWorkerMessage::worker_id`].
    pub worker_id: String,
    /// See [`PulseWorkerMessage::worker_group`].
    pub worker_group: String,
    /// See [`PulseWorkerMessage::capacity`].
    pub capacity: u64,
    /// See [`PulseWorkerMessage::timestamp`].
    pub timestamp: OffsetDateTime,
}

impl PulseWorkerMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: PulseWorkerMessageRequired) -> Self {
        Self {
            capacity: required.capacity,
            launch_config_id: None,
            provider_id: required.provider_id,
            timestamp: required.timestamp,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
            worker_pool_id: required.worker_pool_id,
        }
    }
}
