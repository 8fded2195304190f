// Written by `cargo xtask generate` from the references of the service `index`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Derived, Endpoint, Method, Output, Repeat};

pub(super) const PING: Endpoint = Endpoint {
    service: "index",
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

pub(super) const FIND_TASK: Endpoint = Endpoint {
    service: "index",
    version: "v1",
    name: "findTask",
    method: Method::Get,
    route: "/task/<indexPath>",
    args: &["indexPath"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    scopes: None,
    derived: &[],
};

pub(super) const LIST_NAMESPACES: Endpoint = Endpoint {
    service: "index",
    version: "v1",
    name: "listNamespaces",
    method: Method::Get,
    route: "/namespaces/<namespace>",
    args: &["namespace"],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    scopes: None,
    derived: &[],
};

pub(super) const LIST_TASKS: Endpoint = Endpoint {
    service: "index",
    version: "v1",
    name: "listTasks",
    method: Method::Get,
    route: "/tasks/<namespace>",
    args: &["namespace"],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    scopes: None,
    derived: &[],
};

pub(super) const INSERT_TASK: Endpoint = Endpoint {
    service: "index",
    version: "v1",
    name: "insertTask",
    method: Method::Put,
    route: "/task/<namespace>",
    args: &["namespace"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    scopes: Some(StaticExpression::Scope("index:insert-task:<namespace>")),
    derived: &[],
};

pub(super) const FIND_ARTIFACT_FROM_TASK: Endpoint = Endpoint {
    service: "index",
    version: "v1",
    name: "findArtifactFromTask",
    method: Method::Get,
    route: "/task/<indexPath>/artifacts/<name>",
    args: &["indexPath", "name"],
    query: &[],
    input: false,
    output: Output::Redirect,
    repeat: Repeat::Harmless,
    scopes: Some(StaticExpression::If {
        condition: "private",
        then: &StaticExpression::Scope("queue:get-artifact:<name>"),
        otherwise: None,
    }),
    derived: &[("private", Derived::BeginsOtherwise("name", "public/"))],
};

/// All methods of the service, as data.
pub static ENDPOINTS: &[Endpoint] = &[
    PING,
    FIND_TASK,
    LIST_NAMESPACES,
    LIST_TASKS,
    INSERT_TASK,
    FIND_ARTIFACT_FROM_TASK,
];
