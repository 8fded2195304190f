// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `websocktunnel-token-response`.

use std::fmt;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// A token for a websocktunnel service.
///
/// Today's servers only.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct WebsocktunnelTokenResponse {
    /// Date-time (UTC) until which the token works.
    #[serde(with = "taskcluster_core::timestamp")]
    pub expires: OffsetDateTime,
    /// The token, a JSON Web Token. Secret.
    pub token: String,
    /// Name of the websocktunnel service that accepts the token, 1 to 38 letters, digits, `_` or
    /// `-`.
    pub wst_audience: String,
    /// Name of the program at that service.
    pub wst_client: String,
}

impl fmt::Debug for WebsocktunnelTokenResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebsocktunnelTokenResponse")
            .field("expires", &self.expires)
            .field("wst_audience", &self.wst_audience)
            .field("wst_client", &self.wst_client)
            .finish_non_exhaustive()
    }
}
