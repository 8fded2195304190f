//! What can go wrong.

use std::error::Error as StdError;
use std::sync::Arc;
use std::{fmt, io};

use lapin::ErrorKind;

/// The result of everything in this crate that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why there are no messages.
#[non_exhaustive]
pub enum Error {
    /// What was asked for cannot be done; the text says why, and what can.
    Refused(String),
    /// The broker refused something, or cannot be reached.
    Broker(BrokerError),
    /// The service `pulse` gave no credentials.
    #[cfg(feature = "namespace")]
    #[cfg_attr(docsrs, doc(cfg(feature = "namespace")))]
    Claim(taskcluster_core::Error),
    /// The broker has none of the exchanges.
    NoExchange,
    /// The connection that a message came by is gone. The broker hands the message out again.
    Lost,
    /// A message is not of the form that its exchange promises.
    Unreadable {
        /// Where it is from.
        exchange: String,
        /// What is wrong with it.
        why: String,
    },
}

/// What the AMQP client says of a failure.
#[derive(Clone, Debug)]
pub struct BrokerError(lapin::Error);

impl BrokerError {
    /// AMQP's code, such as 403; `None` where the broker said nothing.
    pub fn code(&self) -> Option<u16> {
        crate::judgement::code(&self.0)
    }
}

impl Error {
    pub(crate) fn refused(why: impl Into<String>) -> Self {
        Self::Refused(why.into())
    }
}

impl From<lapin::Error> for Error {
    fn from(error: lapin::Error) -> Self {
        Self::Broker(BrokerError(error))
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        lapin::Error::from(ErrorKind::IOError(Arc::new(error))).into()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(why) => f.write_str(why),
            Self::Broker(error) => error.fmt(f),
            #[cfg(feature = "namespace")]
            Self::Claim(error) => write!(f, "the namespace cannot be claimed: {error}"),
            Self::NoExchange => f.write_str(
                "the broker has none of the exchanges: no Taskcluster publishes here, or the URL \
                 names another virtual host",
            ),
            Self::Lost => f.write_str(
                "the connection that the message came by is gone; the broker hands it out again",
            ),
            Self::Unreadable { exchange, why } => {
                write!(f, "a message from {exchange:?} cannot be read: {why}")
            }
        }
    }
}

/// Begins with the message: it is what `main` prints of an error that it returns.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self {
            Self::Refused(_) => "Refused",
            Self::Broker(_) => "Broker",
            #[cfg(feature = "namespace")]
            Self::Claim(_) => "Claim",
            Self::NoExchange => "NoExchange",
            Self::Lost => "Lost",
            Self::Unreadable { .. } => "Unreadable",
        };
        write!(f, "{self} [{kind}]")
    }
}

impl fmt::Display for BrokerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the broker: {}", self.0)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Broker(error) => error.source(),
            #[cfg(feature = "namespace")]
            Self::Claim(error) => error.source(),
            _ => None,
        }
    }
}

impl StdError for BrokerError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source()
    }
}
