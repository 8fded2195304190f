// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `list-roles2-response`.

use taskcluster_core::Page;

use super::GetRoleResponse;

/// A page of roles.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListRoles2Response {
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    pub continuation_token: Option<String>,
    /// The roles on this page; there may be none.
    pub roles: Vec<GetRoleResponse>,
}

taskcluster_core::members! {
    ListRoles2Response {
        0 continuation_token = "continuationToken": optional,
        1 roles = "roles": required,
    }
}

impl ListRoles2Response {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(roles: impl IntoIterator<Item = GetRoleResponse>) -> Self {
        Self {
            continuation_token: None,
            roles: roles.into_iter().collect(),
        }
    }
}

impl Page for ListRoles2Response {
    type Item = GetRoleResponse;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.roles
    }
}
