// Written by `cargo xtask generate` from the references of the service `pulse`. Do not edit.

//! The types of the schema `namespace`.

use time::OffsetDateTime;

/// What is publicly known about a namespace.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Namespace {
    /// When the namespace was first claimed (UTC).
    pub created: OffsetDateTime,
    /// When the namespace, with its queues and exchanges, is due to be deleted (UTC), unless it is
    /// claimed again.
    pub expires: OffsetDateTime,
    /// The name of the namespace.
    pub namespace: String,
}

taskcluster_core::members! {
    Namespace {
        0 created = "created": date,
        1 expires = "expires": date,
        2 namespace = "namespace": required,
    }
}

/// What a [`Namespace`] must have.
pub struct NamespaceRequired {
    /// See [`Namespace::namespace`].
    pub namespace: String,
    /// See [`Namespace::created`].
    pub created: OffsetDateTime,
    /// See [`Namespace::expires`].
    pub expires: OffsetDateTime,
}

impl Namespace {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: NamespaceRequired) -> Self {
        Self {
            created: required.created,
            expires: required.expires,
            namespace: required.namespace,
        }
    }
}
