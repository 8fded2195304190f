//! Attempts that brought no answer.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::iter;
use std::time::Duration;

use super::Asked;
use crate::answer::shown::shown;

/// No complete answer arrived.
pub struct TransportError(pub(super) Box<Transport>);

pub(super) struct Transport {
    pub(super) asked: Asked,
    pub(super) failure: TransportFailure,
}

impl TransportError {
    pub(crate) fn new(asked: Asked, failure: TransportFailure) -> Self {
        Self(Box::new(Transport { asked, failure }))
    }

    /// Whether it was a time limit that ended the call.
    pub fn is_timeout(&self) -> bool {
        self.0.failure.kind == Kind::Timeout
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Transport { asked, failure } = &*self.0;
        let problem = match failure.kind {
            Kind::TooLarge => "the answer is too large",
            _ => "no answer",
        };
        write!(f, "{}: {problem}: {failure}", asked.method)?;
        asked.tail(f)
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportError")
            .field("method", &self.0.asked.method)
            .field("url", &self.0.asked.url)
            .field("problem", &self.0.failure.to_string())
            .field("is_timeout", &self.is_timeout())
            .field("attempts", &self.0.asked.attempts)
            .finish()
    }
}

/// How one attempt failed to bring a complete answer, as a driver reports it.
#[derive(Debug)]
pub struct TransportFailure {
    kind: Kind,
    sent: bool,
    /// Where on the way it happened, if not at the server.
    place: Option<String>,
    pub(super) source: Box<dyn StdError + Send + Sync>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Connection,
    Timeout,
    Lasting,
    TooLarge,
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

    /// The error of the system that is behind this, if one is. Others are told by their texts alone.
    pub(super) fn cause(&self) -> Option<&io::Error> {
        let first: &(dyn StdError + 'static) = &*self.source;
        let chain = iter::successors(Some(first), |&error| error.source());
        let mut found = chain.filter_map(|error| error.downcast_ref::<io::Error>());
        found.find(|error| error.get_ref().is_none())
    }

    fn of(kind: Kind, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            kind,
            sent: true,
            place: None,
            source: source.into(),
        }
    }

    /// The same, where it is certain that nothing was sent: no connection was made, or it was lost
    /// before. The server cannot have acted then.
    #[must_use]
    pub fn before_sending(mut self) -> Self {
        self.sent = false;
        self
    }

    /// The same, at a place on the way, which is named first.
    pub(crate) fn at(mut self, place: String) -> Self {
        self.place = Some(place);
        self
    }

    /// What kind of failure it is, for those who count them.
    #[cfg(feature = "tracing")]
    pub(crate) fn name(&self) -> &'static str {
        match self.kind {
            Kind::Connection => "connection",
            Kind::Timeout => "timeout",
            Kind::Lasting => "lasting",
            Kind::TooLarge => "too_large",
        }
    }

    pub(crate) fn was_sent(&self) -> bool {
        self.sent
    }

    /// Whether every other attempt would meet it too.
    #[doc(hidden)]
    pub fn is_lasting(&self) -> bool {
        matches!(self.kind, Kind::Lasting | Kind::TooLarge)
    }

    pub(crate) fn too_large(max: u64) -> Self {
        let why = format!("it has more than {max} bytes, which `ClientBuilder::max_answer` allows");
        Self::of(Kind::TooLarge, why)
    }

    pub(crate) fn head_too_large(lines: usize) -> Self {
        let why = format!("it has more than {lines} header lines, or longer ones than are read");
        Self::of(Kind::TooLarge, why)
    }

    /// The connection ended before the answer did.
    pub(crate) fn cut() -> Self {
        Self::new(io::Error::from(io::ErrorKind::UnexpectedEof))
    }

    /// What came is no answer.
    pub(crate) fn not_http() -> Self {
        Self::new("what came is not HTTP")
    }

    /// A limit on a part of an attempt was reached; where a library keeps it, its length is not known.
    pub(crate) fn late(part: &str, limit: Option<Duration>) -> Self {
        match limit {
            Some(limit) => Self::timeout(format!("{part} took longer than {limit:?}")),
            None => Self::timeout(format!("{part} took too long")),
        }
    }

    #[doc(hidden)]
    pub fn deadline(deadline: Duration) -> Self {
        Self::timeout(format!(
            "the deadline of {deadline:?} for the whole call has passed"
        ))
    }

    /// The same, where a deadline has ended the call, whichever limit of an attempt has noticed.
    pub(crate) fn past(self, deadline: Duration) -> Self {
        match self.kind {
            Kind::Timeout => Self {
                sent: self.sent,
                ..Self::deadline(deadline)
            },
            _ => self,
        }
    }
}

impl fmt::Display for TransportFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{}: ", shown(place))?;
        }
        match self.cause() {
            Some(cause) => f.write_str(words(cause.kind())),
            // A server's or a proxy's words may be in it.
            None => shown(&self.source.to_string()).fmt(f),
        }
    }
}

/// What has happened, where the system has words of its own, which are left to the error's source.
fn words(kind: io::ErrorKind) -> &'static str {
    use io::ErrorKind::{
        AddrNotAvailable, BrokenPipe, ConnectionAborted, ConnectionRefused, ConnectionReset,
        HostUnreachable, NetworkDown, NetworkUnreachable, TimedOut, UnexpectedEof, WouldBlock,
    };
    match kind {
        ConnectionRefused => "the connection was refused: nothing listens there",
        ConnectionReset | ConnectionAborted | BrokenPipe => "the connection was lost",
        UnexpectedEof => "the connection was closed before the answer was complete",
        HostUnreachable | NetworkUnreachable | NetworkDown | AddrNotAvailable => {
            "no way leads there"
        }
        TimedOut | WouldBlock => "it took too long",
        _ => "the connection failed",
    }
}
