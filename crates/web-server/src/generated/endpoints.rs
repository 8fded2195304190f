// Written by `cargo xtask generate` from the references of the service `web-server`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::{Endpoint, Era, Method, Output, Repeat};

pub(super) const PING: Endpoint = Endpoint {
    service: "web-server",
    version: "v1",
    name: "ping",
    method: Method::Get,
    route: "/ping",
    args: &[],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: None,
    derived: &[],
};

pub(super) const LBHEARTBEAT: Endpoint = Endpoint {
    service: "web-server",
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
    service: "web-server",
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

pub(super) const TASK_GROUP_PROFILE: Endpoint = Endpoint {
    service: "web-server",
    version: "v1",
    name: "taskGroupProfile",
    method: Method::Get,
    route: "/task-group/<taskGroupId>/profile",
    args: &["taskGroupId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: None,
    derived: &[],
};

pub(super) const TASK_PROFILE: Endpoint = Endpoint {
    service: "web-server",
    version: "v1",
    name: "taskProfile",
    method: Method::Get,
    route: "/task/<taskId>/profile",
    args: &["taskId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: None,
    derived: &[],
};

pub(super) const HEARTBEAT: Endpoint = Endpoint {
    service: "web-server",
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
    LBHEARTBEAT,
    VERSION,
    TASK_GROUP_PROFILE,
    TASK_PROFILE,
    HEARTBEAT,
];
