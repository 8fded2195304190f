//! The way through a proxy: a tunnel, whatever the scheme. All of it has one time limit, however the
//! proxy's answer drips.

use std::error::Error as StdError;
use std::io;
use std::time::{Duration, Instant};

use http::Uri;
use ureq::unversioned::transport::time::Duration as Limit;
use ureq::unversioned::transport::{
    Buffers, ConnectionDetails, Connector, Either, NextTimeout, Transport,
};
use ureq::{Error, Timeout};

use super::tcp::Tcp;
use super::tls::TlsConnector;
use crate::client::proxy::{Proxy, ProxyError, target};

/// Connects through a proxy, if there is one.
#[derive(Debug)]
pub(super) struct TunnelConnector {
    pub(super) proxy: Option<Proxy>,
    /// For proxies that speak TLS themselves.
    pub(super) tls: TlsConnector,
    /// See [`super::agent`].
    pub(super) silence: Option<Duration>,
}

impl<In: Transport> Connector<In> for TunnelConnector {
    type Out = Either<In, Tunnel>;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        chained: Option<In>,
    ) -> Result<Option<Self::Out>, Error> {
        if let Some(connected) = chained {
            return Ok(Some(Either::A(connected)));
        }
        let Some(proxy) = &self.proxy else {
            return Ok(None);
        };
        let (host, port) = target(details.uri);
        let clock = Clock {
            begin: Instant::now(),
            timeout: details.timeout,
        };
        let mut transport = self
            .to_proxy(proxy, details, &clock)
            .map_err(|e| told(proxy, e))?;
        open(&mut *transport, proxy, (host, port), &clock).map_err(|e| told(proxy, e))?;
        Ok(Some(Either::B(Tunnel(transport))))
    }
}

impl TunnelConnector {
    fn to_proxy(
        &self,
        proxy: &Proxy,
        details: &ConnectionDetails<'_>,
        clock: &Clock,
    ) -> Result<Box<dyn Transport>, Error> {
        let uri: Uri = proxy
            .to_string()
            .parse()
            .map_err(|e: http::uri::InvalidUri| Error::BadUri(e.to_string()))?;
        let details = ConnectionDetails {
            uri: &uri,
            addrs: details.addrs.clone(),
            config: details.config,
            request_level: details.request_level,
            resolver: details.resolver,
            now: details.now,
            timeout: details.timeout,
            current_time: details.current_time.clone(),
            run_connector: details.run_connector.clone(),
            register_shutdown: details.register_shutdown.clone(),
        };
        let tcp = super::connect(&details, clock.begin, self.silence)?;
        let connected: Option<Either<Tcp, _>> = self.tls.connect(&details, Some(tcp))?;
        connected
            .map(|transport| Box::new(transport) as Box<dyn Transport>)
            .ok_or(Error::ConnectionFailed)
    }
}

/// What is left of the time for connecting.
struct Clock {
    begin: Instant,
    timeout: NextTimeout,
}

impl Clock {
    fn left(&self) -> Result<NextTimeout, Error> {
        let after = match self.timeout.after {
            Limit::Exact(limit) => match limit.checked_sub(self.begin.elapsed()) {
                Some(left) if !left.is_zero() => Limit::Exact(left),
                _ => return Err(Error::Timeout(self.timeout.reason)),
            },
            never => never,
        };
        Ok(NextTimeout {
            after,
            ..self.timeout
        })
    }
}

/// Asks for the tunnel, and reads the answer.
fn open(
    transport: &mut dyn Transport,
    proxy: &Proxy,
    (host, port): (&str, u16),
    clock: &Clock,
) -> Result<(), Error> {
    let request = proxy.request(host, port);
    for part in request
        .as_bytes()
        .chunks(transport.buffers().output().len().max(1))
    {
        transport.buffers().output()[..part.len()].copy_from_slice(part);
        transport.transmit_output(part.len(), clock.left()?)?;
    }
    loop {
        let has_come = transport.await_input(clock.left()?)?;
        let input = transport.buffers().input();
        match proxy.answer(input, host, port).map_err(of_proxy)? {
            Some(length) => {
                transport.buffers().input_consume(length);
                return Ok(());
            }
            None if has_come => {}
            None => return Err(of_proxy(proxy.failure("it closed the connection"))),
        }
    }
}

fn of_proxy(error: ProxyError) -> Error {
    Error::Io(io::Error::other(error))
}

/// Names the proxy as what has failed, and not the server behind it. A deadline is the call's.
fn told(proxy: &Proxy, error: Error) -> Error {
    match error {
        Error::Timeout(Timeout::Global) => error,
        Error::Timeout(_) => of_proxy(proxy.too_late()),
        Error::Io(e) if is_of_proxy(&e) => Error::Io(e),
        Error::Io(e) => of_proxy(proxy.no_connection(e)),
        Error::Rustls(e) => of_proxy(proxy.no_connection(e)),
        other => of_proxy(proxy.no_connection(other)),
    }
}

fn is_of_proxy(error: &io::Error) -> bool {
    let inner = error.get_ref();
    inner.is_some_and(<dyn StdError + Send + Sync>::is::<ProxyError>)
}

/// A connection to the server through the proxy. Where the proxy itself speaks TLS, the server's comes
/// on top of it.
#[derive(Debug)]
pub(super) struct Tunnel(Box<dyn Transport>);

impl Transport for Tunnel {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.0.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        self.0.transmit_output(amount, timeout)
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        self.0.await_input(timeout)
    }

    fn is_open(&mut self) -> bool {
        self.0.is_open()
    }

    fn is_tls(&self) -> bool {
        false
    }
}
