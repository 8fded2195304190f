// Written by `cargo xtask generate` from the references of the service `purge-cache`. Do not edit.

//! Exchange and routing key of each kind of message.

use taskcluster_core::routing_key::{Field, Topic};

pub(super) const PURGE_CACHE: Topic = Topic {
    exchange: "exchange/taskcluster-purge-cache/v1/purge-cache",
    name: "purgeCache",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("provisionerId", true, 22),
        Field::word("workerType", true, 22),
    ],
};

/// All exchanges of the service, as data.
pub static TOPICS: &[Topic] = &[PURGE_CACHE];
