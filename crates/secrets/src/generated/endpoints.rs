// Written by `cargo xtask generate` from the references of the service `secrets`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Endpoint, Era, Method, Output, Repeat};

pub(super) const PING: Endpoint = Endpoint {
    service: "secrets",
    version: "v1",
    name: "ping",
    method: Method::Get,
    route: "/ping",
    args: &[],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: None,
    derived: &[],
};

pub(super) const SET: Endpoint = Endpoint {
    service: "secrets",
    version: "v1",
    name: "set",
    method: Method::Put,
    route: "/secret/<name>",
    args: &["name"],
    query: &[],
    input: true,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("secrets:set:<name>")),
    derived: &[],
};

pub(super) const REMOVE: Endpoint = Endpoint {
    service: "secrets",
    version: "v1",
    name: "remove",
    method: Method::Delete,
    route: "/secret/<name>",
    args: &["name"],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("secrets:set:<name>")),
    derived: &[],
};

pub(super) const GET: Endpoint = Endpoint {
    service: "secrets",
    version: "v1",
    name: "get",
    method: Method::Get,
    route: "/secret/<name>",
    args: &["name"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("secrets:get:<name>")),
    derived: &[],
};

pub(super) const LIST: Endpoint = Endpoint {
    service: "secrets",
    version: "v1",
    name: "list",
    method: Method::Get,
    route: "/secrets",
    args: &[],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("secrets:list-secrets")),
    derived: &[],
};

pub(super) const LBHEARTBEAT: Endpoint = Endpoint {
    service: "secrets",
    version: "v1",
    name: "lbheartbeat",
    method: Method::Get,
    route: "/__lbheartbeat__",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: None,
    derived: &[],
};

pub(super) const VERSION: Endpoint = Endpoint {
    service: "secrets",
    version: "v1",
    name: "version",
    method: Method::Get,
    route: "/__version__",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: None,
    derived: &[],
};

pub(super) const HEARTBEAT: Endpoint = Endpoint {
    service: "secrets",
    version: "v1",
    name: "heartbeat",
    method: Method::Get,
    route: "/__heartbeat__",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: None,
    derived: &[],
};

/// All methods of the service, as data.
pub static ENDPOINTS: &[Endpoint] = &[
    PING,
    SET,
    REMOVE,
    GET,
    LIST,
    LBHEARTBEAT,
    VERSION,
    HEARTBEAT,
];
