// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `pulse-worker-removed-message`.

use time::OffsetDateTime;

/// Says that the service has begun to remove a worker, and why.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PulseWorkerRemovedMessage {
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
    /// Why the worker is removed, in a few words, for people. The set of reasons is open.
    pub reason: String,
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
    PulseWorkerRemovedMessage {
        0 capacity = "capacity": required,
        1 launch_config_id = "launchConfigId": optional,
        2 provider_id = "providerId": required,
        3 reason = "reason": required,
        4 timestamp = "timestamp": date,
        5 worker_group = "workerGroup": required,
        6 worker_id = "workerId": required,
        7 worker_pool_id = "workerPoolId": required,
    }
}

/// What a [`PulseWorkerRemovedMessage`] must have.
pub struct PulseWorkerRemovedMessageRequired {
    /// See [`PulseWorkerRemovedMessage::worker_pool_id`].
    pub worker_pool_id: String,
    /// See [`PulseWorkerRemovedMessage::provider_id`].
    pub provider_id: String,
    /// See [`PulseWorkerRemovedMessage::worker_id`].
    pub worker_id: String,
    /// See [`PulseWorkerRemovedMessage::worker_group`].
    pub worker_group: String,
    /// See [`PulseWorkerRemovedMessage::capacity`].
    pub capacity: u64,
    /// See [`PulseWorkerRemovedMessage::reason`].
    pub reason: String,
    /// See [`PulseWorkerRemovedMessage::timestamp`].
    pub timestamp: OffsetDateTime,
}

impl PulseWorkerRemovedMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: PulseWorkerRemovedMessageRequired) -> Self {
        Self {
            capacity: required.capacity,
            launch_config_id: None,
            provider_id: required.provider_id,
            reason: required.reason,
            timestamp: required.timestamp,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
            worker_pool_id: required.worker_pool_id,
        }
    }
}
