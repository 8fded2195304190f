// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Endpoint, Era, Method, Output, Repeat};

pub(super) const PING: Endpoint = Endpoint {
    service: "worker-manager",
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
    service: "worker-manager",
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
    service: "worker-manager",
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

pub(super) const LIST_PROVIDERS: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "listProviders",
    method: Method::Get,
    route: "/providers",
    args: &[],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("worker-manager:list-providers")),
    derived: &[],
};

pub(super) const CREATE_WORKER_POOL: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "createWorkerPool",
    method: Method::Put,
    route: "/worker-pool/<workerPoolId>",
    args: &["workerPoolId"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::AllOf(&[
        StaticExpression::Scope("worker-manager:manage-worker-pool:<workerPoolId>"),
        StaticExpression::Scope("worker-manager:provider:<providerId>"),
    ])),
    derived: &[],
};

pub(super) const UPDATE_WORKER_POOL: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "updateWorkerPool",
    method: Method::Post,
    route: "/worker-pool/<workerPoolId>",
    args: &["workerPoolId"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::AllOf(&[
        StaticExpression::Scope("worker-manager:manage-worker-pool:<workerPoolId>"),
        StaticExpression::Scope("worker-manager:provider:<providerId>"),
    ])),
    derived: &[],
};

pub(super) const DELETE_WORKER_POOL: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "deleteWorkerPool",
    method: Method::Delete,
    route: "/worker-pool/<workerPoolId>",
    args: &["workerPoolId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "worker-manager:manage-worker-pool:<workerPoolId>",
    )),
    derived: &[],
};

pub(super) const LIST_WORKER_POOL_LAUNCH_CONFIGS: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "listWorkerPoolLaunchConfigs",
    method: Method::Get,
    route: "/worker-pool/<workerPoolId>/launch-configs",
    args: &["workerPoolId"],
    query: &["continuationToken", "limit", "includeArchived"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "worker-manager:get-worker-pool:<workerPoolId>",
    )),
    derived: &[],
};

pub(super) const WORKER_POOL_STATS: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "workerPoolStats",
    method: Method::Get,
    route: "/worker-pool/<workerPoolId>/stats",
    args: &["workerPoolId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "worker-manager:get-worker-pool:<workerPoolId>",
    )),
    derived: &[],
};

pub(super) const WORKER_POOL: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "workerPool",
    method: Method::Get,
    route: "/worker-pool/<workerPoolId>",
    args: &["workerPoolId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "worker-manager:get-worker-pool:<workerPoolId>",
    )),
    derived: &[],
};

pub(super) const LIST_WORKER_POOLS: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "listWorkerPools",
    method: Method::Get,
    route: "/worker-pools",
    args: &[],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("worker-manager:list-worker-pools")),
    derived: &[],
};

pub(super) const LIST_WORKER_POOLS_STATS: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "listWorkerPoolsStats",
    method: Method::Get,
    route: "/worker-pools/stats",
    args: &[],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("worker-manager:list-worker-pools")),
    derived: &[],
};

pub(super) const REPORT_WORKER_ERROR: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "reportWorkerError",
    method: Method::Post,
    route: "/worker-pool-errors/<workerPoolId>",
    args: &["workerPoolId"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmful,
    era: Era::Today,
    scopes: Some(StaticExpression::AllOf(&[
        StaticExpression::Scope("assume:worker-pool:<workerPoolId>"),
        StaticExpression::Scope("assume:worker-id:<workerGroup>/<workerId>"),
    ])),
    derived: &[],
};

pub(super) const WORKER_POOL_ERROR_STATS: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "workerPoolErrorStats",
    method: Method::Get,
    route: "/worker-pool-errors/stats",
    args: &[],
    query: &["workerPoolId"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "worker-manager:list-worker-pool-errors:<workerPoolId>",
    )),
    derived: &[],
};

pub(super) const LIST_WORKER_POOL_ERRORS: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "listWorkerPoolErrors",
    method: Method::Get,
    route: "/worker-pool-errors/<workerPoolId>",
    args: &["workerPoolId"],
    query: &["continuationToken", "limit", "launchConfigId", "errorId"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "worker-manager:list-worker-pool-errors:<workerPoolId>",
    )),
    derived: &[],
};

pub(super) const LIST_WORKERS_FOR_WORKER_GROUP: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "listWorkersForWorkerGroup",
    method: Method::Get,
    route: "/workers/<workerPoolId>/<workerGroup>",
    args: &["workerPoolId", "workerGroup"],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "worker-manager:list-workers:<workerPoolId>/<workerGroup>",
    )),
    derived: &[],
};

pub(super) const WORKER: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "worker",
    method: Method::Get,
    route: "/workers/<workerPoolId>/<workerGroup>/<workerId>",
    args: &["workerPoolId", "workerGroup", "workerId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "worker-manager:get-worker:<workerPoolId>/<workerGroup>/<workerId>",
    )),
    derived: &[],
};

pub(super) const CREATE_WORKER: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "createWorker",
    method: Method::Put,
    route: "/workers/<workerPoolId>/<workerGroup>/<workerId>",
    args: &["workerPoolId", "workerGroup", "workerId"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "worker-manager:create-worker:<workerPoolId>/<workerGroup>/<workerId>",
    )),
    derived: &[],
};

pub(super) const UPDATE_WORKER: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "updateWorker",
    method: Method::Post,
    route: "/workers/<workerPoolId>/<workerGroup>/<workerId>",
    args: &["workerPoolId", "workerGroup", "workerId"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "worker-manager:update-worker:<workerPoolId>/<workerGroup>/<workerId>",
    )),
    derived: &[],
};

pub(super) const REMOVE_WORKER: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "removeWorker",
    method: Method::Delete,
    route: "/workers/<workerPoolId>/<workerGroup>/<workerId>",
    args: &["workerPoolId", "workerGroup", "workerId"],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "worker-manager:remove-worker:<workerPoolId>/<workerGroup>/<workerId>",
    )),
    derived: &[],
};

pub(super) const SHOULD_WORKER_TERMINATE: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "shouldWorkerTerminate",
    method: Method::Get,
    route: "/workers/<workerPoolId>/<workerGroup>/<workerId>/should-terminate",
    args: &["workerPoolId", "workerGroup", "workerId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "worker-manager:should-worker-terminate:<workerPoolId>/<workerGroup>/<workerId>",
    )),
    derived: &[],
};

pub(super) const LIST_WORKERS_FOR_WORKER_POOL: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "listWorkersForWorkerPool",
    method: Method::Get,
    route: "/workers/<workerPoolId>",
    args: &["workerPoolId"],
    query: &["continuationToken", "limit", "launchConfigId", "state"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "worker-manager:list-workers:<workerPoolId>",
    )),
    derived: &[],
};

pub(super) const REGISTER_WORKER: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "registerWorker",
    method: Method::Post,
    route: "/worker/register",
    args: &[],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: None,
    derived: &[],
};

pub(super) const REREGISTER_WORKER: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "reregisterWorker",
    method: Method::Post,
    route: "/worker/reregister",
    args: &[],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "worker-manager:reregister-worker:<workerPoolId>/<workerGroup>/<workerId>",
    )),
    derived: &[],
};

pub(super) const LIST_WORKERS: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "listWorkers",
    method: Method::Get,
    route: "/provisioners/<provisionerId>/worker-types/<workerType>/workers",
    args: &["provisionerId", "workerType"],
    query: &[
        "continuationToken",
        "limit",
        "launchConfigId",
        "quarantined",
        "workerState",
    ],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "worker-manager:list-workers:<provisionerId>/<workerType>",
    )),
    derived: &[],
};

pub(super) const GET_WORKER: Endpoint = Endpoint {
    service: "worker-manager",
    version: "v1",
    name: "getWorker",
    method: Method::Get,
    route: "/provisioners/<provisionerId>/worker-types/<workerType>/workers/<workerGroup>/<workerId>",
    args: &["provisionerId", "workerType", "workerGroup", "workerId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "worker-manager:get-worker:<provisionerId>/<workerType>/<workerGroup>/<workerId>",
    )),
    derived: &[],
};

pub(super) const HEARTBEAT: Endpoint = Endpoint {
    service: "worker-manager",
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
    LIST_PROVIDERS,
    CREATE_WORKER_POOL,
    UPDATE_WORKER_POOL,
    DELETE_WORKER_POOL,
    LIST_WORKER_POOL_LAUNCH_CONFIGS,
    WORKER_POOL_STATS,
    WORKER_POOL,
    LIST_WORKER_POOLS,
    LIST_WORKER_POOLS_STATS,
    REPORT_WORKER_ERROR,
    WORKER_POOL_ERROR_STATS,
    LIST_WORKER_POOL_ERRORS,
    LIST_WORKERS_FOR_WORKER_GROUP,
    WORKER,
    CREATE_WORKER,
    UPDATE_WORKER,
    REMOVE_WORKER,
    SHOULD_WORKER_TERMINATE,
    LIST_WORKERS_FOR_WORKER_POOL,
    REGISTER_WORKER,
    REREGISTER_WORKER,
    LIST_WORKERS,
    GET_WORKER,
    HEARTBEAT,
];
