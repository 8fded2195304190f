// Written by `cargo xtask generate` from the references of the service `index`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Endpoint, Era, Method, Output, Repeat};

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
    era: Era::Both,
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
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("index:find-task:<indexPath>")),
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
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("index:list-namespaces:<namespace>")),
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
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("index:list-tasks:<namespace>")),
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
    era: Era::Both,
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
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("queue:get-artifact:<name>")),
    derived: &[],
};

pub(super) const LBHEARTBEAT: Endpoint = Endpoint {
    service: "index",
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
    service: "index",
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

pub(super) const FIND_TASKS_AT_INDEX: Endpoint = Endpoint {
    service: "index",
    version: "v1",
    name: "findTasksAtIndex",
    method: Method::Post,
    route: "/tasks/indexes",
    args: &[],
    query: &["continuationToken", "limit"],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::AllOf(&[StaticExpression::Each {
        name: "indexPath",
        list: "indexPaths",
        scope: "index:find-task:<indexPath>",
    }])),
    derived: &[],
};

pub(super) const DELETE_TASK: Endpoint = Endpoint {
    service: "index",
    version: "v1",
    name: "deleteTask",
    method: Method::Delete,
    route: "/task/<namespace>",
    args: &["namespace"],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("index:delete-task:<namespace>")),
    derived: &[],
};

pub(super) const HEARTBEAT: Endpoint = Endpoint {
    service: "index",
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

pub(super) const ROOT_LIST_NAMESPACES: Endpoint = Endpoint {
    service: "index",
    version: "v1",
    name: "listNamespaces",
    method: Method::Get,
    route: "/namespaces/",
    args: &[],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("index:list-namespaces:")),
    derived: &[],
};

pub(super) const ROOT_LIST_TASKS: Endpoint = Endpoint {
    service: "index",
    version: "v1",
    name: "listTasks",
    method: Method::Get,
    route: "/tasks/",
    args: &[],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("index:list-tasks:")),
    derived: &[],
};

/// All methods of the service, as data.
pub static ENDPOINTS: &[Endpoint] = &[
    PING,
    FIND_TASK,
    LIST_NAMESPACES,
    LIST_TASKS,
    INSERT_TASK,
    FIND_ARTIFACT_FROM_TASK,
    LBHEARTBEAT,
    VERSION,
    FIND_TASKS_AT_INDEX,
    DELETE_TASK,
    HEARTBEAT,
];
