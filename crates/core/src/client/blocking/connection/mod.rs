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
//! This is the only room that uses `ureq::unversioned`, which may change with each minor version:
//! hence the pinned version in the workspace's `Cargo.toml`. Nothing relies on it for more than
//! speed. `config.new_agent()` in place of [`agent`] is all that a change could make necessary, and
//! the tests of connections hold for such an agent too.

mod limit;
mod tcp;
mod tls;
mod tunnel;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use http::Uri;
use rustls::ClientConfig;
use ureq::Agent;
use ureq::Error;
use ureq::config::Config;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{ConnectionDetails, Connector, Either, NextTimeout, Transport};

use tcp::{Sizes, Tcp};
use tls::TlsConnector;
use tunnel::TunnelConnector;

use crate::client::proxy::Proxies;

/// An agent that connects as this module says.
///
/// Where `silence` is given, a read or a write that waits for longer fails, whatever other limits say.
pub(crate) fn agent(
    config: Config,
    proxies: Option<Proxies>,
    tls: Arc<ClientConfig>,
    silence: Option<Duration>,
) -> Agent {
    let tls = TlsConnector(tls);
    let tunnel = TunnelConnector {
        proxies,
        tls: tls.clone(),
        silence,
    };
    let tcp = TcpConnector { silence };
    let connector = ().chain(tunnel).chain(tcp).chain(tls);
    Agent::with_parts(config, connector, NotYet)
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
