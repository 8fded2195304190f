// Written by `cargo xtask generate` from the references of the service `purge-cache`. Do not edit.

//! The types of the schema `purge-cache-request-list`.

use super::PurgeRequest;

/// The open purge requests for one worker pool.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PurgeCacheRequestList {
    /// Open purge requests, in no particular order.
    pub requests: Vec<PurgeRequest>,
}

taskcluster_core::members! {
    PurgeCacheRequestList {
        0 requests = "requests": required,
    }
}

impl PurgeCacheRequestList {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(requests: impl IntoIterator<Item = PurgeRequest>) -> Self {
        Self {
            requests: requests.into_iter().collect(),
        }
    }
}
