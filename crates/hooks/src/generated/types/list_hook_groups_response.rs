// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The types of the schema `list-hook-groups-response`.

/// The names of all hook groups.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListHookGroupsResponse {
    /// The hook group ids, each with at least one hook.
    pub groups: Vec<String>,
}

taskcluster_core::members! {
    ListHookGroupsResponse {
        0 groups = "groups": required,
    }
}

impl ListHookGroupsResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(groups: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            groups: groups.into_iter().map(Into::into).collect(),
        }
    }
}
