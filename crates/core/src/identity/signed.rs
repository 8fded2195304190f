//! A caller, ready to sign.

use std::sync::Arc;

use time::OffsetDateTime;

use crate::answer::error::CredentialsError;
use crate::identity::credentials::Credentials;
use crate::identity::hawk::Signer;

/// Credentials, with the parts of their signatures that stay the same from call to call.
#[derive(Clone, Debug)]
pub(crate) struct Identity {
    /// Shared, so that identities with other limits are seen to be of the same credentials.
    credentials: Arc<Credentials>,
    signer: Signer,
}

impl Identity {
    /// `scopes` are those that its calls are limited to, if they are.
    pub(crate) fn new(
        credentials: Arc<Credentials>,
        scopes: Option<&[String]>,
    ) -> Result<Self, CredentialsError> {
        if credentials.client_id().is_empty() || credentials.access_token().is_empty() {
            return Err(CredentialsError::new(
                "the client ID or the access token is empty; give both, or no credentials",
            ));
        }
        credentials.check_texts()?;
        let signer = Signer::of(&credentials, scopes)?;
        Ok(Self {
            credentials,
            signer,
        })
    }

    /// The same caller with other limits.
    pub(crate) fn limited(&self, scopes: &[String]) -> Result<Self, CredentialsError> {
        Self::new(Arc::clone(&self.credentials), Some(scopes))
    }

    pub(crate) fn credentials(&self) -> &Arc<Credentials> {
        &self.credentials
    }

    pub(crate) fn signer(&self) -> &Signer {
        &self.signer
    }

    /// When temporary credentials end.
    pub(crate) fn expiry(&self) -> Option<OffsetDateTime> {
        Some(self.credentials.certificate()?.expiry())
    }
}
