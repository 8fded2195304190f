// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! Which messages of an exchange to hear of, field by field.

use super::topics;

taskcluster_core::selection! {
    /// Selects messages of
    /// [`WorkerManagerEvents::worker_pool_created`](super::WorkerManagerEvents::worker_pool_created).
    pub struct WorkerPoolCreated of topics::WORKER_POOL_CREATED => super::types::PulseWorkerPoolMessage [task_queue_id] {
        /// Name of the provider. Not filled in for this exchange.
        provider_id = "providerId",
        /// First part of the name of the worker pool. Not filled in for this exchange.
        provisioner_id = "provisionerId",
        /// Second part of the name of the worker pool. Not filled in for this exchange.
        worker_type = "workerType",
        /// Not used here: the message is about a pool as a whole.
        worker_group = "workerGroup",
        /// Not used here: the message is about a pool as a whole.
        worker_id = "workerId",
        /// Not used here: the message is about a pool as a whole.
        launch_config_id = "launchConfigId",
        /// Room for later extensions of the routing key. Leave it out of a pattern, so that it
        /// matches anything.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`WorkerManagerEvents::worker_pool_updated`](super::WorkerManagerEvents::worker_pool_updated).
    pub struct WorkerPoolUpdated of topics::WORKER_POOL_UPDATED => super::types::PulseWorkerPoolMessage [task_queue_id] {
        /// Name of the provider. Not filled in for this exchange.
        provider_id = "providerId",
        /// First part of the name of the worker pool. Not filled in for this exchange.
        provisioner_id = "provisionerId",
        /// Second part of the name of the worker pool. Not filled in for this exchange.
        worker_type = "workerType",
        /// Not used here: the message is about a pool as a whole.
        worker_group = "workerGroup",
        /// Not used here: the message is about a pool as a whole.
        worker_id = "workerId",
        /// Not used here: the message is about a pool as a whole.
        launch_config_id = "launchConfigId",
        /// Room for later extensions of the routing key. Leave it out of a pattern, so that it
        /// matches anything.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`WorkerManagerEvents::worker_pool_error`](super::WorkerManagerEvents::worker_pool_error).
    pub struct WorkerPoolError of topics::WORKER_POOL_ERROR => super::types::PulseWorkerPoolErrorMessage [task_queue_id] {
        /// Name of the provider.
        provider_id = "providerId",
        /// First part of the name of the worker pool.
        provisioner_id = "provisionerId",
        /// Second part of the name of the worker pool.
        worker_type = "workerType",
        /// Group of the worker, if there is one, otherwise `_`.
        worker_group = "workerGroup",
        /// Name of the worker within its group, if there is one, otherwise `_`.
        worker_id = "workerId",
        /// Name of the launch config, if there is one, otherwise `_`.
        launch_config_id = "launchConfigId",
        /// Room for later extensions of the routing key. Leave it out of a pattern, so that it
        /// matches anything.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`WorkerManagerEvents::worker_requested`](super::WorkerManagerEvents::worker_requested).
    pub struct WorkerRequested of topics::WORKER_REQUESTED => super::types::PulseWorkerMessage [task_queue_id] {
        /// Name of the provider.
        provider_id = "providerId",
        /// First part of the name of the worker pool.
        provisioner_id = "provisionerId",
        /// Second part of the name of the worker pool.
        worker_type = "workerType",
        /// Group of the worker.
        worker_group = "workerGroup",
        /// Name of the worker within its group.
        worker_id = "workerId",
        /// Name of the launch config, if there is one, otherwise `_`.
        launch_config_id = "launchConfigId",
        /// Room for later extensions of the routing key. Leave it out of a pattern, so that it
        /// matches anything.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`WorkerManagerEvents::worker_running`](super::WorkerManagerEvents::worker_running).
    pub struct WorkerRunning of topics::WORKER_RUNNING => super::types::PulseWorkerMessage [task_queue_id] {
        /// Name of the provider.
        provider_id = "providerId",
        /// First part of the name of the worker pool.
        provisioner_id = "provisionerId",
        /// Second part of the name of the worker pool.
        worker_type = "workerType",
        /// Group of the worker.
        worker_group = "workerGroup",
        /// Name of the worker within its group.
        worker_id = "workerId",
        /// Name of the launch config, if there is one, otherwise `_`.
        launch_config_id = "launchConfigId",
        /// Room for later extensions of the routing key. Leave it out of a pattern, so that it
        /// matches anything.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`WorkerManagerEvents::worker_stopped`](super::WorkerManagerEvents::worker_stopped).
    pub struct WorkerStopped of topics::WORKER_STOPPED => super::types::PulseWorkerMessage [task_queue_id] {
        /// Name of the provider.
        provider_id = "providerId",
        /// First part of the name of the worker pool.
        provisioner_id = "provisionerId",
        /// Second part of the name of the worker pool.
        worker_type = "workerType",
        /// Group of the worker.
        worker_group = "workerGroup",
        /// Name of the worker within its group.
        worker_id = "workerId",
        /// Name of the launch config, if there is one, otherwise `_`.
        launch_config_id = "launchConfigId",
        /// Room for later extensions of the routing key. Leave it out of a pattern, so that it
        /// matches anything.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`WorkerManagerEvents::worker_removed`](super::WorkerManagerEvents::worker_removed).
    pub struct WorkerRemoved of topics::WORKER_REMOVED => super::types::PulseWorkerRemovedMessage [task_queue_id] {
        /// Name of the provider.
        provider_id = "providerId",
        /// First part of the name of the worker pool.
        provisioner_id = "provisionerId",
        /// Second part of the name of the worker pool.
        worker_type = "workerType",
        /// Group of the worker.
        worker_group = "workerGroup",
        /// Name of the worker within its group.
        worker_id = "workerId",
        /// Name of the launch config, if there is one, otherwise `_`.
        launch_config_id = "launchConfigId",
        /// Room for later extensions of the routing key. Leave it out of a pattern, so that it
        /// matches anything.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`WorkerManagerEvents::launch_config_created`](super::WorkerManagerEvents::launch_config_created).
    pub struct LaunchConfigCreated of topics::LAUNCH_CONFIG_CREATED => super::types::PulseLaunchConfigMessage [task_queue_id] {
        /// Name of the provider.
        provider_id = "providerId",
        /// First part of the name of the worker pool.
        provisioner_id = "provisionerId",
        /// Second part of the name of the worker pool.
        worker_type = "workerType",
        /// Not used here: a launch config has no worker group.
        worker_group = "workerGroup",
        /// Not used here: a launch config is of no single worker.
        worker_id = "workerId",
        /// Name of the launch config.
        launch_config_id = "launchConfigId",
        /// Room for later extensions of the routing key. Leave it out of a pattern, so that it
        /// matches anything.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`WorkerManagerEvents::launch_config_updated`](super::WorkerManagerEvents::launch_config_updated).
    pub struct LaunchConfigUpdated of topics::LAUNCH_CONFIG_UPDATED => super::types::PulseLaunchConfigMessage [task_queue_id] {
        /// Name of the provider.
        provider_id = "providerId",
        /// First part of the name of the worker pool.
        provisioner_id = "provisionerId",
        /// Second part of the name of the worker pool.
        worker_type = "workerType",
        /// Not used here: a launch config has no worker group.
        worker_group = "workerGroup",
        /// Not used here: a launch config is of no single worker.
        worker_id = "workerId",
        /// Name of the launch config.
        launch_config_id = "launchConfigId",
        /// Room for later extensions of the routing key. Leave it out of a pattern, so that it
        /// matches anything.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`WorkerManagerEvents::launch_config_archived`](super::WorkerManagerEvents::launch_config_archived).
    pub struct LaunchConfigArchived of topics::LAUNCH_CONFIG_ARCHIVED => super::types::PulseLaunchConfigMessage [task_queue_id] {
        /// Name of the provider.
        provider_id = "providerId",
        /// First part of the name of the worker pool.
        provisioner_id = "provisionerId",
        /// Second part of the name of the worker pool.
        worker_type = "workerType",
        /// Not used here: a launch config has no worker group.
        worker_group = "workerGroup",
        /// Not used here: a launch config is of no single worker.
        worker_id = "workerId",
        /// Name of the launch config.
        launch_config_id = "launchConfigId",
        /// Room for later extensions of the routing key. Leave it out of a pattern, so that it
        /// matches anything.
        reserved = "reserved",
    }
}
