// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! Exchange and routing key of each kind of message.

use taskcluster_core::routing_key::{Field, Topic};

pub(super) const WORKER_TYPE_CREATED: Topic = Topic {
    exchange: "exchange/taskcluster-aws-provisioner/v1/worker-type-created",
    name: "workerTypeCreated",
    fields: &[
        Field {
            name: "routingKeyKind",
            constant: Some("primary"),
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "workerType",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: Some(22),
        },
        Field {
            name: "reserved",
            constant: None,
            multiple_words: true,
            required: false,
            max_size: Some(1),
        },
    ],
};

pub(super) const WORKER_TYPE_UPDATED: Topic = Topic {
    exchange: "exchange/taskcluster-aws-provisioner/v1/worker-type-updated",
    name: "workerTypeUpdated",
    fields: &[
        Field {
            name: "routingKeyKind",
            constant: Some("primary"),
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "workerType",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: Some(22),
        },
        Field {
            name: "reserved",
            constant: None,
            multiple_words: true,
            required: false,
            max_size: Some(1),
        },
    ],
};

pub(super) const WORKER_TYPE_REMOVED: Topic = Topic {
    exchange: "exchange/taskcluster-aws-provisioner/v1/worker-type-removed",
    name: "workerTypeRemoved",
    fields: &[
        Field {
            name: "routingKeyKind",
            constant: Some("primary"),
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "workerType",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: Some(22),
        },
        Field {
            name: "reserved",
            constant: None,
            multiple_words: true,
            required: false,
            max_size: Some(1),
        },
    ],
};

/// All exchanges of the service, as data.
pub static TOPICS: &[Topic] = &[
    WORKER_TYPE_CREATED,
    WORKER_TYPE_UPDATED,
    WORKER_TYPE_REMOVED,
];
