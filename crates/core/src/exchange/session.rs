//! What all calls of one client have in common, whichever way they are sent.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::SystemTime;

use time::OffsetDateTime;

use crate::answer::error::{CredentialsError, Result};
use crate::exchange::retry::RetryPolicy;
use crate::exchange::seconds;
use crate::identity::credentials::Credentials;
use crate::identity::hawk::{Signer, Target};
use crate::request::root_url::RootUrl;

/// Root URL, signer and retry policy of a client. The parts of a signature that do not change
/// from call to call are computed when a session is made.
#[derive(Clone, Debug)]
pub struct Session {
    root: RootUrl,
    credentials: Option<Credentials>,
    authorized_scopes: Option<Vec<String>>,
    signer: Option<Signer>,
    retry: RetryPolicy,
    clock: Arc<Clock>,
}

/// How far the server's clock is ahead of this machine's, in seconds, as far as is known. All clients
/// that come from one share it.
#[derive(Debug, Default)]
pub(crate) struct Clock(AtomicI64);

impl Clock {
    pub(crate) fn offset(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }

    pub(crate) fn correct(&self, offset: i64) {
        self.0.store(offset, Ordering::Relaxed);
    }
}

impl Session {
    pub(crate) fn new(
        root: RootUrl,
        credentials: Option<Credentials>,
        authorized_scopes: Option<Vec<String>>,
        retry: RetryPolicy,
    ) -> Result<Self> {
        let signer = make_signer(credentials.as_ref(), authorized_scopes.as_deref())?;
        Ok(Self {
            root,
            credentials,
            authorized_scopes,
            signer,
            retry,
            clock: Arc::default(),
        })
    }

    /// The same session for another caller, limited to the same scopes.
    pub(crate) fn with_credentials(&self, credentials: Credentials) -> Result<Self> {
        let session = Self::new(
            self.root.clone(),
            Some(credentials),
            self.authorized_scopes.clone(),
            self.retry.clone(),
        )?;
        Ok(Self {
            clock: Arc::clone(&self.clock),
            ..session
        })
    }

    /// What `Debug` says of a client with this session.
    pub(crate) fn show(&self, client: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct(client)
            .field("root_url", &self.root.as_str())
            .field("credentials", &self.credentials)
            .finish_non_exhaustive()
    }

    /// A signer for these credentials with other authorized scopes.
    pub(crate) fn signer_with(&self, authorized_scopes: &[String]) -> Result<Option<Signer>> {
        make_signer(self.credentials.as_ref(), Some(authorized_scopes))
    }

    /// The root URL.
    pub fn root_url(&self) -> &RootUrl {
        &self.root
    }

    /// The caller; `None` where requests go out unsigned.
    pub fn credentials(&self) -> Option<&Credentials> {
        self.credentials.as_ref()
    }

    /// The client's ways to try again; a [`Call`](crate::Call) may have its own.
    pub fn retry_policy(&self) -> &RetryPolicy {
        &self.retry
    }

    /// When temporary credentials end.
    pub(crate) fn expiry(&self) -> Option<OffsetDateTime> {
        let certificate = self.credentials.as_ref()?.certificate()?;
        Some(certificate.expiry())
    }

    /// The `Authorization` header of a request; `None` where the client has no credentials.
    #[doc(hidden)]
    pub fn authorization(
        &self,
        target: &Target<'_>,
        now: SystemTime,
        nonce: &str,
    ) -> Option<String> {
        let now = seconds(now).saturating_add(self.clock.offset());
        Some(self.signer()?.header(target, None, now, nonce))
    }

    pub(crate) fn signer(&self) -> Option<&Signer> {
        self.signer.as_ref()
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.clock
    }
}

fn make_signer(
    credentials: Option<&Credentials>,
    authorized_scopes: Option<&[String]>,
) -> Result<Option<Signer>> {
    match credentials {
        Some(credentials) => {
            if credentials.client_id().is_empty() || credentials.access_token().is_empty() {
                return Err(CredentialsError::new(
                    "the client ID or the access token is empty; give both, or no credentials",
                )
                .into());
            }
            credentials.check_texts()?;
            Ok(Some(Signer::of(credentials, authorized_scopes)?))
        }
        None if authorized_scopes.is_some() => Err(CredentialsError::new(
            "authorized scopes limit credentials, and this client has none",
        )
        .into()),
        None => Ok(None),
    }
}

/// A client of any kind: what a [`Call`](crate::Call) is made from. Each is cheap to clone.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a client",
    note = "a service is made from a reference to a `Client` or an `AsyncClient`; \
            `ClientBuilder::build` and `build_async` give them"
)]
pub trait ApiClient: Clone {
    /// What the client's calls have in common.
    fn session(&self) -> &Session;
}
