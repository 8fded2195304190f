// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Endpoint, Era, Method, Output, Repeat};

pub(super) const PING: Endpoint = Endpoint {
    service: "toy",
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

pub(super) const LIST_BOXES: Endpoint = Endpoint {
    service: "toy",
    version: "v1",
    name: "listBoxes",
    method: Method::Get,
    route: "/boxes/",
    args: &[],
    query: &["limit", "continuationToken"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: None,
    derived: &[],
};

pub(super) const FIND_BOXES: Endpoint = Endpoint {
    service: "toy",
    version: "v1",
    name: "findBoxes",
    method: Method::Get,
    route: "/boxes/by-colour",
    args: &[],
    query: &[
        "colour",
        "limit",
        "continuationToken",
        "since",
        "quarantined",
    ],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: None,
    derived: &[],
};

pub(super) const PUT_BOX: Endpoint = Endpoint {
    service: "toy",
    version: "v1",
    name: "putBox",
    method: Method::Put,
    route: "/box/<boxId>/runs/<runId>",
    args: &["boxId", "runId"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::AllOf(&[
        StaticExpression::Scope("toy:put:<boxId>"),
        StaticExpression::Each {
            name: "tag",
            list: "tags",
            scope: "toy:tag:<tag>",
        },
    ])),
    derived: &[],
};

pub(super) const SELF: Endpoint = Endpoint {
    service: "toy",
    version: "v1",
    name: "self",
    method: Method::Post,
    route: "/type/<name>",
    args: &["name"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: None,
    derived: &[],
};

pub(super) const SET_MANY: Endpoint = Endpoint {
    service: "toy",
    version: "v1",
    name: "setMany",
    method: Method::Post,
    route: "/many",
    args: &[],
    query: &[],
    input: true,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: None,
    derived: &[],
};

pub(super) const NAMES: Endpoint = Endpoint {
    service: "toy",
    version: "v1",
    name: "names",
    method: Method::Get,
    route: "/names",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: None,
    derived: &[],
};

/// All methods of the service, as data.
pub static ENDPOINTS: &[Endpoint] = &[PING, LIST_BOXES, FIND_BOXES, PUT_BOX, SELF, SET_MANY, NAMES];
