// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `get-client-response`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

use super::CreateClientRequest;

/// A client: its scopes, state and dates, without the access token.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetClientResponse {
    /// Name of the client. Letters, digits and the characters `!@/:.+|_-` are allowed.
    pub client_id: String,
    /// When the client was created, in UTC.
    pub created: OffsetDateTime,
    /// Whether the service deletes the client after it has expired. If false, it stays in the
    /// listing and can be revived with a later `expires`.
    pub delete_on_expiration: bool,
    /// What the client is for, for human readers, in Markdown. At most 10240 characters.
    pub description: String,
    /// Whether the client is disabled. Signatures of a disabled client are refused.
    pub disabled: bool,
    /// All scopes that the client has, with the roles it can assume taken into account. Computed
    /// from the roles at the time of the answer.
    pub expanded_scopes: Vec<String>,
    /// When the client stops working, in UTC. From then on its signatures are refused.
    pub expires: OffsetDateTime,
    /// When the client was last seen to sign a request, in UTC. Recorded at most every six hours,
    /// so the true time may be up to six hours later. Set to the time of creation at first.
    pub last_date_used: OffsetDateTime,
    /// When the description, expiration or scopes were last changed, in UTC. Enabling, disabling
    /// and a new access token do not count.
    pub last_modified: OffsetDateTime,
    /// When the client got its present access token, in UTC.
    pub last_rotated: OffsetDateTime,
    /// Scopes granted to the client directly, as they are stored. Roles are not expanded here.
    pub scopes: Vec<String>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    GetClientResponse and extra_members {
        0 client_id = "clientId": required,
        1 created = "created": date,
        2 delete_on_expiration = "deleteOnExpiration": required,
        3 description = "description": required,
        4 disabled = "disabled": required,
        5 expanded_scopes = "expandedScopes": required,
        6 expires = "expires": date,
        7 last_date_used = "lastDateUsed": date,
        8 last_modified = "lastModified": date,
        9 last_rotated = "lastRotated": date,
        10 scopes = "scopes": required,
    }
}

/// What a [`GetClientResponse`] must have.
pub struct GetClientResponseRequired {
    /// See [`GetClientResponse::client_id`].
    pub client_id: String,
    /// See [`GetClientResponse::expires`].
    pub expires: OffsetDateTime,
    /// See [`GetClientResponse::description`].
    pub description: String,
    /// See [`GetClientResponse::created`].
    pub created: OffsetDateTime,
    /// See [`GetClientResponse::last_modified`].
    pub last_modified: OffsetDateTime,
    /// See [`GetClientResponse::last_date_used`].
    pub last_date_used: OffsetDateTime,
    /// See [`GetClientResponse::last_rotated`].
    pub last_rotated: OffsetDateTime,
    /// See [`GetClientResponse::scopes`].
    pub scopes: Vec<String>,
    /// See [`GetClientResponse::expanded_scopes`].
    pub expanded_scopes: Vec<String>,
    /// See [`GetClientResponse::disabled`].
    pub disabled: bool,
    /// See [`GetClientResponse::delete_on_expiration`].
    pub delete_on_expiration: bool,
}

impl GetClientResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: GetClientResponseRequired) -> Self {
        Self {
            client_id: required.client_id,
            created: required.created,
            delete_on_expiration: required.delete_on_expiration,
            description: required.description,
            disabled: required.disabled,
            expanded_scopes: required.expanded_scopes,
            expires: required.expires,
            last_date_used: required.last_date_used,
            last_modified: required.last_modified,
            last_rotated: required.last_rotated,
            scopes: required.scopes,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for GetClientResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GetClientResponse")
            .field("client_id", &self.client_id)
            .field("created", &self.created)
            .field("delete_on_expiration", &self.delete_on_expiration)
            .field("description", &self.description)
            .field("disabled", &self.disabled)
            .field("expanded_scopes", &self.expanded_scopes)
            .field("expires", &self.expires)
            .field("last_date_used", &self.last_date_used)
            .field("last_modified", &self.last_modified)
            .field("last_rotated", &self.last_rotated)
            .field("scopes", &self.scopes)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

impl From<GetClientResponse> for CreateClientRequest {
    /// What can be sent back of an answer. Members that the request does not have are left out;
    /// those that no schema names are kept.
    fn from(from: GetClientResponse) -> Self {
        Self {
            delete_on_expiration: Some(from.delete_on_expiration),
            description: from.description,
            expires: from.expires,
            scopes: Some(from.scopes),
            extra_members: from.extra_members,
        }
    }
}
