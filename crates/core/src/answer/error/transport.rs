//! Attempts that brought no answer.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use super::after_attempts;
use crate::answer::shown::shown;

/// No complete answer arrived.
pub struct TransportError(pub(super) Box<Transport>);

pub(super) struct Transport {
    pub(super) method: String,
    pub(super) attempts: u32,
    /// Host and port of the server that was asked.
    server: String,
    pub(super) failure: TransportFailure,
}

impl TransportError {
    pub(crate) fn new(
        method: &str,
        attempts: u32,
        server: String,
        failure: TransportFailure,
    ) -> Self {
        Self(Box::new(Transport {
            method: method.to_owned(),
            attempts,
            server,
            failure,
        }))
    }

    /// Whether it was a time limit that ended the call.
    pub fn is_timeout(&self) -> bool {
        self.0.failure.kind == Kind::Timeout
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Transport {
            method,
            attempts,
            server,
            failure,
        } = &*self.0;
        write!(f, "{method}: no answer from {server}: {failure}")?;
        after_attempts(f, *attempts)
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportError")
            .field("method", &self.0.method)
            .field("server", &self.0.server)
            .field("problem", &self.0.failure.to_string())
            .field("is_timeout", &self.is_timeout())
            .field("attempts", &self.0.attempts)
            .finish()
    }
}

/// How one attempt failed to bring a complete answer, as a driver reports it.
#[derive(Debug)]
pub struct TransportFailure {
    kind: Kind,
    pub(super) source: Box<dyn StdError + Send + Sync>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Connection,
    Timeout,
    Lasting,
}

impl TransportFailure {
    /// A failure of the connection.
    pub fn new(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::of(Kind::Connection, source)
    }

    /// A time limit that was reached.
    pub fn timeout(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::of(Kind::Timeout, source)
    }

    /// A failure that every other attempt would meet too: the call ends with it.
    pub fn lasting(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::of(Kind::Lasting, source)
    }

    fn of(kind: Kind, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            kind,
            source: source.into(),
        }
    }

    pub(crate) fn is_lasting(&self) -> bool {
        self.kind == Kind::Lasting
    }

    pub(crate) fn too_large(max: u64) -> Self {
        Self::lasting(format!(
            "the answer has more than {max} bytes, which `ClientBuilder::max_answer` sets"
        ))
    }

    pub(crate) fn deadline(deadline: Duration) -> Self {
        Self::timeout(format!(
            "the deadline of {deadline:?} for the whole call has passed"
        ))
    }
}

impl fmt::Display for TransportFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A server's or a proxy's words may be in it.
        shown(&self.source.to_string()).fmt(f)
    }
}
