//! What can go wrong, in a form that a program can act on.
//!
//! One enum of five kinds; the payload of each is a struct that can grow. No payload, token or
//! query string ever stands in a text of this module, since error texts end up in public logs. What
//! serde says of an answer repeats values of it, so that only [`source`](StdError::source) has it.

mod answer;
mod asked;
mod refusal;
mod transport;
mod words;

use std::error::Error as StdError;
use std::fmt;

pub use answer::{ApiError, DecodeError, RequestInfo};
pub(crate) use asked::Asked;
pub use refusal::{CredentialsError, RequestError};
pub use transport::{TransportError, TransportFailure};

/// The result of everything in this library that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a call, or the preparation of one, failed.
///
/// `Display` says in one line what is wrong and which URL was asked. `Debug` begins with that, so that
/// people can read what Rust prints of a `main` that returns an error.
#[non_exhaustive]
pub enum Error {
    /// The server answered, and the answer is not a success.
    Api(ApiError),
    /// No complete answer arrived: connecting, sending, receiving or a timeout.
    Transport(TransportError),
    /// The answer is a success but not of the expected form.
    Decode(DecodeError),
    /// Credentials, certificates, scopes of credentials or the environment's options are wrong, or a
    /// provider has no credentials to give.
    Credentials(CredentialsError),
    /// The request could not be built: nothing was sent.
    Request(RequestError),
}

impl Error {
    /// The HTTP status of the answer, where there was one.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Api(e) => Some(e.status()),
            Self::Decode(e) => Some(e.status()),
            _ => None,
        }
    }

    /// The server's error code, such as `ResourceNotFound`, where it gave one.
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Api(e) if !e.code().is_empty() => Some(e.code()),
            _ => None,
        }
    }

    /// How many times the request was sent; 0 where nothing was.
    pub fn attempts(&self) -> u32 {
        match self {
            Self::Credentials(_) | Self::Request(_) => 0,
            _ => self.asked().map_or(0, |asked| asked.attempts),
        }
    }

    /// The method that was called, as `queue.createTask`; empty where no call was involved.
    pub fn method(&self) -> &str {
        match self {
            Self::Request(e) => &e.0.method,
            _ => self.asked().map_or("", |asked| &asked.method),
        }
    }

    /// Says of what is wrong with credentials for which call they are wanted.
    pub(crate) fn of_call(self, method: &str) -> Self {
        match self {
            Self::Credentials(e) => Self::Credentials(e.of(method)),
            other => other,
        }
    }

    fn asked(&self) -> Option<&Asked> {
        match self {
            Self::Api(e) => Some(&e.0.asked),
            Self::Transport(e) => Some(&e.0.asked),
            Self::Decode(e) => Some(&e.0.asked),
            Self::Credentials(_) | Self::Request(_) => None,
        }
    }

    /// Where the request was sent: the URL without its query, and with `…` for arguments that are
    /// secrets. `None` where nothing was sent.
    pub fn url(&self) -> Option<&str> {
        self.asked().map(|asked| asked.url.as_str())
    }

    /// Whether a service said that there is no such task, client, secret…: status 404 with an error
    /// code. A 404 without one comes from something that is no service of Taskcluster, and tells
    /// nothing of the thing: the root URL may be wrong.
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(404) && self.code().is_some()
    }

    /// Whether a service said that the thing is not there, or not any more: status 404 or 410 with an
    /// error code. Secrets and artifacts that have expired are either, as servers differ.
    pub fn is_gone(&self) -> bool {
        matches!(self.status(), Some(404 | 410)) && self.code().is_some()
    }

    /// Whether the server may have carried out the call, although it failed: an attempt got no
    /// answer, one that cannot be read, or a 5xx that does not say otherwise. A call that only reads
    /// (GET) carries out nothing.
    ///
    /// What to do then depends on the method: look whether the thing is there, or do without.
    pub fn may_have_acted(&self) -> bool {
        self.asked().is_some_and(|asked| asked.may_have_acted)
    }

    /// Whether the same request may succeed later: transport failures (though not an answer
    /// that is too large), 429 and 5xx, also where a provider of credentials failed of them.
    ///
    /// The client has already retried these as its [`RetryPolicy`](crate::RetryPolicy) says.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Transport(e) => !e.0.failure.is_lasting(),
            Self::Api(e) => status_is_retryable(e.status()),
            Self::Credentials(e) => e.is_retryable(),
            _ => false,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(e) => e.fmt(f),
            Self::Transport(e) => e.fmt(f),
            Self::Decode(e) => e.fmt(f),
            Self::Credentials(e) => e.fmt(f),
            Self::Request(e) => e.fmt(f),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self {
            Self::Api(_) => "Api",
            Self::Transport(_) => "Transport",
            Self::Decode(_) => "Decode",
            Self::Credentials(_) => "Credentials",
            Self::Request(_) => "Request",
        };
        write!(f, "{self} [{kind}")?;
        // The words of the system hold no secret; those of a parser may.
        if let Self::Transport(e) = self
            && let Some(cause) = e.source()
        {
            write!(f, ": {cause}")?;
        }
        f.write_str("]")
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Transport(e) => e.source(),
            Self::Decode(e) => e.source(),
            Self::Credentials(e) => e.source(),
            _ => None,
        }
    }
}

macro_rules! into_error {
    ($($kind:ident($payload:ident)),+) => {$(
        impl From<$payload> for Error {
            fn from(payload: $payload) -> Self {
                Self::$kind(payload)
            }
        }
    )+};
}
into_error!(
    Api(ApiError),
    Transport(TransportError),
    Decode(DecodeError),
    Credentials(CredentialsError),
    Request(RequestError)
);

impl StdError for ApiError {}
impl StdError for RequestError {}

impl StdError for TransportError {
    /// The [`std::io::Error`] of the system, where one is behind it; `Display` does not repeat it.
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.failure.cause().map(|cause| cause as _)
    }
}

impl StdError for DecodeError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.0.source)
    }
}

/// Whether an answer with this status may be another one when asked again.
#[doc(hidden)]
pub fn status_is_retryable(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500..=599) && !matches!(status, 501 | 505)
}
