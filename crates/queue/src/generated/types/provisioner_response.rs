// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `provisioner-response`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

use super::{Action, UpdateProvisionerRequest};

/// What the queue knows about a provisioner.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ProvisionerResponse {
    /// Requests that a user interface may offer, for all contexts.
    ///
    /// Until 2019.
    pub actions: Option<Vec<Action>>,
    /// What it is for, as text for people, possibly in Markdown. Empty if nobody has given one.
    pub description: String,
    /// Date-time (UTC) when the entry is forgotten, unless activity prolongs it before.
    pub expires: OffsetDateTime,
    /// Date-time (UTC) of the last time the queue noticed activity of it. It is updated only every
    /// few hours, so do not expect it to be precise.
    pub last_date_active: OffsetDateTime,
    /// First half of the name of a worker pool, 1 to 38 letters, digits, `-` or `_` (22 on servers
    /// of 2018).
    pub provisioner_id: String,
    /// Hint for users how far to rely on it; the queue itself makes no use of it.
    pub stability: ProvisionerResponseStability,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    ProvisionerResponse and extra_members {
        0 actions = "actions": optional,
        1 description = "description": required,
        2 expires = "expires": date,
        3 last_date_active = "lastDateActive": date,
        4 provisioner_id = "provisionerId": required,
        5 stability = "stability": required,
    }
}

/// What a [`ProvisionerResponse`] must have.
pub struct ProvisionerResponseRequired {
    /// See [`ProvisionerResponse::provisioner_id`].
    pub provisioner_id: String,
    /// See [`ProvisionerResponse::description`].
    pub description: String,
    /// See [`ProvisionerResponse::stability`].
    pub stability: ProvisionerResponseStability,
    /// See [`ProvisionerResponse::expires`].
    pub expires: OffsetDateTime,
    /// See [`ProvisionerResponse::last_date_active`].
    pub last_date_active: OffsetDateTime,
}

impl ProvisionerResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ProvisionerResponseRequired) -> Self {
        Self {
            actions: None,
            description: required.description,
            expires: required.expires,
            last_date_active: required.last_date_active,
            provisioner_id: required.provisioner_id,
            stability: required.stability,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for ProvisionerResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProvisionerResponse")
            .field("actions", &self.actions)
            .field("description", &self.description)
            .field("expires", &self.expires)
            .field("last_date_active", &self.last_date_active)
            .field("provisioner_id", &self.provisioner_id)
            .field("stability", &self.stability)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

impl From<ProvisionerResponse> for UpdateProvisionerRequest {
    /// What can be sent back of an answer. Members that the request does not have are left out;
    /// those that no schema names are kept.
    fn from(from: ProvisionerResponse) -> Self {
        let mut extra_members = from.extra_members;
        Self {
            actions: from.actions,
            description: Some(from.description),
            expires: Some(from.expires),
            stability: taskcluster_core::json::fitting(
                from.stability,
                "stability",
                &mut extra_members,
            ),
            extra_members,
        }
    }
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
