//! The way to a server: straight, or in a tunnel through a proxy, as the blocking client goes it, too.

use std::error::Error as StdError;
use std::future::poll_fn;
use std::io;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::uri::Uri;
use hyper_rustls::{DefaultServerNameResolver, HttpsConnector, MaybeHttpsStream};
use hyper_util::rt::TokioIo;
use rustls::ClientConfig;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::time::timeout;
use tower_service::Service;

use super::socket::{Socket, TcpConnector};
use super::transport::BoxFuture;
use crate::client::proxy::{Proxies, Proxy, target};

type Stream = MaybeHttpsStream<TokioIo<Socket>>;
type Failure = Box<dyn StdError + Send + Sync>;

/// Connects within a limit of time, whatever takes long: the name, TCP, a proxy or TLS.
#[derive(Debug)]
pub(super) struct InTime {
    connector: HttpsConnector<Route>,
    limit: Duration,
    /// Those of the connector, for what is told when time is up.
    proxies: Option<Proxies>,
}

impl InTime {
    pub(super) fn new(
        connector: HttpsConnector<Route>,
        limit: Duration,
        proxies: Option<Proxies>,
    ) -> Self {
        Self {
            connector,
            limit,
            proxies,
        }
    }

    pub(super) async fn connect(&self, to: Uri) -> Result<MaybeHttpsStream<Stream>, Failure> {
        let (host, port) = target(&to);
        let proxy = self.proxies.as_ref().and_then(|p| p.way_to(host, port));
        let late = |_| match proxy {
            Some(proxy) => proxy.too_late().into(),
            None => {
                let why = format!("no connection within {:?}", self.limit);
                Failure::from(io::Error::new(io::ErrorKind::TimedOut, why))
            }
        };
        let mut connector = self.connector.clone();
        let connecting = async {
            poll_fn(|context| connector.poll_ready(context)).await?;
            connector.call(to.clone()).await
        };
        timeout(self.limit, connecting).await.map_err(late)?
    }
}

/// Connects to the server of a URL. TLS with the server comes on top of it.
#[derive(Clone, Debug)]
pub(super) struct Route {
    pub(super) tcp: TcpConnector,
    pub(super) proxies: Option<Proxies>,
    /// For proxies that speak TLS themselves.
    pub(super) tls: Arc<ClientConfig>,
}

impl Service<Uri> for Route {
    type Response = Stream;
    type Error = Failure;
    type Future = BoxFuture<'static, Result<Stream, Failure>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Failure>> {
        self.tcp.poll_ready(context).map_err(Into::into)
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let (host, port) = target(&to);
        let proxy = self.proxies.as_ref().and_then(|p| p.way_to(host, port));
        match proxy.cloned() {
            Some(proxy) => {
                let (tcp, tls) = (self.tcp.clone(), Arc::clone(&self.tls));
                Box::pin(through(proxy, tcp, tls, host.to_owned(), port))
            }
            None => {
                let connecting = self.tcp.call(to);
                Box::pin(async { Ok(connecting.await?.into()) })
            }
        }
    }
}

/// Adds TLS where the URL is one of `https`.
pub(super) fn with_tls<C>(
    connector: C,
    tls: Arc<ClientConfig>,
    https_only: bool,
) -> HttpsConnector<C> {
    let names = Arc::new(DefaultServerNameResolver::default());
    HttpsConnector::new(connector, tls, https_only, names)
}

/// A tunnel through the proxy.
async fn through(
    proxy: Proxy,
    mut tcp: TcpConnector,
    tls: Arc<ClientConfig>,
    host: String,
    port: u16,
) -> Result<Stream, Failure> {
    let address: Uri = proxy.to_string().parse()?;
    let connected: Result<Stream, Failure> = if proxy.is_https {
        with_tls(tcp, tls, true).call(address).await
    } else {
        tcp.call(address).await.map(Into::into).map_err(Into::into)
    };
    let stream = connected.map_err(|e| proxy.no_connection(e))?;
    let mut stream = TokioIo::new(stream);
    let lost = |e| proxy.no_connection(e);
    let request = proxy.request(&host, port);
    stream.write_all(request.as_bytes()).await.map_err(lost)?;
    stream.flush().await.map_err(lost)?;
    let mut input = Vec::with_capacity(1024);
    // A server behind a tunnel says nothing before it is asked.
    while proxy.answer(&input, &host, port)?.is_none() {
        let read = stream.read_buf(&mut input).await.map_err(lost)?;
        if read == 0 {
            return Err(proxy.failure("it closed the connection").into());
        }
    }
    Ok(stream.into_inner())
}

/// The way to whatever server, without a proxy, for tests of those who go it.
#[cfg(test)]
pub(super) fn direct() -> InTime {
    let tls = crate::client::tls::config(&[], false).expect("the built-in authorities");
    let route = Route {
        tcp: TcpConnector(hyper_util::client::legacy::connect::HttpConnector::new()),
        proxies: None,
        tls: Arc::clone(&tls),
    };
    InTime::new(with_tls(route, tls, false), Duration::from_secs(60), None)
}
