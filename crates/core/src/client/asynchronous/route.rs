//! The way to a server: straight, or in a tunnel through a proxy, as ureq goes it too.

use std::error::Error as StdError;
use std::io;
use std::task::{Context, Poll};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderValue;
use http::uri::{Scheme, Uri};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder, MaybeHttpsStream};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tower_service::Service;
use ureq::{Proxy, ProxyProtocol};

use super::transport::BoxFuture;

type Stream = MaybeHttpsStream<TokioIo<TcpStream>>;
type Failure = Box<dyn StdError + Send + Sync>;

/// Connects within a limit of time, whatever takes long: the name, TCP, a proxy or TLS.
#[derive(Clone, Debug)]
pub(super) struct InTime {
    pub(super) connector: HttpsConnector<Route>,
    pub(super) limit: Duration,
}

impl Service<Uri> for InTime {
    type Response = MaybeHttpsStream<Stream>;
    type Error = Failure;
    type Future = BoxFuture<'static, Result<Self::Response, Failure>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Failure>> {
        self.connector.poll_ready(context)
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let (limit, connecting) = (self.limit, self.connector.call(to));
        Box::pin(async move {
            let late = |_| {
                let why = format!("no connection within {limit:?}");
                io::Error::new(io::ErrorKind::TimedOut, why)
            };
            timeout(limit, connecting).await.map_err(late)?
        })
    }
}

/// Connects to the server of a URL. TLS with the server comes on top of it.
#[derive(Clone, Debug)]
pub(super) struct Route {
    pub(super) tcp: HttpConnector,
    pub(super) proxy: Option<Proxy>,
}

impl Service<Uri> for Route {
    type Response = Stream;
    type Error = Failure;
    type Future = BoxFuture<'static, Result<Stream, Failure>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Failure>> {
        self.tcp.poll_ready(context).map_err(Into::into)
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        match self.proxy.clone().filter(|proxy| !proxy.is_no_proxy(&to)) {
            Some(proxy) => Box::pin(through(proxy, self.tcp.clone(), to)),
            None => {
                let connecting = self.tcp.call(to);
                Box::pin(async { Ok(connecting.await?.into()) })
            }
        }
    }
}

/// A tunnel through the proxy.
async fn through(proxy: Proxy, tcp: HttpConnector, to: Uri) -> Result<Stream, Failure> {
    let is_https = to.scheme() == Some(&Scheme::HTTPS);
    let port = to.port_u16().unwrap_or(if is_https { 443 } else { 80 });
    let to = address(Scheme::HTTP, to.host().unwrap_or_default(), port)?;
    if proxy.protocol() == ProxyProtocol::Https {
        let schemes = HttpsConnectorBuilder::new().with_webpki_roots();
        let tls = schemes.https_only().enable_http1().wrap_connector(tcp);
        let tunnel = Tunnel::new(address(Scheme::HTTPS, proxy.host(), proxy.port())?, tls);
        return Ok(authorized(tunnel, &proxy)?.call(to).await?);
    }
    let tunnel = Tunnel::new(address(Scheme::HTTP, proxy.host(), proxy.port())?, tcp);
    Ok(authorized(tunnel, &proxy)?.call(to).await?.into())
}

fn address(scheme: Scheme, host: &str, port: u16) -> http::Result<Uri> {
    let address = Uri::builder().scheme(scheme).path_and_query("/");
    address.authority(format!("{host}:{port}")).build()
}

fn authorized<C>(tunnel: Tunnel<C>, proxy: &Proxy) -> http::Result<Tunnel<C>> {
    let (user, password) = (proxy.username(), proxy.password());
    if user.is_none() && password.is_none() {
        return Ok(tunnel);
    }
    let [user, password] = [user, password].map(Option::unwrap_or_default);
    let basic = STANDARD.encode(format!("{user}:{password}"));
    Ok(tunnel.with_auth(HeaderValue::try_from(format!("Basic {basic}"))?))
}
