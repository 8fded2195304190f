//! What all calls of one client have in common, whichever way they are sent.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

use time::OffsetDateTime;

use crate::answer::error::{CredentialsError, RequestError, Result};
use crate::exchange::keeper::{Keeper, Provider};
use crate::exchange::retry::RetryPolicy;
use crate::exchange::seconds;
use crate::identity::credentials::Credentials;
use crate::identity::hawk::Target;
use crate::identity::signed::Identity;
use crate::identity::text::check_scopes;
use crate::request::root_url::RootUrl;

/// Root URL, caller and retry policy of a client. The parts of a signature that do not change
/// from call to call are computed when a session is made, or its provider gives credentials.
#[derive(Clone, Debug)]
pub struct Session {
    root: RootUrl,
    caller: Caller,
    authorized_scopes: Option<Vec<String>>,
    retry: RetryPolicy,
    /// How long before their end credentials of a provider are renewed.
    margin: Duration,
    clock: Arc<Clock>,
    trace_id: Option<Arc<str>>,
}

/// The longest trace ID, in bytes.
const MAX_TRACE_ID: usize = 256;

/// Who calls.
#[derive(Clone, Debug)]
pub(crate) enum Caller {
    Anybody,
    Always(Arc<Identity>),
    /// Whoever the provider says.
    Provided(Arc<Keeper>),
}

/// What a client is told of its caller.
pub(crate) enum Source {
    Nobody,
    Given(Credentials),
    Provider(Provider),
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
        source: Source,
        authorized_scopes: Option<Vec<String>>,
        retry: RetryPolicy,
        margin: Duration,
    ) -> Result<Self> {
        Ok(Self {
            root,
            caller: Caller::of(source, authorized_scopes.as_deref(), margin)?,
            authorized_scopes,
            retry,
            margin,
            clock: Arc::default(),
            trace_id: None,
        })
    }

    /// The same session, whose calls carry a trace ID.
    pub(crate) fn with_trace_id(&self, trace_id: &str) -> Result<Self> {
        let is_visible = trace_id.bytes().all(|b| b.is_ascii_graphic());
        if trace_id.is_empty() || !is_visible || trace_id.len() > MAX_TRACE_ID {
            let why = format!(
                "a trace ID has 1 to {MAX_TRACE_ID} visible ASCII characters, and no white space"
            );
            return Err(RequestError::new(why).into());
        }
        Ok(Self {
            trace_id: Some(trace_id.into()),
            ..self.clone()
        })
    }

    pub(crate) fn trace_id(&self) -> Option<&str> {
        self.trace_id.as_deref()
    }

    /// The same session for another caller, limited to the same scopes.
    pub(crate) fn with(&self, source: Source) -> Result<Self> {
        Ok(Self {
            caller: Caller::of(source, self.authorized_scopes.as_deref(), self.margin)?,
            ..self.clone()
        })
    }

    /// What `Debug` says of a client with this session.
    pub(crate) fn show(&self, client: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct(client)
            .field("root_url", &self.root.as_str())
            .field("credentials", &self.credentials())
            .finish_non_exhaustive()
    }

    /// The root URL.
    pub fn root_url(&self) -> &RootUrl {
        &self.root
    }

    /// The caller; `None` where requests go out unsigned. Where credentials come from a provider, these are the
    /// last that it gave, whether they are still valid or not; `None` before the first call.
    pub fn credentials(&self) -> Option<Arc<Credentials>> {
        Some(Arc::clone(self.identity()?.credentials()))
    }

    /// The caller as far as is known without asking a provider.
    pub(crate) fn identity(&self) -> Option<Arc<Identity>> {
        match &self.caller {
            Caller::Anybody => None,
            Caller::Always(identity) => Some(Arc::clone(identity)),
            Caller::Provided(keeper) => keeper.held(),
        }
    }

    pub(crate) fn caller(&self) -> &Caller {
        &self.caller
    }

    /// Who keeps the credentials, where they come from a provider.
    pub(crate) fn keeper(&self) -> Option<&Keeper> {
        match &self.caller {
            Caller::Provided(keeper) => Some(keeper),
            Caller::Anybody | Caller::Always(_) => None,
        }
    }

    /// The server's time at a time of this machine, as far as is known.
    pub(crate) fn server_time(&self, now: SystemTime) -> OffsetDateTime {
        let offset = time::Duration::seconds(self.clock.offset());
        OffsetDateTime::from(now).saturating_add(offset)
    }

    /// The client's ways to try again; a [`Call`](crate::Call) may have its own.
    pub fn retry_policy(&self) -> &RetryPolicy {
        &self.retry
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
        Some(self.identity()?.signer().header(target, None, now, nonce))
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.clock
    }
}

impl Caller {
    fn of(source: Source, authorized_scopes: Option<&[String]>, margin: Duration) -> Result<Self> {
        match source {
            Source::Given(credentials) => {
                let identity = Identity::new(Arc::new(credentials), authorized_scopes)?;
                Ok(Self::Always(Arc::new(identity)))
            }
            Source::Provider(provider) => {
                // What no credentials could be limited to is told at once.
                check_scopes("authorized scope", authorized_scopes.unwrap_or_default())?;
                let limits = authorized_scopes.map(<[String]>::to_vec);
                let keeper = Keeper::new(provider, margin, limits);
                Ok(Self::Provided(Arc::new(keeper)))
            }
            Source::Nobody if authorized_scopes.is_some() => Err(CredentialsError::new(
                "authorized scopes limit credentials, and this client has none",
            )
            .into()),
            Source::Nobody => Ok(Self::Anybody),
        }
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

    /// Has credentials that come from a provider renewed where they are to be, as of a time of this machine.
    ///
    /// # Errors
    /// There are none to be had.
    #[doc(hidden)]
    fn renew(&self, _now: SystemTime) -> Result<()> {
        Ok(())
    }
}
