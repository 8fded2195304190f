// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `websocktunnel-token-response`.

use std::fmt;

use time::OffsetDateTime;

/// A token for a websocktunnel service.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WebsocktunnelTokenResponse {
    /// Date-time (UTC) until which the token works.
    pub expires: OffsetDateTime,
    /// The token, a JSON Web Token. Secret.
    pub token: String,
    /// Name of the websocktunnel service that accepts the token, 1 to 38 letters, digits, `_` or
    /// `-`.
    pub wst_audience: String,
    /// Name of the program at that service.
    pub wst_client: String,
}

taskcluster_core::members! {
    WebsocktunnelTokenResponse {
        0 expires = "expires": date,
        1 token = "token": required,
        2 wst_audience = "wstAudience": required,
        3 wst_client = "wstClient": required,
    }
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
