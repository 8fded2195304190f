// Written by `cargo xtask generate` from the references of the service `purge-cache`. Do not edit.

//! The service's exchanges.

use super::selections;

/// Announces purge requests over Pulse as they are made.
///
/// Listening here lets a worker act sooner than its next call of `purgeRequests`. It cannot replace
/// that call: messages sent while a worker is not connected never reach it, and deployments from
/// late 2018 on may publish nothing on this exchange.
#[derive(Clone, Copy, Debug)]
pub struct PurgeCacheEvents;

impl PurgeCacheEvents {
    /// Announces that a cache is to be purged on all workers of one kind.
    ///
    /// Published on each call of the method of the same name. A worker that receives it should
    /// discard its present caches of that name before it uses them for another task. The message
    /// carries no time of the request; the time of receipt serves instead.
    ///
    /// Until 2019.
    ///
    /// * Exchange: `exchange/taskcluster-purge-cache/v1/purge-cache`
    /// * Message: [`super::types::PurgeCacheMessage`]
    #[doc(alias = "purgeCache")]
    pub fn purge_cache() -> selections::PurgeCache {
        selections::PurgeCache::new()
    }
}
