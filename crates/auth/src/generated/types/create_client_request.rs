// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `create-client-request`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

/// What can be set about a client, when it is created and later.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateClientRequest {
    /// Whether the service is to delete the client some time after it has expired. Left out, it is
    /// false, also in an update.
    ///
    /// Default: `false`.
    pub delete_on_expiration: Option<bool>,
    /// What the client is for, for human readers, in Markdown. At most 10240 characters.
    pub description: String,
    /// When the client stops working, in UTC.
    pub expires: OffsetDateTime,
    /// Scopes to grant to the client. Left out, a new client gets none, and an existing one keeps
    /// its scopes. No scope may be repeated.
    pub scopes: Option<Vec<String>>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    CreateClientRequest and extra_members {
        0 delete_on_expiration = "deleteOnExpiration": optional,
        1 description = "description": required,
        2 expires = "expires": date,
        3 scopes = "scopes": optional,
    }
}

impl CreateClientRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(expires: OffsetDateTime, description: impl Into<String>) -> Self {
        Self {
            delete_on_expiration: None,
            description: description.into(),
            expires,
            scopes: None,
            extra_members: BTreeMap::new(),
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

impl fmt::Debug for CreateClientRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateClientRequest")
            .field("delete_on_expiration", &self.delete_on_expiration)
            .field("description", &self.description)
            .field("expires", &self.expires)
            .field("scopes", &self.scopes)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}
