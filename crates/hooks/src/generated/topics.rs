// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! Exchange and routing key of each kind of message.

use taskcluster_core::routing_key::{Field, Topic};

pub(super) const HOOK_CREATED: Topic = Topic {
    exchange: "exchange/taskcluster-hooks/v1/hook-created",
    name: "hookCreated",
    fields: &[Field {
        name: "reserved",
        constant: None,
        multiple_words: true,
        required: false,
        max_size: None,
    }],
};

pub(super) const HOOK_UPDATED: Topic = Topic {
    exchange: "exchange/taskcluster-hooks/v1/hook-updated",
    name: "hookUpdated",
    fields: &[Field {
        name: "reserved",
        constant: None,
        multiple_words: true,
        required: false,
        max_size: None,
    }],
};

pub(super) const HOOK_DELETED: Topic = Topic {
    exchange: "exchange/taskcluster-hooks/v1/hook-deleted",
    name: "hookDeleted",
    fields: &[Field {
        name: "reserved",
        constant: None,
        multiple_words: true,
        required: false,
        max_size: None,
    }],
};

/// All exchanges of the service, as data.
pub static TOPICS: &[Topic] = &[HOOK_CREATED, HOOK_UPDATED, HOOK_DELETED];
