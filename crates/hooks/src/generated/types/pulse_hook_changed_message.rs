// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The types of the schema `pulse-hook-changed-message`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

/// The announcement that a hook was created, updated or deleted; the exchange tells which.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PulseHookChangedMessage {
    /// The first part of the name of the hook: the group it belongs to.
    pub hook_group_id: String,
    /// The second part of the name of the hook, unique within its group. It may contain slashes.
    pub hook_id: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    PulseHookChangedMessage and extra_members {
        0 hook_group_id = "hookGroupId": required,
        1 hook_id = "hookId": required,
    }
}

/// What a [`PulseHookChangedMessage`] must have.
pub struct PulseHookChangedMessageRequired {
    /// See [`PulseHookChangedMessage::hook_id`].
    pub hook_id: String,
    /// See [`PulseHookChangedMessage::hook_group_id`].
    pub hook_group_id: String,
}

impl PulseHookChangedMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: PulseHookChangedMessageRequired) -> Self {
        Self {
            hook_group_id: required.hook_group_id,
            hook_id: required.hook_id,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for PulseHookChangedMessage {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PulseHookChangedMessage")
            .field("hook_group_id", &self.hook_group_id)
            .field("hook_id", &self.hook_id)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}
