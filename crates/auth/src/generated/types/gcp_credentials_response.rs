// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `gcp-credentials-response`.

use std::fmt;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// An access token for Google Cloud.
///
/// Today's servers only.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct GcpCredentialsResponse {
    /// The token, to be sent as a bearer token with requests to Google Cloud. Secret.
    pub access_token: String,
    /// Date-time (UTC) until which the token works.
    #[serde(with = "taskcluster_core::timestamp")]
    pub expire_time: OffsetDateTime,
}

impl fmt::Debug for GcpCredentialsResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GcpCredentialsResponse")
            .field("expire_time", &self.expire_time)
            .finish_non_exhaustive()
    }
}
