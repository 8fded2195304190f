// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `get-role-response`.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// A role and the scopes that it grants.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct GetRoleResponse {
    /// When the role was created, in UTC.
    #[serde(with = "taskcluster_core::timestamp")]
    pub created: OffsetDateTime,
    /// What the role is for, for human readers, in Markdown. At most 10240 characters.
    ///
    /// Length: at most 10240.
    pub description: String,
    /// All scopes that someone gets by the scope `assume:<roleId>`, with further roles taken into
    /// account. Includes that scope itself.
    pub expanded_scopes: Vec<String>,
    /// When the scopes or the description were last changed, in UTC.
    #[serde(with = "taskcluster_core::timestamp")]
    pub last_modified: OffsetDateTime,
    /// Name of the role, in printable ASCII characters. With a `*` at its end it applies to all
    /// names that begin with the part before it.
    pub role_id: String,
    /// Scopes of the role as they are stored, with roles not expanded and placeholders kept.
    pub scopes: Vec<String>,
}
