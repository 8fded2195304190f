// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `create-client-response`.

use std::fmt;

use taskcluster_core::{Credentials, CredentialsError};
use time::OffsetDateTime;

/// A client together with its access token. Contains a secret.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateClientResponse {
    /// The secret with which the client signs requests, 22 to 66 characters of URL-safe Base64.
    /// Only the methods that create or reset it return it.
    pub access_token: String,
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
}

taskcluster_core::members! {
    CreateClientResponse {
        0 access_token = "accessToken": required,
        1 client_id = "clientId": required,
        2 created = "created": date,
        3 delete_on_expiration = "deleteOnExpiration": required,
        4 description = "description": required,
        5 disabled = "disabled": required,
        6 expanded_scopes = "expandedScopes": required,
        7 expires = "expires": date,
        8 last_date_used = "lastDateUsed": date,
        9 last_modified = "lastModified": date,
        10 last_rotated = "lastRotated": date,
        11 scopes = "scopes": required,
    }
}

/// What a [`CreateClientResponse`] must have.
pub struct CreateClientResponseRequired {
    /// See [`CreateClientResponse::client_id`].
    pub client_id: String,
    /// See [`CreateClientResponse::access_token`].
    pub access_token: String,
    /// See [`CreateClientResponse::expires`].
    pub expires: OffsetDateTime,
    /// See [`CreateClientResponse::description`].
    pub description: String,
    /// See [`CreateClientResponse::created`].
    pub created: OffsetDateTime,
    /// See [`CreateClientResponse::last_modified`].
    pub last_modified: OffsetDateTime,
    /// See [`CreateClientResponse::last_date_used`].
    pub last_date_used: OffsetDateTime,
    /// See [`CreateClientResponse::last_rotated`].
    pub last_rotated: OffsetDateTime,
    /// See [`CreateClientResponse::scopes`].
    pub scopes: Vec<String>,
    /// See [`CreateClientResponse::expanded_scopes`].
    pub expanded_scopes: Vec<String>,
    /// See [`CreateClientResponse::disabled`].
    pub disabled: bool,
    /// See [`CreateClientResponse::delete_on_expiration`].
    pub delete_on_expiration: bool,
}

impl CreateClientResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: CreateClientResponseRequired) -> Self {
        Self {
            access_token: required.access_token,
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
        }
    }
}

impl fmt::Debug for CreateClientResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateClientResponse")
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
            .finish_non_exhaustive()
    }
}

impl TryFrom<&CreateClientResponse> for Credentials {
    type Error = CredentialsError;

    /// The credentials in it, for
    /// [`Client::with_credentials`](taskcluster_core::Client::with_credentials).
    fn try_from(from: &CreateClientResponse) -> Result<Self, CredentialsError> {
        Ok(Self::new(&from.client_id, &from.access_token))
    }
}
