//! What is said to a proxy and heard from it, so that it opens a tunnel; no I/O.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

#[cfg(any(feature = "async", feature = "fast-connections"))]
use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::Proxy;
use crate::answer::error::{TransportFailure, status_is_retryable};
use crate::client::tls;

/// The longest head of an answer that is read, in bytes.
#[cfg(any(feature = "async", feature = "fast-connections"))]
const MAX_HEAD: usize = 8 * 1024;

impl Proxy {
    /// The request for a tunnel to a server.
    #[cfg(any(feature = "async", feature = "fast-connections"))]
    pub(crate) fn request(&self, host: &str, port: u16) -> String {
        let mut head = format!("CONNECT {host}:{port} HTTP/1.1\r\nHost: {host}:{port}\r\n");
        if self.user.is_some() || self.password.is_some() {
            let [user, password] = [&self.user, &self.password].map(|part| part.as_deref());
            let both = format!(
                "{}:{}",
                user.unwrap_or_default(),
                password.unwrap_or_default()
            );
            let basic = STANDARD.encode(both);
            head += &format!("Proxy-Authorization: Basic {basic}\r\n");
        }
        head + "\r\n"
    }

    /// Reads the answer: the length of its head when that has come and there is a tunnel, `None` as
    /// long as it has not.
    ///
    /// # Errors
    /// The proxy refuses, or what answers is no proxy.
    #[cfg(any(feature = "async", feature = "fast-connections"))]
    pub(crate) fn answer(
        &self,
        input: &[u8],
        host: &str,
        port: u16,
    ) -> Result<Option<usize>, ProxyError> {
        let end = input.windows(4).position(|part| part == b"\r\n\r\n");
        let Some(end) = end else {
            if input.len() > MAX_HEAD {
                return Err(self.failure("it does not answer as a proxy does").lasting());
            }
            return Ok(None);
        };
        let line = input
            .split(|byte| *byte == b'\r')
            .next()
            .unwrap_or_default();
        let status = std::str::from_utf8(line).ok().and_then(|line| {
            let rest = line.strip_prefix("HTTP/1.")?;
            rest.split(' ').nth(1)?.parse::<u16>().ok()
        });
        match status {
            Some(200..=299) => Ok(Some(end + 4)),
            Some(status) => Err(self.refusal(status, host, port)),
            None => Err(self.failure("it does not answer as a proxy does").lasting()),
        }
    }

    /// It answers with another status than that of a tunnel.
    pub(crate) fn refusal(&self, status: u16, host: &str, port: u16) -> ProxyError {
        if status == 407 {
            let why = "it wants a user name and a password, or others (407)";
            return self.failure(why).lasting();
        }
        let mut why = format!("it refuses a tunnel to {host}:{port} (status {status})");
        if port != 443 {
            why += "; many proxies allow port 443 alone: name the host in NO_PROXY, or use a root URL \
                    with https";
        }
        let failure = self.failure(why);
        if status_is_retryable(status) {
            failure
        } else {
            failure.lasting()
        }
    }

    /// What is wrong with this proxy. Neither user name nor password is told.
    pub(crate) fn failure(&self, why: impl Into<String>) -> ProxyError {
        ProxyError {
            proxy: self.to_string(),
            why: why.into(),
            source: None,
            lasts: false,
            is_timeout: false,
        }
    }

    /// The same, of a connection that failed.
    pub(crate) fn no_connection(
        &self,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> ProxyError {
        let source = source.into();
        let cause = tls::cause(&*source);
        if let Some(why) = cause.and_then(|cause| tls::why(cause, "the proxy")) {
            return self.failure(why).lasting();
        }
        ProxyError {
            source: Some(Shared(source.into())),
            ..self.failure("it cannot be reached")
        }
    }

    /// The same, of a time limit that has passed.
    pub(crate) fn too_late(&self) -> ProxyError {
        ProxyError {
            is_timeout: true,
            ..self.failure("connecting through it took too long")
        }
    }
}

/// There is no way through the proxy. Nothing was sent to the server.
#[derive(Debug)]
pub(crate) struct ProxyError {
    proxy: String,
    why: String,
    source: Option<Shared>,
    lasts: bool,
    is_timeout: bool,
}

impl ProxyError {
    pub(crate) fn lasting(mut self) -> Self {
        self.lasts = true;
        self
    }

    /// What came of the attempt.
    pub(crate) fn to_failure(&self) -> TransportFailure {
        let text = self.to_string();
        let failure = match (self.is_timeout, self.lasts, &self.source) {
            (true, ..) => TransportFailure::timeout(text),
            (_, true, _) => TransportFailure::lasting(text),
            (.., Some(source)) => TransportFailure::new(source.clone()).at(text),
            _ => TransportFailure::new(text),
        };
        failure.before_sending()
    }
}

impl fmt::Display for ProxyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the way leads through the proxy {}: {}",
            self.proxy, self.why
        )
    }
}

impl StdError for ProxyError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_ref()?.source()
    }
}

/// An error that is told where the library that carries the proxy's has it no longer.
#[derive(Clone, Debug)]
struct Shared(Arc<dyn StdError + Send + Sync>);

impl fmt::Display for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl StdError for Shared {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.0)
    }
}
