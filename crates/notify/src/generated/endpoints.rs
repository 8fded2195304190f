// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::{Endpoint, Method, Output};

pub(super) const PING: Endpoint = Endpoint {
    service: "notify",
    version: "v1",
    name: "ping",
    method: Method::Get,
    route: "/ping",
    args: &[],
    query: &[],
    input: false,
    output: Output::Empty,
};

pub(super) const EMAIL: Endpoint = Endpoint {
    service: "notify",
    version: "v1",
    name: "email",
    method: Method::Post,
    route: "/email",
    args: &[],
    query: &[],
    input: true,
    output: Output::Empty,
};

pub(super) const PULSE: Endpoint = Endpoint {
    service: "notify",
    version: "v1",
    name: "pulse",
    method: Method::Post,
    route: "/pulse",
    args: &[],
    query: &[],
    input: true,
    output: Output::Empty,
};

pub(super) const IRC: Endpoint = Endpoint {
    service: "notify",
    version: "v1",
    name: "irc",
    method: Method::Post,
    route: "/irc",
    args: &[],
    query: &[],
    input: true,
    output: Output::Empty,
};

/// All methods of the service, as data.
pub static ENDPOINTS: &[Endpoint] = &[PING, EMAIL, PULSE, IRC];
