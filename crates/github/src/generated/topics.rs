// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! Exchange and routing key of each kind of message.

use taskcluster_core::routing_key::{Field, Topic};

pub(super) const PULL_REQUEST: Topic = Topic {
    exchange: "exchange/taskcluster-github/v1/pull-request",
    name: "pullRequest",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "organization",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "repository",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "action",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
    ],
};

pub(super) const PUSH: Topic = Topic {
    exchange: "exchange/taskcluster-github/v1/push",
    name: "push",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "organization",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "repository",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
    ],
};

pub(super) const RELEASE: Topic = Topic {
    exchange: "exchange/taskcluster-github/v1/release",
    name: "release",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "organization",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "repository",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
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

pub(super) const RERUN: Topic = Topic {
    exchange: "exchange/taskcluster-github/v1/rerun",
    name: "rerun",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "organization",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "repository",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
    ],
};

pub(super) const TASK_GROUP_CREATION_REQUESTED: Topic = Topic {
    exchange: "exchange/taskcluster-github/v1/task-group-creation-requested",
    name: "taskGroupCreationRequested",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "organization",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "repository",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
    ],
};

pub(super) const TASKCLUSTER_YML_UPDATE: Topic = Topic {
    exchange: "exchange/taskcluster-github/v1/taskcluster-yml-update",
    name: "taskclusterYmlUpdate",
    fields: &[
        Field::constant("routingKeyKind", "primary"),
        Field {
            name: "organization",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
        Field {
            name: "repository",
            constant: None,
            multiple_words: false,
            required: true,
            max_size: None,
        },
    ],
};

/// All exchanges of the service, as data.
pub static TOPICS: &[Topic] = &[
    PULL_REQUEST,
    PUSH,
    RELEASE,
    TASK_GROUP_DEFINED,
    RERUN,
    TASK_GROUP_CREATION_REQUESTED,
    TASKCLUSTER_YML_UPDATE,
];
