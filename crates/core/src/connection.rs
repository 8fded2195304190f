//! How the blocking client connects: ureq's own TCP and TLS, with less to do for each call.
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
//! This is the only room that uses `ureq::unversioned`, which may change with each minor version:
//! hence the pinned version in the workspace's `Cargo.toml`. Nothing relies on it for more than
//! speed. `config.new_agent()` in place of [`agent`] is all that a change could make necessary, and
//! the tests of connections hold for such an agent too.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use http::Uri;
use ureq::Agent;
use ureq::Error;
use ureq::config::Config;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::time::Duration as Limit;
use ureq::unversioned::transport::{
    Buffers, ConnectProxyConnector, ConnectionDetails, Connector, Either, NextTimeout,
    RustlsConnector, TcpConnector, Transport,
};

/// An agent that connects as this module says.
pub(crate) fn agent(config: Config) -> Agent {
    let connector =
        ().chain(ConnectProxyConnector::default())
            .chain(TcpWhenNeeded(TcpConnector::default()))
            .chain(RustlsConnector::default());
    Agent::with_parts(config, connector, NotYet)
}

/// Leaves the name to [`TcpWhenNeeded`].
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
struct TcpWhenNeeded(TcpConnector);

impl<In: Transport> Connector<In> for TcpWhenNeeded {
    type Out = Either<In, Steady<<TcpConnector as Connector>::Out>>;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        chained: Option<In>,
    ) -> Result<Option<Self::Out>, Error> {
        if let Some(connected) = chained {
            return Ok(Some(Either::A(connected)));
        }
        let details = ConnectionDetails {
            uri: details.uri,
            addrs: resolve(details)?,
            config: details.config,
            request_level: details.request_level,
            resolver: details.resolver,
            now: details.now,
            timeout: details.timeout,
            current_time: details.current_time.clone(),
            run_connector: details.run_connector.clone(),
            register_shutdown: details.register_shutdown.clone(),
        };
        let connected = self.0.connect(&details, None)?;
        Ok(connected.map(|tcp| Either::B(Steady::new(tcp))))
    }
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

/// A connection that writes late and seldom changes its timeouts.
struct Steady<T> {
    inner: T,
    /// Written by ureq, and not yet by the kernel.
    unsent: Vec<u8>,
    /// Nothing was sent since the connection was last tested or put back.
    idle: bool,
}

/// So much is collected before it is sent: the usual payload with its head.
const COLLECTED: usize = 16 * 1024;

impl<T: Transport> Steady<T> {
    fn new(inner: T) -> Self {
        Self {
            inner,
            unsent: Vec::new(),
            idle: false,
        }
    }

    fn send(&mut self, timeout: NextTimeout) -> Result<(), Error> {
        let mut rest = &self.unsent[..];
        while !rest.is_empty() {
            let output = self.inner.buffers().output();
            let amount = rest.len().min(output.len());
            output[..amount].copy_from_slice(&rest[..amount]);
            self.inner.transmit_output(amount, timeout)?;
            rest = &rest[amount..];
        }
        self.unsent.clear();
        Ok(())
    }
}

impl<T: Transport> Transport for Steady<T> {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.inner.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        self.idle = false;
        self.unsent
            .extend_from_slice(&self.inner.buffers().output()[..amount]);
        if self.unsent.len() > COLLECTED {
            self.send(steady(timeout))?;
        }
        Ok(())
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        let timeout = steady(timeout);
        self.send(timeout)?;
        self.inner.await_input(timeout)
    }

    fn is_open(&mut self) -> bool {
        // ureq asks when it puts the connection back, and again when it takes it. What came in
        // between counts, and what came before is still there to be seen then.
        let just_used = !std::mem::replace(&mut self.idle, true);
        just_used || self.inner.is_open()
    }

    fn is_tls(&self) -> bool {
        self.inner.is_tls()
    }
}

impl<T: Transport> fmt::Debug for Steady<T> {
    /// Leaves out what is not sent yet, which may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

/// A long timeout to the next whole second. ureq asks for what is left of the time for a part of
/// the call, which is never the same twice.
fn steady(timeout: NextTimeout) -> NextTimeout {
    const LONG: Duration = Duration::from_secs(10);
    match timeout.after {
        Limit::Exact(time) if time > LONG => {
            let part = u64::from(time.subsec_nanos() > 0);
            NextTimeout {
                after: Limit::from_secs(time.as_secs().saturating_add(part)),
                ..timeout
            }
        }
        _ => timeout,
    }
}

#[cfg(test)]
mod tests {
    use ureq::unversioned::transport::LazyBuffers;

    use super::*;

    /// Keeps what the kernel would be told.
    #[derive(Debug)]
    struct Kernel {
        buffers: LazyBuffers,
        sent: Vec<usize>,
        timeouts: Vec<Limit>,
        tested: usize,
    }

    impl Transport for Kernel {
        fn buffers(&mut self) -> &mut dyn Buffers {
            &mut self.buffers
        }

        fn transmit_output(&mut self, amount: usize, _: NextTimeout) -> Result<(), Error> {
            self.sent.push(amount);
            Ok(())
        }

        fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
            self.timeouts.push(timeout.after);
            Ok(true)
        }

        fn is_open(&mut self) -> bool {
            self.tested += 1;
            self.tested < 2
        }
    }

    fn connection() -> Steady<Kernel> {
        Steady::new(Kernel {
            buffers: LazyBuffers::new(1024, 1024),
            sent: Vec::new(),
            timeouts: Vec::new(),
            tested: 0,
        })
    }

    fn within(time: Duration) -> NextTimeout {
        NextTimeout {
            after: time.into(),
            ..NextTimeout::default()
        }
    }

    #[test]
    fn head_and_body_are_sent_at_once() {
        let mut connection = connection();
        for amount in [300, 600] {
            let sent = connection.transmit_output(amount, NextTimeout::default());
            sent.expect("it is kept");
        }
        assert!(connection.inner.sent.is_empty());
        connection
            .await_input(NextTimeout::default())
            .expect("input");
        assert_eq!(connection.inner.sent, [900]);
    }

    #[test]
    fn a_large_body_is_sent_as_it_comes() {
        let mut connection = connection();
        for _ in 0..COLLECTED / 1000 + 1 {
            let sent = connection.transmit_output(1000, NextTimeout::default());
            sent.expect("it is sent");
        }
        assert!(connection.inner.sent.iter().sum::<usize>() > COLLECTED);
        assert!(connection.unsent.is_empty());
    }

    #[test]
    fn what_is_left_of_a_long_time_is_told_in_seconds() {
        let mut connection = connection();
        for micros in [0, 17, 999_999] {
            let left = Duration::from_secs(60) - Duration::from_micros(micros);
            connection.await_input(within(left)).expect("input");
        }
        let short = Duration::from_micros(1234);
        connection.await_input(within(short)).expect("input");
        let minute = Limit::from_secs(60);
        let told = &connection.inner.timeouts;
        assert_eq!(told[..], [minute, minute, minute, short.into()]);
    }

    #[test]
    fn a_connection_is_tested_when_it_is_taken_again() {
        let mut connection = connection();
        let mut use_it = || {
            let sent = connection.transmit_output(1, NextTimeout::default());
            sent.expect("it is kept");
            let put_back = connection.is_open();
            (put_back, connection.is_open(), connection.inner.tested)
        };
        assert_eq!(use_it(), (true, true, 1));
        assert_eq!(use_it(), (true, false, 2));
    }

    #[test]
    fn what_is_not_sent_yet_is_not_shown() {
        let mut connection = connection();
        connection.inner.buffers.output()[..6].copy_from_slice(b"s3cret");
        connection
            .transmit_output(6, NextTimeout::default())
            .expect("it is kept");
        let shown = format!("{connection:?}");
        assert!(
            !shown.contains(&format!("{:?}", connection.unsent)),
            "{shown}"
        );
    }
}
