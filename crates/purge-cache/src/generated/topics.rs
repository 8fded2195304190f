// Written by `cargo xtask generate` from the references of the service `purge-cache`. Do not edit.

//! Exchange and routing key of each kind of message.

use taskcluster_core::routing_key::{Field, Topic};

pub(super) const PURGE_CACHE: Topic = Topic {
    exchange: "exchange/taskcluster-purge-cache/v1/purge-cache",
    name: "purgeCache",
    fields: &[
        Field {
            name: "routingKeyKind",
            constant: Some("primary"),
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "provisionerId",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: Some(22),
        },
        Field {
            name: "workerType",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: Some(22),
        },
    ],
};

/// All exchanges of the service, as data.
pub static TOPICS: &[Topic] = &[PURGE_CACHE];
