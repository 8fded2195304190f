// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! Calls that take query options of their own.

use super::types;

taskcluster_core::call_with_options! {
    /// A call of [`Toy::find_boxes`](super::Toy::find_boxes): its query options, and the verbs of a
    /// [`Call`](taskcluster_core::Call).
    pub struct FindBoxes -> types::ListBoxesResponse as Page {
        /// Sets the query option `colour`; see the method for its meaning.
        colour: &str = "colour",
        /// How many items a page has at most; the server may send fewer.
        limit: u32 = "limit",
        /// Begins with the page that follows the one from which this token is.
        continuation_token: &str = "continuationToken",
        /// Sets the query option `since`; see the method for its meaning.
        since: time::OffsetDateTime = "since",
        /// Sets the query option `quarantined`; see the method for its meaning.
        quarantined: bool = "quarantined",
    }
}
