// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `get-role-response`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

use super::CreateRoleRequest;

/// A role and the scopes that it grants.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetRoleResponse {
    /// When the role was created, in UTC.
    pub created: OffsetDateTime,
    /// What the role is for, for human readers, in Markdown. At most 10240 characters.
    pub description: String,
    /// All scopes that someone gets by the scope `assume:<roleId>`, with further roles taken into
    /// account. Includes that scope itself.
    pub expanded_scopes: Vec<String>,
    /// When the scopes or the description were last changed, in UTC.
    pub last_modified: OffsetDateTime,
    /// Name of the role, in printable ASCII characters. With a `*` at its end it applies to all
    /// names that begin with the part before it.
    pub role_id: String,
    /// Scopes of the role as they are stored, with roles not expanded and placeholders kept.
    pub scopes: Vec<String>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    GetRoleResponse and extra_members {
        0 created = "created": date,
        1 description = "description": required,
        2 expanded_scopes = "expandedScopes": required,
        3 last_modified = "lastModified": date,
        4 role_id = "roleId": required,
        5 scopes = "scopes": required,
    }
}

/// What a [`GetRoleResponse`] must have.
pub struct GetRoleResponseRequired {
    /// See [`GetRoleResponse::role_id`].
    pub role_id: String,
    /// See [`GetRoleResponse::scopes`].
    pub scopes: Vec<String>,
    /// See [`GetRoleResponse::description`].
    pub description: String,
    /// See [`GetRoleResponse::created`].
    pub created: OffsetDateTime,
    /// See [`GetRoleResponse::last_modified`].
    pub last_modified: OffsetDateTime,
    /// See [`GetRoleResponse::expanded_scopes`].
    pub expanded_scopes: Vec<String>,
}

impl GetRoleResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: GetRoleResponseRequired) -> Self {
        Self {
            created: required.created,
            description: required.description,
            expanded_scopes: required.expanded_scopes,
            last_modified: required.last_modified,
            role_id: required.role_id,
            scopes: required.scopes,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for GetRoleResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GetRoleResponse")
            .field("created", &self.created)
            .field("description", &self.description)
            .field("expanded_scopes", &self.expanded_scopes)
            .field("last_modified", &self.last_modified)
            .field("role_id", &self.role_id)
            .field("scopes", &self.scopes)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

impl From<GetRoleResponse> for CreateRoleRequest {
    /// What can be sent back of an answer. Members that the request does not have are left out;
    /// those that no schema names are kept.
    fn from(from: GetRoleResponse) -> Self {
        Self {
            description: from.description,
            scopes: from.scopes,
            extra_members: from.extra_members,
        }
    }
}
