// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The service's exchanges.

use super::selections;

/// Announces over Pulse what happens to worker pools, launch configs and workers.
///
/// The routing keys begin with the word `primary`, followed by the names of the provider, the pool,
/// the worker and the launch config, so that consumers can subscribe to what concerns one pool,
/// say. Messages carry the same names but no details; read those with the methods of the Worker
/// Manager. A message may be delivered more than once.
#[derive(Clone, Copy, Debug)]
pub struct WorkerManagerEvents;

impl WorkerManagerEvents {
    /// Announces that a worker pool was created with `createWorkerPool`.
    ///
    /// Bind with `#`: the service is known not to fill in the names in the routing key here, so
    /// messages can only be told apart by their content.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-worker-manager/v1/worker-pool-created`
    /// * Message: [`super::types::PulseWorkerPoolMessage`]
    #[doc(alias = "workerPoolCreated")]
    pub fn worker_pool_created() -> selections::WorkerPoolCreated {
        selections::WorkerPoolCreated::new()
    }

    /// Announces that the definition of a worker pool was replaced, or that the pool was marked for
    /// deletion.
    ///
    /// In the latter case the message names `null-provider` as the provider. Nothing is announced
    /// when the pool is finally removed.
    ///
    /// Bind with `#`: the service is known not to fill in the names in the routing key here, so
    /// messages can only be told apart by their content.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-worker-manager/v1/worker-pool-updated`
    /// * Message: [`super::types::PulseWorkerPoolMessage`]
    #[doc(alias = "workerPoolUpdated")]
    pub fn worker_pool_updated() -> selections::WorkerPoolUpdated {
        selections::WorkerPoolUpdated::new()
    }

    /// Announces that an error of a worker pool was recorded.
    ///
    /// It may be one that a worker has reported or one that was met with when workers were started.
    /// The message has the kind and title of the error; its details are found with
    /// `listWorkerPoolErrors` and its `errorId`.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-worker-manager/v1/worker-pool-error`
    /// * Message: [`super::types::PulseWorkerPoolErrorMessage`]
    #[doc(alias = "workerPoolError")]
    pub fn worker_pool_error() -> selections::WorkerPoolError {
        selections::WorkerPoolError::new()
    }

    /// Announces that the service has asked a provider for a new worker.
    ///
    /// The worker has a name from now on, but its machine may not exist yet, and it may still come
    /// to nothing.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-worker-manager/v1/worker-requested`
    /// * Message: [`super::types::PulseWorkerMessage`]
    #[doc(alias = "workerRequested")]
    pub fn worker_requested() -> selections::WorkerRequested {
        selections::WorkerRequested::new()
    }

    /// Announces that a worker has registered and is about to claim tasks.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-worker-manager/v1/worker-running`
    /// * Message: [`super::types::PulseWorkerMessage`]
    #[doc(alias = "workerRunning")]
    pub fn worker_running() -> selections::WorkerRunning {
        selections::WorkerRunning::new()
    }

    /// Announces that a worker is gone.
    ///
    /// Its machine was shut down or has ended by itself.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-worker-manager/v1/worker-stopped`
    /// * Message: [`super::types::PulseWorkerMessage`]
    #[doc(alias = "workerStopped")]
    pub fn worker_stopped() -> selections::WorkerStopped {
        selections::WorkerStopped::new()
    }

    /// Announces that a worker is being removed, and why.
    ///
    /// That happens when somebody calls `removeWorker`, or when the service itself decides that the
    /// worker has to go, for instance because it has not registered in time. The machine may take a
    /// while to stop.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-worker-manager/v1/worker-removed`
    /// * Message: [`super::types::PulseWorkerRemovedMessage`]
    #[doc(alias = "workerRemoved")]
    pub fn worker_removed() -> selections::WorkerRemoved {
        selections::WorkerRemoved::new()
    }

    /// Announces that a worker pool got a launch config which it did not have before.
    ///
    /// Launch configs are part of the definition of a pool, so this follows from `createWorkerPool`
    /// or `updateWorkerPool`.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-worker-manager/v1/launch-config-created`
    /// * Message: [`super::types::PulseLaunchConfigMessage`]
    #[doc(alias = "launchConfigCreated")]
    pub fn launch_config_created() -> selections::LaunchConfigCreated {
        selections::LaunchConfigCreated::new()
    }

    /// Announces that a launch config of a worker pool was changed.
    ///
    /// Launch configs are part of the definition of a pool, so this follows from
    /// `updateWorkerPool`.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-worker-manager/v1/launch-config-updated`
    /// * Message: [`super::types::PulseLaunchConfigMessage`]
    #[doc(alias = "launchConfigUpdated")]
    pub fn launch_config_updated() -> selections::LaunchConfigUpdated {
        selections::LaunchConfigUpdated::new()
    }

    /// Announces that a launch config is no longer part of the definition of its worker pool.
    ///
    /// No workers are started from it any more; those that were may still run.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-worker-manager/v1/launch-config-archived`
    /// * Message: [`super::types::PulseLaunchConfigMessage`]
    #[doc(alias = "launchConfigArchived")]
    pub fn launch_config_archived() -> selections::LaunchConfigArchived {
        selections::LaunchConfigArchived::new()
    }
}
