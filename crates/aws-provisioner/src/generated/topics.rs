// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! Exchange and routing key of each kind of message.

use taskcluster_core::routing_key::{Field, Topic};

pub(super) const WORKER_TYPE_CREATED: Topic = Topic {
    exchange: "exchange/taskcluster-aws-provisioner/v1/worker-type-created",
    name: "workerTypeCreated",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("workerType", true, 22),
        Field::words("reserved", false, 1),
    ],
};

pub(super) const WORKER_TYPE_UPDATED: Topic = Topic {
    exchange: "exchange/taskcluster-aws-provisioner/v1/worker-type-updated",
    name: "workerTypeUpdated",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("workerType", true, 22),
        Field::words("reserved", false, 1),
    ],
};

pub(super) const WORKER_TYPE_REMOVED: Topic = Topic {
    exchange: "exchange/taskcluster-aws-provisioner/v1/worker-type-removed",
    name: "workerTypeRemoved",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("workerType", true, 22),
        Field::words("reserved", false, 1),
    ],
};

/// All exchanges of the service, as data.
pub static TOPICS: &[Topic] = &[
    WORKER_TYPE_CREATED,
    WORKER_TYPE_UPDATED,
    WORKER_TYPE_REMOVED,
];
