//! The life of one call: sign, let it be sent, judge the answer, wait or be done.
//!
//! An [`Exchange`] touches no socket, clock or random source. A driver asks it for an
//! [`Attempt`], sends that, and hands back what came of it:
//!
//! ```
//! use std::time::{Duration, SystemTime};
//! use taskcluster_core::exchange::{Exchange, Moment, Verdict};
//! use taskcluster_core::{ApiClient, Client, Headers, Method, Request, Response};
//!
//! let client = Client::builder("https://tc.example.com").build()?;
//! let request = Request::new(Method::Get, "queue", "v1").path(["ping"]);
//! let mut exchange = Exchange::new(&request, client.session())?;
//!
//! let attempt = exchange.attempt(SystemTime::now(), "nonce")?;
//! assert_eq!(attempt.url, "https://tc.example.com/api/queue/v1/ping");
//!
//! let busy = Response::new(503, Headers::default(), Vec::new());
//! let moment = Moment { now: SystemTime::now(), elapsed: Duration::ZERO, random: 0.5 };
//! let verdict = exchange.judge(Ok(busy), || moment);
//! assert!(matches!(verdict, Verdict::Wait(wait) if wait == Duration::from_millis(100)));
//! # Ok::<(), taskcluster_core::Error>(())
//! ```

mod attempt;
mod judgement;
pub(crate) mod keeper;
#[doc(hidden)]
pub mod logging;
mod provided;
pub(crate) mod retry;
pub(crate) mod session;
#[cfg(feature = "tracing")]
mod spans;
mod verdict;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::answer::error::{CredentialsError, Error, RequestError, Result, TransportFailure};
use crate::answer::response::Response;
use crate::exchange::retry::RetryPolicy;
use crate::exchange::session::{Caller, Clock, Session};
use crate::identity::hawk::{self, Target};
use crate::identity::signed::Identity;
use crate::identity::text::is_header_text;
use crate::request::Request;
use crate::request::endpoint::Method;
use crate::request::root_url::RootUrl;
use crate::timestamp;

#[doc(hidden)]
pub use crate::answer::error::status_is_retryable;
pub(crate) use attempt::host;
pub use attempt::{Attempt, CONTENT_TYPE, TRACE_ID};
#[doc(hidden)]
pub use retry::retry_after;
pub use verdict::{Moment, Verdict};

/// The longest URL that is sent, in bytes: what servers and load balancers read at most.
pub(crate) const MAX_URL: usize = 16 * 1024;

/// The latest end of a signed URL, in seconds since 1970: that of the year 9999.
const LAST_EXPIRY: i64 = 253_402_300_799;

/// How a request proves who sends it.
#[derive(Clone)]
pub(crate) enum Proof<'a> {
    None,
    Hawk(Arc<Identity>),
    /// By credentials that a provider is still to give.
    Pending,
    /// An `Authorization` header that the caller brought, as `login.oidcCredentials` wants it.
    Given(&'a str),
}

impl Proof<'_> {
    /// By the client's credentials.
    pub(crate) fn of(session: &Session) -> Self {
        match (session.caller(), session.identity()) {
            (_, Some(identity)) => Self::Hawk(identity),
            (Caller::Provided(_), None) => Self::Pending,
            (Caller::Anybody | Caller::Always(_), None) => Self::None,
        }
    }
}

/// One call under way. `Debug` shows the method and the number of attempts.
pub struct Exchange<'a> {
    request: &'a Request,
    proof: Proof<'a>,
    policy: Cow<'a, RetryPolicy>,
    root: &'a RootUrl,
    clock: &'a Clock,
    url: String,
    host: Cow<'a, str>,
    port: u16,
    hash: Option<String>,
    trace_id: Option<&'a str>,
    attempts: u32,
    attempt_began: SystemTime,
    /// What is told of this call; nothing before its first attempt.
    #[cfg(feature = "tracing")]
    span: tracing::Span,
    /// Whether a provider may have other credentials where the server refuses these.
    may_renew: bool,
    /// The answer by which the server refused the credentials.
    refusal: Option<Response>,
    /// Whether an attempt was signed with the server's time, after one with ours was refused.
    clock_corrected: bool,
    /// Whether an attempt so far may have been carried out.
    may_have_acted: bool,
}

impl<'a> Exchange<'a> {
    /// Begins a call.
    ///
    /// # Errors
    /// The request does not fit; see [`Request::url`].
    pub fn new(request: &'a Request, session: &'a Session) -> Result<Self> {
        let policy = Cow::Borrowed(session.retry_policy());
        Self::with(request, session, Proof::of(session), policy)
    }

    pub(crate) fn with(
        request: &'a Request,
        session: &'a Session,
        proof: Proof<'a>,
        policy: Cow<'a, RetryPolicy>,
    ) -> Result<Self> {
        if let Proof::Given(value) = &proof {
            let refuse = |why: &str| Err(RequestError::of(&request.label(), why).into());
            if !is_header_text(value) {
                return refuse("the bearer token has characters that a header cannot carry");
            }
            if value.trim_end() == "Bearer" {
                return refuse("the bearer token is empty");
            }
            if value.len() > hawk::MAX_HEADER {
                let around = "Bearer ".len();
                return refuse(&format!(
                    "the bearer token has {} bytes, and the server reads at most {}; ask its issuer \
                     for a shorter one, such as one with fewer claims",
                    value.len() - around,
                    hawk::MAX_HEADER - around,
                ));
            }
        }
        let url = request.url(session.root_url())?;
        if url.len() > MAX_URL {
            let why = format!(
                "the URL has {} bytes, and servers read at most {MAX_URL}",
                url.len()
            );
            return Err(RequestError::of(&request.label(), why).into());
        }
        let (host, port) = session.root_url().host_and_port(request.service());
        let hash = match (&proof, request.payload()) {
            (Proof::Hawk(_) | Proof::Pending, Some(payload)) => {
                Some(hawk::payload_hash(CONTENT_TYPE, payload))
            }
            _ => None,
        };
        Ok(Self {
            request,
            proof,
            policy,
            root: session.root_url(),
            clock: session.clock(),
            url,
            host,
            port,
            hash,
            trace_id: session.trace_id(),
            attempts: 0,
            attempt_began: SystemTime::UNIX_EPOCH,
            #[cfg(feature = "tracing")]
            span: tracing::Span::none(),
            may_renew: false,
            refusal: None,
            clock_corrected: false,
            may_have_acted: false,
        })
    }

    fn target(&self) -> Target<'_> {
        let resource = resource(&self.url);
        Target {
            method: self.request.method().as_str(),
            resource,
            host: &self.host,
            port: self.port,
        }
    }

    /// Makes and counts another attempt, signed for this moment.
    ///
    /// # Errors
    /// The `Authorization` header is longer than the server reads, or the credentials had expired
    /// before the first attempt.
    pub fn attempt(&mut self, now: SystemTime, nonce: &str) -> Result<Attempt<'_>> {
        if self.attempts == 0 {
            self.refuse_expired(now)?;
        }
        let authorization = match &self.proof {
            Proof::None => None,
            Proof::Given(value) => Some((*value).to_owned()),
            Proof::Pending => return Err(self.pending()),
            Proof::Hawk(identity) => {
                let now = seconds(now) + self.clock.offset();
                let signer = identity.signer();
                Some(signer.header(&self.target(), self.hash.as_deref(), now, nonce))
            }
        };
        let length = authorization.as_ref().map_or(0, String::len);
        if length > hawk::MAX_HEADER {
            return Err(self.too_long("the Authorization header", length, hawk::MAX_HEADER));
        }
        #[cfg(feature = "tracing")]
        if self.attempts == 0 {
            self.span = spans::of_call(self.request, self.root, &self.host, self.port);
        }
        self.attempts += 1;
        self.attempt_began = now;
        logging::attempt(|| self.request.label(), self.attempts);
        Ok(Attempt {
            method: self.request.method(),
            url: &self.url,
            authorization,
            trace_id: self.trace_id,
            payload: self.request.payload(),
        })
    }

    /// The URL with a bewit that lets anybody fetch it until `ttl` after `now`.
    ///
    /// # Errors
    /// The method is not a GET, there are no credentials or they have expired, the time is under a second or too long
    /// to be written, or the URL is longer than the server reads.
    pub fn signed_url(&self, now: SystemTime, ttl: Duration) -> Result<String> {
        let refuse = |why: &str| Err(RequestError::of(&self.request.label(), why).into());
        if self.request.method() != Method::Get {
            return refuse("only a GET can be given away as a signed URL");
        }
        let identity = match &self.proof {
            Proof::Hawk(identity) => identity,
            Proof::Pending => return Err(self.pending()),
            Proof::None | Proof::Given(_) => {
                let why = "a signed URL needs credentials, and this client has none \
                           (a task's proxy signs calls, and no URLs)";
                return Err(CredentialsError::new(why).of(&self.request.label()).into());
            }
        };
        self.refuse_expired(now)?;
        if ttl < Duration::from_secs(1) {
            return refuse("a signed URL must be valid for at least one second");
        }
        let expiry = now.checked_add(ttl).map(seconds);
        let expiry = expiry.map(|expiry| expiry.saturating_add(self.clock.offset()));
        let Some(expiry) = expiry.filter(|expiry| *expiry <= LAST_EXPIRY) else {
            return refuse("the time for which the signed URL should be valid is too long");
        };
        let bewit = identity.signer().bewit(&self.target(), expiry);
        let separator = if self.url.contains('?') { '&' } else { '?' };
        let url = format!("{}{separator}bewit={bewit}", self.url);
        let length = resource(&url).len();
        if length > hawk::MAX_BEWIT_RESOURCE {
            return Err(self.too_long(
                "path and query of the URL",
                length,
                hawk::MAX_BEWIT_RESOURCE,
            ));
        }
        Ok(url)
    }

    /// Says that temporary credentials have expired, as the server would.
    fn refuse_expired(&self, now: SystemTime) -> Result<()> {
        let now = seconds(now).saturating_add(self.clock.offset());
        let expiry = match &self.proof {
            Proof::Hawk(identity) => identity.expiry(),
            Proof::None | Proof::Pending | Proof::Given(_) => None,
        };
        match expiry {
            Some(expiry) if expiry.unix_timestamp() < now => {
                let text = timestamp::to_string(expiry).unwrap_or_default();
                let ago = Duration::from_secs(now.abs_diff(expiry.unix_timestamp()));
                Err(CredentialsError::new(format!(
                    "{}: the temporary credentials ended at {text}, {ago:?} ago by this machine's clock: \
                     get new ones",
                    self.request.label()
                ))
                .into())
            }
            _ => Ok(()),
        }
    }

    /// Says that a provider has given nothing yet.
    fn pending(&self) -> Error {
        let why = "the provider of credentials was not asked yet: make a call, or ask for the client's \
                   `credentials`, before";
        CredentialsError::new(why).of(&self.request.label()).into()
    }

    fn too_long(&self, what: &str, length: usize, max: usize) -> Error {
        let advice = match &self.proof {
            Proof::Hawk(identity) if identity.signer().carries_scopes() => {
                "use credentials or authorized scopes with fewer scopes"
            }
            _ => "give shorter arguments, options or a shorter client ID",
        };
        RequestError::of(
            &self.request.label(),
            format!(
                "{what} would have {length} bytes, and the server reads at most {max}; {advice}"
            ),
        )
        .into()
    }

    /// The URL without a signature.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// How many attempts were made.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// How much of the policy's deadline is left, where it has one, given the time since the first
    /// attempt began. A policy without a deadline does not ask for it.
    ///
    /// # Errors
    /// Nothing is left.
    pub fn time_left(&self, elapsed: impl FnOnce() -> Duration) -> Result<Option<Duration>> {
        let Some(deadline) = self.policy.deadline_limit() else {
            return Ok(None);
        };
        match deadline
            .checked_sub(elapsed())
            .filter(|left| !left.is_zero())
        {
            Some(left) => Ok(Some(left)),
            None => Err(self.overdue()),
        }
    }

    /// Says that nothing is left of the deadline.
    pub(crate) fn overdue(&self) -> Error {
        let deadline = self.policy.deadline_limit().unwrap_or_default();
        self.transport_error(TransportFailure::deadline(deadline))
    }
}

impl fmt::Debug for Exchange<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exchange")
            .field("request", self.request)
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}

/// Path and query of a URL: what begins with the slash behind the two of `://`.
fn resource(url: &str) -> &str {
    let slashes = url.bytes().enumerate().filter(|(_, byte)| *byte == b'/');
    let third = slashes.map(|(at, _)| at).nth(2);
    third.map_or("", |at| &url[at..])
}

/// Whole seconds since 1970.
fn seconds(time: SystemTime) -> i64 {
    let whole = |time: Duration| i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
    match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => whole(since),
        Err(until) => -whole(until.duration()),
    }
}

/// A nonce of 48 random bits: it needs to differ from request to request, not to be a secret.
pub(crate) struct Nonce([u8; 8]);

impl Nonce {
    pub(crate) fn new(random: [u8; 6]) -> Self {
        let mut text = [0; 8];
        let encoded = URL_SAFE_NO_PAD.encode_slice(random, &mut text);
        debug_assert_eq!(encoded.ok(), Some(text.len()));
        Self(text)
    }

    pub(crate) fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_else(|_| unreachable!("base64 is ASCII"))
    }
}
