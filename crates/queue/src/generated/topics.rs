// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! Exchange and routing key of each kind of message.

use taskcluster_core::routing_key::{Field, Topic};

pub(super) const TASK_DEFINED: Topic = Topic {
    exchange: "exchange/taskcluster-queue/v1/task-defined",
    name: "taskDefined",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("taskId", true, 22),
        Field::word("runId", false, 3),
        Field::word("workerGroup", false, 22),
        Field::word("workerId", false, 22),
        Field::word("provisionerId", true, 22),
        Field::word("workerType", true, 22),
        Field::word("schedulerId", true, 22),
        Field::word("taskGroupId", true, 22),
        Field::words("reserved", false, 1),
    ],
};

pub(super) const TASK_PENDING: Topic = Topic {
    exchange: "exchange/taskcluster-queue/v1/task-pending",
    name: "taskPending",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("taskId", true, 22),
        Field::word("runId", true, 3),
        Field::word("workerGroup", false, 22),
        Field::word("workerId", false, 22),
        Field::word("provisionerId", true, 22),
        Field::word("workerType", true, 22),
        Field::word("schedulerId", true, 22),
        Field::word("taskGroupId", true, 22),
        Field::words("reserved", false, 1),
    ],
};

pub(super) const TASK_RUNNING: Topic = Topic {
    exchange: "exchange/taskcluster-queue/v1/task-running",
    name: "taskRunning",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("taskId", true, 22),
        Field::word("runId", true, 3),
        Field::word("workerGroup", true, 22),
        Field::word("workerId", true, 22),
        Field::word("provisionerId", true, 22),
        Field::word("workerType", true, 22),
        Field::word("schedulerId", true, 22),
        Field::word("taskGroupId", true, 22),
        Field::words("reserved", false, 1),
    ],
};

pub(super) const ARTIFACT_CREATED: Topic = Topic {
    exchange: "exchange/taskcluster-queue/v1/artifact-created",
    name: "artifactCreated",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("taskId", true, 22),
        Field::word("runId", true, 3),
        Field::word("workerGroup", true, 22),
        Field::word("workerId", true, 22),
        Field::word("provisionerId", true, 22),
        Field::word("workerType", true, 22),
        Field::word("schedulerId", true, 22),
        Field::word("taskGroupId", true, 22),
        Field::words("reserved", false, 1),
    ],
};

pub(super) const TASK_COMPLETED: Topic = Topic {
    exchange: "exchange/taskcluster-queue/v1/task-completed",
    name: "taskCompleted",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("taskId", true, 22),
        Field::word("runId", true, 3),
        Field::word("workerGroup", true, 22),
        Field::word("workerId", true, 22),
        Field::word("provisionerId", true, 22),
        Field::word("workerType", true, 22),
        Field::word("schedulerId", true, 22),
        Field::word("taskGroupId", true, 22),
        Field::words("reserved", false, 1),
    ],
};

pub(super) const TASK_FAILED: Topic = Topic {
    exchange: "exchange/taskcluster-queue/v1/task-failed",
    name: "taskFailed",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("taskId", true, 22),
        Field::word("runId", false, 3),
        Field::word("workerGroup", false, 22),
        Field::word("workerId", false, 22),
        Field::word("provisionerId", true, 22),
        Field::word("workerType", true, 22),
        Field::word("schedulerId", true, 22),
        Field::word("taskGroupId", true, 22),
        Field::words("reserved", false, 1),
    ],
};

pub(super) const TASK_EXCEPTION: Topic = Topic {
    exchange: "exchange/taskcluster-queue/v1/task-exception",
    name: "taskException",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("taskId", true, 22),
        Field::word("runId", false, 3),
        Field::word("workerGroup", false, 22),
        Field::word("workerId", false, 22),
        Field::word("provisionerId", true, 22),
        Field::word("workerType", true, 22),
        Field::word("schedulerId", true, 22),
        Field::word("taskGroupId", true, 22),
        Field::words("reserved", false, 1),
    ],
};

pub(super) const TASK_GROUP_RESOLVED: Topic = Topic {
    exchange: "exchange/taskcluster-queue/v1/task-group-resolved",
    name: "taskGroupResolved",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("taskGroupId", true, 22),
        Field::word("schedulerId", true, 22),
        Field::words("reserved", false, 1),
    ],
};

/// All exchanges of the service, as data.
pub static TOPICS: &[Topic] = &[
    TASK_DEFINED,
    TASK_PENDING,
    TASK_RUNNING,
    ARTIFACT_CREATED,
    TASK_COMPLETED,
    TASK_FAILED,
    TASK_EXCEPTION,
    TASK_GROUP_RESOLVED,
];
