// Written by `cargo xtask generate` from the references of the service `purge-cache`. Do not edit.

//! The types of the schema `purge-cache-request`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

/// Which cache to purge.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PurgeCacheRequest {
    /// The name of the cache, exactly as tasks use it. The caller needs a scope for it.
    pub cache_name: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    PurgeCacheRequest and extra_members {
        0 cache_name = "cacheName": required,
    }
}

impl PurgeCacheRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(cache_name: impl Into<String>) -> Self {
        Self {
            cache_name: cache_name.into(),
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for PurgeCacheRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PurgeCacheRequest")
            .field("cache_name", &self.cache_name)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}
