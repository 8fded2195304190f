//! The blocking client: its calls are sent by ureq, and it sleeps between attempts.
//!
//! [`driver`] puts attempts on the wire by an [`agent`] of ureq, one for each of the [`ways`] to a server.
//! Its connections are made by `connection`, or by `plain` in ureq's own way, which both have the same face;
//! they are closed in time by [`idle`]. [`failure`] says what ureq's errors mean.

mod agent;
#[cfg(feature = "fast-connections")]
mod connection;
mod driver;
mod failure;
mod idle;
#[cfg(not(feature = "fast-connections"))]
mod plain;
mod ways;

use std::fmt;
use std::io;
use std::ops::ControlFlow;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime};

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::answer::error::{CredentialsError, RequestError, Result, TransportFailure};
use crate::answer::response::Response;
use crate::call::{Call, Items, Page, Pages};
use crate::client::builder::ClientBuilder;
use crate::client::run::Run;
use crate::client::settings::Limits;
use crate::client::transfer::{Transfer, TransferBody};
use crate::client::wait::wait;
use crate::exchange::keeper::{Keeper, Provider};
use crate::exchange::session::{ApiClient, Session, Source};
use crate::identity::credentials::Credentials;
use crate::identity::provider::CredentialsProvider;
use crate::request::Request;
use agent::Agents;
#[cfg(feature = "fast-connections")]
use connection as stack;
use driver::Driver;
#[cfg(not(feature = "fast-connections"))]
use plain as stack;

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

    fn new(session: Session, driver: Driver) -> Self {
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
        self.with(Source::Given(credentials))
    }

    /// A client whose calls carry a trace ID, by which the server's logs name them: in the header
    /// `x-taskcluster-trace-id`. It shares this one's connections and credentials.
    ///
    /// # Errors
    /// The ID is empty, longer than 256 characters, or has others than visible ASCII ones.
    pub fn with_trace_id(&self, trace_id: &str) -> Result<Self> {
        Ok(Self {
            session: Arc::new(self.session.with_trace_id(trace_id)?),
            ..self.clone()
        })
    }

    /// A client whose credentials come from this provider; see [`ClientBuilder::provider`]. It shares this one's
    /// connections, its limits to some scopes where it has any, and its
    /// [margin](ClientBuilder::renew_before).
    ///
    /// # Errors
    /// The limits are wrong.
    pub fn with_provider(&self, provider: impl CredentialsProvider + 'static) -> Result<Self> {
        self.with(Source::Provider(Provider::Plain(Arc::new(provider))))
    }

    fn with(&self, source: Source) -> Result<Self> {
        Ok(Self {
            session: Arc::new(self.session.with(source)?),
            driver: Arc::clone(&self.driver),
        })
    }

    /// The credentials by which calls are signed now: those that were given, or that the provider gives, which is
    /// asked where it is to be. `None` where calls go out unsigned.
    ///
    /// # Errors
    /// The provider has none to give.
    pub fn credentials(&self) -> Result<Option<Arc<Credentials>>> {
        self.renew(SystemTime::now())?;
        Ok(self.session.credentials())
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
        if self.awaits_provider() {
            let why = "the provider of credentials has to be awaited, which a blocking client cannot: give it a \
                       `CredentialsProvider`";
            return Err(CredentialsError::new(why).into());
        }
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

    fn renew(&self, now: SystemTime) -> Result<()> {
        if let Some(keeper) = self.session.keeper() {
            wait(
                keeper.identity(|| self.session.server_time(now), None),
                None,
            )
            .transpose()?;
        }
        Ok(())
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.session.show("Client", f)
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
            if let Some(keeper) = self.keeper() {
                self.sign_by(keeper, &mut run)?;
            }
            let (attempt, left) = run.attempt()?;
            let limits = Limits { part, left };
            let outcome = driver.send(attempt, limits);
            match run.judge(outcome) {
                ControlFlow::Break(answer) => return answer,
                ControlFlow::Continue(Some(wait)) => (driver.sleep)(wait),
                ControlFlow::Continue(None) => {}
            }
        }
    }

    /// Has the next attempt signed by what the keeper has, or gets.
    fn sign_by(&self, keeper: &Keeper, run: &mut Run<'_>) -> Result<()> {
        let (left, refused) = (run.time_left()?, run.refused());
        let now = || self.client.session.server_time(SystemTime::now());
        run.present(self, wait(keeper.identity(now, refused.as_ref()), left))
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
