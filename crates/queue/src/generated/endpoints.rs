// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::{Endpoint, Method, Output};

pub(super) const PING: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "ping",
    method: Method::Get,
    route: "/ping",
    args: &[],
    query: &[],
    input: false,
    output: Output::Empty,
};

pub(super) const TASK: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "task",
    method: Method::Get,
    route: "/task/<taskId>",
    args: &["taskId"],
    query: &[],
    input: false,
    output: Output::Json,
};

pub(super) const STATUS: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "status",
    method: Method::Get,
    route: "/task/<taskId>/status",
    args: &["taskId"],
    query: &[],
    input: false,
    output: Output::Json,
};

pub(super) const LIST_TASK_GROUP: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "listTaskGroup",
    method: Method::Get,
    route: "/task-group/<taskGroupId>/list",
    args: &["taskGroupId"],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
};

pub(super) const LIST_DEPENDENT_TASKS: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "listDependentTasks",
    method: Method::Get,
    route: "/task/<taskId>/dependents",
    args: &["taskId"],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
};

pub(super) const CREATE_TASK: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "createTask",
    method: Method::Put,
    route: "/task/<taskId>",
    args: &["taskId"],
    query: &[],
    input: true,
    output: Output::Json,
};

pub(super) const DEFINE_TASK: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "defineTask",
    method: Method::Post,
    route: "/task/<taskId>/define",
    args: &["taskId"],
    query: &[],
    input: true,
    output: Output::Json,
};

pub(super) const SCHEDULE_TASK: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "scheduleTask",
    method: Method::Post,
    route: "/task/<taskId>/schedule",
    args: &["taskId"],
    query: &[],
    input: false,
    output: Output::Json,
};

pub(super) const RERUN_TASK: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "rerunTask",
    method: Method::Post,
    route: "/task/<taskId>/rerun",
    args: &["taskId"],
    query: &[],
    input: false,
    output: Output::Json,
};

pub(super) const CANCEL_TASK: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "cancelTask",
    method: Method::Post,
    route: "/task/<taskId>/cancel",
    args: &["taskId"],
    query: &[],
    input: false,
    output: Output::Json,
};

pub(super) const CLAIM_WORK: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "claimWork",
    method: Method::Post,
    route: "/claim-work/<provisionerId>/<workerType>",
    args: &["provisionerId", "workerType"],
    query: &[],
    input: true,
    output: Output::Json,
};

pub(super) const CLAIM_TASK: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "claimTask",
    method: Method::Post,
    route: "/task/<taskId>/runs/<runId>/claim",
    args: &["taskId", "runId"],
    query: &[],
    input: true,
    output: Output::Json,
};

pub(super) const RECLAIM_TASK: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "reclaimTask",
    method: Method::Post,
    route: "/task/<taskId>/runs/<runId>/reclaim",
    args: &["taskId", "runId"],
    query: &[],
    input: false,
    output: Output::Json,
};

pub(super) const REPORT_COMPLETED: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "reportCompleted",
    method: Method::Post,
    route: "/task/<taskId>/runs/<runId>/completed",
    args: &["taskId", "runId"],
    query: &[],
    input: false,
    output: Output::Json,
};

pub(super) const REPORT_FAILED: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "reportFailed",
    method: Method::Post,
    route: "/task/<taskId>/runs/<runId>/failed",
    args: &["taskId", "runId"],
    query: &[],
    input: false,
    output: Output::Json,
};

pub(super) const REPORT_EXCEPTION: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "reportException",
    method: Method::Post,
    route: "/task/<taskId>/runs/<runId>/exception",
    args: &["taskId", "runId"],
    query: &[],
    input: true,
    output: Output::Json,
};

pub(super) const CREATE_ARTIFACT: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "createArtifact",
    method: Method::Post,
    route: "/task/<taskId>/runs/<runId>/artifacts/<name>",
    args: &["taskId", "runId", "name"],
    query: &[],
    input: true,
    output: Output::Json,
};

pub(super) const COMPLETE_ARTIFACT: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "completeArtifact",
    method: Method::Put,
    route: "/task/<taskId>/runs/<runId>/artifacts/<name>",
    args: &["taskId", "runId", "name"],
    query: &[],
    input: true,
    output: Output::Empty,
};

pub(super) const GET_ARTIFACT: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "getArtifact",
    method: Method::Get,
    route: "/task/<taskId>/runs/<runId>/artifacts/<name>",
    args: &["taskId", "runId", "name"],
    query: &[],
    input: false,
    output: Output::Redirect,
};

pub(super) const GET_LATEST_ARTIFACT: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "getLatestArtifact",
    method: Method::Get,
    route: "/task/<taskId>/artifacts/<name>",
    args: &["taskId", "name"],
    query: &[],
    input: false,
    output: Output::Redirect,
};

pub(super) const LIST_ARTIFACTS: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "listArtifacts",
    method: Method::Get,
    route: "/task/<taskId>/runs/<runId>/artifacts",
    args: &["taskId", "runId"],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
};

pub(super) const LIST_LATEST_ARTIFACTS: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "listLatestArtifacts",
    method: Method::Get,
    route: "/task/<taskId>/artifacts",
    args: &["taskId"],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
};

pub(super) const LIST_PROVISIONERS: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "listProvisioners",
    method: Method::Get,
    route: "/provisioners",
    args: &[],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
};

pub(super) const GET_PROVISIONER: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "getProvisioner",
    method: Method::Get,
    route: "/provisioners/<provisionerId>",
    args: &["provisionerId"],
    query: &[],
    input: false,
    output: Output::Json,
};

pub(super) const DECLARE_PROVISIONER: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "declareProvisioner",
    method: Method::Put,
    route: "/provisioners/<provisionerId>",
    args: &["provisionerId"],
    query: &[],
    input: true,
    output: Output::Json,
};

pub(super) const PENDING_TASKS: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "pendingTasks",
    method: Method::Get,
    route: "/pending/<provisionerId>/<workerType>",
    args: &["provisionerId", "workerType"],
    query: &[],
    input: false,
    output: Output::Json,
};

pub(super) const LIST_WORKER_TYPES: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "listWorkerTypes",
    method: Method::Get,
    route: "/provisioners/<provisionerId>/worker-types",
    args: &["provisionerId"],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
};

pub(super) const GET_WORKER_TYPE: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "getWorkerType",
    method: Method::Get,
    route: "/provisioners/<provisionerId>/worker-types/<workerType>",
    args: &["provisionerId", "workerType"],
    query: &[],
    input: false,
    output: Output::Json,
};

pub(super) const DECLARE_WORKER_TYPE: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "declareWorkerType",
    method: Method::Put,
    route: "/provisioners/<provisionerId>/worker-types/<workerType>",
    args: &["provisionerId", "workerType"],
    query: &[],
    input: true,
    output: Output::Json,
};

pub(super) const LIST_WORKERS: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "listWorkers",
    method: Method::Get,
    route: "/provisioners/<provisionerId>/worker-types/<workerType>/workers",
    args: &["provisionerId", "workerType"],
    query: &["continuationToken", "limit", "quarantined"],
    input: false,
    output: Output::Json,
};

pub(super) const GET_WORKER: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "getWorker",
    method: Method::Get,
    route: "/provisioners/<provisionerId>/worker-types/<workerType>/workers/<workerGroup>/<workerId>",
    args: &["provisionerId", "workerType", "workerGroup", "workerId"],
    query: &[],
    input: false,
    output: Output::Json,
};

pub(super) const QUARANTINE_WORKER: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "quarantineWorker",
    method: Method::Put,
    route: "/provisioners/<provisionerId>/worker-types/<workerType>/workers/<workerGroup>/<workerId>",
    args: &["provisionerId", "workerType", "workerGroup", "workerId"],
    query: &[],
    input: true,
    output: Output::Json,
};

pub(super) const DECLARE_WORKER: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "declareWorker",
    method: Method::Put,
    route: "/provisioners/<provisionerId>/worker-types/<workerType>/<workerGroup>/<workerId>",
    args: &["provisionerId", "workerType", "workerGroup", "workerId"],
    query: &[],
    input: true,
    output: Output::Json,
};

/// All methods of the service, as data.
pub static ENDPOINTS: &[Endpoint] = &[
    PING,
    TASK,
    STATUS,
    LIST_TASK_GROUP,
    LIST_DEPENDENT_TASKS,
    CREATE_TASK,
    DEFINE_TASK,
    SCHEDULE_TASK,
    RERUN_TASK,
    CANCEL_TASK,
    CLAIM_WORK,
    CLAIM_TASK,
    RECLAIM_TASK,
    REPORT_COMPLETED,
    REPORT_FAILED,
    REPORT_EXCEPTION,
    CREATE_ARTIFACT,
    COMPLETE_ARTIFACT,
    GET_ARTIFACT,
    GET_LATEST_ARTIFACT,
    LIST_ARTIFACTS,
    LIST_LATEST_ARTIFACTS,
    LIST_PROVISIONERS,
    GET_PROVISIONER,
    DECLARE_PROVISIONER,
    PENDING_TASKS,
    LIST_WORKER_TYPES,
    GET_WORKER_TYPE,
    DECLARE_WORKER_TYPE,
    LIST_WORKERS,
    GET_WORKER,
    QUARANTINE_WORKER,
    DECLARE_WORKER,
];
