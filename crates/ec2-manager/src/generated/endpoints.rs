// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Endpoint, Era, Method, Output, Repeat};

pub(super) const PING: Endpoint = Endpoint {
    service: "ec2-manager",
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

pub(super) const LIST_WORKER_TYPES: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "listWorkerTypes",
    method: Method::Get,
    route: "/worker-types",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const RUN_INSTANCE: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "runInstance",
    method: Method::Put,
    route: "/worker-types/<workerType>/instance",
    args: &["workerType"],
    query: &[],
    input: true,
    output: Output::Empty,
    repeat: Repeat::Harmful,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope(
        "ec2-manager:manage-resources:<workerType>",
    )),
    derived: &[],
};

pub(super) const TERMINATE_WORKER_TYPE: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "terminateWorkerType",
    method: Method::Delete,
    route: "/worker-types/<workerType>/resources",
    args: &["workerType"],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope(
        "ec2-manager:manage-resources:<workerType>",
    )),
    derived: &[],
};

pub(super) const WORKER_TYPE_STATS: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "workerTypeStats",
    method: Method::Get,
    route: "/worker-types/<workerType>/stats",
    args: &["workerType"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const WORKER_TYPE_HEALTH: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "workerTypeHealth",
    method: Method::Get,
    route: "/worker-types/<workerType>/health",
    args: &["workerType"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const WORKER_TYPE_ERRORS: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "workerTypeErrors",
    method: Method::Get,
    route: "/worker-types/<workerType>/errors",
    args: &["workerType"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const WORKER_TYPE_STATE: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "workerTypeState",
    method: Method::Get,
    route: "/worker-types/<workerType>/state",
    args: &["workerType"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const ENSURE_KEY_PAIR: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "ensureKeyPair",
    method: Method::Get,
    route: "/key-pairs/<name>",
    args: &["name"],
    query: &[],
    input: true,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope(
        "ec2-manager:manage-key-pairs:<name>",
    )),
    derived: &[],
};

pub(super) const REMOVE_KEY_PAIR: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "removeKeyPair",
    method: Method::Delete,
    route: "/key-pairs/<name>",
    args: &["name"],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope(
        "ec2-manager:manage-key-pairs:<name>",
    )),
    derived: &[],
};

pub(super) const TERMINATE_INSTANCE: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "terminateInstance",
    method: Method::Delete,
    route: "/region/<region>/instance/<instanceId>",
    args: &["region", "instanceId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmful,
    era: Era::Classic,
    scopes: Some(StaticExpression::AnyOf(&[
        StaticExpression::Scope("ec2-manager:manage-instances:<region>:<instanceId>"),
        StaticExpression::If {
            condition: "hasWorkerType",
            then: &StaticExpression::Scope("ec2-manager:manage-resources:<workerType>"),
            otherwise: None,
        },
    ])),
    derived: &[],
};

pub(super) const GET_PRICES: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "getPrices",
    method: Method::Get,
    route: "/prices",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const GET_SPECIFIC_PRICES: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "getSpecificPrices",
    method: Method::Post,
    route: "/prices",
    args: &[],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const GET_HEALTH: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "getHealth",
    method: Method::Get,
    route: "/health",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const GET_RECENT_ERRORS: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "getRecentErrors",
    method: Method::Get,
    route: "/errors",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const REGIONS: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "regions",
    method: Method::Get,
    route: "/internal/regions",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope("ec2-manager:internals")),
    derived: &[],
};

pub(super) const AMI_USAGE: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "amiUsage",
    method: Method::Get,
    route: "/internal/ami-usage",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope("ec2-manager:internals")),
    derived: &[],
};

pub(super) const EBS_USAGE: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "ebsUsage",
    method: Method::Get,
    route: "/internal/ebs-usage",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope("ec2-manager:internals")),
    derived: &[],
};

pub(super) const DBPOOL_STATS: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "dbpoolStats",
    method: Method::Get,
    route: "/internal/db-pool-stats",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope("ec2-manager:internals")),
    derived: &[],
};

pub(super) const ALL_STATE: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "allState",
    method: Method::Get,
    route: "/internal/all-state",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope("ec2-manager:internals")),
    derived: &[],
};

pub(super) const SQS_STATS: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "sqsStats",
    method: Method::Get,
    route: "/internal/sqs-stats",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope("ec2-manager:internals")),
    derived: &[],
};

pub(super) const PURGE_QUEUES: Endpoint = Endpoint {
    service: "ec2-manager",
    version: "v1",
    name: "purgeQueues",
    method: Method::Get,
    route: "/internal/purge-queues",
    args: &[],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope("ec2-manager:internals")),
    derived: &[],
};

/// All methods of the service, as data.
pub static ENDPOINTS: &[Endpoint] = &[
    PING,
    LIST_WORKER_TYPES,
    RUN_INSTANCE,
    TERMINATE_WORKER_TYPE,
    WORKER_TYPE_STATS,
    WORKER_TYPE_HEALTH,
    WORKER_TYPE_ERRORS,
    WORKER_TYPE_STATE,
    ENSURE_KEY_PAIR,
    REMOVE_KEY_PAIR,
    TERMINATE_INSTANCE,
    GET_PRICES,
    GET_SPECIFIC_PRICES,
    GET_HEALTH,
    GET_RECENT_ERRORS,
    REGIONS,
    AMI_USAGE,
    EBS_USAGE,
    DBPOOL_STATS,
    ALL_STATE,
    SQS_STATS,
    PURGE_QUEUES,
];
