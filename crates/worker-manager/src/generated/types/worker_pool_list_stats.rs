// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `worker-pool-list-stats`.

use taskcluster_core::Page;

/// One page of figures about the workers of worker pools.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkerPoolListStats {
    /// Token that asks for the next page. Missing on the last page.
    pub continuation_token: Option<String>,
    /// The figures of this page, one entry for each worker pool. May be empty although more pages
    /// follow.
    pub worker_pools_stats: Vec<WorkerPoolCounts>,
}

taskcluster_core::members! {
    WorkerPoolListStats {
        0 continuation_token = "continuationToken": optional,
        1 worker_pools_stats = "workerPoolsStats": required,
    }
}

impl WorkerPoolListStats {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(worker_pools_stats: impl IntoIterator<Item = WorkerPoolCounts>) -> Self {
        Self {
            continuation_token: None,
            worker_pools_stats: worker_pools_stats.into_iter().collect(),
        }
    }
}

impl Page for WorkerPoolListStats {
    type Item = WorkerPoolCounts;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.worker_pools_stats
    }
}

/// How many workers a worker pool has, by state, and how many tasks they can run at once.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkerPoolCounts {
    /// How many tasks the workers that are not stopped can run at once.
    pub current_capacity: u64,
    /// How many tasks the workers in the state `requested` can run at once.
    pub requested_capacity: u64,
    /// How many workers are in the state `requested`.
    pub requested_count: u64,
    /// How many tasks the workers in the state `running` can run at once.
    pub running_capacity: u64,
    /// How many workers are in the state `running`.
    pub running_count: u64,
    /// How many tasks the workers in the state `stopped` could run at once while they ran.
    pub stopped_capacity: u64,
    /// How many workers are in the state `stopped`.
    pub stopped_count: u64,
    /// How many tasks the workers in the state `stopping` can run at once.
    pub stopping_capacity: u64,
    /// How many workers are in the state `stopping`.
    pub stopping_count: u64,
    /// Name of the worker pool: `provisionerId/workerType`.
    pub worker_pool_id: String,
}

taskcluster_core::members! {
    WorkerPoolCounts {
        0 current_capacity = "currentCapacity": required,
        1 requested_capacity = "requestedCapacity": required,
        2 requested_count = "requestedCount": required,
        3 running_capacity = "runningCapacity": required,
        4 running_count = "runningCount": required,
        5 stopped_capacity = "stoppedCapacity": required,
        6 stopped_count = "stoppedCount": required,
        7 stopping_capacity = "stoppingCapacity": required,
        8 stopping_count = "stoppingCount": required,
        9 worker_pool_id = "workerPoolId": required,
    }
}

/// What a [`WorkerPoolCounts`] must have.
pub struct WorkerPoolCountsRequired {
    /// See [`WorkerPoolCounts::worker_pool_id`].
    pub worker_pool_id: String,
    /// See [`WorkerPoolCounts::current_capacity`].
    pub current_capacity: u64,
    /// See [`WorkerPoolCounts::requested_count`].
    pub requested_count: u64,
    /// See [`WorkerPoolCounts::running_count`].
    pub running_count: u64,
    /// See [`WorkerPoolCounts::stopping_count`].
    pub stopping_count: u64,
    /// See [`WorkerPoolCounts::stopped_count`].
    pub stopped_count: u64,
    /// See [`WorkerPoolCounts::requested_capacity`].
    pub requested_capacity: u64,
    /// See [`WorkerPoolCounts::running_capacity`].
    pub running_capacity: u64,
    /// See [`WorkerPoolCounts::stopping_capacity`].
    pub stopping_capacity: u64,
    /// See [`WorkerPoolCounts::stopped_capacity`].
    pub stopped_capacity: u64,
}

impl WorkerPoolCounts {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: WorkerPoolCountsRequired) -> Self {
        Self {
            current_capacity: required.current_capacity,
            requested_capacity: required.requested_capacity,
            requested_count: required.requested_count,
            running_capacity: required.running_capacity,
            running_count: required.running_count,
            stopped_capacity: required.stopped_capacity,
            stopped_count: required.stopped_count,
            stopping_capacity: required.stopping_capacity,
            stopping_count: required.stopping_count,
            worker_pool_id: required.worker_pool_id,
        }
    }
}
