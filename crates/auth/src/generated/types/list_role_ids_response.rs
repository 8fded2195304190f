// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `list-role-ids-response`.

use taskcluster_core::Page;

/// A page of the ids of roles.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListRoleIdsResponse {
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    pub continuation_token: Option<String>,
    /// The ids on this page; there may be none.
    pub role_ids: Vec<String>,
}

taskcluster_core::members! {
    ListRoleIdsResponse {
        0 continuation_token = "continuationToken": optional,
        1 role_ids = "roleIds": required,
    }
}

impl ListRoleIdsResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(role_ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            continuation_token: None,
            role_ids: role_ids.into_iter().map(Into::into).collect(),
        }
    }
}

impl Page for ListRoleIdsResponse {
    type Item = String;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.role_ids
    }
}
