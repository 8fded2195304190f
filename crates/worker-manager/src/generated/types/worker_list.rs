// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `worker-list`.

use taskcluster_core::Page;

use super::WorkerFull;

/// One page of workers.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkerList {
    /// Token that asks for the next page. Missing on the last page.
    pub continuation_token: Option<String>,
    /// The workers of this page. May be empty although more pages follow.
    pub workers: Vec<WorkerFull>,
}

taskcluster_core::members! {
    WorkerList {
        0 continuation_token = "continuationToken": optional,
        1 workers = "workers": required,
    }
}

impl WorkerList {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(workers: impl IntoIterator<Item = WorkerFull>) -> Self {
        Self {
            continuation_token: None,
            workers: workers.into_iter().collect(),
        }
    }
}

impl Page for WorkerList {
    type Item = WorkerFull;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.workers
    }
}
