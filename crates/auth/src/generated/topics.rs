// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! Exchange and routing key of each kind of message.

use taskcluster_core::routing_key::{Field, Topic};

pub(super) const CLIENT_CREATED: Topic = Topic {
    exchange: "exchange/taskcluster-auth/v1/client-created",
    name: "clientCreated",
    fields: &[Field {
        name: "reserved",
        constant: None,
        multiple_words: true,
        required: false,
        max_size: None,
    }],
};

pub(super) const CLIENT_UPDATED: Topic = Topic {
    exchange: "exchange/taskcluster-auth/v1/client-updated",
    name: "clientUpdated",
    fields: &[Field {
        name: "reserved",
        constant: None,
        multiple_words: true,
        required: false,
        max_size: None,
    }],
};

pub(super) const CLIENT_DELETED: Topic = Topic {
    exchange: "exchange/taskcluster-auth/v1/client-deleted",
    name: "clientDeleted",
    fields: &[Field {
        name: "reserved",
        constant: None,
        multiple_words: true,
        required: false,
        max_size: None,
    }],
};

pub(super) const ROLE_CREATED: Topic = Topic {
    exchange: "exchange/taskcluster-auth/v1/role-created",
    name: "roleCreated",
    fields: &[Field {
        name: "reserved",
        constant: None,
        multiple_words: true,
        required: false,
        max_size: None,
    }],
};

pub(super) const ROLE_UPDATED: Topic = Topic {
    exchange: "exchange/taskcluster-auth/v1/role-updated",
    name: "roleUpdated",
    fields: &[Field {
        name: "reserved",
        constant: None,
        multiple_words: true,
        required: false,
        max_size: None,
    }],
};

pub(super) const ROLE_DELETED: Topic = Topic {
    exchange: "exchange/taskcluster-auth/v1/role-deleted",
    name: "roleDeleted",
    fields: &[Field {
        name: "reserved",
        constant: None,
        multiple_words: true,
        required: false,
        max_size: None,
    }],
};

/// All exchanges of the service, as data.
pub static TOPICS: &[Topic] = &[
    CLIENT_CREATED,
    CLIENT_UPDATED,
    CLIENT_DELETED,
    ROLE_CREATED,
    ROLE_UPDATED,
    ROLE_DELETED,
];
