// Written by `cargo xtask generate` from the references of the service `treeherder`. Do not edit.

//! Exchange and routing key of each kind of message.

use taskcluster_core::routing_key::{Field, Topic};

pub(super) const JOBS: Topic = Topic {
    exchange: "exchange/taskcluster-treeherder/v1/jobs",
    name: "jobs",
    fields: &[
        Field {
            name: "destination",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: Some(25),
        },
        Field {
            name: "project",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: Some(25),
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
pub static TOPICS: &[Topic] = &[JOBS];
