// Written by `cargo xtask generate` from the references of the service `purge-cache`. Do not edit.

//! The types of the schema `purge-cache-request`.

use serde::{Deserialize, Serialize};

/// Which cache to purge.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PurgeCacheRequest {
    /// The name of the cache, exactly as tasks use it. The caller needs a scope for it.
    pub cache_name: String,
}

impl PurgeCacheRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(cache_name: impl Into<String>) -> Self {
        Self {
            cache_name: cache_name.into(),
        }
    }
}
