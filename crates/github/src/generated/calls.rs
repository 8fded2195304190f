// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! Calls that take query options of their own.

use super::types;

taskcluster_core::call_with_options! {
    /// A call of [`Github::builds`](super::Github::builds): its query options, and the verbs of a
    /// [`Call`](taskcluster_core::Call).
    pub struct Builds -> types::BuildList as Page {
        /// Begins with the page that follows the one from which this token is.
        continuation_token: &str = "continuationToken",
        /// How many items a page has at most; the server may send fewer.
        limit: u32 = "limit",
        /// Sets the query option `organization`; see the method for its meaning.
        organization: &str = "organization",
        /// Sets the query option `repository`; see the method for its meaning.
        repository: &str = "repository",
        /// Sets the query option `sha`; see the method for its meaning.
        sha: &str = "sha",
        /// Sets the query option `pullRequest`; see the method for its meaning. Today's servers
        /// only.
        pull_request: u64 = "pullRequest",
    }
}

taskcluster_core::call_with_options! {
    /// A call of [`Github::cancel_builds`](super::Github::cancel_builds): its query options, and
    /// the verbs of a [`Call`](taskcluster_core::Call).
    pub struct CancelBuilds -> types::BuildList {
        /// Sets the query option `sha`; see the method for its meaning.
        sha: &str = "sha",
        /// Sets the query option `pullRequest`; see the method for its meaning.
        pull_request: u64 = "pullRequest",
    }
}
