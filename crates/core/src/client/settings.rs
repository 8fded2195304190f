//! What every HTTP stack is told.

use std::fmt;
use std::time::Duration;

use http::HeaderValue;

use crate::answer::error::{RequestError, Result};

/// The user agent that requests carry where no other is set.
pub const USER_AGENT: &str = concat!("taskcluster-client-rust/", env!("CARGO_PKG_VERSION"));

/// The longest time limit: far enough away for everybody, and near enough to be added to a point in
/// time.
pub(crate) const LONGEST: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// The largest answer that is read, in bytes, where nothing else is set.
const MAX_ANSWER: u64 = 256 * 1024 * 1024;

/// How long a connection may be idle and be used again: less than the time after which servers and
/// proxies commonly close it.
pub(crate) const MAX_IDLE: Duration = Duration::from_secs(15);

/// The most header lines that an answer may have: what ureq takes.
pub(crate) const MAX_HEADERS: usize = 128;

/// What of an attempt may take how long.
#[cfg(feature = "blocking")]
#[derive(Clone, Copy, Default)]
pub(crate) struct Limits {
    /// For each part, where the call has a limit of its own.
    pub(crate) part: Option<Duration>,
    /// For all of it, where the call has a deadline.
    pub(crate) left: Option<Duration>,
}

/// What a [`ClientBuilder`](crate::ClientBuilder) tells the HTTP stack of its client.
#[derive(Clone)]
pub struct HttpSettings {
    pub(crate) timeout: Duration,
    pub(crate) connect_timeout: Duration,
    pub(crate) user_agent: String,
    pub(crate) max_answer: u64,
    pub(crate) https_only: bool,
    /// PEM texts.
    pub(crate) certificates: Vec<Vec<u8>>,
}

impl HttpSettings {
    /// See [`ClientBuilder::timeout`](crate::ClientBuilder::timeout).
    pub fn timeout(&self) -> Duration {
        self.timeout
    }

    /// See [`ClientBuilder::connect_timeout`](crate::ClientBuilder::connect_timeout).
    pub fn connect_timeout(&self) -> Duration {
        self.connect_timeout
    }

    /// See [`ClientBuilder::user_agent`](crate::ClientBuilder::user_agent).
    pub fn user_agent(&self) -> &str {
        &self.user_agent
    }

    pub(crate) fn user_agent_header(&self) -> Result<HeaderValue> {
        let why = "the user agent has characters that a header cannot carry";
        HeaderValue::from_str(&self.user_agent).map_err(|_| RequestError::new(why).into())
    }

    /// In bytes, also of what is decompressed; see
    /// [`ClientBuilder::max_answer`](crate::ClientBuilder::max_answer).
    pub fn max_answer(&self) -> u64 {
        self.max_answer
    }

    /// The PEM texts of [`ClientBuilder::root_certificates`](crate::ClientBuilder::root_certificates), as
    /// they were given: not looked into yet.
    pub fn root_certificates(&self) -> impl Iterator<Item = &[u8]> {
        self.certificates.iter().map(Vec::as_slice)
    }

    /// Whether the root URL is one of `https`, so that nothing may go out without TLS.
    pub fn https_only(&self) -> bool {
        self.https_only
    }
}

impl fmt::Debug for HttpSettings {
    /// Leaves out certificates: what was given in their place may be a key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpSettings")
            .field("timeout", &self.timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("user_agent", &self.user_agent)
            .field("max_answer", &self.max_answer)
            .field("https_only", &self.https_only)
            .finish_non_exhaustive()
    }
}

impl Default for HttpSettings {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(60),
            connect_timeout: Duration::from_secs(10),
            user_agent: USER_AGENT.to_owned(),
            max_answer: MAX_ANSWER,
            https_only: false,
            certificates: Vec::new(),
        }
    }
}
