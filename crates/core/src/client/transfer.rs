//! Requests to where an answer of a service leads, such as storage: never signed, each sent once, with bodies
//! that come and go in pieces of any number. The crate for artifacts is made on it.

use std::fmt;
#[cfg(feature = "async")]
use std::pin::Pin;

use http::header::{AUTHORIZATION, CONTENT_LENGTH, HOST, HeaderName, HeaderValue, USER_AGENT};
use http::uri::{Scheme, Uri};

use crate::answer::error::RequestError;
#[cfg(any(feature = "async", feature = "blocking"))]
use crate::answer::error::TransportFailure;
use crate::exchange::host;
use crate::request::endpoint::Method;

/// A request to a URL that no service signs for. `Debug` shows its verb alone: the URL may let
/// whoever has it read or write.
#[doc(hidden)]
#[derive(Clone)]
pub struct Transfer {
    method: Method,
    uri: Uri,
    headers: Vec<(HeaderName, HeaderValue)>,
    length: Option<u64>,
}

impl Transfer {
    /// A request without a body.
    ///
    /// # Errors
    /// It is no absolute URL of `http` or `https`, or has a user name in it.
    pub fn new(method: Method, url: &str) -> Result<Self, RequestError> {
        let refuse = |why: &str| RequestError::new(format!("a server gave a URL that {why}"));
        let uri: Uri = url.parse().map_err(|_| refuse("is none"))?;
        let is_known = matches!(uri.scheme_str(), Some("http" | "https"));
        if !is_known || uri.host().is_none_or(str::is_empty) {
            return Err(refuse("is not one of http or https"));
        }
        if uri.authority().is_some_and(|it| it.as_str().contains('@')) {
            return Err(refuse("has a user name in it"));
        }
        Ok(Self {
            method,
            uri,
            headers: Vec::new(),
            length: None,
        })
    }

    /// Adds a header.
    ///
    /// # Errors
    /// HTTP does not allow the name or the value.
    pub fn header(mut self, name: &str, value: &str) -> Result<Self, RequestError> {
        let refuse = || RequestError::new(format!("{name:?} cannot be sent as a header"));
        let name = name.parse::<HeaderName>().map_err(|_| refuse())?;
        let mut value = value.parse::<HeaderValue>().map_err(|_| refuse())?;
        value.set_sensitive(name == AUTHORIZATION);
        // What the stack says itself.
        if name != CONTENT_LENGTH && name != HOST {
            self.headers.push((name, value));
        }
        Ok(self)
    }

    /// Gives it a body of so many bytes.
    #[must_use]
    pub fn length(mut self, length: u64) -> Self {
        self.length = Some(length);
        self
    }

    /// Whether nothing goes out without TLS.
    pub fn is_https(&self) -> bool {
        self.uri.scheme() == Some(&Scheme::HTTPS)
    }

    /// The length of the body, where it has one.
    pub fn body_length(&self) -> Option<u64> {
        self.length
    }

    /// What comes before the body, in the types of HTTP.
    pub(super) fn head(&self, user_agent: Option<&HeaderValue>) -> http::Result<http::Request<()>> {
        let mut request = http::Request::new(());
        *request.method_mut() = http::Method::from_bytes(self.method.as_str().as_bytes())?;
        *request.uri_mut() = self.uri.clone();
        let headers = request.headers_mut();
        if let Some(host) = host(&self.uri) {
            headers.insert(HOST, host);
        }
        for (name, value) in &self.headers {
            headers.append(name.clone(), value.clone());
        }
        if let Some(length) = self.length {
            headers.insert(CONTENT_LENGTH, length.into());
        }
        if let Some(user_agent) = user_agent {
            headers.insert(USER_AGENT, user_agent.clone());
        }
        Ok(request)
    }
}

impl fmt::Debug for Transfer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transfer")
            .field("method", &self.method)
            .finish_non_exhaustive()
    }
}

/// The body of an answer, as it comes in: not decompressed.
#[doc(hidden)]
#[cfg(feature = "blocking")]
pub struct TransferBody {
    pub(super) reader: Box<dyn std::io::Read + Send>,
    pub(super) failure: fn(std::io::Error) -> TransportFailure,
}

#[cfg(feature = "blocking")]
impl TransferBody {
    /// Reads what has come, and waits for something where nothing has. 0 at the end.
    ///
    /// # Errors
    /// The connection broke, or was silent for longer than the client's time limit.
    pub fn read(&mut self, room: &mut [u8]) -> Result<usize, TransportFailure> {
        self.reader.read(room).map_err(self.failure)
    }
}

#[cfg(feature = "blocking")]
impl fmt::Debug for TransferBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransferBody").finish_non_exhaustive()
    }
}

/// The body of an answer as a stream, with the same limits.
#[doc(hidden)]
#[cfg(feature = "async")]
pub type TransferStream =
    Pin<Box<dyn futures_core::Stream<Item = Result<bytes::Bytes, TransportFailure>> + Send>>;

/// The body of a request as a stream.
#[doc(hidden)]
#[cfg(feature = "async")]
pub type TransferSource =
    Pin<Box<dyn futures_core::Stream<Item = std::io::Result<bytes::Bytes>> + Send>>;
