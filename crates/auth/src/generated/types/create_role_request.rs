// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `create-role-request`.

use serde::{Deserialize, Serialize};

/// What can be set about a role, when it is created and later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateRoleRequest {
    /// What the role is for, for human readers, in Markdown. At most 10240 characters.
    ///
    /// Length: at most 10240.
    pub description: String,
    /// Scopes that the role grants, without repetitions. If the `roleId` ends in `*`, the
    /// placeholder `<..>` in a scope stands for the part of the name that the star matched.
    pub scopes: Vec<String>,
}

impl CreateRoleRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        scopes: impl IntoIterator<Item = impl Into<String>>,
        description: impl Into<String>,
    ) -> Self {
        Self {
            description: description.into(),
            scopes: scopes.into_iter().map(Into::into).collect(),
        }
    }
}
