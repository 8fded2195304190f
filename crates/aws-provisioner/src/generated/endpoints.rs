// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Endpoint, Era, Method, Output, Repeat};

pub(super) const LIST_WORKER_TYPE_SUMMARIES: Endpoint = Endpoint {
    service: "aws-provisioner",
    version: "v1",
    name: "listWorkerTypeSummaries",
    method: Method::Get,
    route: "/list-worker-type-summaries",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const CREATE_WORKER_TYPE: Endpoint = Endpoint {
    service: "aws-provisioner",
    version: "v1",
    name: "createWorkerType",
    method: Method::Put,
    route: "/worker-type/<workerType>",
    args: &["workerType"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope(
        "aws-provisioner:manage-worker-type:<workerType>",
    )),
    derived: &[],
};

pub(super) const UPDATE_WORKER_TYPE: Endpoint = Endpoint {
    service: "aws-provisioner",
    version: "v1",
    name: "updateWorkerType",
    method: Method::Post,
    route: "/worker-type/<workerType>/update",
    args: &["workerType"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope(
        "aws-provisioner:manage-worker-type:<workerType>",
    )),
    derived: &[],
};

pub(super) const WORKER_TYPE_LAST_MODIFIED: Endpoint = Endpoint {
    service: "aws-provisioner",
    version: "v1",
    name: "workerTypeLastModified",
    method: Method::Get,
    route: "/worker-type-last-modified/<workerType>",
    args: &["workerType"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const WORKER_TYPE: Endpoint = Endpoint {
    service: "aws-provisioner",
    version: "v1",
    name: "workerType",
    method: Method::Get,
    route: "/worker-type/<workerType>",
    args: &["workerType"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::AnyOf(&[
        StaticExpression::Scope("aws-provisioner:view-worker-type:<workerType>"),
        StaticExpression::Scope("aws-provisioner:manage-worker-type:<workerType>"),
    ])),
    derived: &[],
};

pub(super) const REMOVE_WORKER_TYPE: Endpoint = Endpoint {
    service: "aws-provisioner",
    version: "v1",
    name: "removeWorkerType",
    method: Method::Delete,
    route: "/worker-type/<workerType>",
    args: &["workerType"],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope(
        "aws-provisioner:manage-worker-type:<workerType>",
    )),
    derived: &[],
};

pub(super) const LIST_WORKER_TYPES: Endpoint = Endpoint {
    service: "aws-provisioner",
    version: "v1",
    name: "listWorkerTypes",
    method: Method::Get,
    route: "/list-worker-types",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const CREATE_SECRET: Endpoint = Endpoint {
    service: "aws-provisioner",
    version: "v1",
    name: "createSecret",
    method: Method::Put,
    route: "/secret/<token>",
    args: &["token"],
    query: &[],
    input: true,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope(
        "aws-provisioner:create-secret:<workerType>",
    )),
    derived: &[],
};

pub(super) const GET_SECRET: Endpoint = Endpoint {
    service: "aws-provisioner",
    version: "v1",
    name: "getSecret",
    method: Method::Get,
    route: "/secret/<token>",
    args: &["token"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const INSTANCE_STARTED: Endpoint = Endpoint {
    service: "aws-provisioner",
    version: "v1",
    name: "instanceStarted",
    method: Method::Get,
    route: "/instance-started/<instanceId>/<token>",
    args: &["instanceId", "token"],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const REMOVE_SECRET: Endpoint = Endpoint {
    service: "aws-provisioner",
    version: "v1",
    name: "removeSecret",
    method: Method::Delete,
    route: "/secret/<token>",
    args: &["token"],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const GET_LAUNCH_SPECS: Endpoint = Endpoint {
    service: "aws-provisioner",
    version: "v1",
    name: "getLaunchSpecs",
    method: Method::Get,
    route: "/worker-type/<workerType>/launch-specifications",
    args: &["workerType"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::AnyOf(&[
        StaticExpression::Scope("aws-provisioner:view-worker-type:<workerType>"),
        StaticExpression::Scope("aws-provisioner:manage-worker-type:<workerType>"),
    ])),
    derived: &[],
};

pub(super) const STATE: Endpoint = Endpoint {
    service: "aws-provisioner",
    version: "v1",
    name: "state",
    method: Method::Get,
    route: "/state/<workerType>",
    args: &["workerType"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const BACKEND_STATUS: Endpoint = Endpoint {
    service: "aws-provisioner",
    version: "v1",
    name: "backendStatus",
    method: Method::Get,
    route: "/backend-status",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const PING: Endpoint = Endpoint {
    service: "aws-provisioner",
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

/// All methods of the service, as data.
pub static ENDPOINTS: &[Endpoint] = &[
    LIST_WORKER_TYPE_SUMMARIES,
    CREATE_WORKER_TYPE,
    UPDATE_WORKER_TYPE,
    WORKER_TYPE_LAST_MODIFIED,
    WORKER_TYPE,
    REMOVE_WORKER_TYPE,
    LIST_WORKER_TYPES,
    CREATE_SECRET,
    GET_SECRET,
    INSTANCE_STARTED,
    REMOVE_SECRET,
    GET_LAUNCH_SPECS,
    STATE,
    BACKEND_STATUS,
    PING,
];
