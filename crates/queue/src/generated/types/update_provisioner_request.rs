// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `update-provisioner-request`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

use super::Action;

/// The properties of a provisioner to set. Those that are left out stay as they are.
///
/// Until 2019.
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct UpdateProvisionerRequest {
    /// Requests that a user interface may offer for the provisioner, its worker types and its
    /// workers. Replaces the whole list.
    pub actions: Option<Vec<Action>>,
    /// What the provisioner is for, as text for people, possibly in Markdown.
    pub description: Option<String>,
    /// Date-time (UTC) when the entry is forgotten, unless activity prolongs it before. Leave it
    /// out to keep the present value.
    pub expires: Option<OffsetDateTime>,
    /// Hint for users how far to rely on it; the queue itself makes no use of it.
    pub stability: Option<ProvisionerUpdateStability>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    UpdateProvisionerRequest and extra_members {
        0 actions = "actions": optional,
        1 description = "description": optional,
        2 expires = "expires": optional_date,
        3 stability = "stability": optional,
    }
}

impl UpdateProvisionerRequest {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`actions`](Self::actions).
    #[must_use]
    pub fn actions(mut self, actions: impl IntoIterator<Item = Action>) -> Self {
        self.actions = Some(actions.into_iter().collect());
        self
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
    pub fn stability(mut self, stability: ProvisionerUpdateStability) -> Self {
        self.stability = Some(stability);
        self
    }
}

impl fmt::Debug for UpdateProvisionerRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateProvisionerRequest")
            .field("actions", &self.actions)
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
    pub enum ProvisionerUpdateStability {
        /// `experimental`
        Experimental = "experimental",
        /// `stable`
        Stable = "stable",
        /// `deprecated`
        Deprecated = "deprecated",
    }
}
