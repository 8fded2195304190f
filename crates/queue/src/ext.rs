//! What the references cannot express.

use taskcluster_core::{Certificate, Credentials, CredentialsError};

use crate::types::TaskCredentials;

impl TryFrom<&TaskCredentials> for Credentials {
    type Error = CredentialsError;

    /// The credentials of a claimed task, for
    /// [`Client::with_credentials`](taskcluster_core::Client::with_credentials).
    ///
    /// # Errors
    /// The certificate cannot be read.
    fn try_from(task: &TaskCredentials) -> Result<Self, CredentialsError> {
        let certificate = Certificate::parse(&task.certificate)?;
        Ok(Self::new(&task.client_id, &task.access_token).with_certificate(certificate))
    }
}
