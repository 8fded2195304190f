// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `update-workertype-request`.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use taskcluster_core::json::Value;
use time::OffsetDateTime;

/// The properties of a worker type to set. Those that are left out stay as they are.
///
/// Until 2019.
#[derive(Clone, PartialEq, Serialize, Deserialize, Default)]
#[non_exhaustive]
pub struct UpdateWorkertypeRequest {
    /// What the worker type is for, as text for people, possibly in Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Date-time (UTC) when the entry is forgotten, unless activity prolongs it before. Leave it
    /// out to keep the present value.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
    pub expires: Option<OffsetDateTime>,
    /// Hint for users how far to rely on it; the queue itself makes no use of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stability: Option<WorkerTypeUpdateStability>,
    /// Members that the schema does not name.
    #[serde(flatten)]
    pub extra_members: BTreeMap<String, Value>,
}

impl UpdateWorkertypeRequest {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`description`](Self::description).
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets [`expires`](Self::expires).
    #[must_use]
    pub fn expires(mut self, expires: OffsetDateTime) -> Self {
        self.expires = Some(expires);
        self
    }

    /// Sets [`stability`](Self::stability).
    #[must_use]
    pub fn stability(mut self, stability: WorkerTypeUpdateStability) -> Self {
        self.stability = Some(stability);
        self
    }
}

impl fmt::Debug for UpdateWorkertypeRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateWorkertypeRequest")
            .field("description", &self.description)
            .field("expires", &self.expires)
            .field("stability", &self.stability)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

taskcluster_core::string_enum! {
    /// Hint for users how far to rely on it; the queue itself makes no use of it.
    ///
    /// Until 2019.
    pub enum WorkerTypeUpdateStability {
        /// `experimental`
        Experimental = "experimental",
        /// `stable`
        Stable = "stable",
        /// `deprecated`
        Deprecated = "deprecated",
    }
}
