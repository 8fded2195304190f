// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The service's exchanges.

use super::selections;

/// Announces over Pulse that hooks were created, changed or deleted.
///
/// The messages only name the hook; its definition is found with `hook`. They cannot be selected by
/// name through the routing key, so a consumer gets the messages about all hooks and picks its own.
/// Nothing is announced here when a hook fires: the Queue announces the task.
#[derive(Clone, Copy, Debug)]
pub struct HooksEvents;

impl HooksEvents {
    /// Announces that a hook was created.
    ///
    /// The message names the new hook.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-hooks/v1/hook-created`
    /// * Message: [`super::types::PulseHookChangedMessage`]
    #[doc(alias = "hookCreated")]
    pub fn hook_created() -> selections::HookCreated {
        selections::HookCreated::new()
    }

    /// Announces that the definition of a hook was replaced.
    ///
    /// The message names the hook but not what has changed.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-hooks/v1/hook-updated`
    /// * Message: [`super::types::PulseHookChangedMessage`]
    #[doc(alias = "hookUpdated")]
    pub fn hook_updated() -> selections::HookUpdated {
        selections::HookUpdated::new()
    }

    /// Announces that a hook was deleted.
    ///
    /// The message names the hook that is gone. Tasks it has created live on.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-hooks/v1/hook-deleted`
    /// * Message: [`super::types::PulseHookChangedMessage`]
    #[doc(alias = "hookDeleted")]
    pub fn hook_deleted() -> selections::HookDeleted {
        selections::HookDeleted::new()
    }
}
