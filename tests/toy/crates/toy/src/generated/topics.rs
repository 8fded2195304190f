// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! Exchange and routing key of each kind of message.

use taskcluster_core::routing_key::{Field, Topic};

pub(super) const BOX_PUT: Topic = Topic {
    exchange: "exchange/toy/v1/box-put",
    name: "boxPut",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("boxId", true, 22),
        Field::words("reserved", false, 1),
    ],
};

/// All exchanges of the service, as data.
pub static TOPICS: &[Topic] = &[BOX_PUT];
