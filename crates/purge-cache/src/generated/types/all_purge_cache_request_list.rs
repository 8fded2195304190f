// Written by `cargo xtask generate` from the references of the service `purge-cache`. Do not edit.

//! The types of the schema `all-purge-cache-request-list`.

use taskcluster_core::Page;

use super::PurgeRequest;

/// One page of the open purge requests of all worker pools.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AllPurgeCacheRequestList {
    /// Opaque token that asks for the next page. Missing or an empty string on the last page.
    pub continuation_token: Option<String>,
    /// Open purge requests, in no particular order.
    pub requests: Vec<PurgeRequest>,
}

taskcluster_core::members! {
    AllPurgeCacheRequestList {
        0 continuation_token = "continuationToken": optional,
        1 requests = "requests": required,
    }
}

impl AllPurgeCacheRequestList {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(requests: impl IntoIterator<Item = PurgeRequest>) -> Self {
        Self {
            continuation_token: None,
            requests: requests.into_iter().collect(),
        }
    }
}

impl Page for AllPurgeCacheRequestList {
    type Item = PurgeRequest;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.requests
    }
}
