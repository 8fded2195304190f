//! What the references cannot express.

use taskcluster_core::{Certificate, Credentials, CredentialsError};

use crate::types::{TaskCredentials, TaskState};

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

impl TaskState {
    /// Whether the task has come to its end: `completed`, `failed` or `exception`. A state that
    /// this version does not know is none.
    ///
    /// ```
    /// use taskcluster_queue::types::TaskState;
    ///
    /// assert!(TaskState::Failed.is_resolved());
    /// assert!(!TaskState::Running.is_resolved());
    /// ```
    pub fn is_resolved(&self) -> bool {
        matches!(self, Self::Completed | Self::Failed | Self::Exception)
    }
}
