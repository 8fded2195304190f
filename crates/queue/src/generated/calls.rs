// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! Calls that take query options of their own.

use super::types;

taskcluster_core::call_with_options! {
    /// A call of [`Queue::list_workers`](super::Queue::list_workers): its query options, and the
    /// verbs of a [`Call`](taskcluster_core::Call).
    pub struct ListWorkers -> types::ListWorkersResponse as Page {
        /// Begins with the page that follows the one from which this token is.
        continuation_token: &str = "continuationToken",
        /// How many items a page has at most; the server may send fewer.
        limit: u32 = "limit",
        /// Sets the query option `quarantined`; see the method for its meaning.
        quarantined: bool = "quarantined",
    }
}
