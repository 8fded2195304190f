// Written by `cargo xtask generate` from the references of the service `treeherder`. Do not edit.

//! Exchange and routing key of each kind of message.

use taskcluster_core::routing_key::{Field, Topic};

pub(super) const JOBS: Topic = Topic {
    exchange: "exchange/taskcluster-treeherder/v1/jobs",
    name: "jobs",
    fields: &[
        Field::word("destination", true, 25),
        Field::word("project", true, 25),
        Field::words("reserved", false, 1),
    ],
};

/// All exchanges of the service, as data.
pub static TOPICS: &[Topic] = &[JOBS];
