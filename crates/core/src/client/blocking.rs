//! The blocking driver: it asks clock and chance for what an attempt is signed with, sends it by ureq,
//! and sleeps between attempts. How it connects is in [`connection`](super::connection).

use std::fmt;
use std::io::{self, Read as _};
use std::ops::ControlFlow;
use std::pin::pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use http::header::{self, HeaderValue};
use serde::de::DeserializeOwned;
use serde_json::Value;
use ureq::{Agent, SendBody, Timeout};

use crate::answer::error::{RequestError, Result, TransportFailure};
use crate::answer::response::Response;
use crate::call::Call;
use crate::call::{Items, Page, Pages};
use crate::client::agent::{Agents, answers_as_they_are, for_content, parts_within};
use crate::client::builder::ClientBuilder;
use crate::client::idle::Kept;
use crate::client::proxy::ProxyError;
use crate::client::run::Run;
use crate::client::settings::{HttpSettings, LONGEST, Limits, MAX_HEADERS};
use crate::client::tls;
use crate::client::transfer::{Transfer, TransferBody};
use crate::exchange::Attempt;
use crate::exchange::session::{ApiClient, Session};
use crate::identity::credentials::Credentials;
use crate::request::Request;

/// A blocking client of one deployment.
///
/// Cheap to clone; clones share connections, and all threads may use one at once. The service
/// crates build on it:
///
/// ```no_run
/// use taskcluster_core::{Client, Method, Request};
///
/// let client = Client::from_env()?;
/// // Any method of any service, by name: the typed ones are in the service crates.
/// let request = Request::new(Method::Get, "queue", "v1").path(["ping"]);
/// let answer: serde_json::Value = client.call(request).send()?;
/// # Ok::<(), taskcluster_core::Error>(())
/// ```
#[derive(Clone)]
pub struct Client {
    session: Arc<Session>,
    driver: Arc<Driver>,
}

/// What clients share, whoever calls through them.
pub(crate) struct Driver {
    pub(super) agents: Agents,
    pub(crate) sleep: Box<dyn Fn(Duration) + Send + Sync>,
    pub(crate) http: HttpSettings,
    /// For content over http and over https, made when it is first needed.
    pub(super) streams: [OnceLock<Kept>; 2],
}

impl Client {
    /// A client for the deployment and the caller that the environment names; see
    /// [`Options::from_env`](crate::Options::from_env).
    ///
    /// # Errors
    /// A variable is missing, or wrong; the error says which.
    pub fn from_env() -> Result<Self> {
        ClientBuilder::from_env()?.build()
    }

    /// Begins a client for a deployment.
    pub fn builder(root_url: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(root_url)
    }

    pub(crate) fn new(session: Session, driver: Driver) -> Self {
        Self {
            session: Arc::new(session),
            driver: Arc::new(driver),
        }
    }

    /// A client with other credentials that shares this one's connections, as a worker needs it
    /// for the credentials that each claim and reclaim brings. Where this client is limited to some
    /// scopes, the other one is limited to the same.
    ///
    /// # Errors
    /// The credentials cannot be sent.
    pub fn with_credentials(&self, credentials: Credentials) -> Result<Self> {
        let session = Arc::new(self.session.with_credentials(credentials)?);
        Ok(Self {
            session,
            driver: Arc::clone(&self.driver),
        })
    }

    /// Sends a request to where an answer leads, once: an answer of any status is one. `body` has as many
    /// bytes as the request says. The answer comes without its body, which is read as it comes in.
    ///
    /// # Errors
    /// No answer came. `time_left` limits all of it, the reading of the body too.
    #[doc(hidden)]
    pub fn transfer(
        &self,
        transfer: &Transfer,
        body: &mut dyn io::Read,
        time_left: Option<Duration>,
    ) -> Result<(Response, TransferBody), TransportFailure> {
        self.driver.transfer(transfer, body, time_left)
    }

    /// Waits as between two attempts of a call.
    #[doc(hidden)]
    pub fn pause(&self, wait: Duration) {
        (self.driver.sleep)(wait);
    }

    /// A call of a method that no crate knows. The service crates have the others.
    pub fn call<T: DeserializeOwned>(&self, request: Request) -> Call<Self, T> {
        Call::of_request(self, request)
    }
}

impl ClientBuilder {
    /// Builds the client. Nothing is sent.
    ///
    /// # Errors
    /// The root URL, the credentials, the authorized scopes, the user agent, a time limit or the
    /// environment's proxy are wrong, certificates or a variable that names them.
    pub fn build(mut self) -> Result<Client> {
        let session = self.session()?;
        if self.agent.is_some() && !self.http.certificates.is_empty() {
            let why = "root_certificates: an agent of your own has certificates of its own; give them to \
                       the agent";
            return Err(RequestError::new(why).into());
        }
        let agents = match self.agent {
            Some(agent) => Agents::Given(agent),
            None => Agents::made(&self.http)?,
        };
        let driver = Driver {
            agents,
            sleep: self.sleep,
            http: self.http,
            streams: Default::default(),
        };
        Ok(Client::new(session, driver))
    }
}

impl ApiClient for Client {
    fn session(&self) -> &Session {
        &self.session
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("root_url", &self.session.root_url().as_str())
            .field("credentials", &self.session.credentials())
            .finish_non_exhaustive()
    }
}

impl<T> Call<Client, T> {
    /// Sends the call and waits for the typed answer.
    ///
    /// # Errors
    /// See [`Error`](crate::Error): its five kinds tell a refusal by the server from a failure on
    /// the way, and from a request that could not be built.
    pub fn send(self) -> Result<T> {
        self.fetch()
    }

    /// Sends the call and reads the answer as a type of your own.
    ///
    /// # Errors
    /// See [`send`](Self::send).
    pub fn send_as<U: DeserializeOwned>(self) -> Result<U> {
        self.expecting().send()
    }

    /// Sends the call and reads the answer as a JSON value; `null` where there is no body.
    ///
    /// # Errors
    /// See [`send`](Self::send).
    pub fn raw(self) -> Result<Value> {
        self.send_as()
    }

    /// Sends the call and returns the whole answer: status, headers, bytes.
    ///
    /// # Errors
    /// See [`send`](Self::send): an answer that is not a success is an error here too.
    pub fn response(self) -> Result<Response> {
        Ok(self.run()?.0)
    }

    fn fetch(&self) -> Result<T> {
        let (response, attempts) = self.run()?;
        self.decode(response, attempts)
    }

    fn run(&self) -> Result<(Response, u32)> {
        let mut run = Run::of(self.exchange()?);
        let driver = &*self.client.driver;
        let part = self.time_limit();
        loop {
            let (attempt, left) = run.attempt()?;
            let limits = Limits { part, left };
            let outcome = driver
                .agents
                .lend(|agent| driver.send(agent, attempt, limits));
            match run.judge(outcome) {
                ControlFlow::Break(answer) => return answer,
                ControlFlow::Continue(wait) => (driver.sleep)(wait),
            }
        }
    }
}

/// What logic gives that is written once, as `async` functions over both kinds of client: with the blocking
/// one each step is done when it returns, and nothing waits for a waker.
#[doc(hidden)]
pub fn now<F: Future>(logic: F) -> F::Output {
    match pin!(logic).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => unreachable!("nothing waits for a waker with a blocking client"),
    }
}

impl<T: Page> Iterator for Pages<Client, T> {
    type Item = Result<T>;

    fn next(&mut self) -> Option<Result<T>> {
        let page = self.cursor.call()?.fetch();
        Some(self.cursor.behind(page))
    }
}

impl<T: Page> Iterator for Items<Client, T> {
    type Item = Result<T::Item>;

    fn next(&mut self) -> Option<Result<T::Item>> {
        loop {
            if let Some(item) = self.page.next() {
                return Some(Ok(item));
            }
            match self.pages.next()? {
                Ok(page) => self.page = page.into_items().into_iter(),
                Err(e) => return Some(Err(e)),
            }
        }
    }
}

impl Driver {
    /// Puts one attempt on the wire and reads the whole answer.
    fn send(
        &self,
        agent: &Agent,
        attempt: Attempt<'_>,
        limits: Limits,
    ) -> Result<Response, TransportFailure> {
        let body = attempt.body();
        let head = attempt
            .into_head(self.agents.user_agent())
            .map_err(ureq::Error::from);
        let answer = head.map(with_host).and_then(|head| match body {
            Some(body) => self.run(agent, head.map(|()| body), limits),
            None => self.run(agent, head, limits),
        });
        let failure = |e| self.failure(e, limits);
        let (parts, body) = answer.map_err(failure)?.into_parts();
        let body = self.read(body).map_err(|e| failure(e.into()))?;
        let max = self.http.max_answer;
        Response::received(parts.status.as_u16(), parts.headers, body, max)
    }

    /// The agent for content.
    fn stream(&self, is_https: bool) -> Result<&Kept, TransportFailure> {
        let stream = &self.streams[usize::from(is_https)];
        if let Some(known) = stream.get() {
            return Ok(known);
        }
        let made = for_content(&self.http, is_https);
        let made = made.map_err(|e| TransportFailure::lasting(e.to_string()))?;
        Ok(stream.get_or_init(|| made))
    }

    /// See [`Client::transfer`].
    fn transfer(
        &self,
        transfer: &Transfer,
        body: &mut dyn io::Read,
        time_left: Option<Duration>,
    ) -> Result<(Response, TransferBody), TransportFailure> {
        let head = transfer.head(None).map_err(|e| failure(e.into()))?;
        let limits = Limits {
            left: time_left,
            ..Limits::default()
        };
        let call = |agent: &Agent| match transfer.body_length() {
            Some(_) => limited(agent, head.map(|()| SendBody::from_reader(body)), limits),
            None => limited(agent, head, limits),
        };
        let answer = match &self.agents {
            Agents::Given(agent) => call(agent),
            Agents::Made { .. } => self.stream(transfer.is_https())?.lend(call),
        };
        let (parts, body) = answer.map_err(failure)?.into_parts();
        let reader = body.into_with_config().limit(u64::MAX).reader();
        let head = Response::head(parts.status.as_u16(), parts.headers);
        Ok((head, TransferBody { reader, failure }))
    }

    fn read(&self, body: ureq::Body) -> io::Result<Vec<u8>> {
        // What a server announces is a reason to make room, though not for more than is usual.
        const USUAL: u64 = 1024 * 1024;
        let length = body.content_length().unwrap_or_default().min(USUAL);
        let mut bytes = Vec::with_capacity(length as usize);
        let mut reader = body.into_with_config().limit(self.http.max_answer).reader();
        reader.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn run<B: ureq::AsSendBody>(
        &self,
        agent: &Agent,
        request: http::Request<B>,
        limits: Limits,
    ) -> Result<http::Response<ureq::Body>, ureq::Error> {
        // Settings of its own copy the agent's whole configuration, so only where it matters.
        let is_usual = limits.left.is_none() && limits.part.is_none();
        if self.agents.user_agent().is_some() && is_usual {
            return agent.run(request);
        }
        limited(agent, request, limits)
    }

    /// What a failure of ureq means, with the limits that are known.
    fn failure(&self, error: ureq::Error, limits: Limits) -> TransportFailure {
        let ureq::Error::Timeout(phase) = error else {
            return failure(error);
        };
        let is_ours = self.agents.user_agent().is_some();
        let known = is_ours.then_some(&self.http);
        let part = limits.part.or(known.map(|http| http.timeout));
        late(phase, part, known.map(|http| http.connect_timeout))
    }
}

/// ureq would put the host together piece by piece. It is left to do so where a URL names the port that
/// is its scheme's own, which the header leaves out.
fn with_host(mut head: http::Request<()>) -> http::Request<()> {
    let uri = head.uri();
    let is_default = matches!(
        (uri.scheme_str(), uri.port_u16()),
        (Some("https"), Some(443)) | (Some("http"), Some(80))
    );
    let host = uri.authority().filter(|_| !is_default);
    let host = host.and_then(|host| HeaderValue::from_str(host.as_str()).ok());
    if let Some(host) = host {
        head.headers_mut().insert(header::HOST, host);
    }
    head
}

/// Sends a request within limits of its own.
fn limited<B: ureq::AsSendBody>(
    agent: &Agent,
    request: http::Request<B>,
    limits: Limits,
) -> Result<http::Response<ureq::Body>, ureq::Error> {
    let config = answers_as_they_are!(agent.configure_request(request));
    let config = match limits.left {
        Some(left) => config.timeout_global(Some(left.min(LONGEST))),
        None => config,
    };
    let config = match limits.part {
        Some(part) => parts_within!(config, part.min(LONGEST)),
        None => config,
    };
    agent.run(config.build())
}

/// The failure of a time limit, with its length where that is known.
fn late(phase: Timeout, part: Option<Duration>, connecting: Option<Duration>) -> TransportFailure {
    match phase {
        Timeout::Global => TransportFailure::late("the call as a whole", None),
        Timeout::Resolve | Timeout::Connect => {
            TransportFailure::late("connecting", connecting).before_sending()
        }
        Timeout::SendRequest | Timeout::SendBody => {
            TransportFailure::late("sending the request", part)
        }
        _ => TransportFailure::late("the answer", part),
    }
}

fn failure(error: ureq::Error) -> TransportFailure {
    let of_proxy = match &error {
        ureq::Error::Io(e) => e.get_ref().and_then(|e| e.downcast_ref::<ProxyError>()),
        _ => None,
    };
    if let Some(error) = of_proxy {
        return error.to_failure();
    }
    let of_tls = match &error {
        ureq::Error::Rustls(e) => tls::lasting(e, true),
        ureq::Error::Io(e) => tls::cause(e).and_then(|e| tls::lasting(e, false)),
        _ => None,
    };
    if let Some(failure) = of_tls {
        return failure;
    }
    let before_sending = is_before_sending(&error);
    let failure = match error {
        ureq::Error::Timeout(phase) => return late(phase, None, None),
        ureq::Error::BodyExceedsLimit(max) => TransportFailure::too_large(max),
        error if is_large_head(&error) => TransportFailure::head_too_large(MAX_HEADERS),
        ureq::Error::Protocol(_) => TransportFailure::not_http(),
        ureq::Error::Io(e) if e.kind() == io::ErrorKind::UnexpectedEof => TransportFailure::cut(),
        ureq::Error::Io(e) => TransportFailure::new(e),
        other => TransportFailure::new(other),
    };
    if before_sending {
        failure.before_sending()
    } else {
        failure
    }
}

/// Whether ureq gave up on the head of an answer. Its own type for that is not public.
fn is_large_head(error: &ureq::Error) -> bool {
    match error {
        ureq::Error::LargeResponseHeader(..) => true,
        ureq::Error::Protocol(e) => e.to_string().contains("too many headers"),
        _ => false,
    }
}

/// Whether the attempt failed before a byte of the request was sent.
fn is_before_sending(error: &ureq::Error) -> bool {
    use io::ErrorKind::{
        AddrNotAvailable, ConnectionRefused, HostUnreachable, NetworkDown, NetworkUnreachable,
    };
    match error {
        ureq::Error::Io(e) => matches!(
            e.kind(),
            AddrNotAvailable
                | ConnectionRefused
                | HostUnreachable
                | NetworkDown
                | NetworkUnreachable
        ),
        ureq::Error::HostNotFound
        | ureq::Error::ConnectionFailed
        | ureq::Error::ConnectProxyFailed(_)
        | ureq::Error::Tls(_)
        | ureq::Error::Rustls(_) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_leaves_out_the_port_of_its_scheme() {
        let host = |url: &str| {
            let head = http::Request::get(url).body(()).expect("a request");
            let head = with_host(head);
            let host = head.headers().get(header::HOST)?.to_str();
            host.ok().map(str::to_owned)
        };
        assert_eq!(host("https://a.example/x").as_deref(), Some("a.example"));
        assert_eq!(
            host("https://a.example:80/x").as_deref(),
            Some("a.example:80")
        );
        assert_eq!(host("http://[::1]:8080/x").as_deref(), Some("[::1]:8080"));
        assert_eq!(host("https://a.example:443/x"), None, "left to ureq");
        assert_eq!(host("http://a.example:80/x"), None, "left to ureq");
    }
}
