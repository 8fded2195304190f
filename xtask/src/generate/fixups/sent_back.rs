//! Which answers are read, changed and sent back. References do not say it.
//!
//! A server that is newer than these crates may tell more in such an answer, and take it in the
//! request: both types keep members that no schema names, however closed the schemas are, and the
//! answer converts into the request.

/// Service, answer and request by the names of their types. The same type twice is one that goes both
/// ways.
pub const PAIRS: [(&str, &str, &str); 16] = [
    ("auth", "GetClientResponse", "CreateClientRequest"),
    ("auth", "GetRoleResponse", "CreateRoleRequest"),
    (
        "aws-provisioner",
        "GetWorkerTypeResponse",
        "CreateWorkerTypeRequest",
    ),
    ("hooks", "HookDefinition", "CreateHookRequest"),
    ("index", "IndexedTaskResponse", "InsertTaskRequest"),
    ("notify", "NotificationAddress", "NotificationAddress"),
    ("pulse", "NamespaceResponse", "NamespaceRequest"),
    ("purge-cache", "PurgeRequest", "PurgeCacheRequest"),
    ("queue", "ProvisionerResponse", "UpdateProvisionerRequest"),
    ("queue", "Task", "CreateTaskRequest"),
    ("queue", "WorkerResponse", "UpdateWorkerRequest"),
    ("queue", "WorkertypeResponse", "UpdateWorkertypeRequest"),
    ("secrets", "Secret", "Secret"),
    ("worker-manager", "WorkerFull", "CreateWorkerRequest"),
    (
        "worker-manager",
        "WorkerPoolFull",
        "CreateWorkerPoolRequest",
    ),
    (
        "worker-manager",
        "WorkerPoolFull",
        "UpdateWorkerPoolRequest",
    ),
];
