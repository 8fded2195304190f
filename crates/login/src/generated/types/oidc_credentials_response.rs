// Written by `cargo xtask generate` from the references of the service `login`. Do not edit.

//! The types of the schema `oidc-credentials-response`.

use std::fmt;

use serde::{Deserialize, Serialize};
use taskcluster_core::Certificate;
use taskcluster_core::{Credentials, CredentialsError};
use time::OffsetDateTime;

/// Credentials for a person who has logged in, and when they end.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
#[non_exhaustive]
pub struct OidcCredentialsResponse {
    /// Taskcluster credentials, for signing requests to any service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credentials: Option<LoginCredentials>,
    /// When to stop using the credentials, in UTC. Set slightly before their true end, so that
    /// there is time to get new ones.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
    pub expires: Option<OffsetDateTime>,
}

/// Taskcluster credentials, for signing requests to any service.
///
/// Until 2019.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LoginCredentials {
    /// The secret to sign requests with. Keep it secret.
    pub access_token: String,
    /// Certificate that belongs to temporary credentials, as a string that holds JSON. Absent if
    /// the credentials are not temporary ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
    /// Name of the credentials, which begins with the identity of the person as the provider knows
    /// it.
    pub client_id: String,
}

impl fmt::Debug for LoginCredentials {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LoginCredentials")
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

impl TryFrom<&LoginCredentials> for Credentials {
    type Error = CredentialsError;

    /// The credentials in it, for
    /// [`Client::with_credentials`](taskcluster_core::Client::with_credentials).
    ///
    /// # Errors
    /// The certificate cannot be read.
    fn try_from(from: &LoginCredentials) -> Result<Self, CredentialsError> {
        Ok(match &from.certificate {
            Some(text) => Self::new(&from.client_id, &from.access_token)
                .with_certificate(Certificate::parse(text)?),
            None => Self::new(&from.client_id, &from.access_token),
        })
    }
}
