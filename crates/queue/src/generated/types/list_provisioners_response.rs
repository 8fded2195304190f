// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `list-provisioners-response`.

use taskcluster_core::Page;
use time::OffsetDateTime;

use super::Action;

/// A page of the provisioners that the queue knows.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListProvisionersResponse {
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    pub continuation_token: Option<String>,
    /// The provisioners on this page; there may be none.
    pub provisioners: Vec<Provisioner>,
}

taskcluster_core::members! {
    ListProvisionersResponse {
        0 continuation_token = "continuationToken": optional,
        1 provisioners = "provisioners": required,
    }
}

impl ListProvisionersResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(provisioners: impl IntoIterator<Item = Provisioner>) -> Self {
        Self {
            continuation_token: None,
            provisioners: provisioners.into_iter().collect(),
        }
    }
}

impl Page for ListProvisionersResponse {
    type Item = Provisioner;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.provisioners
    }
}

/// A provisioner, that is, whatever a `provisionerId` stands for.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Provisioner {
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
    pub stability: ProvisionerStability,
}

taskcluster_core::members! {
    Provisioner {
        0 actions = "actions": optional,
        1 description = "description": required,
        2 expires = "expires": date,
        3 last_date_active = "lastDateActive": date,
        4 provisioner_id = "provisionerId": required,
        5 stability = "stability": required,
    }
}

/// What a [`Provisioner`] must have.
pub struct ProvisionerRequired {
    /// See [`Provisioner::provisioner_id`].
    pub provisioner_id: String,
    /// See [`Provisioner::description`].
    pub description: String,
    /// See [`Provisioner::stability`].
    pub stability: ProvisionerStability,
    /// See [`Provisioner::expires`].
    pub expires: OffsetDateTime,
    /// See [`Provisioner::last_date_active`].
    pub last_date_active: OffsetDateTime,
}

impl Provisioner {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ProvisionerRequired) -> Self {
        Self {
            actions: None,
            description: required.description,
            expires: required.expires,
            last_date_active: required.last_date_active,
            provisioner_id: required.provisioner_id,
            stability: required.stability,
        }
    }
}

taskcluster_core::string_enum! {
    /// Hint for users how far to rely on it; the queue itself makes no use of it.
    pub enum ProvisionerStability {
        /// `experimental`
        Experimental = "experimental",
        /// `stable`
        Stable = "stable",
        /// `deprecated`
        Deprecated = "deprecated",
    }
}
