// Written by `cargo xtask generate` from the references of the service `pulse`. Do not edit.

//! The types of the schema `namespace-response`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

use super::NamespaceRequest;

/// A claimed namespace and the credentials to use it with.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NamespaceResponse {
    /// The AMQP connection string, an `amqps:` URL that includes user name and password. A secret.
    pub connection_string: String,
    /// When the namespace was first claimed (UTC).
    pub created: OffsetDateTime,
    /// When the namespace, with its queues and exchanges, is due to be deleted (UTC), unless it is
    /// claimed again.
    pub expires: OffsetDateTime,
    /// The name of the namespace.
    pub namespace: String,
    /// When to claim the namespace again and switch to the new connection string (UTC). The present
    /// one need not work beyond this time.
    pub reclaim_at: OffsetDateTime,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    NamespaceResponse and extra_members {
        0 connection_string = "connectionString": required,
        1 created = "created": date,
        2 expires = "expires": date,
        3 namespace = "namespace": required,
        4 reclaim_at = "reclaimAt": date,
    }
}

/// What a [`NamespaceResponse`] must have.
pub struct NamespaceResponseRequired {
    /// See [`NamespaceResponse::namespace`].
    pub namespace: String,
    /// See [`NamespaceResponse::created`].
    pub created: OffsetDateTime,
    /// See [`NamespaceResponse::expires`].
    pub expires: OffsetDateTime,
    /// See [`NamespaceResponse::connection_string`].
    pub connection_string: String,
    /// See [`NamespaceResponse::reclaim_at`].
    pub reclaim_at: OffsetDateTime,
}

impl NamespaceResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: NamespaceResponseRequired) -> Self {
        Self {
            connection_string: required.connection_string,
            created: required.created,
            expires: required.expires,
            namespace: required.namespace,
            reclaim_at: required.reclaim_at,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for NamespaceResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NamespaceResponse")
            .field("created", &self.created)
            .field("expires", &self.expires)
            .field("namespace", &self.namespace)
            .field("reclaim_at", &self.reclaim_at)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish_non_exhaustive()
    }
}

impl From<NamespaceResponse> for NamespaceRequest {
    /// What can be sent back of an answer. Members that the request does not have are left out;
    /// those that no schema names are kept.
    fn from(from: NamespaceResponse) -> Self {
        Self {
            contact: None,
            expires: Some(from.expires),
            extra_members: from.extra_members,
        }
    }
}
