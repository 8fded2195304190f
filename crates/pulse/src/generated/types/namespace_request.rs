// Written by `cargo xtask generate` from the references of the service `pulse`. Do not edit.

//! The types of the schema `namespace-request`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

/// The wishes that go with a claim. An empty object takes the defaults.
///
/// Until 2019.
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct NamespaceRequest {
    /// The email address to warn when a queue in the namespace grows too large or is deleted for
    /// it. Left out, nobody is warned.
    pub contact: Option<String>,
    /// When the namespace and all queues and exchanges in it may be deleted (UTC). Left out, a few
    /// hours from now. Move it on with each claim.
    pub expires: Option<OffsetDateTime>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    NamespaceRequest and extra_members {
        0 contact = "contact": optional,
        1 expires = "expires": optional_date,
    }
}

impl NamespaceRequest {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`contact`](Self::contact).
    #[must_use]
    pub fn contact(mut self, contact: impl Into<String>) -> Self {
        self.contact = Some(contact.into());
        self
    }

    /// Sets [`expires`](Self::expires).
    #[must_use]
    pub fn expires(mut self, expires: OffsetDateTime) -> Self {
        self.expires = Some(expires);
        self
    }
}

impl fmt::Debug for NamespaceRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NamespaceRequest")
            .field("contact", &self.contact)
            .field("expires", &self.expires)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}
