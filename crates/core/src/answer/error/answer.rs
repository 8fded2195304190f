//! Answers that are not what was asked for.

use std::error::Error as StdError;
use std::fmt;

use serde_json::Value;
use serde_json::error::Category;

use super::Asked;
use super::words::{headline, page};
use crate::answer::response::{Response, Stranger};
use crate::answer::shown::{shown, shown_name, shown_url};

/// An answer of the server that is not a success.
///
/// `Debug` and `Display` show neither the request's payload, which the server repeats in its
/// answer, nor anything that could hold a secret; [`response`](Self::response) has it all.
pub struct ApiError(pub(super) Box<Api>);

pub(super) struct Api {
    pub(super) asked: Asked,
    response: Response,
    body: Option<Value>,
    message: String,
    note: Option<String>,
}

impl ApiError {
    /// `note` says what the client knows of the failure beyond the server's words.
    pub(crate) fn new(asked: Asked, response: Response, note: Option<String>) -> Self {
        let body = response.json().ok().filter(Value::is_object);
        let message = describe(&response, body.as_ref());
        Self(Box::new(Api {
            asked,
            response,
            body,
            message,
            note,
        }))
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.0.body.as_ref()?.get(key)?.as_str()
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.0.response.status()
    }

    /// The server's error code, such as `InsufficientScopes`; empty where the answer has none, as
    /// with a proxy's error page or an artifact of type error (status 424).
    pub fn code(&self) -> &str {
        self.text("code").unwrap_or_default()
    }

    /// The server's message, whole: Taskcluster appends details of the request to it.
    ///
    /// Where the answer is not JSON this is its text, cut to a sensible length. JSON without a
    /// message is not shown; [`response`](Self::response) has it.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The message without the details that the server appends behind a line of dashes.
    pub fn short_message(&self) -> &str {
        self.0
            .message
            .split("\n---\n")
            .next()
            .unwrap_or_default()
            .trim_end()
    }

    /// What is printed: what is wrong, in one line.
    fn headline(&self) -> String {
        match self.0.body {
            None if self.0.response.is_page() => page(self.0.response.body()),
            _ => headline(self.short_message(), self.code()),
        }
    }

    /// What the server says of the request that it refused.
    pub fn request_info(&self) -> Option<RequestInfo<'_>> {
        self.0.body.as_ref()?.get("requestInfo").map(RequestInfo)
    }

    /// The reason that an artifact of type error gives, such as `file-missing-on-worker`.
    pub fn reason(&self) -> Option<&str> {
        self.text("reason")
    }

    /// The identifier by which operators find this request in their logs.
    pub fn trace_id(&self) -> Option<&str> {
        let headers = self.0.response.headers();
        headers
            .get("x-for-trace-id")
            .or_else(|| headers.get("x-for-request-id"))
    }

    /// The answer itself: status, headers and the body's bytes.
    pub fn response(&self) -> &Response {
        &self.0.response
    }
}

/// What the server says of a request that it refused.
///
/// The server repeats the payload there, so `Debug` shows the method's name alone.
#[derive(Clone, Copy)]
pub struct RequestInfo<'a>(&'a Value);

impl<'a> RequestInfo<'a> {
    fn text(&self, key: &str) -> Option<&'a str> {
        self.0.get(key)?.as_str()
    }

    /// The API's name of the method.
    pub fn method(&self) -> Option<&'a str> {
        self.text("method")
    }

    /// When the server saw the request, as it writes dates.
    pub fn time(&self) -> Option<&'a str> {
        self.text("time")
    }

    /// The path arguments by name.
    pub fn params(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let params = self
            .0
            .get("params")
            .and_then(Value::as_object)
            .into_iter()
            .flatten();
        params.filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)))
    }

    /// The payload as the server understood it, as JSON. Take care where you print it.
    pub fn payload(&self) -> Option<String> {
        self.0.get("payload").map(Value::to_string)
    }
}

impl fmt::Debug for RequestInfo<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestInfo")
            .field("method", &self.method().map(shown_name))
            .finish_non_exhaustive()
    }
}

/// What to call the failure when the server's own words are missing.
fn describe(response: &Response, body: Option<&Value>) -> String {
    let said = |key| body.and_then(|b| b.get(key)).and_then(Value::as_str);
    if let Some(message) = said("message").or_else(|| said("error")) {
        return message.to_owned();
    }
    if (300..400).contains(&response.status()) {
        let to = response.headers().get("location").unwrap_or("nowhere");
        let to = shown_url(to);
        return format!("redirected to {to}, which this method does not expect; nothing was done");
    }
    const KEPT: usize = 2_000;
    let text = String::from_utf8_lossy(response.body());
    match text.trim() {
        "" => "no message".to_owned(),
        // It may repeat the payload, also where it was cut short.
        text if text.starts_with(['{', '[', '"']) => "no message; the answer is JSON".to_owned(),
        text => text.chars().take(KEPT).collect(),
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0.asked.method, self.status())?;
        if !self.code().is_empty() {
            write!(f, " {}", shown_name(self.code()))?;
        }
        write!(f, ": {}", self.headline())?;
        if let Some(note) = &self.0.note {
            write!(f, "; {note}")?;
        }
        if self.status() == 404 && self.code().is_empty() {
            // A note on such an answer is another explanation of it.
            let or = self.0.note.as_ref().map_or(";", |_| ", or");
            write!(
                f,
                "{or} no service of Taskcluster answers there: is the root URL right?"
            )?;
        }
        self.0.asked.tail(f)
    }
}

impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("method", &self.0.asked.method)
            .field("status", &self.status())
            .field("code", &shown_name(self.code()))
            .field("message", &self.headline())
            .field("attempts", &self.0.asked.attempts)
            .finish_non_exhaustive()
    }
}

/// A successful answer that is not of the expected form.
///
/// `Debug` and `Display` say where it is wrong and show no value of it. The words of serde, which
/// may repeat one, are behind [`source`](StdError::source).
pub struct DecodeError(pub(super) Box<Decode>);

pub(super) struct Decode {
    pub(super) asked: Asked,
    response: Response,
    pub(super) source: Box<dyn StdError + Send + Sync>,
}

impl DecodeError {
    pub(crate) fn new(
        asked: Asked,
        response: Response,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        let source = source.into();
        Self(Box::new(Decode {
            asked,
            response,
            source,
        }))
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.0.response.status()
    }

    /// The answer itself: status, headers and the body's bytes.
    pub fn response(&self) -> &Response {
        &self.0.response
    }

    fn problem(&self) -> String {
        let source = &*self.0.source;
        match self.0.response.stranger() {
            Some(stranger @ Stranger::Encoding(_)) => return stranger.to_string(),
            Some(Stranger::Page) => {
                let page = page(self.0.response.body());
                return format!(
                    "it is {page}; no service of Taskcluster answers there: is the root URL right?"
                );
            }
            None => {}
        }
        let Some(e) = source.downcast_ref::<serde_json::Error>() else {
            return shown(&source.to_string()).to_string();
        };
        let kind = match e.classify() {
            Category::Data => "a value is not what was expected",
            Category::Eof => "the JSON ends too early",
            Category::Syntax | Category::Io => "it is not JSON",
        };
        format!("{kind} (line {}, column {})", e.line(), e.column())
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Decode {
            asked, response, ..
        } = &*self.0;
        write!(
            f,
            "{}: the answer ({}, {} bytes) cannot be read: {}",
            asked.method,
            response.status(),
            response.body().len(),
            self.problem()
        )?;
        asked.tail(f)
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("method", &self.0.asked.method)
            .field("status", &self.status())
            .field("problem", &self.problem())
            .finish_non_exhaustive()
    }
}
