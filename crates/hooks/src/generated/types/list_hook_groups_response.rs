// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The types of the schema `list-hook-groups-response`.

use serde::{Deserialize, Serialize};

/// The names of all hook groups.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ListHookGroupsResponse {
    /// The hook group ids, each with at least one hook.
    pub groups: Vec<String>,
}
