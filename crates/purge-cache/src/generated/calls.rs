// Written by `cargo xtask generate` from the references of the service `purge-cache`. Do not edit.

//! Calls that take query options of their own.

use super::types;

taskcluster_core::call_with_options! {
    /// A call of [`PurgeCache::purge_requests`](super::PurgeCache::purge_requests): its query
    /// options, and the verbs of a [`Call`](taskcluster_core::Call).
    pub struct PurgeRequests -> types::PurgeCacheRequestList {
        /// Sets the query option `since`; see the method for its meaning.
        since: time::OffsetDateTime = "since",
    }
}
