//! The transport that comes with the library: hyper on tokio, TLS by rustls.

use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::iter;
use std::time::Duration;

use bytes::Bytes;
use http::header::{self, HeaderValue};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper_rustls::HttpsConnectorBuilder;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::time::timeout;

use super::route::{InTime, Route};
use super::transport::{BoxFuture, Transport};
use crate::answer::error::{Result, TransportFailure};
use crate::answer::response::Response;
use crate::client::proxy::{Proxies, ProxyError};
use crate::client::settings::HttpSettings;
use crate::exchange::Attempt;

/// hyper on tokio, TLS by rustls with the roots that Mozilla trusts. Must be used within a tokio
/// runtime with time and I/O enabled.
#[cfg(feature = "async")]
#[derive(Clone, Debug)]
pub struct HyperTransport {
    client: Client<InTime, Full<Bytes>>,
    user_agent: String,
    max_answer: u64,
}

impl HyperTransport {
    pub(crate) fn new(settings: &HttpSettings, https_only: bool, proxies: Option<Proxies>) -> Self {
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        // Each address of a name has its share of the limit.
        tcp.set_connect_timeout(Some(settings.connect_timeout));
        let schemes = HttpsConnectorBuilder::new().with_webpki_roots();
        let schemes = if https_only {
            schemes.https_only()
        } else {
            schemes.https_or_http()
        };
        let in_time = InTime {
            connector: schemes.enable_http1().wrap_connector(Route {
                tcp,
                proxies: proxies.clone(),
            }),
            limit: settings.connect_timeout,
            proxies,
        };
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            // Below the time after which servers and proxies commonly close idle connections.
            .pool_idle_timeout(Duration::from_secs(15))
            .build(in_time);
        Self {
            client,
            user_agent: settings.user_agent.clone(),
            max_answer: settings.max_answer,
        }
    }

    async fn exchange(
        &self,
        attempt: Attempt<'_>,
        limit: Duration,
    ) -> Result<Response, TransportFailure> {
        let request = self.request(attempt).map_err(TransportFailure::new)?;
        let answer = within(limit, self.client.request(request)).await?;
        let (parts, body) = answer.map_err(unsent)?.into_parts();
        let max = usize::try_from(self.max_answer).unwrap_or(usize::MAX);
        let body = within(limit, Limited::new(body, max).collect()).await?;
        let body = body
            .map_err(|e| match e.is::<LengthLimitError>() {
                true => TransportFailure::too_large(self.max_answer),
                false => failure(e),
            })?
            .to_bytes();
        let status = parts.status.as_u16();
        Response::received(status, parts.headers, body.into(), self.max_answer)
    }

    fn request(&self, attempt: Attempt<'_>) -> http::Result<http::Request<Full<Bytes>>> {
        let body = attempt.body();
        let mut request = attempt.into_head()?;
        let headers = request.headers_mut();
        headers.insert(header::USER_AGENT, self.user_agent.parse()?);
        headers.insert(header::ACCEPT, HeaderValue::from_static("*/*"));
        // hyper says nothing of the length of a body that is empty.
        if body.is_some_and(<[u8]>::is_empty) {
            headers.insert(header::CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        let body = Bytes::copy_from_slice(body.unwrap_or_default());
        Ok(request.map(|()| Full::new(body)))
    }
}

impl Default for HyperTransport {
    /// With the settings that a [`ClientBuilder`](crate::ClientBuilder) has at first, and without a
    /// proxy.
    fn default() -> Self {
        Self::new(&HttpSettings::default(), false, None)
    }
}

impl Transport for HyperTransport {
    fn send<'a>(
        &'a self,
        attempt: Attempt<'a>,
        limit: Duration,
        time_left: Option<Duration>,
    ) -> BoxFuture<'a, Result<Response, TransportFailure>> {
        let exchange = self.exchange(attempt, limit);
        match time_left {
            Some(time_left) => Box::pin(async move { within(time_left, exchange).await? }),
            None => Box::pin(exchange),
        }
    }

    fn sleep(&self, wait: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(wait))
    }
}

async fn within<F: Future>(limit: Duration, future: F) -> Result<F::Output, TransportFailure> {
    let late = |_| TransportFailure::timeout(format!("it took longer than {limit:.1?}"));
    timeout(limit, future).await.map_err(late)
}

/// The failure of a request that brought no answer.
fn unsent(error: hyper_util::client::legacy::Error) -> TransportFailure {
    let before_sending = error.is_connect();
    let failure = failure(error);
    if before_sending {
        failure.before_sending()
    } else {
        failure
    }
}

/// hyper's own words say in which step it failed, and those of the causes say why.
fn failure(error: impl Into<Box<dyn StdError + Send + Sync>>) -> TransportFailure {
    let error = WithCauses(error.into());
    if let Some(error) = error
        .causes()
        .find_map(|cause| cause.downcast_ref::<ProxyError>())
    {
        return error.to_failure();
    }
    if error.causes().any(is_timeout) {
        TransportFailure::timeout(error)
    } else {
        TransportFailure::new(error)
    }
}

fn is_timeout(cause: &(dyn StdError + 'static)) -> bool {
    let io: Option<&io::Error> = cause.downcast_ref();
    io.is_some_and(|e| e.kind() == io::ErrorKind::TimedOut)
}

#[derive(Debug)]
struct WithCauses(Box<dyn StdError + Send + Sync>);

impl WithCauses {
    fn causes(&self) -> impl Iterator<Item = &(dyn StdError + 'static)> {
        iter::successors(self.0.source(), |&cause| cause.source())
    }
}

impl fmt::Display for WithCauses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)?;
        self.causes().try_for_each(|cause| write!(f, ": {cause}"))
    }
}

impl StdError for WithCauses {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source()
    }
}
