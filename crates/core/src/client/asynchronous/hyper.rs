//! The transport that comes with the library: hyper on tokio, TLS by rustls.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::iter;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, HeaderValue};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper_util::client::legacy::connect::HttpConnector;
use tokio::runtime::Handle;
use tokio::time::timeout;

use super::content;
use super::pool::Unanswered;
use super::pools::{Pools, Sent};
use super::route::{InTime, Route, with_tls};
use super::socket::TcpConnector;
use super::transport::{BoxFuture, Transport};
use crate::answer::error::{Result, TransportFailure};
use crate::answer::response::Response;
use crate::client::proxy::{self, ProxyError};
use crate::client::settings::{HttpSettings, MAX_HEADERS};
use crate::client::tls;
use crate::client::transfer::{Transfer, TransferSource, TransferStream};
use crate::exchange::Attempt;

/// Up to so many compressed bytes are decompressed where the call is made. They cannot become more than
/// about a thousand times as many, which takes a few milliseconds; more go to a thread for such work.
const SMALL: usize = 8 * 1024;

/// hyper on tokio, TLS by rustls. Calls must be made within a tokio
/// runtime with time and I/O enabled, and may be made on several: each has connections of its own,
/// which end with it.
///
/// It goes through the proxy that the environment names; see
/// [`ClientBuilder::agent`](crate::ClientBuilder::agent). To have it in a [`Transport`] of yours, hand
/// on [`configure`](Transport::configure), without which it sends nothing. Clones share connections.
#[cfg(feature = "async")]
#[derive(Clone, Default)]
pub struct HyperTransport {
    stack: Option<Arc<Stack>>,
}

/// The transport, once it is configured.
struct Stack {
    pools: Pools,
    settings: HttpSettings,
    /// For content over https where the root URL is one of http, made when it is first needed.
    secure: OnceLock<Pools>,
    user_agent: HeaderValue,
    max_answer: u64,
}

impl Stack {
    fn new(settings: &HttpSettings) -> Result<Self> {
        Ok(Self {
            pools: Self::pools(settings, settings.https_only)?,
            settings: settings.clone(),
            secure: OnceLock::new(),
            user_agent: settings.user_agent_header()?,
            max_answer: settings.max_answer,
        })
    }

    /// Connections over http, or over https alone.
    fn pools(settings: &HttpSettings, https_only: bool) -> Result<Pools> {
        let proxies = proxy::from_env(https_only)?;
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        // Each address of a name has its share of the limit.
        tcp.set_connect_timeout(Some(settings.connect_timeout));
        let tls = tls::config(&settings.certificates, https_only || proxies.is_some())?;
        let route = Route {
            tcp: TcpConnector(tcp),
            proxies: proxies.clone(),
            tls: Arc::clone(&tls),
        };
        let connector = with_tls(route, tls, https_only);
        let in_time = InTime::new(connector, settings.connect_timeout, proxies);
        Ok(Pools::new(in_time))
    }

    /// The connections that lead to where content is.
    fn pools_to(&self, transfer: &Transfer) -> Result<&Pools, TransportFailure> {
        if transfer.is_https() == self.settings.https_only {
            return Ok(&self.pools);
        }
        if self.settings.https_only {
            let why = "the root URL is one of https, and this content is not";
            return Err(TransportFailure::lasting(why).before_sending());
        }
        if let Some(pools) = self.secure.get() {
            return Ok(pools);
        }
        let pools = Self::pools(&self.settings, true);
        let pools = pools.map_err(|e| TransportFailure::lasting(e.to_string()))?;
        Ok(self.secure.get_or_init(|| pools))
    }

    async fn exchange(
        &self,
        runtime: &Handle,
        attempt: Attempt<'_>,
        limit: Duration,
    ) -> Result<Response, TransportFailure> {
        let request = self.request(attempt).map_err(TransportFailure::new)?;
        let pool = self.pools.of(runtime);
        // On the heap: it is large, and what it is a part of is moved several times.
        let asking = Box::pin(pool.request(request));
        let answer = within(limit, asking).await?;
        let answer = answer.map_err(|e| unanswered(e, self.settings.connect_timeout))?;
        let (parts, body) = answer.0.into_parts();
        let max = usize::try_from(self.max_answer).unwrap_or(usize::MAX);
        let body = within(limit, Limited::new(body, max).collect()).await?;
        let body = body
            .map_err(|e| match e.is::<LengthLimitError>() {
                true => TransportFailure::too_large(self.max_answer),
                false => failure(e, None),
            })?
            .to_bytes();
        pool.park(answer.1).await;
        let is_small = body.len() <= SMALL || !parts.headers.contains_key(CONTENT_ENCODING);
        let max = self.max_answer;
        let read = move || {
            let status = parts.status.as_u16();
            Response::received(status, parts.headers, body.into(), max)
        };
        if is_small {
            return read();
        }
        let reading = runtime.spawn_blocking(read);
        reading.await.map_err(TransportFailure::new)?
    }

    fn request(&self, attempt: Attempt<'_>) -> http::Result<http::Request<Sent>> {
        let body = Bytes::copy_from_slice(attempt.body().unwrap_or_default());
        let request = attempt.into_head(Some(&self.user_agent))?;
        Ok(request.map(|()| Sent::Left(Full::new(body))))
    }
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperTransport").finish_non_exhaustive()
    }
}

impl Transport for HyperTransport {
    fn configure(&mut self, settings: &HttpSettings) -> Result<()> {
        self.stack = Some(Arc::new(Stack::new(settings)?));
        Ok(())
    }

    fn send<'a>(
        &'a self,
        attempt: Attempt<'a>,
        limit: Duration,
        time_left: Option<Duration>,
    ) -> BoxFuture<'a, Result<Response, TransportFailure>> {
        let Some(stack) = &self.stack else {
            return Box::pin(async { Err(unconfigured()) });
        };
        // Limits need the clock of a runtime, which is asked for before they begin.
        let exchange = async move {
            let runtime = Handle::try_current().map_err(|_| outside())?;
            let exchange = stack.exchange(&runtime, attempt, limit);
            match time_left {
                Some(time_left) => within(time_left, exchange).await?,
                None => exchange.await,
            }
        };
        Box::pin(exchange)
    }

    fn transfer<'a>(
        &'a self,
        transfer: &'a Transfer,
        body: Option<TransferSource>,
        limit: Duration,
        time_left: Option<Duration>,
    ) -> BoxFuture<'a, Result<(Response, TransferStream), TransportFailure>> {
        let Some(stack) = &self.stack else {
            return Box::pin(async { Err(unconfigured()) });
        };
        Box::pin(async move {
            let runtime = Handle::try_current().map_err(|_| outside())?;
            let limits = content::Limits::new(limit, time_left);
            let pool = stack.pools_to(transfer)?.of(&runtime);
            let head = transfer.head(Some(&stack.user_agent));
            let head = head.map_err(TransportFailure::new)?;
            let connecting = stack.settings.connect_timeout;
            content::transfer(&pool, head, body, limits, connecting).await
        })
    }

    fn sleep(&self, wait: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(wait))
    }
}

fn unconfigured() -> TransportFailure {
    let why = "a `HyperTransport` is not configured: a transport that wraps it must hand on \
               `Transport::configure`";
    TransportFailure::lasting(why).before_sending()
}

fn outside() -> TransportFailure {
    let why = "there is no tokio runtime here: make calls of an `AsyncClient` within one, as in a \
               function with `#[tokio::main]` or in `Runtime::block_on`, or use `Client`";
    TransportFailure::lasting(why).before_sending()
}

pub(super) async fn within<F: Future>(
    limit: Duration,
    future: F,
) -> Result<F::Output, TransportFailure> {
    let late = |_| TransportFailure::late("the answer", Some(limit));
    timeout(limit, future).await.map_err(late)
}

/// The failure of a request that brought no answer, where connecting has this limit.
pub(super) fn unanswered(why: Unanswered, connecting: Duration) -> TransportFailure {
    let lasting = |error: &(dyn StdError + 'static), in_handshake| {
        tls::cause(error).and_then(|e| tls::lasting(e, in_handshake))
    };
    match why {
        Unanswered::Unconnected(e) => {
            lasting(&*e, true).unwrap_or_else(|| failure(e, Some(connecting)).before_sending())
        }
        Unanswered::Unsent(e) => failure(e, None).before_sending(),
        Unanswered::Broken(e) => lasting(&e, false).unwrap_or_else(|| failure(e, None)),
    }
}

/// hyper's own words say in which step it failed, and those of the causes say why. While it connects,
/// there is a limit on that.
pub(super) fn failure(
    error: impl Into<Box<dyn StdError + Send + Sync>>,
    connecting: Option<Duration>,
) -> TransportFailure {
    let error = WithCauses(error.into());
    if let Some(error) = error
        .causes()
        .find_map(|cause| cause.downcast_ref::<ProxyError>())
    {
        return error.to_failure();
    }
    if error.causes().any(is_timeout) {
        match connecting {
            Some(_) => TransportFailure::late("connecting", connecting),
            None => TransportFailure::timeout(error),
        }
    } else if error.causes().any(is_large_head) {
        TransportFailure::head_too_large(MAX_HEADERS)
    } else if error.causes().any(is_cut) {
        TransportFailure::cut()
    } else if error.causes().any(is_not_http) {
        TransportFailure::not_http()
    } else {
        TransportFailure::new(error)
    }
}

/// hyper tells by a method only if it is built as a server.
fn is_large_head(cause: &(dyn StdError + 'static)) -> bool {
    cause.to_string() == "message head is too large"
}

fn is_cut(cause: &(dyn StdError + 'static)) -> bool {
    let of_hyper = cause.downcast_ref();
    let of_io: Option<&io::Error> = cause.downcast_ref();
    of_hyper.is_some_and(hyper::Error::is_incomplete_message)
        || of_io.is_some_and(|e| e.kind() == io::ErrorKind::UnexpectedEof)
}

fn is_not_http(cause: &(dyn StdError + 'static)) -> bool {
    cause.downcast_ref().is_some_and(hyper::Error::is_parse)
}

fn is_timeout(cause: &(dyn StdError + 'static)) -> bool {
    let io: Option<&io::Error> = cause.downcast_ref();
    io.is_some_and(|e| e.kind() == io::ErrorKind::TimedOut)
}

#[derive(Debug)]
struct WithCauses(Box<dyn StdError + Send + Sync>);

impl WithCauses {
    /// The error itself, and what it was caused by.
    fn causes(&self) -> impl Iterator<Item = &(dyn StdError + 'static)> {
        let first: &(dyn StdError + 'static) = &*self.0;
        iter::successors(Some(first), |&cause| cause.source())
    }
}

impl fmt::Display for WithCauses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)?;
        let mut causes = self.causes().skip(1);
        causes.try_for_each(|cause| write!(f, ": {cause}"))
    }
}

impl StdError for WithCauses {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source()
    }
}
