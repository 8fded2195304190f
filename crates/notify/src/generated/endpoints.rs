// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Derived, Endpoint, Method, Output, Repeat};

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

/// All methods of the service, as data.
pub static ENDPOINTS: &[Endpoint] = &[PING, EMAIL, PULSE, IRC];
