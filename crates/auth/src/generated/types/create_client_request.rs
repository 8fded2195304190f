// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `create-client-request`.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// What can be set about a client, when it is created and later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CreateClientRequest {
    /// Whether the service is to delete the client some time after it has expired. Left out, it is
    /// false, also in an update.
    ///
    /// Default: `false`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delete_on_expiration: Option<bool>,
    /// What the client is for, for human readers, in Markdown. At most 10240 characters.
    ///
    /// Length: at most 10240.
    pub description: String,
    /// When the client stops working, in UTC.
    #[serde(with = "taskcluster_core::timestamp")]
    pub expires: OffsetDateTime,
    /// Scopes to grant to the client. Left out, a new client gets none, and an existing one keeps
    /// its scopes. No scope may be repeated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scopes: Option<Vec<String>>,
}

impl CreateClientRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(expires: OffsetDateTime, description: impl Into<String>) -> Self {
        Self {
            delete_on_expiration: None,
            description: description.into(),
            expires,
            scopes: None,
        }
    }

    /// Sets [`delete_on_expiration`](Self::delete_on_expiration).
    #[must_use]
    pub fn delete_on_expiration(mut self, delete_on_expiration: bool) -> Self {
        self.delete_on_expiration = Some(delete_on_expiration);
        self
    }

    /// Sets [`scopes`](Self::scopes).
    #[must_use]
    pub fn scopes(mut self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }
}
