//! Attempts that brought no answer.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use super::after_attempts;

/// No complete answer arrived.
#[derive(Debug)]
pub struct TransportError(pub(super) Box<Transport>);

#[derive(Debug)]
pub(super) struct Transport {
    pub(super) method: String,
    pub(super) attempts: u32,
    timeout: bool,
    pub(super) source: Box<dyn StdError + Send + Sync>,
}

impl TransportError {
    pub(crate) fn new(method: &str, attempts: u32, failure: TransportFailure) -> Self {
        Self(Box::new(Transport {
            method: method.to_owned(),
            attempts,
            timeout: failure.timeout,
            source: failure.source,
        }))
    }

    /// Whether it was a time limit that ended the call.
    pub fn is_timeout(&self) -> bool {
        self.0.timeout
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: no answer: {}", self.0.method, self.0.source)?;
        after_attempts(f, self.0.attempts)
    }
}

/// How one attempt failed to bring a complete answer, as a driver reports it.
#[derive(Debug)]
pub struct TransportFailure {
    timeout: bool,
    source: Box<dyn StdError + Send + Sync>,
}

impl TransportFailure {
    /// A failure of the connection.
    pub fn new(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            timeout: false,
            source: source.into(),
        }
    }

    /// A time limit that was reached.
    pub fn timeout(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            timeout: true,
            source: source.into(),
        }
    }

    pub(crate) fn deadline(deadline: Duration) -> Self {
        Self::timeout(format!(
            "the deadline of {deadline:?} for the whole call has passed"
        ))
    }
}

impl fmt::Display for TransportFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source.fmt(f)
    }
}
