// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! Exchange and routing key of each kind of message.

use taskcluster_core::routing_key::{Field, Topic};

pub(super) const NOTIFY: Topic = Topic {
    exchange: "exchange/taskcluster-notify/v1/notification",
    name: "notify",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "topic",
            constant: None,
            multiple_words: true,
            required: true,
            max_size: None,
        },
    ],
};

/// All exchanges of the service, as data.
pub static TOPICS: &[Topic] = &[NOTIFY];
