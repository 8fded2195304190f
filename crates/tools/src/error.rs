//! What can go wrong with a tool.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use crate::graph::CreationFailed;
use crate::secrets::SecretError;

/// The result of everything in this crate that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a tool failed.
#[non_exhaustive]
pub enum Error {
    /// A call failed.
    Client(taskcluster_core::Error),
    /// A wait took longer than it may.
    TimedOut(TimedOut),
    /// A task of a graph could not be created.
    Creation(Box<CreationFailed>),
    /// A secret is absent, forbidden, or not of the form that is wanted.
    Secret(SecretError),
    /// The content of an artifact could not be had.
    #[cfg(feature = "artifacts")]
    #[cfg_attr(docsrs, doc(cfg(feature = "artifacts")))]
    Artifact(Box<taskcluster_artifacts::Error>),
    /// What was asked for cannot be done as it was given; the text says why, and what can.
    Refused(String),
}

/// A wait that took longer than its [`Polling`](crate::Polling) allows.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TimedOut {
    /// How long was waited.
    pub waited: Duration,
    /// What was still waited for: IDs of tasks, or an index path.
    pub missing: Vec<String>,
}

impl Error {
    pub(crate) fn timed_out(waited: Duration, missing: Vec<String>) -> Self {
        Self::TimedOut(TimedOut { waited, missing })
    }

    pub(crate) fn refused(why: impl Into<String>) -> Self {
        Self::Refused(why.into())
    }

    /// The failed call, where one failed.
    pub fn as_client(&self) -> Option<&taskcluster_core::Error> {
        match self {
            Self::Client(e) => Some(e),
            Self::Creation(e) => Some(&e.error),
            _ => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client(e) => e.fmt(f),
            Self::TimedOut(e) => e.fmt(f),
            Self::Creation(e) => e.fmt(f),
            Self::Secret(e) => e.fmt(f),
            #[cfg(feature = "artifacts")]
            Self::Artifact(e) => e.fmt(f),
            Self::Refused(why) => f.write_str(why),
        }
    }
}

/// Begins with the message: it is what `main` prints of an error that it returns.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self {
            Self::Client(e) => return fmt::Debug::fmt(e, f),
            #[cfg(feature = "artifacts")]
            Self::Artifact(e) => return fmt::Debug::fmt(e, f),
            Self::TimedOut(_) => "TimedOut",
            Self::Creation(_) => "Creation",
            Self::Secret(_) => "Secret",
            Self::Refused(_) => "Refused",
        };
        write!(f, "{self} [{kind}]")
    }
}

impl fmt::Display for TimedOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// As many are named.
        const NAMED: usize = 3;
        write!(f, "waited {:.0?} without success", self.waited)?;
        let named = self.missing.iter().take(NAMED);
        let named: Vec<&str> = named.map(String::as_str).collect();
        if !named.is_empty() {
            write!(f, "; still waiting for {}", named.join(", "))?;
        }
        match self.missing.len().saturating_sub(NAMED) {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Client(e) => e.source(),
            Self::Creation(e) => e.error.source(),
            #[cfg(feature = "artifacts")]
            Self::Artifact(e) => e.source(),
            Self::TimedOut(_) | Self::Secret(_) | Self::Refused(_) => None,
        }
    }
}

impl From<taskcluster_core::Error> for Error {
    fn from(error: taskcluster_core::Error) -> Self {
        Self::Client(error)
    }
}

/// A call that failed is one here, too.
#[cfg(feature = "artifacts")]
#[cfg_attr(docsrs, doc(cfg(feature = "artifacts")))]
impl From<taskcluster_artifacts::Error> for Error {
    fn from(error: taskcluster_artifacts::Error) -> Self {
        match error {
            taskcluster_artifacts::Error::Call(e) => Self::Client(e),
            other => Self::Artifact(Box::new(other)),
        }
    }
}
