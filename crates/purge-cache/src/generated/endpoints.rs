// Written by `cargo xtask generate` from the references of the service `purge-cache`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Endpoint, Era, Method, Output, Repeat};

pub(super) const PING: Endpoint = Endpoint {
    service: "purge-cache",
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

pub(super) const PURGE_CACHE: Endpoint = Endpoint {
    service: "purge-cache",
    version: "v1",
    name: "purgeCache",
    method: Method::Post,
    route: "/purge-cache/<provisionerId>/<workerType>",
    args: &["provisionerId", "workerType"],
    query: &[],
    input: true,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "purge-cache:<provisionerId>/<workerType>:<cacheName>",
    )),
    derived: &[],
};

pub(super) const ALL_PURGE_REQUESTS: Endpoint = Endpoint {
    service: "purge-cache",
    version: "v1",
    name: "allPurgeRequests",
    method: Method::Get,
    route: "/purge-cache/list",
    args: &[],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("purge-cache:all-purge-requests")),
    derived: &[],
};

pub(super) const PURGE_REQUESTS: Endpoint = Endpoint {
    service: "purge-cache",
    version: "v1",
    name: "purgeRequests",
    method: Method::Get,
    route: "/purge-cache/<provisionerId>/<workerType>",
    args: &["provisionerId", "workerType"],
    query: &["since"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "purge-cache:purge-requests::<provisionerId>/<workerType>",
    )),
    derived: &[],
};

pub(super) const LBHEARTBEAT: Endpoint = Endpoint {
    service: "purge-cache",
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
    service: "purge-cache",
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
    service: "purge-cache",
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
    PURGE_CACHE,
    ALL_PURGE_REQUESTS,
    PURGE_REQUESTS,
    LBHEARTBEAT,
    VERSION,
    HEARTBEAT,
];
