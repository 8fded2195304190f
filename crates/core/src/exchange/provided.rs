//! A call whose credentials come from a provider.

use std::sync::Arc;

use super::{Exchange, Proof};
use crate::answer::error::Result;
use crate::identity::credentials::Credentials;
use crate::identity::signed::Identity;

impl Exchange<'_> {
    /// Lets the server's refusal of the credentials be answered by others, once.
    pub(crate) fn renewing(mut self) -> Self {
        self.may_renew = true;
        self
    }

    /// The credentials that the server has refused and that were not replaced since.
    pub(crate) fn refused(&self) -> Option<&Arc<Credentials>> {
        match (&self.proof, &self.refusal) {
            (Proof::Hawk(identity), Some(_)) => Some(identity.credentials()),
            _ => None,
        }
    }

    /// Signs the next attempt by these credentials, with the limits of the call.
    ///
    /// # Errors
    /// They are those that the server has refused: the error is that refusal.
    pub(crate) fn present(&mut self, identity: Arc<Identity>) -> Result<()> {
        let is_refused = self
            .refused()
            .is_some_and(|it| Arc::ptr_eq(it, identity.credentials()));
        match self.refusal.take() {
            Some(response) if is_refused => self.conclude(Ok(response)).map(|_| ()),
            _ => {
                self.proof = Proof::Hawk(identity);
                Ok(())
            }
        }
    }
}
