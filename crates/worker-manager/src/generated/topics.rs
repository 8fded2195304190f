// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! Exchange and routing key of each kind of message.

use taskcluster_core::routing_key::{Field, Topic};

pub(super) const WORKER_POOL_CREATED: Topic = Topic {
    exchange: "exchange/taskcluster-worker-manager/v1/worker-pool-created",
    name: "workerPoolCreated",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "providerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "provisionerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerType",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerGroup",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "launchConfigId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "reserved",
            constant: None,
            multiple_words: true,
            required: false,
            max_size: None,
        },
    ],
};

pub(super) const WORKER_POOL_UPDATED: Topic = Topic {
    exchange: "exchange/taskcluster-worker-manager/v1/worker-pool-updated",
    name: "workerPoolUpdated",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "providerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "provisionerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerType",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerGroup",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "launchConfigId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "reserved",
            constant: None,
            multiple_words: true,
            required: false,
            max_size: None,
        },
    ],
};

pub(super) const WORKER_POOL_ERROR: Topic = Topic {
    exchange: "exchange/taskcluster-worker-manager/v1/worker-pool-error",
    name: "workerPoolError",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "providerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "provisionerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerType",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerGroup",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "launchConfigId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "reserved",
            constant: None,
            multiple_words: true,
            required: false,
            max_size: None,
        },
    ],
};

pub(super) const WORKER_REQUESTED: Topic = Topic {
    exchange: "exchange/taskcluster-worker-manager/v1/worker-requested",
    name: "workerRequested",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "providerId",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "provisionerId",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "workerType",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "workerGroup",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "workerId",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "launchConfigId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "reserved",
            constant: None,
            multiple_words: true,
            required: false,
            max_size: None,
        },
    ],
};

pub(super) const WORKER_RUNNING: Topic = Topic {
    exchange: "exchange/taskcluster-worker-manager/v1/worker-running",
    name: "workerRunning",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "providerId",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "provisionerId",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "workerType",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "workerGroup",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "workerId",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "launchConfigId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "reserved",
            constant: None,
            multiple_words: true,
            required: false,
            max_size: None,
        },
    ],
};

pub(super) const WORKER_STOPPED: Topic = Topic {
    exchange: "exchange/taskcluster-worker-manager/v1/worker-stopped",
    name: "workerStopped",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "providerId",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "provisionerId",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "workerType",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "workerGroup",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "workerId",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "launchConfigId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "reserved",
            constant: None,
            multiple_words: true,
            required: false,
            max_size: None,
        },
    ],
};

pub(super) const WORKER_REMOVED: Topic = Topic {
    exchange: "exchange/taskcluster-worker-manager/v1/worker-removed",
    name: "workerRemoved",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "providerId",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "provisionerId",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "workerType",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "workerGroup",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "workerId",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "launchConfigId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "reserved",
            constant: None,
            multiple_words: true,
            required: false,
            max_size: None,
        },
    ],
};

pub(super) const LAUNCH_CONFIG_CREATED: Topic = Topic {
    exchange: "exchange/taskcluster-worker-manager/v1/launch-config-created",
    name: "launchConfigCreated",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "providerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "provisionerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerType",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerGroup",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "launchConfigId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "reserved",
            constant: None,
            multiple_words: true,
            required: false,
            max_size: None,
        },
    ],
};

pub(super) const LAUNCH_CONFIG_UPDATED: Topic = Topic {
    exchange: "exchange/taskcluster-worker-manager/v1/launch-config-updated",
    name: "launchConfigUpdated",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "providerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "provisionerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerType",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerGroup",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "launchConfigId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "reserved",
            constant: None,
            multiple_words: true,
            required: false,
            max_size: None,
        },
    ],
};

pub(super) const LAUNCH_CONFIG_ARCHIVED: Topic = Topic {
    exchange: "exchange/taskcluster-worker-manager/v1/launch-config-archived",
    name: "launchConfigArchived",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "providerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "provisionerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerType",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerGroup",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "workerId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "launchConfigId",
            constant: None,
            multiple_words: false,
            required: false,
            max_size: None,
        },
        Field {
            name: "reserved",
            constant: None,
            multiple_words: true,
            required: false,
            max_size: None,
        },
    ],
};

/// All exchanges of the service, as data.
pub static TOPICS: &[Topic] = &[
    WORKER_POOL_CREATED,
    WORKER_POOL_UPDATED,
    WORKER_POOL_ERROR,
    WORKER_REQUESTED,
    WORKER_RUNNING,
    WORKER_STOPPED,
    WORKER_REMOVED,
    LAUNCH_CONFIG_CREATED,
    LAUNCH_CONFIG_UPDATED,
    LAUNCH_CONFIG_ARCHIVED,
];
