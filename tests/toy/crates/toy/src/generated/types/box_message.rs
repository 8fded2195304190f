// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! The types of the schema `box-message`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

use super::Box2;

/// Box message
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BoxMessage {
    /// A box.
    pub r#box: Box2,
    /// The member `version`.
    pub version: u64,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    BoxMessage and extra_members {
        0 r#box = "box": required,
        1 version = "version": required,
    }
}

impl BoxMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(version: u64, r#box: Box2) -> Self {
        Self {
            r#box,
            version,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for BoxMessage {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BoxMessage")
            .field("box", &self.r#box)
            .field("version", &self.version)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}
