// Written by `cargo xtask generate` from the references of the service `login`. Do not edit.

//! The types of the schema `oidc-credentials-response`.

use std::fmt;

use taskcluster_core::Certificate;
use taskcluster_core::{Credentials, CredentialsError};
use time::OffsetDateTime;

/// Credentials for a person who has logged in, and when they end.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct OidcCredentialsResponse {
    /// Taskcluster credentials, for signing requests to any service.
    pub credentials: Option<LoginCredentials>,
    /// When to stop using the credentials, in UTC. Set slightly before their true end, so that
    /// there is time to get new ones.
    pub expires: Option<OffsetDateTime>,
}

taskcluster_core::members! {
    OidcCredentialsResponse {
        0 credentials = "credentials": optional,
        1 expires = "expires": optional_date,
    }
}

impl OidcCredentialsResponse {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Taskcluster credentials, for signing requests to any service.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct LoginCredentials {
    /// The secret to sign requests with. Keep it secret.
    pub access_token: String,
    /// Certificate that belongs to temporary credentials, as a string that holds JSON. Absent if
    /// the credentials are not temporary ones.
    pub certificate: Option<String>,
    /// Name of the credentials, which begins with the identity of the person as the provider knows
    /// it.
    pub client_id: String,
}

taskcluster_core::members! {
    LoginCredentials {
        0 access_token = "accessToken": required,
        1 certificate = "certificate": optional,
        2 client_id = "clientId": required,
    }
}

/// What a [`LoginCredentials`] must have.
pub struct LoginCredentialsRequired {
    /// See [`LoginCredentials::client_id`].
    pub client_id: String,
    /// See [`LoginCredentials::access_token`].
    pub access_token: String,
}

impl LoginCredentials {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: LoginCredentialsRequired) -> Self {
        Self {
            access_token: required.access_token,
            certificate: None,
            client_id: required.client_id,
        }
    }
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
