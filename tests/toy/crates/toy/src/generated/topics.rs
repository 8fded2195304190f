// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! Exchange and routing key of each kind of message.

use taskcluster_core::routing_key::{Field, Topic};

pub(super) const BOX_PUT: Topic = Topic {
    exchange: "exchange/toy/v1/box-put",
    name: "boxPut",
    fields: &[
        Field {
            name: "routingKeyKind",
            constant: Some("primary"),
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "boxId",
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
pub static TOPICS: &[Topic] = &[BOX_PUT];
