// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! The types of the schema `box-message`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use taskcluster_core::json::Value;

use super::Box2;

/// Box message
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BoxMessage {
    /// A box.
    pub r#box: Box2,
    /// The member `version`.
    pub version: u64,
    /// Members that the schema does not name.
    #[serde(flatten)]
    pub extra_members: BTreeMap<String, Value>,
}
