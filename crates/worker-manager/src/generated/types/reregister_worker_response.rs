// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `reregister-worker-response`.

use std::fmt;

use taskcluster_core::Certificate;
use taskcluster_core::{Credentials, CredentialsError};
use time::OffsetDateTime;

/// New credentials of a worker, and the secret with which to renew them the next time.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ReregisterWorkerResponse {
    /// New temporary credentials of the worker, in place of those before. Secret; the values belong
    /// together.
    pub credentials: RenewedWorkerCredentials,
    /// Date-time (UTC) by which the worker has to renew the credentials; do not count on them
    /// afterwards.
    pub expires: OffsetDateTime,
    /// Secret with which the worker can call `reregisterWorker`: 44 letters, digits, `-` or `_`. It
    /// can be used once. The one that was sent no longer works.
    pub secret: String,
}

taskcluster_core::members! {
    ReregisterWorkerResponse {
        0 credentials = "credentials": required,
        1 expires = "expires": date,
        2 secret = "secret": required,
    }
}

impl ReregisterWorkerResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        expires: OffsetDateTime,
        credentials: RenewedWorkerCredentials,
        secret: impl Into<String>,
    ) -> Self {
        Self {
            credentials,
            expires,
            secret: secret.into(),
        }
    }
}

impl fmt::Debug for ReregisterWorkerResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReregisterWorkerResponse")
            .field("credentials", &self.credentials)
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}

/// New temporary credentials of the worker, in place of those before. Secret; the values belong
/// together.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RenewedWorkerCredentials {
    /// Secret key to sign requests with.
    pub access_token: String,
    /// Certificate that says what the credentials allow and until when, as a string of JSON. Every
    /// request has to carry it. Missing if they are not temporary.
    pub certificate: Option<String>,
    /// Name under which calls with these credentials are made; it mentions the provider, the pool
    /// and the worker.
    pub client_id: String,
}

taskcluster_core::members! {
    RenewedWorkerCredentials {
        0 access_token = "accessToken": required,
        1 certificate = "certificate": optional,
        2 client_id = "clientId": required,
    }
}

/// What a [`RenewedWorkerCredentials`] must have.
pub struct RenewedWorkerCredentialsRequired {
    /// See [`RenewedWorkerCredentials::access_token`].
    pub access_token: String,
    /// See [`RenewedWorkerCredentials::client_id`].
    pub client_id: String,
}

impl RenewedWorkerCredentials {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: RenewedWorkerCredentialsRequired) -> Self {
        Self {
            access_token: required.access_token,
            certificate: None,
            client_id: required.client_id,
        }
    }
}

impl fmt::Debug for RenewedWorkerCredentials {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RenewedWorkerCredentials")
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

impl TryFrom<&RenewedWorkerCredentials> for Credentials {
    type Error = CredentialsError;

    /// The credentials in it, for
    /// [`Client::with_credentials`](taskcluster_core::Client::with_credentials).
    ///
    /// # Errors
    /// The certificate cannot be read.
    fn try_from(from: &RenewedWorkerCredentials) -> Result<Self, CredentialsError> {
        Ok(match &from.certificate {
            Some(text) => Self::new(&from.client_id, &from.access_token)
                .with_certificate(Certificate::parse(text)?),
            None => Self::new(&from.client_id, &from.access_token),
        })
    }
}
