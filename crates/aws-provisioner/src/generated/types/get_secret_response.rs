// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The types of the schema `get-secret-response`.

use std::fmt;

use taskcluster_core::Certificate;
use taskcluster_core::json::Value;
use taskcluster_core::{Credentials, CredentialsError};

/// The secrets of a worker together with temporary Taskcluster credentials. All of it is
/// confidential.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetSecretResponse {
    /// Temporary Taskcluster credentials for the worker, valid for 96 hours. They let it claim and
    /// report tasks.
    pub credentials: WorkerCredentials,
    /// Secret values from the definition of the worker type, merged for the region, availability
    /// zone and instance type of this instance.
    pub data: Value,
    /// Scopes that were stored with the secret. The credentials do not have to carry the same ones;
    /// their `certificate` tells which they carry.
    pub scopes: Vec<String>,
}

taskcluster_core::members! {
    GetSecretResponse {
        0 credentials = "credentials": required,
        1 data = "data": required,
        2 scopes = "scopes": required,
    }
}

impl GetSecretResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        data: impl Into<Value>,
        credentials: WorkerCredentials,
        scopes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            credentials,
            data: data.into(),
            scopes: scopes.into_iter().map(Into::into).collect(),
        }
    }
}

impl fmt::Debug for GetSecretResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GetSecretResponse")
            .field("credentials", &self.credentials)
            .field("data", &taskcluster_core::json::shown(&self.data))
            .field("scopes", &self.scopes)
            .finish()
    }
}

/// Temporary Taskcluster credentials for the worker, valid for 96 hours. They let it claim and
/// report tasks.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkerCredentials {
    /// Secret key to sign requests with. It works only together with `certificate`.
    pub access_token: String,
    /// Certificate of the temporary credentials, as JSON in a string. It states the scopes and the
    /// period of validity.
    pub certificate: String,
    /// Client that the credentials identify as.
    pub client_id: String,
}

taskcluster_core::members! {
    WorkerCredentials {
        0 access_token = "accessToken": required,
        1 certificate = "certificate": required,
        2 client_id = "clientId": required,
    }
}

/// What a [`WorkerCredentials`] must have.
pub struct WorkerCredentialsRequired {
    /// See [`WorkerCredentials::client_id`].
    pub client_id: String,
    /// See [`WorkerCredentials::access_token`].
    pub access_token: String,
    /// See [`WorkerCredentials::certificate`].
    pub certificate: String,
}

impl WorkerCredentials {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: WorkerCredentialsRequired) -> Self {
        Self {
            access_token: required.access_token,
            certificate: required.certificate,
            client_id: required.client_id,
        }
    }
}

impl fmt::Debug for WorkerCredentials {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WorkerCredentials")
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

impl TryFrom<&WorkerCredentials> for Credentials {
    type Error = CredentialsError;

    /// The credentials in it, for
    /// [`Client::with_credentials`](taskcluster_core::Client::with_credentials).
    ///
    /// # Errors
    /// The certificate cannot be read.
    fn try_from(from: &WorkerCredentials) -> Result<Self, CredentialsError> {
        Ok(Self::new(&from.client_id, &from.access_token)
            .with_certificate(Certificate::parse(&from.certificate)?))
    }
}
