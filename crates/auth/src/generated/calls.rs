// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! Calls that take query options of their own.

use super::types;

taskcluster_core::call_with_options! {
    /// A call of [`Auth::list_clients`](super::Auth::list_clients): its query options, and the
    /// verbs of a [`Call`](taskcluster_core::Call).
    pub struct ListClients -> types::ListClientsResponse as Page {
        /// Sets the query option `prefix`; see the method for its meaning.
        prefix: &str = "prefix",
        /// Begins with the page that follows the one from which this token is.
        continuation_token: &str = "continuationToken",
        /// How many items a page has at most; the server may send fewer.
        limit: u32 = "limit",
    }
}

taskcluster_core::call_with_options! {
    /// A call of [`Auth::aws_s3_credentials`](super::Auth::aws_s3_credentials): its query options,
    /// and the verbs of a [`Call`](taskcluster_core::Call).
    pub struct AwsS3Credentials -> types::AwsS3CredentialsResponse {
        /// Sets the query option `format`; see the method for its meaning.
        format: &str = "format",
    }
}
