// Written by `cargo xtask generate` from the references of the service `pulse`. Do not edit.

//! The types of the schema `namespace`.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// What is publicly known about a namespace.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Namespace {
    /// When the namespace was first claimed (UTC).
    #[serde(with = "taskcluster_core::timestamp")]
    pub created: OffsetDateTime,
    /// When the namespace, with its queues and exchanges, is due to be deleted (UTC), unless it is
    /// claimed again.
    #[serde(with = "taskcluster_core::timestamp")]
    pub expires: OffsetDateTime,
    /// The name of the namespace.
    pub namespace: String,
}
