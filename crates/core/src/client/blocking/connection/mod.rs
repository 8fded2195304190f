//! How the blocking client connects: TLS over a TCP connection or a tunnel, all of our own, with less to
//! do for each call than in ureq's way.
//!
//! Left to itself, ureq resolves the host's name before each call, also for a connection that it
//! has; writes head and body of a request one after the other; tells the kernel a new timeout for
//! nearly each read; and tests a connection both when it is put back and when it is taken again.
//! Here
//!
//! * a name is resolved when a connection is made, and not before: then each new connection sees
//!   what the name stands for at that moment, and there is no memory that could be out of date;
//! * all that is written before something is read goes out at once;
//! * long timeouts are whole seconds, so that they seldom change;
//! * a connection is tested when it is taken, which is when it matters.
//!
//! Beside ureq's own connections, on one core of November 2026: a small GET takes 0.85 of the CPU time,
//! a POST of 1 KB 0.74, and 0.68 of the time until its answer is there.
//!
//! This is the only room that uses `ureq::unversioned`, which may change with each minor version: the
//! feature pins the version. Nothing relies on it for more than speed:
//! without the feature `fast-connections` the room `plain` is in its place, and the same tests hold.

mod limit;
mod socket;
mod tcp;
mod tls;
mod tunnel;

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use http::Uri;
use rustls::ClientConfig;
use ureq::config::{Config, ConfigBuilder};
use ureq::typestate::AgentScope;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{ConnectionDetails, Connector, Either, NextTimeout, Transport};
use ureq::{Agent, BodyReader, Error};

use tcp::{Sizes, Tcp};
use tls::TlsConnector;
use tunnel::TunnelConnector;

use crate::answer::error::RequestError;
use crate::client::proxy::Proxy;
pub(super) use crate::client::tls::config as trust;

/// Whom TLS trusts.
pub(super) type Trust = Arc<ClientConfig>;

/// What a way leads through.
pub(super) type Through = Proxy;

pub(super) fn through(proxy: &Proxy) -> Result<Through, RequestError> {
    Ok(proxy.clone())
}

/// An agent that connects as this module says.
///
/// Where `silence` is given, a read or a write that waits for longer fails, whatever other limits say.
pub(super) fn agent(
    settings: ConfigBuilder<AgentScope>,
    through: Option<&Through>,
    trust: &Trust,
    silence: Option<Duration>,
) -> Agent {
    let tls = TlsConnector(Arc::clone(trust));
    let tunnel = TunnelConnector {
        proxy: through.cloned(),
        tls: tls.clone(),
        silence,
    };
    let tcp = TcpConnector { silence };
    let connector = ().chain(tunnel).chain(tcp).chain(tls);
    Agent::with_parts(settings.build(), connector, NotYet)
}

/// A failure on the way through a proxy, which has been told where it happened.
pub(super) fn told(_: &Proxy, _: (&str, u16), error: Error) -> Error {
    error
}

/// How long a body of so many bytes may take to be sent: as long as it moves, which the connection sees to.
pub(super) fn time_to_send(_: u64, _: Duration) -> Option<Duration> {
    None
}

/// A body as it comes in; the connection sees to silence.
pub(super) fn content(body: BodyReader<'static>, _: Duration) -> Box<dyn io::Read + Send> {
    Box::new(body)
}

/// Leaves the name to [`TcpConnector`].
#[derive(Debug)]
struct NotYet;

impl Resolver for NotYet {
    fn resolve(&self, _: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        // ureq wants one address at least.
        let mut addresses = self.empty();
        addresses.push(SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0)));
        Ok(addresses)
    }
}

/// Resolves the name and connects, unless there is a connection through a proxy.
#[derive(Debug)]
struct TcpConnector {
    silence: Option<Duration>,
}

impl<In: Transport> Connector<In> for TcpConnector {
    type Out = Either<In, Tcp>;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        chained: Option<In>,
    ) -> Result<Option<Self::Out>, Error> {
        if let Some(connected) = chained {
            return Ok(Some(Either::A(connected)));
        }
        let tcp = connect(details, Instant::now(), self.silence)?;
        Ok(Some(Either::B(tcp)))
    }
}

/// Resolves the name and connects, in the time for it since `begin`.
fn connect(
    details: &ConnectionDetails<'_>,
    begin: Instant,
    silence: Option<Duration>,
) -> Result<Tcp, Error> {
    let sizes = Sizes {
        input: details.config.input_buffer_size(),
        output: details.config.output_buffer_size(),
    };
    let tcp = Tcp::connect(&resolve(details)?, begin, details.timeout, sizes)?;
    Ok(tcp.with_silence(silence))
}

fn resolve(details: &ConnectionDetails<'_>) -> Result<ResolvedSocketAddrs, Error> {
    let host = details.uri.host().unwrap_or_default();
    let is_address = host.starts_with('[') || host.parse::<IpAddr>().is_ok();
    // Within a time limit a name is resolved in a thread of its own, which an address needs not.
    let limit = if is_address {
        NextTimeout::default()
    } else {
        details.timeout
    };
    DefaultResolver::default().resolve(details.uri, details.config, limit)
}

/// A time limit, for the tests of this room.
#[cfg(test)]
fn within(time: Duration) -> NextTimeout {
    NextTimeout {
        after: time.into(),
        ..NextTimeout::default()
    }
}
