// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `pulse-launch-config-message`.

/// Says that a launch config of a worker pool was created, changed or archived; the exchange tells
/// which.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PulseLaunchConfigMessage {
    /// Name of the launch config, unique within its worker pool.
    ///
    /// Length: 1 to 38.
    pub launch_config_id: String,
    /// Name of the provider that looks after the workers of the pool; `listProviders` lists them.
    /// It is `null-provider` for a pool that waits to be deleted.
    ///
    /// Length: 1 to 38.
    pub provider_id: String,
    /// Name of the worker pool: `provisionerId/workerType`, the same as the name of its task queue.
    /// The first part has 1 to 38 letters, digits, `-` or `_`; the second 1 to 38 lower-case
    /// letters, digits or `-`, beginning with a letter and not ending in `-`.
    pub worker_pool_id: String,
}

taskcluster_core::members! {
    PulseLaunchConfigMessage {
        0 launch_config_id = "launchConfigId": required,
        1 provider_id = "providerId": required,
        2 worker_pool_id = "workerPoolId": required,
    }
}

/// What a [`PulseLaunchConfigMessage`] must have.
pub struct PulseLaunchConfigMessageRequired {
    /// See [`PulseLaunchConfigMessage::launch_config_id`].
    pub launch_config_id: String,
    /// See [`PulseLaunchConfigMessage::worker_pool_id`].
    pub worker_pool_id: String,
    /// See [`PulseLaunchConfigMessage::provider_id`].
    pub provider_id: String,
}

impl PulseLaunchConfigMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: PulseLaunchConfigMessageRequired) -> Self {
        Self {
            launch_config_id: required.launch_config_id,
            provider_id: required.provider_id,
            worker_pool_id: required.worker_pool_id,
        }
    }
}
