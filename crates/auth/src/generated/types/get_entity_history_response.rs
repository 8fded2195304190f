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

impl GetEntityHistoryResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(audit_history: impl IntoIterator<Item = AuditEntry>) -> Self {
        Self {
            audit_history: audit_history.into_iter().collect(),
            continuation_token: None,
        }
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

/// What a [`AuditEntry`] must have.
pub struct AuditEntryRequired {
    /// See [`AuditEntry::client_id`].
    pub client_id: String,
    /// See [`AuditEntry::action_type`].
    pub action_type: String,
    /// See [`AuditEntry::created`].
    pub created: OffsetDateTime,
    /// See [`AuditEntry::entity_id`].
    pub entity_id: String,
    /// See [`AuditEntry::entity_type`].
    pub entity_type: String,
}

impl AuditEntry {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: AuditEntryRequired) -> Self {
        Self {
            action_type: required.action_type,
            client_id: required.client_id,
            created: required.created,
            entity_id: required.entity_id,
            entity_type: required.entity_type,
        }
    }
}
