// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `worker-pool-list`.

use taskcluster_core::Page;

use super::WorkerPoolFull;

/// One page of worker pools.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkerPoolList {
    /// Token that asks for the next page. Missing on the last page.
    pub continuation_token: Option<String>,
    /// The worker pools of this page. May be empty although more pages follow.
    pub worker_pools: Vec<WorkerPoolFull>,
}

taskcluster_core::members! {
    WorkerPoolList {
        0 continuation_token = "continuationToken": optional,
        1 worker_pools = "workerPools": required,
    }
}

impl WorkerPoolList {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(worker_pools: impl IntoIterator<Item = WorkerPoolFull>) -> Self {
        Self {
            continuation_token: None,
            worker_pools: worker_pools.into_iter().collect(),
        }
    }
}

impl Page for WorkerPoolList {
    type Item = WorkerPoolFull;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.worker_pools
    }
}
