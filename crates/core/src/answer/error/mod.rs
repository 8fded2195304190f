//! What can go wrong, in a form that a program can act on.
//!
//! One enum of five kinds; the payload of each is a struct that can grow. No payload, token or
//! query string ever stands in a text of this module, since error texts end up in public logs. What
//! serde says of an answer repeats values of it, so that only [`source`](StdError::source) has it.

mod answer;
mod refusal;
mod transport;

use std::error::Error as StdError;
use std::fmt;

pub use answer::{ApiError, DecodeError, RequestInfo};
pub use refusal::{CredentialsError, RequestError};
pub use transport::{TransportError, TransportFailure};

/// The result of everything in this library that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a call, or the preparation of one, failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The server answered, and the answer is not a success.
    Api(ApiError),
    /// No complete answer arrived: connecting, sending, receiving or a timeout.
    Transport(TransportError),
    /// The answer is a success but not of the expected form.
    Decode(DecodeError),
    /// Credentials, certificates, scopes of credentials or the environment's options are wrong.
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
            Self::Api(e) => e.0.attempts,
            Self::Transport(e) => e.0.attempts,
            Self::Decode(e) => e.0.attempts,
            Self::Credentials(_) | Self::Request(_) => 0,
        }
    }

    /// The method that was called, as `queue.createTask`; empty where no call was involved.
    pub fn method(&self) -> &str {
        match self {
            Self::Api(e) => &e.0.method,
            Self::Transport(e) => &e.0.method,
            Self::Decode(e) => &e.0.method,
            Self::Request(e) => &e.0.method,
            Self::Credentials(_) => "",
        }
    }

    /// Whether the server said 404: no such task, client, secret…, or no such method.
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(404)
    }

    /// Whether the same request may succeed later: transport failures (though not an answer
    /// that is too large), 429 and 5xx.
    ///
    /// The client has already retried these as its [`RetryPolicy`](crate::RetryPolicy) says.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Transport(e) => !e.0.failure.is_lasting(),
            Self::Api(e) => status_is_retryable(e.status()),
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

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Transport(e) => e.source(),
            Self::Decode(e) => e.source(),
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
impl StdError for CredentialsError {}
impl StdError for RequestError {}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.0.failure.source)
    }
}

impl StdError for DecodeError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.0.source)
    }
}

/// Whether an answer with this status may be another one when asked again.
pub(crate) fn status_is_retryable(status: u16) -> bool {
    status == 429 || (500..600).contains(&status)
}

fn after_attempts(f: &mut fmt::Formatter<'_>, attempts: u32) -> fmt::Result {
    if attempts > 1 {
        write!(f, " (after {attempts} attempts)")
    } else {
        Ok(())
    }
}
