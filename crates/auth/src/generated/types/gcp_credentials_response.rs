// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `gcp-credentials-response`.

use std::fmt;

use time::OffsetDateTime;

/// An access token for Google Cloud.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GcpCredentialsResponse {
    /// The token, to be sent as a bearer token with requests to Google Cloud. Secret.
    pub access_token: String,
    /// Date-time (UTC) until which the token works.
    pub expire_time: OffsetDateTime,
}

taskcluster_core::members! {
    GcpCredentialsResponse {
        0 access_token = "accessToken": required,
        1 expire_time = "expireTime": date,
    }
}

impl GcpCredentialsResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(access_token: impl Into<String>, expire_time: OffsetDateTime) -> Self {
        Self {
            access_token: access_token.into(),
            expire_time,
        }
    }
}

impl fmt::Debug for GcpCredentialsResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GcpCredentialsResponse")
            .field("expire_time", &self.expire_time)
            .finish_non_exhaustive()
    }
}
