// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `create-role-request`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

/// What can be set about a role, when it is created and later.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateRoleRequest {
    /// What the role is for, for human readers, in Markdown. At most 10240 characters.
    pub description: String,
    /// Scopes that the role grants, without repetitions. If the `roleId` ends in `*`, the
    /// placeholder `<..>` in a scope stands for the part of the name that the star matched.
    pub scopes: Vec<String>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    CreateRoleRequest and extra_members {
        0 description = "description": required,
        1 scopes = "scopes": required,
    }
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
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for CreateRoleRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateRoleRequest")
            .field("description", &self.description)
            .field("scopes", &self.scopes)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}
