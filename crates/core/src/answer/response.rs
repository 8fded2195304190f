//! Answers of the server as a driver hands them over, and the answers that are not JSON.

use std::fmt;

use http::HeaderMap;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::encoding;
use super::error::TransportFailure;
use crate::answer::shown::{shown_name, shown_url};

/// A whole answer: status, headers and the bytes of the body.
///
/// `Debug` shows the body's length alone, since bodies hold secrets.
#[derive(Clone)]
pub struct Response {
    status: u16,
    headers: Headers,
    body: Vec<u8>,
}

impl Response {
    /// Puts an answer together from its parts.
    pub fn new(status: u16, headers: Headers, body: Vec<u8>) -> Self {
        Self {
            status,
            headers,
            body,
        }
    }

    /// An answer as it came over the wire, of at most `max` bytes when it is decompressed.
    pub(crate) fn received(
        status: u16,
        mut headers: HeaderMap,
        body: Vec<u8>,
        max: u64,
    ) -> Result<Self, TransportFailure> {
        let body = encoding::decoded(status, &mut headers, body, max)?;
        Ok(Self::new(status, Headers(headers), body))
    }

    /// The head of an answer whose body comes in another way.
    pub(crate) fn head(status: u16, headers: HeaderMap) -> Self {
        Self::new(status, Headers(headers), Vec::new())
    }

    /// Why the body cannot be what the API answers, whatever that is: it is encoded in a way that
    /// nobody asked for, or it is a page for people.
    pub(crate) fn stranger(&self) -> Option<Stranger> {
        if self.body.is_empty() {
            return None;
        }
        match encoding::foreign(&self.headers.0) {
            Some(encoding) => Some(Stranger::Encoding(encoding)),
            None => self.is_page().then_some(Stranger::Page),
        }
    }

    /// Whether this is a page for people, as a proxy, a load balancer or a web site sends it.
    pub(crate) fn is_page(&self) -> bool {
        let declared = self.headers.get("content-type").unwrap_or_default();
        let start = self.body.trim_ascii_start();
        let begins = |tag: &[u8]| {
            let start = start.get(..tag.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(tag))
        };
        declared.trim_start().starts_with("text/html")
            || begins(b"<!doctype html")
            || begins(b"<html")
    }

    /// The HTTP status, such as 200.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &Headers {
        &self.headers
    }

    /// The body's bytes, decompressed.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The body's bytes, decompressed, without a copy.
    pub fn into_body(self) -> Vec<u8> {
        self.body
    }

    /// Decodes the body as JSON, as leniently as JavaScript does: a byte order mark is skipped, and of a
    /// member that comes twice the last one counts.
    ///
    /// # Errors
    /// The body is not JSON, or not of this type.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Box<dyn std::error::Error + Send + Sync>> {
        super::json::read(&self.body)
    }
}

/// A body that the API does not send.
#[derive(Debug)]
pub(crate) enum Stranger {
    /// It is encoded by these.
    Encoding(String),
    /// It is a page for people.
    Page,
}

impl fmt::Display for Stranger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encoding(names) => {
                write!(f, "it is encoded by {names:?}, which was not asked for")
            }
            Self::Page => f.write_str("it is an HTML page"),
        }
    }
}

impl std::error::Error for Stranger {}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

/// The headers of an answer.
#[derive(Clone, Default)]
pub struct Headers(HeaderMap);

impl Headers {
    /// The value of a header; upper and lower case are one. The first, where there are several.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.to_str().ok()
    }

    /// All headers that are text, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)))
    }
}

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.0.keys().map(http::HeaderName::as_str))
            .finish()
    }
}

impl<N: AsRef<str>, V: AsRef<str>> FromIterator<(N, V)> for Headers {
    /// Collects pairs of name and value; a pair that HTTP does not allow is left out.
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        let pair = |(name, value): (N, V)| {
            let name = http::HeaderName::try_from(name.as_ref()).ok()?;
            Some((name, http::HeaderValue::from_str(value.as_ref()).ok()?))
        };
        let mut map = HeaderMap::new();
        for (name, value) in pairs.into_iter().filter_map(pair) {
            map.append(name, value);
        }
        Self(map)
    }
}

/// The answer of a method that the API answers by redirect: where the thing is.
///
/// The client does not go there by itself. The location may already carry its own authentication
/// (a signed query), so it must be fetched without an `Authorization` header, and it is as secret
/// as what it leads to: `Debug` leaves out its query, a user name and a password.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Redirect {
    /// The URL of the artifact or task.
    pub location: String,
    /// The JSON body that came with the redirect, where there was one.
    pub body: Option<Value>,
}

impl Redirect {
    pub(crate) fn read(
        response: &Response,
    ) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let body: Option<Value> = response.json().ok();
        let in_body = || Some(body.as_ref()?.get("url")?.as_str()?.to_owned());
        let location = response
            .headers()
            .get("location")
            .map(str::to_owned)
            .or_else(in_body);
        let location = location.ok_or("a redirect was expected, and the answer has no location")?;
        Ok(Self { location, body })
    }
}

impl fmt::Debug for Redirect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redirect")
            .field("location", &shown_url(&self.location))
            .finish_non_exhaustive()
    }
}

/// The answer of a method that returns something other than JSON, such as an image.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Blob {
    /// The media type that the server declares; empty where it declares none.
    pub content_type: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Blob {
    pub(crate) fn read(
        response: &Response,
    ) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        if let Some(stranger @ Stranger::Encoding(_)) = response.stranger() {
            return Err(stranger.into());
        }
        let content_type = response
            .headers()
            .get("content-type")
            .unwrap_or_default()
            .to_owned();
        Ok(Self {
            content_type,
            bytes: response.body().to_vec(),
        })
    }
}

impl fmt::Debug for Blob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Blob({:?}, {} bytes)",
            shown_name(&self.content_type),
            self.bytes.len()
        )
    }
}
