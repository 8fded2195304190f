//! What can go wrong, in a form that a program can act on.
//!
//! One enum of five kinds; the payload of each is a struct that can grow. No payload, token or
//! query string ever stands in a text of this module, since error texts end up in public logs.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use serde_json::Value;

use crate::response::Response;

/// The result of everything in this library that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a call, or the preparation of one, failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The server answered, and the answer is not a success.
    Api(ApiError),
    /// No complete answer arrived: connecting, sending, receiving or a timeout.
    Transport(TransportError),
    /// The answer is a success but not of the expected form.
    Decode(DecodeError),
    /// Credentials, certificates, scopes of credentials or the environment's options are wrong.
    Credentials(CredentialsError),
    /// The request could not be built: nothing was sent.
    Request(RequestError),
}

impl Error {
    /// The HTTP status of the answer, where there was one.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Api(e) => Some(e.status()),
            Self::Decode(e) => Some(e.status()),
            _ => None,
        }
    }

    /// The server's error code, such as `ResourceNotFound`, where it gave one.
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Api(e) if !e.code().is_empty() => Some(e.code()),
            _ => None,
        }
    }

    /// How many times the request was sent; 0 where nothing was.
    pub fn attempts(&self) -> u32 {
        match self {
            Self::Api(e) => e.0.attempts,
            Self::Transport(e) => e.0.attempts,
            Self::Decode(e) => e.0.attempts,
            Self::Credentials(_) | Self::Request(_) => 0,
        }
    }

    /// The method that was called, as `queue.createTask`; empty where no call was involved.
    pub fn method(&self) -> &str {
        match self {
            Self::Api(e) => &e.0.method,
            Self::Transport(e) => &e.0.method,
            Self::Decode(e) => &e.0.method,
            Self::Request(e) => &e.0.method,
            Self::Credentials(_) => "",
        }
    }

    /// Whether the server said 404: no such task, client, secret…, or no such method.
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(404)
    }

    /// Whether the same request may succeed later: transport failures, 429 and 5xx.
    ///
    /// The client has already retried these as its [`RetryPolicy`](crate::RetryPolicy) says.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Transport(_) => true,
            Self::Api(e) => crate::retry::status_is_retryable(e.status()),
            _ => false,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(e) => e.fmt(f),
            Self::Transport(e) => e.fmt(f),
            Self::Decode(e) => e.fmt(f),
            Self::Credentials(e) => e.fmt(f),
            Self::Request(e) => e.fmt(f),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Transport(e) => Some(&*e.0.source),
            Self::Decode(e) => Some(&*e.0.source),
            _ => None,
        }
    }
}

macro_rules! into_error {
    ($($kind:ident($payload:ident)),+) => {$(
        impl From<$payload> for Error {
            fn from(payload: $payload) -> Self {
                Self::$kind(payload)
            }
        }
        impl StdError for $payload {}
    )+};
}
into_error!(
    Api(ApiError),
    Credentials(CredentialsError),
    Request(RequestError)
);

fn after_attempts(f: &mut fmt::Formatter<'_>, attempts: u32) -> fmt::Result {
    if attempts > 1 {
        write!(f, " (after {attempts} attempts)")
    } else {
        Ok(())
    }
}

/// An answer of the server that is not a success.
///
/// `Debug` and `Display` show neither the request's payload, which the server repeats in its
/// answer, nor anything that could hold a secret; [`response`](Self::response) has it all.
pub struct ApiError(Box<Api>);

struct Api {
    method: String,
    attempts: u32,
    response: Response,
    body: Option<Value>,
    message: String,
}

impl ApiError {
    pub(crate) fn new(method: &str, attempts: u32, response: Response) -> Self {
        let body = serde_json::from_slice::<Value>(response.body())
            .ok()
            .filter(Value::is_object);
        let message = describe(&response, body.as_ref());
        Self(Box::new(Api {
            method: method.to_owned(),
            attempts,
            response,
            body,
            message,
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
    /// Where the answer is not JSON this is its text, cut to a sensible length.
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
            .field("method", &self.method())
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
        let to = to.split(['?', '#']).next().unwrap_or_default();
        return format!("redirected to {to}, which this method does not expect; nothing was done");
    }
    const SHOWN: usize = 2_000;
    let text = String::from_utf8_lossy(response.body());
    match text.trim() {
        "" => "no message".to_owned(),
        text => text.chars().take(SHOWN).collect(),
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0.method, self.status())?;
        if !self.code().is_empty() {
            write!(f, " {}", self.code())?;
        }
        write!(f, ": {}", self.short_message())?;
        after_attempts(f, self.0.attempts)
    }
}

impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("method", &self.0.method)
            .field("status", &self.status())
            .field("code", &self.code())
            .field("message", &self.short_message())
            .field("attempts", &self.0.attempts)
            .finish_non_exhaustive()
    }
}

/// No complete answer arrived.
#[derive(Debug)]
pub struct TransportError(Box<Transport>);

#[derive(Debug)]
struct Transport {
    method: String,
    attempts: u32,
    timeout: bool,
    source: Box<dyn StdError + Send + Sync>,
}

impl TransportError {
    pub(crate) fn new(method: &str, attempts: u32, failure: TransportFailure) -> Self {
        Self(Box::new(Transport {
            method: method.to_owned(),
            attempts,
            timeout: failure.timeout,
            source: failure.source,
        }))
    }

    /// Whether it was a time limit that ended the call.
    pub fn is_timeout(&self) -> bool {
        self.0.timeout
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: no answer: {}", self.0.method, self.0.source)?;
        after_attempts(f, self.0.attempts)
    }
}

impl From<TransportError> for Error {
    fn from(payload: TransportError) -> Self {
        Self::Transport(payload)
    }
}

/// How one attempt failed to bring a complete answer, as a driver reports it.
#[derive(Debug)]
pub struct TransportFailure {
    timeout: bool,
    source: Box<dyn StdError + Send + Sync>,
}

impl TransportFailure {
    /// A failure of the connection.
    pub fn new(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            timeout: false,
            source: source.into(),
        }
    }

    /// A time limit that was reached.
    pub fn timeout(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            timeout: true,
            source: source.into(),
        }
    }

    pub(crate) fn deadline(deadline: Duration) -> Self {
        Self::timeout(format!(
            "the deadline of {deadline:?} for the whole call has passed"
        ))
    }
}

impl fmt::Display for TransportFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source.fmt(f)
    }
}

/// A successful answer that is not of the expected form.
pub struct DecodeError(Box<Decode>);

struct Decode {
    method: String,
    attempts: u32,
    response: Response,
    source: Box<dyn StdError + Send + Sync>,
}

impl DecodeError {
    pub(crate) fn new(
        method: &str,
        attempts: u32,
        response: Response,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        let source = source.into();
        Self(Box::new(Decode {
            method: method.to_owned(),
            attempts,
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
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Decode {
            method,
            response,
            source,
            ..
        } = &*self.0;
        let length = response.body().len();
        write!(
            f,
            "{method}: the answer ({}, {length} bytes) cannot be read: ",
            response.status()
        )?;
        source.fmt(f)
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("method", &self.0.method)
            .field("status", &self.status())
            .field("source", &self.0.source)
            .finish_non_exhaustive()
    }
}

impl From<DecodeError> for Error {
    fn from(payload: DecodeError) -> Self {
        Self::Decode(payload)
    }
}

/// Credentials, certificates, scopes of credentials, or the environment's options are wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CredentialsError(String);

impl CredentialsError {
    pub(crate) fn new(problem: impl Into<String>) -> Self {
        Self(problem.into())
    }
}

impl fmt::Display for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A request, or a client, that cannot be built as asked. Nothing was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestError(Box<Refusal>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Refusal {
    method: String,
    problem: String,
}

impl RequestError {
    pub(crate) fn new(problem: impl Into<String>) -> Self {
        Self(Box::new(Refusal {
            method: String::new(),
            problem: problem.into(),
        }))
    }

    pub(crate) fn of(method: &str, problem: impl Into<String>) -> Self {
        Self(Box::new(Refusal {
            method: method.to_owned(),
            problem: problem.into(),
        }))
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.method.is_empty() {
            write!(f, "{}: ", self.0.method)?;
        }
        f.write_str(&self.0.problem)
    }
}
