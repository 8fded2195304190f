// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `worker-pool-error-list`.

use taskcluster_core::Page;

use super::WorkerPoolError;

/// One page of the errors of a worker pool.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkerPoolErrorList {
    /// Token that asks for the next page. Missing on the last page.
    pub continuation_token: Option<String>,
    /// The errors of this page. May be empty although more pages follow.
    pub worker_pool_errors: Vec<WorkerPoolError>,
}

taskcluster_core::members! {
    WorkerPoolErrorList {
        0 continuation_token = "continuationToken": optional,
        1 worker_pool_errors = "workerPoolErrors": required,
    }
}

impl WorkerPoolErrorList {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(worker_pool_errors: impl IntoIterator<Item = WorkerPoolError>) -> Self {
        Self {
            continuation_token: None,
            worker_pool_errors: worker_pool_errors.into_iter().collect(),
        }
    }
}

impl Page for WorkerPoolErrorList {
    type Item = WorkerPoolError;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.worker_pool_errors
    }
}
