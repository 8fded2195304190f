// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `get-entity-history-response`.

use taskcluster_core::Page;
use time::OffsetDateTime;

/// A page of recorded changes.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetEntityHistoryResponse {
    /// The entries on this page; there may be none.
    pub audit_history: Vec<AuditEntry>,
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    pub continuation_token: Option<String>,
}

taskcluster_core::members! {
    GetEntityHistoryResponse {
        0 audit_history = "auditHistory": required,
        1 continuation_token = "continuationToken": optional,
    }
}

impl Page for GetEntityHistoryResponse {
    type Item = AuditEntry;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.audit_history
    }
}

/// A recorded change.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AuditEntry {
    /// What was done to the entity, as a word.
    pub action_type: String,
    /// The client that did it.
    pub client_id: String,
    /// Date-time (UTC) when it was done.
    pub created: OffsetDateTime,
    /// What it was done to, named by its id.
    pub entity_id: String,
    /// What kind of thing it was done to, such as `client`.
    pub entity_type: String,
}

taskcluster_core::members! {
    AuditEntry {
        0 action_type = "actionType": required,
        1 client_id = "clientId": required,
        2 created = "created": date,
        3 entity_id = "entityId": required,
        4 entity_type = "entityType": required,
    }
}
