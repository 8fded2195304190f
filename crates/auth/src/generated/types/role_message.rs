// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `role-message`.

/// Says which role was created, changed or deleted.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RoleMessage {
    /// Name of the role concerned.
    pub role_id: String,
    /// Version of the message format. Always 1.
    pub version: u64,
}

taskcluster_core::members! {
    RoleMessage {
        0 role_id = "roleId": required,
        1 version = "version": required,
    }
}

impl RoleMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(version: u64, role_id: impl Into<String>) -> Self {
        Self {
            role_id: role_id.into(),
            version,
        }
    }
}
