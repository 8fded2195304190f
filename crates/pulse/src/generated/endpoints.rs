// Written by `cargo xtask generate` from the references of the service `pulse`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Endpoint, Era, Method, Output, Repeat};

pub(super) const PING: Endpoint = Endpoint {
    service: "pulse",
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

pub(super) const LIST_NAMESPACES: Endpoint = Endpoint {
    service: "pulse",
    version: "v1",
    name: "listNamespaces",
    method: Method::Get,
    route: "/namespaces",
    args: &[],
    query: &["limit", "continuationToken"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const NAMESPACE: Endpoint = Endpoint {
    service: "pulse",
    version: "v1",
    name: "namespace",
    method: Method::Get,
    route: "/namespace/<namespace>",
    args: &["namespace"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const CLAIM_NAMESPACE: Endpoint = Endpoint {
    service: "pulse",
    version: "v1",
    name: "claimNamespace",
    method: Method::Post,
    route: "/namespace/<namespace>",
    args: &["namespace"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::AllOf(&[StaticExpression::Scope(
        "pulse:namespace:<namespace>",
    )])),
    derived: &[],
};

/// All methods of the service, as data.
pub static ENDPOINTS: &[Endpoint] = &[PING, LIST_NAMESPACES, NAMESPACE, CLAIM_NAMESPACE];
