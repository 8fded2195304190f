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

/// What a [`WebsocktunnelTokenResponse`] must have.
pub struct WebsocktunnelTokenResponseRequired {
    /// See [`WebsocktunnelTokenResponse::wst_client`].
    pub wst_client: String,
    /// See [`WebsocktunnelTokenResponse::wst_audience`].
    pub wst_audience: String,
    /// See [`WebsocktunnelTokenResponse::token`].
    pub token: String,
    /// See [`WebsocktunnelTokenResponse::expires`].
    pub expires: OffsetDateTime,
}

impl WebsocktunnelTokenResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: WebsocktunnelTokenResponseRequired) -> Self {
        Self {
            expires: required.expires,
            token: required.token,
            wst_audience: required.wst_audience,
            wst_client: required.wst_client,
        }
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
