//! The asynchronous client: the same calls, sent without blocking a thread.
//!
//! Endpoint, signature, judgement, limits and errors are those of the blocking client; only what
//! drives an [`Exchange`](crate::exchange::Exchange) is different. The HTTP stack is a
//! [`Transport`], by default [`HyperTransport`] on tokio.
//!
//! Each item names its feature although the module has it: documentation of crates that re-export an
//! item tells only what the item says itself.

mod content;
mod hyper;
mod pool;
mod pools;
mod route;
mod socket;
mod stream;
pub(super) mod transport;

use std::fmt;
use std::ops::ControlFlow;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use futures_util::future::{Either, select};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::answer::error::{Result, TransportFailure};
use crate::answer::response::Response;
use crate::call::Call;
use crate::client::builder::ClientBuilder;
use crate::client::run::Run;
use crate::client::settings::LONGEST;
use crate::client::transfer::{Transfer, TransferSource, TransferStream};
use crate::client::wait::wait;
use crate::exchange::keeper::{Keeper, Provider};
use crate::exchange::session::{ApiClient, Session, Source};
use crate::identity::credentials::Credentials;
use crate::identity::provider::{AsyncCredentialsProvider, CredentialsProvider};
use crate::request::Request;

pub use hyper::HyperTransport;
pub use transport::{BoxFuture, Transport};

/// An asynchronous client of one deployment.
///
/// It has the methods of [`Client`](crate::Client), and the services take it in its place. Cheap
/// to clone; clones share connections, and any number of calls may be in flight at once.
///
/// ```no_run
/// # async fn example() -> taskcluster_core::Result<()> {
/// use taskcluster_core::{AsyncClient, Method, Request};
///
/// let client = AsyncClient::from_env()?;
/// let request = Request::new(Method::Get, "queue", "v1").path(["ping"]);
/// let answer: serde_json::Value = client.call(request).send().await?;
/// # Ok(())
/// # }
/// ```
#[cfg(feature = "async")]
#[derive(Clone)]
pub struct AsyncClient {
    session: Arc<Session>,
    transport: Arc<dyn Transport>,
    timeout: Duration,
}

impl AsyncClient {
    /// A client for the deployment and the caller that the environment names; see
    /// [`Options::from_env`](crate::Options::from_env).
    ///
    /// # Errors
    /// A variable is missing, or wrong; the error says which.
    pub fn from_env() -> Result<Self> {
        ClientBuilder::from_env()?.build_async()
    }

    /// Begins a client for a deployment; finish with [`ClientBuilder::build_async`].
    pub fn builder(root_url: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(root_url)
    }

    pub(crate) fn new(session: Session, transport: Arc<dyn Transport>, timeout: Duration) -> Self {
        Self {
            session: Arc::new(session),
            transport,
            timeout,
        }
    }

    /// A client with other credentials that shares this one's connections, and its limits to some
    /// scopes where it has any.
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

    /// [`with_provider`](Self::with_provider) for one that has to wait; see [`ClientBuilder::async_provider`].
    ///
    /// # Errors
    /// The limits are wrong.
    pub fn with_async_provider(
        &self,
        provider: impl AsyncCredentialsProvider + 'static,
    ) -> Result<Self> {
        self.with(Source::Provider(Provider::Async(Arc::new(provider))))
    }

    fn with(&self, source: Source) -> Result<Self> {
        Ok(Self {
            session: Arc::new(self.session.with(source)?),
            transport: Arc::clone(&self.transport),
            timeout: self.timeout,
        })
    }

    /// The credentials by which calls are signed now: those that were given, or that the provider gives, which is
    /// asked where it is to be. `None` where calls go out unsigned.
    ///
    /// # Errors
    /// The provider has none to give.
    pub async fn credentials(&self) -> Result<Option<Arc<Credentials>>> {
        if let Some(keeper) = self.session.keeper() {
            keeper
                .identity(|| self.session.server_time(SystemTime::now()), None)
                .await?;
        }
        Ok(self.session.credentials())
    }

    /// Sends a request to where an answer leads, once: an answer of any status is one. `body` has as many
    /// bytes as the request says.
    ///
    /// # Errors
    /// No answer came. `time_left` limits all of it, the reading of the body too.
    #[doc(hidden)]
    pub async fn transfer(
        &self,
        transfer: &Transfer,
        body: Option<TransferSource>,
        time_left: Option<Duration>,
    ) -> Result<(Response, TransferStream), TransportFailure> {
        self.transport
            .transfer(transfer, body, self.timeout, time_left)
            .await
    }

    /// Waits as between two attempts of a call.
    #[doc(hidden)]
    pub async fn pause(&self, wait: Duration) {
        self.transport.sleep(wait).await;
    }

    /// A call of a method that no crate knows. The service crates have the others.
    pub fn call<T: DeserializeOwned>(&self, request: Request) -> Call<Self, T> {
        Call::of_request(self, request)
    }
}

impl ClientBuilder {
    /// Builds an asynchronous client. Nothing is sent.
    ///
    /// # Errors
    /// The root URL, the credentials, the authorized scopes, the user agent, a time limit or the
    /// environment's proxy are wrong, certificates or a variable that names them, or the transport
    /// cannot keep a setting.
    #[cfg(feature = "async")]
    pub fn build_async(mut self) -> Result<AsyncClient> {
        let session = self.session()?;
        let own = || Box::new(HyperTransport::default());
        let mut transport = self.transport.unwrap_or_else(|| own());
        transport.configure(&self.http)?;
        Ok(AsyncClient::new(
            session,
            transport.into(),
            self.http.timeout,
        ))
    }
}

impl ApiClient for AsyncClient {
    fn session(&self) -> &Session {
        &self.session
    }

    /// Asks no provider that has to be awaited: what it gave last is used.
    fn renew(&self, now: SystemTime) -> Result<()> {
        let keeper = self.session.keeper();
        if let Some(keeper) = keeper.filter(|keeper| keeper.provider().is_plain()) {
            wait(
                keeper.identity(|| self.session.server_time(now), None),
                None,
            )
            .transpose()?;
        }
        Ok(())
    }
}

impl fmt::Debug for AsyncClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.session.show("AsyncClient", f)
    }
}

#[cfg(feature = "async")]
impl<T> Call<AsyncClient, T> {
    /// Sends the call; the typed answer comes when it is awaited.
    ///
    /// # Errors
    /// See [`Error`](crate::Error): its five kinds tell a refusal by the server from a failure on
    /// the way, and from a request that could not be built.
    pub async fn send(self) -> Result<T> {
        self.fetch().await
    }

    /// Sends the call and reads the answer as a type of your own.
    ///
    /// # Errors
    /// See [`send`](Self::send).
    pub async fn send_as<U: DeserializeOwned>(self) -> Result<U> {
        self.expecting().send().await
    }

    /// Sends the call and reads the answer as a JSON value; `null` where there is no body.
    ///
    /// # Errors
    /// See [`send`](Self::send).
    pub async fn raw(self) -> Result<Value> {
        self.send_as().await
    }

    /// Sends the call and returns the whole answer: status, headers, bytes.
    ///
    /// # Errors
    /// See [`send`](Self::send): an answer that is not a success is an error here too.
    pub async fn response(self) -> Result<Response> {
        Ok(self.run().await?.0)
    }

    async fn fetch(&self) -> Result<T> {
        let (response, attempts) = self.run().await?;
        self.decode(response, attempts)
    }

    async fn run(&self) -> Result<(Response, u32)> {
        let mut run = Run::of(self.exchange()?);
        let AsyncClient {
            transport, timeout, ..
        } = &self.client;
        let limit = self.time_limit().unwrap_or(*timeout).min(LONGEST);
        loop {
            if let Some(keeper) = self.keeper() {
                self.sign_by(keeper, &mut run).await?;
            }
            let (attempt, time_left) = run.attempt()?;
            let outcome = transport.send(attempt, limit, time_left).await;
            match run.judge(outcome) {
                ControlFlow::Break(answer) => return answer,
                ControlFlow::Continue(Some(wait)) => transport.sleep(wait).await,
                ControlFlow::Continue(None) => {}
            }
        }
    }

    /// Has the next attempt signed by what the keeper has, or gets.
    async fn sign_by(&self, keeper: &Keeper, run: &mut Run<'_>) -> Result<()> {
        let (left, refused) = (run.time_left()?, run.refused());
        let now = || self.client.session.server_time(SystemTime::now());
        let kept = pin!(keeper.identity(now, refused.as_ref()));
        let kept = match left {
            None => Some(kept.await),
            Some(left) => match select(kept, self.client.transport.sleep(left)).await {
                Either::Left((kept, _)) => Some(kept),
                Either::Right(_) => None,
            },
        };
        run.present(self, kept)
    }
}

/// A call is sent when it is awaited, as by [`send`](Call::send).
#[cfg(feature = "async")]
impl<T: 'static> IntoFuture for Call<AsyncClient, T> {
    type Output = Result<T>;
    type IntoFuture = BoxFuture<'static, Result<T>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}
