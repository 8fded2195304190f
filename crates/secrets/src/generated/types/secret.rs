// Written by `cargo xtask generate` from the references of the service `secrets`. Do not edit.

//! The types of the schema `secret`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

/// A confidential value and when it expires.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Secret {
    /// When the secret expires, in UTC. From then on it can no longer be read, and it is deleted
    /// some time later.
    pub expires: OffsetDateTime,
    /// The confidential value, a JSON object of any form. The service does not look into it.
    pub secret: Value,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    Secret and extra_members {
        0 expires = "expires": date,
        1 secret = "secret": required,
    }
}

impl Secret {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(secret: impl Into<Value>, expires: OffsetDateTime) -> Self {
        Self {
            expires,
            secret: secret.into(),
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for Secret {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Secret")
            .field("expires", &self.expires)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish_non_exhaustive()
    }
}
