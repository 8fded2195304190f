// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Derived, Endpoint, Era, Method, Output, Repeat};

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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: None,
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("queue:get-task:<taskId>")),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("queue:status:<taskId>")),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "queue:list-task-group:<taskGroupId>",
    )),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "queue:list-dependent-tasks:<taskId>",
    )),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::AllOf(&[
        StaticExpression::Each {
            name: "scope",
            list: "scopes",
            scope: "<scope>",
        },
        StaticExpression::Each {
            name: "route",
            list: "routes",
            scope: "queue:route:<route>",
        },
        StaticExpression::Scope("queue:create-task:project:<projectId>"),
        StaticExpression::Scope("queue:scheduler-id:<schedulerId>"),
        StaticExpression::AnyOf(&[StaticExpression::Each {
            name: "priority",
            list: "priorities",
            scope: "queue:create-task:<priority>:<provisionerId>/<workerType>",
        }]),
    ])),
    derived: &[
        (
            "priorities",
            Derived::UpTo(
                "priority",
                &[
                    "highest",
                    "very-high",
                    "high",
                    "medium",
                    "low",
                    "very-low",
                    "lowest",
                ],
            ),
        ),
        ("projectId", Derived::Text("none")),
        ("routes", Derived::NoItems),
        ("schedulerId", Derived::Text("-")),
        ("scopes", Derived::NoItems),
    ],
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
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::AllOf(&[
        StaticExpression::Each {
            name: "scope",
            list: "scopes",
            scope: "<scope>",
        },
        StaticExpression::Each {
            name: "route",
            list: "routes",
            scope: "queue:route:<route>",
        },
        StaticExpression::AnyOf(&[
            StaticExpression::AllOf(&[
                StaticExpression::Scope("queue:scheduler-id:<schedulerId>"),
                StaticExpression::AnyOf(&[StaticExpression::Each {
                    name: "priority",
                    list: "priorities",
                    scope: "queue:create-task:<priority>:<provisionerId>/<workerType>",
                }]),
            ]),
            StaticExpression::If {
                condition: "legacyScopes",
                then: &StaticExpression::AnyOf(&[
                    StaticExpression::Scope("queue:define-task:<provisionerId>/<workerType>"),
                    StaticExpression::Scope("queue:create-task:<provisionerId>/<workerType>"),
                    StaticExpression::AllOf(&[
                        StaticExpression::Scope("queue:define-task:<provisionerId>/<workerType>"),
                        StaticExpression::Scope("queue:task-group-id:<schedulerId>/<taskGroupId>"),
                    ]),
                ]),
                otherwise: None,
            },
        ]),
    ])),
    derived: &[
        (
            "legacyScopes",
            Derived::IsOneOf("priority", &["lowest", "normal"]),
        ),
        (
            "priorities",
            Derived::UpTo(
                "priority",
                &[
                    "highest",
                    "very-high",
                    "high",
                    "medium",
                    "low",
                    "very-low",
                    "lowest",
                ],
            ),
        ),
        ("routes", Derived::NoItems),
        ("schedulerId", Derived::Text("-")),
        ("scopes", Derived::NoItems),
        ("taskGroupId", Derived::Same("taskId")),
    ],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::AnyOf(&[
        StaticExpression::Scope("queue:schedule-task:<schedulerId>/<taskGroupId>/<taskId>"),
        StaticExpression::Scope("queue:schedule-task-in-project:<projectId>"),
        StaticExpression::AllOf(&[
            StaticExpression::Scope("queue:schedule-task"),
            StaticExpression::Scope("assume:scheduler-id:<schedulerId>/<taskGroupId>"),
        ]),
    ])),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::AnyOf(&[
        StaticExpression::Scope("queue:rerun-task:<schedulerId>/<taskGroupId>/<taskId>"),
        StaticExpression::Scope("queue:rerun-task-in-project:<projectId>"),
        StaticExpression::AllOf(&[
            StaticExpression::Scope("queue:rerun-task"),
            StaticExpression::Scope("assume:scheduler-id:<schedulerId>/<taskGroupId>"),
        ]),
    ])),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::AnyOf(&[
        StaticExpression::Scope("queue:cancel-task:<schedulerId>/<taskGroupId>/<taskId>"),
        StaticExpression::Scope("queue:cancel-task-in-project:<projectId>"),
        StaticExpression::AllOf(&[
            StaticExpression::Scope("queue:cancel-task"),
            StaticExpression::Scope("assume:scheduler-id:<schedulerId>/<taskGroupId>"),
        ]),
    ])),
    derived: &[],
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
    repeat: Repeat::Harmful,
    era: Era::Both,
    scopes: Some(StaticExpression::AllOf(&[
        StaticExpression::Scope("queue:claim-work:<provisionerId>/<workerType>"),
        StaticExpression::Scope("queue:worker-id:<workerGroup>/<workerId>"),
    ])),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::AllOf(&[
        StaticExpression::Scope("queue:claim-task:<provisionerId>/<workerType>"),
        StaticExpression::Scope("queue:worker-id:<workerGroup>/<workerId>"),
    ])),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "queue:reclaim-task:<taskId>/<runId>",
    )),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "queue:resolve-task:<taskId>/<runId>",
    )),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "queue:resolve-task:<taskId>/<runId>",
    )),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "queue:resolve-task:<taskId>/<runId>",
    )),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "queue:create-artifact:<taskId>/<runId>",
    )),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::AnyOf(&[
        StaticExpression::Scope("queue:create-artifact:<taskId>/<runId>"),
        StaticExpression::AllOf(&[
            StaticExpression::Scope("queue:create-artifact:<name>"),
            StaticExpression::Scope("assume:worker-id:<workerGroup>/<workerId>"),
        ]),
    ])),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::AllOf(&[StaticExpression::Each {
        name: "name",
        list: "names",
        scope: "queue:get-artifact:<name>",
    }])),
    derived: &[("names", Derived::Only("name"))],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::AllOf(&[StaticExpression::Each {
        name: "name",
        list: "names",
        scope: "queue:get-artifact:<name>",
    }])),
    derived: &[("names", Derived::Only("name"))],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "queue:list-artifacts:<taskId>:<runId>",
    )),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("queue:list-artifacts:<taskId>")),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("queue:list-provisioners")),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "queue:get-provisioner:<provisionerId>",
    )),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::AllOf(&[StaticExpression::Each {
        name: "property",
        list: "properties",
        scope: "queue:declare-provisioner:<provisionerId>#<property>",
    }])),
    derived: &[("properties", Derived::Members)],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "queue:pending-count:<provisionerId>/<workerType>",
    )),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "queue:list-worker-types:<provisionerId>",
    )),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "queue:get-worker-type:<provisionerId>/<workerType>",
    )),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::AllOf(&[StaticExpression::Each {
        name: "property",
        list: "properties",
        scope: "queue:declare-worker-type:<provisionerId>/<workerType>#<property>",
    }])),
    derived: &[("properties", Derived::Members)],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "queue:list-workers:<provisionerId>/<workerType>",
    )),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "queue:get-worker:<provisionerId>/<workerType>/<workerGroup>/<workerId>",
    )),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::AllOf(&[StaticExpression::Scope(
        "queue:quarantine-worker:<provisionerId>/<workerType>/<workerGroup>/<workerId>",
    )])),
    derived: &[],
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
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::AllOf(&[StaticExpression::Each {
        name: "property",
        list: "properties",
        scope: "queue:declare-worker:<provisionerId>/<workerType>/<workerGroup>/<workerId>#<property>",
    }])),
    derived: &[("properties", Derived::Members)],
};

pub(super) const LBHEARTBEAT: Endpoint = Endpoint {
    service: "queue",
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
    service: "queue",
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

pub(super) const TASKS: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "tasks",
    method: Method::Post,
    route: "/tasks",
    args: &[],
    query: &["continuationToken", "limit"],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::AllOf(&[StaticExpression::Each {
        name: "taskId",
        list: "taskIds",
        scope: "queue:get-task:<taskId>",
    }])),
    derived: &[],
};

pub(super) const STATUSES: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "statuses",
    method: Method::Post,
    route: "/tasks/status",
    args: &[],
    query: &["continuationToken", "limit"],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::AllOf(&[StaticExpression::Each {
        name: "taskId",
        list: "taskIds",
        scope: "queue:status:<taskId>",
    }])),
    derived: &[],
};

pub(super) const CANCEL_TASK_GROUP: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "cancelTaskGroup",
    method: Method::Post,
    route: "/task-group/<taskGroupId>/cancel",
    args: &["taskGroupId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "queue:cancel-task-group:<schedulerId>/<taskGroupId>",
    )),
    derived: &[],
};

pub(super) const GET_TASK_GROUP: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "getTaskGroup",
    method: Method::Get,
    route: "/task-group/<taskGroupId>",
    args: &["taskGroupId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "queue:list-task-group:<taskGroupId>",
    )),
    derived: &[],
};

pub(super) const SEAL_TASK_GROUP: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "sealTaskGroup",
    method: Method::Post,
    route: "/task-group/<taskGroupId>/seal",
    args: &["taskGroupId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "queue:seal-task-group:<schedulerId>/<taskGroupId>",
    )),
    derived: &[],
};

pub(super) const CHANGE_TASK_PRIORITY: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "changeTaskPriority",
    method: Method::Post,
    route: "/task/<taskId>/priority",
    args: &["taskId"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::AnyOf(&[
        StaticExpression::Scope("queue:change-task-priority:<taskId>"),
        StaticExpression::Scope("queue:change-task-priority-in-queue:<taskQueueId>"),
    ])),
    derived: &[],
};

pub(super) const CHANGE_TASK_GROUP_PRIORITY: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "changeTaskGroupPriority",
    method: Method::Post,
    route: "/task-group/<taskGroupId>/priority",
    args: &["taskGroupId"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "queue:change-task-group-priority:<schedulerId>/<taskGroupId>",
    )),
    derived: &[],
};

pub(super) const FINISH_ARTIFACT: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "finishArtifact",
    method: Method::Put,
    route: "/task/<taskId>/runs/<runId>/artifacts/<name>",
    args: &["taskId", "runId", "name"],
    query: &[],
    input: true,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "queue:create-artifact:<taskId>/<runId>",
    )),
    derived: &[],
};

pub(super) const ARTIFACT_INFO: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "artifactInfo",
    method: Method::Get,
    route: "/task/<taskId>/runs/<runId>/artifact-info/<name>",
    args: &["taskId", "runId", "name"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "queue:list-artifacts:<taskId>:<runId>",
    )),
    derived: &[],
};

pub(super) const LATEST_ARTIFACT_INFO: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "latestArtifactInfo",
    method: Method::Get,
    route: "/task/<taskId>/artifact-info/<name>",
    args: &["taskId", "name"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("queue:list-artifacts:<taskId>")),
    derived: &[],
};

pub(super) const ARTIFACT: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "artifact",
    method: Method::Get,
    route: "/task/<taskId>/runs/<runId>/artifact-content/<name>",
    args: &["taskId", "runId", "name"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::AllOf(&[StaticExpression::Each {
        name: "name",
        list: "names",
        scope: "queue:get-artifact:<name>",
    }])),
    derived: &[("names", Derived::Only("name"))],
};

pub(super) const LATEST_ARTIFACT: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "latestArtifact",
    method: Method::Get,
    route: "/task/<taskId>/artifact-content/<name>",
    args: &["taskId", "name"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::AllOf(&[StaticExpression::Each {
        name: "name",
        list: "names",
        scope: "queue:get-artifact:<name>",
    }])),
    derived: &[("names", Derived::Only("name"))],
};

pub(super) const TASK_QUEUE_COUNTS: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "taskQueueCounts",
    method: Method::Get,
    route: "/task-queues/<taskQueueId>/counts",
    args: &["taskQueueId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::AllOf(&[
        StaticExpression::Scope("queue:pending-count:<taskQueueId>"),
        StaticExpression::Scope("queue:claimed-count:<taskQueueId>"),
    ])),
    derived: &[],
};

pub(super) const TASK_QUEUE_COUNTS_BATCH: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "taskQueueCountsBatch",
    method: Method::Post,
    route: "/task-queues/counts",
    args: &[],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::AllOf(&[
        StaticExpression::Each {
            name: "taskQueueId",
            list: "taskQueueIds",
            scope: "queue:pending-count:<taskQueueId>",
        },
        StaticExpression::Each {
            name: "taskQueueId",
            list: "taskQueueIds",
            scope: "queue:claimed-count:<taskQueueId>",
        },
    ])),
    derived: &[],
};

pub(super) const LIST_PENDING_TASKS: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "listPendingTasks",
    method: Method::Get,
    route: "/task-queues/<taskQueueId>/pending",
    args: &["taskQueueId"],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("queue:pending-list:<taskQueueId>")),
    derived: &[],
};

pub(super) const LIST_CLAIMED_TASKS: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "listClaimedTasks",
    method: Method::Get,
    route: "/task-queues/<taskQueueId>/claimed",
    args: &["taskQueueId"],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("queue:claimed-list:<taskQueueId>")),
    derived: &[],
};

pub(super) const LIST_TASK_QUEUES: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "listTaskQueues",
    method: Method::Get,
    route: "/task-queues",
    args: &[],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("queue:list-task-queues")),
    derived: &[],
};

pub(super) const GET_TASK_QUEUE: Endpoint = Endpoint {
    service: "queue",
    version: "v1",
    name: "getTaskQueue",
    method: Method::Get,
    route: "/task-queues/<taskQueueId>",
    args: &["taskQueueId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "queue:get-task-queue:<taskQueueId>",
    )),
    derived: &[],
};

pub(super) const HEARTBEAT: Endpoint = Endpoint {
    service: "queue",
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
    LBHEARTBEAT,
    VERSION,
    TASKS,
    STATUSES,
    CANCEL_TASK_GROUP,
    GET_TASK_GROUP,
    SEAL_TASK_GROUP,
    CHANGE_TASK_PRIORITY,
    CHANGE_TASK_GROUP_PRIORITY,
    FINISH_ARTIFACT,
    ARTIFACT_INFO,
    LATEST_ARTIFACT_INFO,
    ARTIFACT,
    LATEST_ARTIFACT,
    TASK_QUEUE_COUNTS,
    TASK_QUEUE_COUNTS_BATCH,
    LIST_PENDING_TASKS,
    LIST_CLAIMED_TASKS,
    LIST_TASK_QUEUES,
    GET_TASK_QUEUE,
    HEARTBEAT,
];
