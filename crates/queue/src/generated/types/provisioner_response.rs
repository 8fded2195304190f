// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `provisioner-response`.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::Action;

/// What the queue knows about a provisioner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ProvisionerResponse {
    /// Requests that a user interface may offer, for all contexts.
    ///
    /// Until 2019.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actions: Option<Vec<Action>>,
    /// What it is for, as text for people, possibly in Markdown. Empty if nobody has given one.
    pub description: String,
    /// Date-time (UTC) when the entry is forgotten, unless activity prolongs it before.
    #[serde(with = "taskcluster_core::timestamp")]
    pub expires: OffsetDateTime,
    /// Date-time (UTC) of the last time the queue noticed activity of it. It is updated only every
    /// few hours, so do not expect it to be precise.
    #[serde(with = "taskcluster_core::timestamp")]
    pub last_date_active: OffsetDateTime,
    /// First half of the name of a worker pool, 1 to 38 letters, digits, `-` or `_` (22 on servers
    /// of 2018).
    ///
    /// Length until 2019: 1 to 22.
    pub provisioner_id: String,
    /// Hint for users how far to rely on it; the queue itself makes no use of it.
    pub stability: ProvisionerResponseStability,
}

taskcluster_core::string_enum! {
    /// Hint for users how far to rely on it; the queue itself makes no use of it.
    pub enum ProvisionerResponseStability {
        /// `experimental`
        Experimental = "experimental",
        /// `stable`
        Stable = "stable",
        /// `deprecated`
        Deprecated = "deprecated",
    }
}
