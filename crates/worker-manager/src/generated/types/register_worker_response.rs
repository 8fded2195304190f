// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `register-worker-response`.

use std::fmt;

use taskcluster_core::Certificate;
use taskcluster_core::json::Value;
use taskcluster_core::{Credentials, CredentialsError};
use time::OffsetDateTime;

/// What a worker needs to begin its work.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RegisterWorkerResponse {
    /// Temporary credentials of the worker, for claiming tasks among other things. Secret; the
    /// values belong together.
    pub credentials: RegisteredWorkerCredentials,
    /// Date-time (UTC) by which the worker has to renew the credentials; do not count on them
    /// afterwards.
    pub expires: OffsetDateTime,
    /// Secret with which the worker can call `reregisterWorker`: 44 letters, digits, `-` or `_`. It
    /// can be used once.
    pub secret: String,
    /// Configuration of the worker, from the `workerConfig` of its launch config or, with providers
    /// of the type `static`, of the pool. Its form depends on the kind of worker; it is empty if
    /// none was given.
    pub worker_config: Value,
}

taskcluster_core::members! {
    RegisterWorkerResponse {
        0 credentials = "credentials": required,
        1 expires = "expires": date,
        2 secret = "secret": required,
        3 worker_config = "workerConfig": required,
    }
}

impl RegisterWorkerResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        expires: OffsetDateTime,
        credentials: RegisteredWorkerCredentials,
        worker_config: impl Into<Value>,
        secret: impl Into<String>,
    ) -> Self {
        Self {
            credentials,
            expires,
            secret: secret.into(),
            worker_config: worker_config.into(),
        }
    }
}

impl fmt::Debug for RegisterWorkerResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RegisterWorkerResponse")
            .field("credentials", &self.credentials)
            .field("expires", &self.expires)
            .field(
                "worker_config",
                &taskcluster_core::json::shown(&self.worker_config),
            )
            .finish_non_exhaustive()
    }
}

/// Temporary credentials of the worker, for claiming tasks among other things. Secret; the values
/// belong together.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RegisteredWorkerCredentials {
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
    RegisteredWorkerCredentials {
        0 access_token = "accessToken": required,
        1 certificate = "certificate": optional,
        2 client_id = "clientId": required,
    }
}

/// What a [`RegisteredWorkerCredentials`] must have.
pub struct RegisteredWorkerCredentialsRequired {
    /// See [`RegisteredWorkerCredentials::access_token`].
    pub access_token: String,
    /// See [`RegisteredWorkerCredentials::client_id`].
    pub client_id: String,
}

impl RegisteredWorkerCredentials {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: RegisteredWorkerCredentialsRequired) -> Self {
        Self {
            access_token: required.access_token,
            certificate: None,
            client_id: required.client_id,
        }
    }
}

impl fmt::Debug for RegisteredWorkerCredentials {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RegisteredWorkerCredentials")
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

impl TryFrom<&RegisteredWorkerCredentials> for Credentials {
    type Error = CredentialsError;

    /// The credentials in it, for
    /// [`Client::with_credentials`](taskcluster_core::Client::with_credentials).
    ///
    /// # Errors
    /// The certificate cannot be read.
    fn try_from(from: &RegisteredWorkerCredentials) -> Result<Self, CredentialsError> {
        Ok(match &from.certificate {
            Some(text) => Self::new(&from.client_id, &from.access_token)
                .with_certificate(Certificate::parse(text)?),
            None => Self::new(&from.client_id, &from.access_token),
        })
    }
}
