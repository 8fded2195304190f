// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `object-credentials`.

use std::fmt;

use taskcluster_core::Certificate;
use taskcluster_core::{Credentials, CredentialsError};

/// Temporary credentials for one object in the object service, either to upload it or to download
/// it.
///
/// The three values belong together, and they are secret.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ObjectCredentials {
    /// Secret key to sign requests with.
    pub access_token: String,
    /// Certificate that says what the credentials allow and until when, as a string of JSON. Every
    /// request has to carry it.
    pub certificate: String,
    /// Name under which calls with these credentials are made.
    pub client_id: String,
}

taskcluster_core::members! {
    ObjectCredentials {
        0 access_token = "accessToken": required,
        1 certificate = "certificate": required,
        2 client_id = "clientId": required,
    }
}

/// What a [`ObjectCredentials`] must have.
pub struct ObjectCredentialsRequired {
    /// See [`ObjectCredentials::client_id`].
    pub client_id: String,
    /// See [`ObjectCredentials::access_token`].
    pub access_token: String,
    /// See [`ObjectCredentials::certificate`].
    pub certificate: String,
}

impl ObjectCredentials {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ObjectCredentialsRequired) -> Self {
        Self {
            access_token: required.access_token,
            certificate: required.certificate,
            client_id: required.client_id,
        }
    }
}

impl fmt::Debug for ObjectCredentials {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ObjectCredentials")
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

impl TryFrom<&ObjectCredentials> for Credentials {
    type Error = CredentialsError;

    /// The credentials in it, for
    /// [`Client::with_credentials`](taskcluster_core::Client::with_credentials).
    ///
    /// # Errors
    /// The certificate cannot be read.
    fn try_from(from: &ObjectCredentials) -> Result<Self, CredentialsError> {
        Ok(Self::new(&from.client_id, &from.access_token)
            .with_certificate(Certificate::parse(&from.certificate)?))
    }
}
