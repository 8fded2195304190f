// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `pulse-worker-pool-message`.

/// Says that a worker pool was created or that its definition was changed.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PulseWorkerPoolMessage {
    /// Name of the provider that looked after the pool before the change. Missing if that does not
    /// apply.
    ///
    /// Length: 1 to 38.
    pub previous_provider_id: Option<String>,
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
    PulseWorkerPoolMessage {
        0 previous_provider_id = "previousProviderId": optional,
        1 provider_id = "providerId": required,
        2 worker_pool_id = "workerPoolId": required,
    }
}

/// What a [`PulseWorkerPoolMessage`] must have.
pub struct PulseWorkerPoolMessageRequired {
    /// See [`PulseWorkerPoolMessage::worker_pool_id`].
    pub worker_pool_id: String,
    /// See [`PulseWorkerPoolMessage::provider_id`].
    pub provider_id: String,
}

impl PulseWorkerPoolMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: PulseWorkerPoolMessageRequired) -> Self {
        Self {
            previous_provider_id: None,
            provider_id: required.provider_id,
            worker_pool_id: required.worker_pool_id,
        }
    }
}
