// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! Calls that take query options of their own.

use super::types;

taskcluster_core::call_with_options! {
    /// A call of
    /// [`WorkerManager::list_worker_pool_launch_configs`](super::WorkerManager::list_worker_pool_launch_configs):
    /// its query options, and the verbs of a [`Call`](taskcluster_core::Call).
    pub struct ListWorkerPoolLaunchConfigs -> types::WorkerPoolLaunchConfigList as Page {
        /// Begins with the page that follows the one from which this token is.
        continuation_token: &str = "continuationToken",
        /// How many items a page has at most; the server may send fewer.
        limit: u32 = "limit",
        /// Sets the query option `includeArchived`; see the method for its meaning.
        include_archived: bool = "includeArchived",
    }
}

taskcluster_core::call_with_options! {
    /// A call of
    /// [`WorkerManager::worker_pool_error_stats`](super::WorkerManager::worker_pool_error_stats):
    /// its query options, and the verbs of a [`Call`](taskcluster_core::Call).
    pub struct WorkerPoolErrorStats -> types::WorkerPoolErrorStats {
        /// Sets the query option `workerPoolId`; see the method for its meaning.
        worker_pool_id: &str = "workerPoolId",
    }
}

taskcluster_core::call_with_options! {
    /// A call of
    /// [`WorkerManager::list_worker_pool_errors`](super::WorkerManager::list_worker_pool_errors):
    /// its query options, and the verbs of a [`Call`](taskcluster_core::Call).
    pub struct ListWorkerPoolErrors -> types::WorkerPoolErrorList as Page {
        /// Begins with the page that follows the one from which this token is.
        continuation_token: &str = "continuationToken",
        /// How many items a page has at most; the server may send fewer.
        limit: u32 = "limit",
        /// Sets the query option `launchConfigId`; see the method for its meaning.
        launch_config_id: &str = "launchConfigId",
        /// Sets the query option `errorId`; see the method for its meaning.
        error_id: &str = "errorId",
    }
}

taskcluster_core::call_with_options! {
    /// A call of
    /// [`WorkerManager::list_workers_for_worker_pool`](super::WorkerManager::list_workers_for_worker_pool):
    /// its query options, and the verbs of a [`Call`](taskcluster_core::Call).
    pub struct ListWorkersForWorkerPool -> types::WorkerList as Page {
        /// Begins with the page that follows the one from which this token is.
        continuation_token: &str = "continuationToken",
        /// How many items a page has at most; the server may send fewer.
        limit: u32 = "limit",
        /// Sets the query option `launchConfigId`; see the method for its meaning.
        launch_config_id: &str = "launchConfigId",
        /// Sets the query option `state`; see the method for its meaning.
        state: &str = "state",
    }
}

taskcluster_core::call_with_options! {
    /// A call of [`WorkerManager::list_workers`](super::WorkerManager::list_workers): its query
    /// options, and the verbs of a [`Call`](taskcluster_core::Call).
    pub struct ListWorkers -> types::ListWorkersResponse as Page {
        /// Begins with the page that follows the one from which this token is.
        continuation_token: &str = "continuationToken",
        /// How many items a page has at most; the server may send fewer.
        limit: u32 = "limit",
        /// Sets the query option `launchConfigId`; see the method for its meaning.
        launch_config_id: &str = "launchConfigId",
        /// Sets the query option `quarantined`; see the method for its meaning.
        quarantined: bool = "quarantined",
        /// Sets the query option `workerState`; see the method for its meaning.
        worker_state: &str = "workerState",
    }
}
