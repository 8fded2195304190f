//! A request as plain data, and the only place where a URL is spelled.

pub(crate) mod endpoint;
mod from_now;
pub(crate) mod root_url;
pub mod urls;

use std::borrow::Cow;
use std::fmt;
use std::iter;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::Serialize;
use time::OffsetDateTime;

use crate::answer::error::{Asked, RequestError};
use crate::request::endpoint::{Endpoint, Era, Method, Output, Repeat};
use crate::request::root_url::RootUrl;
use crate::task_queue::{WORDS, two_words};
use crate::timestamp;

/// What is encoded: everything outside `A–Z a–z 0–9 - _ . ~`. It is encoded the same in paths and
/// in queries, so that what is signed and what any server reads are one.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// The largest payload that the server reads, in bytes.
pub const MAX_PAYLOAD: usize = 10 * 1024 * 1024;

/// Room for a payload to be written: in less than a task takes, it would be copied while it grows.
const ROOM: usize = 2 * 1024;

/// A request to a method of the API: verb, service, path, query and payload.
///
/// A value that does not fit (an argument that cannot stand in a path, an option that the method
/// does not take) is remembered, and refused when the request is used: nothing is sent then.
///
/// Requests of known methods come from the service crates. For others there is
/// [`Client::call`](crate::Client::call):
///
/// ```
/// use taskcluster_core::{Method, Request};
///
/// let request = Request::new(Method::Get, "queue", "v1")
///     .path(["task", "fN1SbArXTPSVFNUvaOlinQ", "artifacts"])
///     .query("limit", 100);
/// let root = "https://tc.example.com".parse()?;
/// assert_eq!(
///     request.url(&root)?,
///     "https://tc.example.com/api/queue/v1/task/fN1SbArXTPSVFNUvaOlinQ/artifacts?limit=100",
/// );
/// # Ok::<(), taskcluster_core::Error>(())
/// ```
#[derive(Clone)]
pub struct Request {
    method: Method,
    service: Cow<'static, str>,
    version: Cow<'static, str>,
    /// What is known of the method.
    endpoint: Option<&'static Endpoint>,
    path: String,
    query: Vec<(Cow<'static, str>, String)>,
    payload: Option<Vec<u8>>,
    problem: Option<Box<str>>,
}

impl Request {
    /// A request to a path that is yet to be given, for a method that no crate knows.
    pub fn new(
        method: Method,
        service: impl Into<Cow<'static, str>>,
        version: impl Into<Cow<'static, str>>,
    ) -> Self {
        let mut request = Self {
            method,
            service: service.into(),
            version: version.into(),
            endpoint: None,
            path: String::new(),
            query: Vec::new(),
            payload: None,
            problem: None,
        };
        for (what, name) in [("service", &request.service), ("version", &request.version)] {
            if !is_name(name) {
                let problem = format!("{name:?} is not the name of a {what}");
                request.problem = Some(problem.into());
                break;
            }
        }
        request
    }

    /// A request to a known method, with its path arguments in the API's order. The neighbours
    /// `provisionerId` and `workerType` may be given as one, `provisionerId/workerType`.
    pub fn to(endpoint: &'static Endpoint, args: &[&str]) -> Self {
        let mut request = Self {
            method: endpoint.method,
            service: endpoint.service.into(),
            version: endpoint.version.into(),
            endpoint: Some(endpoint),
            path: String::with_capacity(endpoint.route.len() + 32),
            query: Vec::new(),
            payload: None,
            problem: None,
        };
        let place = endpoint.args.windows(2).position(|two| two == WORDS);
        if let (Some(at), true) = (place, args.len() + 1 == endpoint.args.len()) {
            match two_words(args[at]) {
                Ok(words) => {
                    let args = [&args[..at], &words, &args[at + 1..]].concat();
                    request.fill_route(endpoint, &args);
                }
                Err(problem) => request.refuse(problem),
            }
        } else if args.len() != endpoint.args.len() {
            let (given, wanted) = (args.len(), endpoint.args.len());
            request.refuse(format!(
                "{given} path arguments given, {wanted} wanted: {}",
                endpoint.args.join(", ")
            ));
        } else {
            request.fill_route(endpoint, args);
        }
        request
    }

    fn fill_route(&mut self, endpoint: &Endpoint, args: &[&str]) {
        let mut rest = endpoint.route;
        while let Some((literal, (name, after))) = rest
            .split_once('<')
            .and_then(|(a, b)| Some((a, b.split_once('>')?)))
        {
            self.path.push_str(literal);
            match endpoint.args.iter().position(|arg| *arg == name) {
                Some(index) => self.push_segment(name, args[index]),
                None => self.refuse(format!("the route has no value for <{name}>")),
            }
            rest = after;
        }
        self.path.push_str(rest);
    }

    /// Adds segments to the path. Each is encoded, a slash in it too.
    #[must_use]
    pub fn path<S: AsRef<str>>(mut self, segments: impl IntoIterator<Item = S>) -> Self {
        for segment in segments {
            self.path.push('/');
            self.push_segment("a path segment", segment.as_ref());
        }
        self
    }

    fn push_segment(&mut self, name: &str, value: &str) {
        // URL parsers on the way fold dot segments, and an empty one names another method.
        if matches!(value, "" | "." | "..") {
            self.refuse(format!(
                "{name} is {value:?}, which cannot be sent as part of a path"
            ));
        }
        self.path.extend(utf8_percent_encode(value, ENCODED));
    }

    /// Sets a query option, replacing an earlier value. The value is sent as it is, also an empty
    /// one, which servers refuse.
    #[must_use]
    pub fn query(self, key: impl Into<Cow<'static, str>>, value: impl QueryValue) -> Self {
        self.option(key.into(), value.into_query())
    }

    /// Sets a query option to a value as it is written, or refuses it where it cannot be.
    pub(crate) fn option(mut self, key: Cow<'static, str>, value: Option<String>) -> Self {
        let known = |options: &&[&str]| options.contains(&&*key);
        let options = self.endpoint.map(|endpoint| endpoint.query);
        if let Some(options) = options.filter(|options| !known(options)) {
            let takes = if options.is_empty() {
                "none".to_owned()
            } else {
                options.join(", ")
            };
            self.refuse(format!(
                "there is no query option {key:?}: this method takes {takes}"
            ));
            return self;
        }
        let Some(value) = value else {
            self.refuse(format!(
                "the query option {key:?} is a date that cannot be written: a year from 0 to 9999 can"
            ));
            return self;
        };
        self.leave_out(&key);
        self.query.push((key, value));
        self
    }

    /// Takes a query option back.
    pub(crate) fn leave_out(&mut self, key: &str) {
        self.query.retain(|(other, _)| other != key);
    }

    /// Sets the payload, written as JSON. A known method that takes none refuses it.
    #[must_use]
    pub fn json<T: Serialize + ?Sized>(mut self, payload: &T) -> Self {
        if self.endpoint.is_some_and(|endpoint| !endpoint.input) {
            self.refuse("there is no payload for this method".to_owned());
        }
        let mut bytes = Vec::with_capacity(ROOM);
        match serde_json::to_writer(&mut bytes, payload) {
            Ok(()) if bytes.len() > MAX_PAYLOAD => self.refuse(format!(
                "the payload has {} bytes, and the server reads at most {MAX_PAYLOAD}",
                bytes.len()
            )),
            Ok(()) => self.payload = Some(bytes),
            Err(e) => self.refuse(format!("the payload cannot be written as JSON: {e}")),
        }
        self
    }

    pub(crate) fn refuse(&mut self, problem: String) {
        self.problem.get_or_insert(problem.into());
    }

    /// The verb.
    pub fn method(&self) -> Method {
        self.method
    }

    /// The service that is asked.
    pub fn service(&self) -> &str {
        &self.service
    }

    /// What is known of the method, unless the request was made by hand.
    pub fn endpoint(&self) -> Option<&'static Endpoint> {
        self.endpoint
    }

    pub(crate) fn expects_redirect(&self) -> bool {
        self.endpoint
            .is_some_and(|endpoint| endpoint.output == Output::Redirect)
    }

    /// The path arguments by name.
    pub(crate) fn arguments(&self) -> impl Iterator<Item = (&'static str, String)> {
        let route = self.endpoint.map_or("", |endpoint| endpoint.route);
        // An encoded argument has no slash, so that route and path have the same segments.
        route
            .split('/')
            .zip(self.path.split('/'))
            .filter_map(|(name, value)| {
                let name = name.strip_prefix('<')?.strip_suffix('>')?;
                Some((
                    name,
                    percent_decode_str(value).decode_utf8_lossy().into_owned(),
                ))
            })
    }

    /// The payload's bytes, as they will be sent.
    pub fn payload(&self) -> Option<&[u8]> {
        self.payload.as_deref()
    }

    /// How errors and logs name the method: `queue.listTaskGroup`, or verb, service and version
    /// where the method has no known name. A path is not shown: it has the arguments.
    pub fn label(&self) -> String {
        match self.endpoint {
            Some(endpoint) => format!("{}.{}", self.service, endpoint.name),
            None => format!("{} {}/{}", self.method, self.service, self.version),
        }
    }

    /// What an error tells of this request. A call that only reads carries out nothing.
    pub(crate) fn asked(&self, root: &RootUrl, attempts: u32, may_have_acted: bool) -> Asked {
        let reads = matches!(self.method, Method::Get | Method::Head);
        Asked {
            method: self.label(),
            url: self.shown_url(root),
            attempts,
            may_have_acted: may_have_acted && !reads,
            is_harmful: self.is_harmful(),
        }
    }

    /// Whether making this request once more does harm when it was carried out.
    pub(crate) fn is_harmful(&self) -> bool {
        self.endpoint
            .is_some_and(|endpoint| endpoint.repeat == Repeat::Harmful)
    }

    /// Which servers have the method, where it is one of a reference.
    pub(crate) fn era(&self) -> Era {
        self.endpoint.map_or(Era::Both, |endpoint| endpoint.era)
    }

    /// The URL as it may be printed: without the query, and without arguments that are secrets.
    pub(crate) fn shown_url(&self, root: &RootUrl) -> String {
        let mut url = String::new();
        root.write_api_base(&self.service, &self.version, &mut url);
        let route = self.endpoint.map_or("", |endpoint| endpoint.route);
        // An encoded argument has no slash, so that route and path have the same segments.
        let names = route.split('/').chain(iter::repeat(""));
        for (segment, name) in self.path.split('/').zip(names).skip(1) {
            let is_secret = name == "<token>";
            url.extend(["/", if is_secret { "…" } else { segment }]);
        }
        url
    }

    /// The URL under a root.
    ///
    /// # Errors
    /// Something about the request does not fit; the error says what.
    pub fn url(&self, root: &RootUrl) -> Result<String, RequestError> {
        if let Some(problem) = &self.problem {
            return Err(RequestError::of(&self.label(), &**problem));
        }
        let mut url = String::with_capacity(root.as_str().len() + self.path.len() + 48);
        root.write_api_base(&self.service, &self.version, &mut url);
        url.push_str(&self.path);
        for (i, (key, value)) in self.query.iter().enumerate() {
            url.push(if i == 0 { '?' } else { '&' });
            url.extend(utf8_percent_encode(key, ENCODED));
            url.push('=');
            url.extend(utf8_percent_encode(value, ENCODED));
        }
        Ok(url)
    }
}

/// A value of a query option.
pub trait QueryValue {
    /// The value as it is meant, not yet encoded; `None` where it cannot be written.
    fn into_query(self) -> Option<String>;
}

macro_rules! query_values {
    ($($type:ty),+) => {$(
        impl QueryValue for $type {
            fn into_query(self) -> Option<String> {
                Some(self.to_string())
            }
        }
    )+};
}
query_values!(&str, String, bool, u32, u64, i32, i64);

impl QueryValue for OffsetDateTime {
    /// A date in the API's own form, which has four digits for the year.
    fn into_query(self) -> Option<String> {
        timestamp::to_string(self)
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

impl fmt::Debug for Request {
    /// Shows the method alone: arguments, query and payload may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Request").field(&self.label()).finish()
    }
}
