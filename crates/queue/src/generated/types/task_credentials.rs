// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-credentials`.

use std::fmt;

use taskcluster_core::Certificate;
use taskcluster_core::{Credentials, CredentialsError};

/// Temporary credentials that a worker gets with a claim.
///
/// They allow prolonging the claim on the run, resolving the run and creating its artifacts, and in
/// addition all that is in the `scopes` of the task. The three values belong together, and they are
/// secret.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskCredentials {
    /// Secret key to sign requests with.
    pub access_token: String,
    /// Certificate that says what the credentials allow and until when, as a string of JSON. Every
    /// request has to carry it.
    pub certificate: String,
    /// Name under which calls with these credentials are made; it mentions the task, the run and
    /// the worker.
    pub client_id: String,
}

taskcluster_core::members! {
    TaskCredentials {
        0 access_token = "accessToken": required,
        1 certificate = "certificate": required,
        2 client_id = "clientId": required,
    }
}

/// What a [`TaskCredentials`] must have.
pub struct TaskCredentialsRequired {
    /// See [`TaskCredentials::client_id`].
    pub client_id: String,
    /// See [`TaskCredentials::access_token`].
    pub access_token: String,
    /// See [`TaskCredentials::certificate`].
    pub certificate: String,
}

impl TaskCredentials {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskCredentialsRequired) -> Self {
        Self {
            access_token: required.access_token,
            certificate: required.certificate,
            client_id: required.client_id,
        }
    }
}

impl fmt::Debug for TaskCredentials {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TaskCredentials")
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

impl TryFrom<&TaskCredentials> for Credentials {
    type Error = CredentialsError;

    /// The credentials in it, for
    /// [`Client::with_credentials`](taskcluster_core::Client::with_credentials).
    ///
    /// # Errors
    /// The certificate cannot be read.
    fn try_from(from: &TaskCredentials) -> Result<Self, CredentialsError> {
        Ok(Self::new(&from.client_id, &from.access_token)
            .with_certificate(Certificate::parse(&from.certificate)?))
    }
}
