//! Requests and answers as plain data, between the server and the services.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use hyper::HeaderMap;
use serde_json::Value;

/// The largest payload that the server reads, in bytes.
pub(crate) const MAX_PAYLOAD: usize = 10 * 1024 * 1024;

/// A whole request.
pub(crate) struct HttpRequest {
    pub(crate) method: String,
    /// Path and query, byte for byte as on the wire.
    pub(crate) target: String,
    pub(crate) headers: HeaderMap,
    /// `None` where there were more bytes than the server reads.
    pub(crate) body: Option<Vec<u8>>,
    /// How far the clock is off that the signature is judged by.
    pub(crate) skew: time::Duration,
}

impl HttpRequest {
    /// A header's value; bytes beyond ASCII become characters, as in the real server.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let value = self.headers.get(name)?;
        Some(
            value
                .as_bytes()
                .iter()
                .map(|byte| char::from(*byte))
                .collect(),
        )
    }

    pub(crate) fn path(&self) -> &str {
        self.target
            .split_once('?')
            .map_or(&self.target, |(path, _)| path)
    }

    pub(crate) fn query(&self) -> &str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }

    /// Whether the payload is declared as JSON; only then does the server read it.
    pub(crate) fn is_json(&self) -> bool {
        let declared = self.header("content-type").unwrap_or_default();
        let media_type = declared.split(';').next().unwrap_or_default().trim();
        media_type.eq_ignore_ascii_case("application/json")
    }

    /// Whether there is a body at all, perhaps an empty one.
    pub(crate) fn has_body(&self) -> bool {
        ["content-length", "transfer-encoding"]
            .iter()
            .any(|name| self.headers.contains_key(*name))
    }
}

/// A whole answer.
#[derive(Clone)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    /// JSON as services write it: for people, too.
    pub(crate) fn json(status: u16, body: &Value) -> Self {
        Self {
            status,
            headers: vec![pair("content-type", "application/json; charset=utf-8")],
            body: format!("{body:#}").into_bytes(),
        }
    }

    pub(crate) fn html(status: u16, body: String) -> Self {
        Self::of_type(status, "text/html; charset=utf-8", body)
    }

    pub(crate) fn text(status: u16, body: &str) -> Self {
        Self::of_type(status, "text/plain; charset=utf-8", body.to_owned())
    }

    /// A redirect as the web framework of real servers writes it.
    pub(crate) fn see_other(url: &str) -> Self {
        Self::text(303, &format!("See Other. Redirecting to {url}")).with_header("location", url)
    }

    fn of_type(status: u16, content_type: &str, body: String) -> Self {
        Self {
            status,
            headers: vec![pair("content-type", content_type)],
            body: body.into_bytes(),
        }
    }

    pub(crate) fn empty(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    /// The body compressed by gzip.
    pub(crate) fn zipped(mut self) -> Self {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        // Nothing fails that is written to memory.
        if let Ok(body) = encoder
            .write_all(&self.body)
            .and_then(|()| encoder.finish())
        {
            self.body = body;
            self = self.with_header("content-encoding", "gzip");
        }
        self
    }

    pub(crate) fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push(pair(name, value));
        self
    }
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}
