// Written by `cargo xtask generate` from the references of the service `login`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::{Endpoint, Era, Method, Output, Repeat};

pub(super) const PING: Endpoint = Endpoint {
    service: "login",
    version: "v1",
    name: "ping",
    method: Method::Get,
    route: "/ping",
    args: &[],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const OIDC_CREDENTIALS: Endpoint = Endpoint {
    service: "login",
    version: "v1",
    name: "oidcCredentials",
    method: Method::Get,
    route: "/oidc-credentials/<provider>",
    args: &["provider"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

/// All methods of the service, as data.
pub static ENDPOINTS: &[Endpoint] = &[PING, OIDC_CREDENTIALS];
