// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `webhooktunnel-token-response`.

use std::fmt;

/// What is needed to open a tunnel.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WebhooktunnelTokenResponse {
    /// URL of the proxy to connect to.
    pub proxy_url: String,
    /// Token to present to the proxy, a JSON Web Token that is valid only for this tunnel. Keep it
    /// secret.
    pub token: String,
    /// Random id of the tunnel, which is part of its public address.
    pub tunnel_id: String,
}

taskcluster_core::members! {
    WebhooktunnelTokenResponse {
        0 proxy_url = "proxyUrl": required,
        1 token = "token": required,
        2 tunnel_id = "tunnelId": required,
    }
}

/// What a [`WebhooktunnelTokenResponse`] must have.
pub struct WebhooktunnelTokenResponseRequired {
    /// See [`WebhooktunnelTokenResponse::token`].
    pub token: String,
    /// See [`WebhooktunnelTokenResponse::tunnel_id`].
    pub tunnel_id: String,
    /// See [`WebhooktunnelTokenResponse::proxy_url`].
    pub proxy_url: String,
}

impl WebhooktunnelTokenResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: WebhooktunnelTokenResponseRequired) -> Self {
        Self {
            proxy_url: required.proxy_url,
            token: required.token,
            tunnel_id: required.tunnel_id,
        }
    }
}

impl fmt::Debug for WebhooktunnelTokenResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhooktunnelTokenResponse")
            .field("proxy_url", &self.proxy_url)
            .field("tunnel_id", &self.tunnel_id)
            .finish_non_exhaustive()
    }
}
