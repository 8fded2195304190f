// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The types of the schema `list-hooks-response`.

use super::HookDefinition;

/// All hooks of a group.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListHooksResponse {
    /// The definitions of the hooks, in no particular order.
    pub hooks: Vec<HookDefinition>,
}

taskcluster_core::members! {
    ListHooksResponse {
        0 hooks = "hooks": required,
    }
}

impl ListHooksResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(hooks: impl IntoIterator<Item = HookDefinition>) -> Self {
        Self {
            hooks: hooks.into_iter().collect(),
        }
    }
}
