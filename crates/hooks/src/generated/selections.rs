// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! Which messages of an exchange to hear of, field by field.

use super::topics;

taskcluster_core::selection! {
    /// Selects messages of [`HooksEvents::hook_created`](super::HooksEvents::hook_created).
    pub struct HookCreated of topics::HOOK_CREATED => super::types::PulseHookChangedMessage {
        /// Nothing that can be relied on; room for later use. Bind with `#`.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of [`HooksEvents::hook_updated`](super::HooksEvents::hook_updated).
    pub struct HookUpdated of topics::HOOK_UPDATED => super::types::PulseHookChangedMessage {
        /// Nothing that can be relied on; room for later use. Bind with `#`.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of [`HooksEvents::hook_deleted`](super::HooksEvents::hook_deleted).
    pub struct HookDeleted of topics::HOOK_DELETED => super::types::PulseHookChangedMessage {
        /// Nothing that can be relied on; room for later use. Bind with `#`.
        reserved = "reserved",
    }
}
