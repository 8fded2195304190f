//! What can go wrong. No URL's query, token or payload stands in a text of this module.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use taskcluster_core::{RequestError, TransportFailure, shown};

/// The result of everything here that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why an artifact could not be had or made.
#[non_exhaustive]
pub enum Error {
    /// A call of Taskcluster failed: there is no such artifact or task, scopes are missing, …
    Call(taskcluster_core::Error),
    /// The artifact is one of type `error`: it says why there is no content.
    NoContent(NoContent),
    /// The content did not come or go: the storage refuses it, or breaks off again and again.
    Transfer(TransferError),
    /// What came is not what was promised, when tried twice. Nothing of it was kept.
    Mismatch(Mismatch),
    /// The content has more bytes than the limit that was set.
    TooLarge(TooLarge),
    /// What is asked for is not done: a `reference` that may not be followed, a circle of links, a
    /// redirect away from https, an option that does not fit. The text says which.
    Refused(RequestError),
    /// A file or a writer of this machine failed.
    Local(LocalError),
    /// The file that is sent was changed meanwhile, so that what was sent of it is no one's content.
    Changed(PathBuf),
}

impl Error {
    /// Whether the same may succeed later, though it was tried as often as the client's policy says.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Call(e) => e.is_retryable(),
            Self::Transfer(e) => !e.lasts,
            _ => false,
        }
    }

    /// Whether there is no such artifact, or not any more.
    pub fn is_gone(&self) -> bool {
        match self {
            Self::Call(e) => e.is_gone(),
            Self::Transfer(e) => matches!(e.status, Some(404 | 410)),
            _ => false,
        }
    }

    pub(crate) fn refused(why: impl Into<String>) -> Self {
        Self::Refused(RequestError::new(why))
    }

    pub(crate) fn local(path: Option<&Path>, doing: &'static str, source: io::Error) -> Self {
        Self::Local(LocalError {
            path: path.map(Path::to_owned),
            doing,
            source,
        })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Call(e) => e.fmt(f),
            Self::NoContent(e) => e.fmt(f),
            Self::Transfer(e) => e.fmt(f),
            Self::Mismatch(e) => e.fmt(f),
            Self::TooLarge(e) => e.fmt(f),
            Self::Refused(e) => e.fmt(f),
            Self::Local(e) => e.fmt(f),
            Self::Changed(path) => write!(
                f,
                "{} was changed while it was sent; send it when nobody writes to it",
                path.display()
            ),
        }
    }
}

/// Begins with the message: it is what `main` prints of an error that it returns.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self {
            Self::Call(e) => return fmt::Debug::fmt(e, f),
            Self::NoContent(_) => "NoContent",
            Self::Transfer(_) => "Transfer",
            Self::Mismatch(_) => "Mismatch",
            Self::TooLarge(_) => "TooLarge",
            Self::Refused(_) => "Refused",
            Self::Local(_) => "Local",
            Self::Changed(_) => "Changed",
        };
        write!(f, "{self} [{kind}]")
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Call(e) => e.source(),
            Self::Local(e) => Some(&e.source),
            _ => None,
        }
    }
}

impl From<taskcluster_core::Error> for Error {
    fn from(error: taskcluster_core::Error) -> Self {
        Self::Call(error)
    }
}

impl From<RequestError> for Error {
    fn from(error: RequestError) -> Self {
        Self::Refused(error)
    }
}

/// An artifact that stands for one that could not be produced.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NoContent {
    /// Why, such as `file-missing-on-worker`.
    pub reason: String,
    /// Explanation for people.
    pub message: String,
}

impl fmt::Display for NoContent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (reason, message) = (shown(&self.reason), shown(&self.message));
        write!(f, "the artifact is an error: {reason}: {message}")
    }
}

/// Content that did not come or go.
#[derive(Debug)]
pub struct TransferError {
    pub(crate) host: String,
    pub(crate) status: Option<u16>,
    pub(crate) attempts: u32,
    pub(crate) why: String,
    pub(crate) lasts: bool,
}

impl TransferError {
    /// The status of the last answer, where one was what ended it.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// How many requests for content were sent.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    pub(crate) fn of(host: &str, attempts: u32, failure: &TransportFailure) -> Self {
        Self {
            host: host.to_owned(),
            status: None,
            attempts,
            why: failure.to_string(),
            lasts: failure.is_lasting(),
        }
    }
}

impl fmt::Display for TransferError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { host, attempts, .. } = self;
        let host = shown(host).up_to(200);
        match self.status {
            Some(status) => write!(f, "{host} answered with status {status}")?,
            None => write!(f, "the content of {host} did not get through")?,
        }
        if !self.why.is_empty() {
            write!(f, ": {}", shown(&self.why))?;
        }
        let plural = if *attempts == 1 { "" } else { "s" };
        write!(f, " ({attempts} attempt{plural})")
    }
}

/// What came is not what was promised.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mismatch {
    /// What differs: `sha256`, `sha512` or `length`.
    pub what: &'static str,
    /// What it should be.
    pub expected: String,
    /// What it is.
    pub found: String,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, found, .. } = self;
        let expected = shown(&self.expected).up_to(200);
        write!(
            f,
            "the {what} of the content is {found}, and should be {expected}"
        )
    }
}

/// More bytes than the limit.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TooLarge {
    /// The limit, in bytes.
    pub limit: u64,
}

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let limit = self.limit;
        write!(
            f,
            "the content has more than {limit} bytes, which `limit` allows"
        )
    }
}

/// Something that this machine refused.
#[derive(Debug)]
pub struct LocalError {
    pub(crate) path: Option<PathBuf>,
    pub(crate) doing: &'static str,
    pub(crate) source: io::Error,
}

impl LocalError {
    /// The file, where it was one.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// What the system said.
    pub fn io(&self) -> &io::Error {
        &self.source
    }
}

impl fmt::Display for LocalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { doing, source, .. } = self;
        match &self.path {
            Some(path) => write!(f, "{doing} {}: {source}", path.display()),
            None => write!(f, "{doing}: {source}"),
        }
    }
}
