// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! Exchange and routing key of each kind of message.

use taskcluster_core::routing_key::{Field, Topic};

pub(super) const PULL_REQUEST: Topic = Topic {
    exchange: "exchange/taskcluster-github/v1/pull-request",
    name: "pullRequest",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("organization", true, 100),
        Field::word("repository", true, 100),
        Field::word("action", true, 22),
    ],
};

pub(super) const PUSH: Topic = Topic {
    exchange: "exchange/taskcluster-github/v1/push",
    name: "push",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("organization", true, 100),
        Field::word("repository", true, 100),
    ],
};

pub(super) const RELEASE: Topic = Topic {
    exchange: "exchange/taskcluster-github/v1/release",
    name: "release",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("organization", true, 100),
        Field::word("repository", true, 100),
    ],
};

pub(super) const TASK_GROUP_DEFINED: Topic = Topic {
    exchange: "exchange/taskcluster-github/v1/task-group-defined",
    name: "taskGroupDefined",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field::word("organization", true, 100),
        Field::word("repository", true, 100),
    ],
};

/// All exchanges of the service, as data.
pub static TOPICS: &[Topic] = &[PULL_REQUEST, PUSH, RELEASE, TASK_GROUP_DEFINED];
