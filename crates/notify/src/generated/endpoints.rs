// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Derived, Endpoint, Era, Method, Output, Repeat};

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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: None,
    derived: &[],
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
    repeat: Repeat::Harmful,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("notify:email:<address>")),
    derived: &[],
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
    repeat: Repeat::Harmful,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("notify:pulse:<routingKey>")),
    derived: &[],
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
    repeat: Repeat::Harmful,
    era: Era::Classic,
    scopes: Some(StaticExpression::If {
        condition: "channelRequest",
        then: &StaticExpression::Scope("notify:irc-channel:<channel>"),
        otherwise: Some(&StaticExpression::Scope("notify:irc-user:<user>")),
    }),
    derived: &[
        ("channelRequest", Derived::Has("channel")),
        ("channel", Derived::Text("")),
        ("user", Derived::Text("")),
    ],
};

pub(super) const LBHEARTBEAT: Endpoint = Endpoint {
    service: "notify",
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
    service: "notify",
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

pub(super) const MATRIX: Endpoint = Endpoint {
    service: "notify",
    version: "v1",
    name: "matrix",
    method: Method::Post,
    route: "/matrix",
    args: &[],
    query: &[],
    input: true,
    output: Output::Empty,
    repeat: Repeat::Harmful,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("notify:matrix-room:<roomId>")),
    derived: &[],
};

pub(super) const SLACK: Endpoint = Endpoint {
    service: "notify",
    version: "v1",
    name: "slack",
    method: Method::Post,
    route: "/slack",
    args: &[],
    query: &[],
    input: true,
    output: Output::Empty,
    repeat: Repeat::Harmful,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("notify:slack-channel:<channelId>")),
    derived: &[],
};

pub(super) const ADD_DENYLIST_ADDRESS: Endpoint = Endpoint {
    service: "notify",
    version: "v1",
    name: "addDenylistAddress",
    method: Method::Post,
    route: "/denylist/add",
    args: &[],
    query: &[],
    input: true,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("notify:manage-denylist")),
    derived: &[],
};

pub(super) const DELETE_DENYLIST_ADDRESS: Endpoint = Endpoint {
    service: "notify",
    version: "v1",
    name: "deleteDenylistAddress",
    method: Method::Delete,
    route: "/denylist/delete",
    args: &[],
    query: &[],
    input: true,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("notify:manage-denylist")),
    derived: &[],
};

pub(super) const LIST_DENYLIST: Endpoint = Endpoint {
    service: "notify",
    version: "v1",
    name: "listDenylist",
    method: Method::Get,
    route: "/denylist/list",
    args: &[],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("notify:manage-denylist")),
    derived: &[],
};

pub(super) const HEARTBEAT: Endpoint = Endpoint {
    service: "notify",
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
    EMAIL,
    PULSE,
    IRC,
    LBHEARTBEAT,
    VERSION,
    MATRIX,
    SLACK,
    ADD_DENYLIST_ADDRESS,
    DELETE_DENYLIST_ADDRESS,
    LIST_DENYLIST,
    HEARTBEAT,
];
