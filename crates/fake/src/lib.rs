// Links of the README within this documentation; elsewhere they lead to docs.rs.
//! [`FakeTaskcluster::notifications`]: FakeTaskcluster::notifications
//! [`FakeTaskcluster::on`]: FakeTaskcluster::on
//! [`FakeTaskcluster::messages`]: FakeTaskcluster::messages
//! [`Rule`]: Rule
//! [`Fault`]: Fault
//! [`FakeBuilder::state_file`]: FakeBuilder::state_file
//! [`FakeBuilder::apis`]: FakeBuilder::apis
//! [`FakeBuilder::era`]: FakeBuilder::era
//! [`FakeBuilder::claim_wait`]: FakeBuilder::claim_wait
//! [`FakeTaskcluster::advance`]: FakeTaskcluster::advance
#![doc = include_str!("../README.md")]

mod apis;
mod builder;
mod checks;
mod clock;
mod control;
mod http;
mod persist;
mod pulse;
mod services;
mod serving;

use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use taskcluster_core::Credentials;

use persist::Keeper;
use serving::exchange::Shared;
use serving::server::Server;

pub use builder::FakeBuilder;
pub use control::answers::On;
pub use control::faults::Fault;
pub use control::record::RecordedRequest;
pub use control::rules::Rule;
pub use pulse::{PayloadError, PulseMessage};
pub use services::notify::Notification;
#[doc(no_inline)]
pub use taskcluster_core::Era;

/// A Taskcluster deployment on the loopback interface; it stops when this is dropped.
///
/// # Panics
/// When it is dropped, if an answer or a message of its own did not fit the schema: the test that
/// got the answer must not pass. (A program that records nothing has only the error 500.)
pub struct FakeTaskcluster {
    watch: Watch,
    shared: Arc<Shared>,
    // The fields are dropped in this order, so that the last request's change is kept too.
    server: Server,
    keeper: Option<Keeper>,
    credentials: Credentials,
}

impl FakeTaskcluster {
    /// Starts a deployment that nothing has happened on yet.
    ///
    /// # Errors
    /// No socket on the loopback interface or no thread can be had.
    pub fn start() -> io::Result<Self> {
        Self::builder().start()
    }

    /// Begins to set up a deployment.
    pub fn builder() -> FakeBuilder {
        FakeBuilder::default()
    }

    pub(crate) fn new(
        shared: Arc<Shared>,
        server: Server,
        keeper: Option<Keeper>,
        credentials: Credentials,
    ) -> Self {
        Self {
            watch: Watch(Arc::clone(&shared)),
            shared,
            server,
            keeper,
            credentials,
        }
    }

    pub(crate) fn shared(&self) -> &Shared {
        &self.shared
    }

    /// The root URL, such as `http://127.0.0.1:40123`.
    pub fn root_url(&self) -> String {
        let address = self.server.address;
        // All interfaces are no place to connect to; loopback is one of them.
        let host = match address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        format!("http://{}", SocketAddr::new(host, address.port()))
    }

    /// Credentials that may do everything: those of the client `static/taskcluster/root`, with the
    /// scope `*`.
    pub fn credentials(&self) -> Credentials {
        self.credentials.clone()
    }

    /// All requests that have been answered, in that order.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.shared.state().requests.clone()
    }

    /// Lets something go wrong with each of the next `times` requests, after what earlier calls of
    /// this have asked for.
    pub fn fail_next(&self, times: usize, fault: Fault) {
        self.shared.state().faults.add(times, fault);
    }

    /// Lets something go wrong with each request that the rule picks. Where several rules pick the
    /// same request, the oldest decides; [`fail_next`](Self::fail_next) goes before them all.
    ///
    /// # Panics
    /// The references have no service or method of the rule's name.
    #[track_caller]
    pub fn fault(&self, rule: Rule, fault: Fault) {
        if let Some(name) = rule.unknown_name(&self.shared.apis) {
            panic!("no request can match the rule: the references have no {name:?}");
        }
        self.shared.state().faults.add_rule(rule, fault);
    }

    /// Takes back all faults that are still to come.
    pub fn clear_faults(&self) {
        self.shared.state().faults.clear();
    }

    /// Begins to set what a method answers, by the API's own name of it, such as `builds`.
    ///
    /// # Panics
    /// The references have no such method.
    #[track_caller]
    pub fn on(&self, service: &str, method: &str) -> On<'_> {
        let Some(method) = self.shared.apis.method(service, method) else {
            panic!("the references have no method {service}.{method}");
        };
        On::new(self, method)
    }

    /// Stops the deployment, as dropping it does, and tells whether its last state was saved.
    ///
    /// # Errors
    /// There is a state file, and it cannot be written.
    pub fn stop(self) -> io::Result<()> {
        let Self {
            watch,
            server,
            keeper,
            ..
        } = self;
        drop(watch);
        drop(server);
        keeper.map_or(Ok(()), |mut keeper| keeper.stop())
    }

    /// Puts the deployment's clock ahead. Credentials and requests signed by the time of the
    /// machine are then as old as they would be. The clock stops at a thousand years ahead.
    pub fn advance(&self, time: Duration) {
        let time = time.try_into().unwrap_or(time::Duration::MAX);
        self.shared.state().advance(&self.shared.apis, time);
        self.shared.wake();
    }
}

impl fmt::Debug for FakeTaskcluster {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FakeTaskcluster")
            .field(&self.root_url())
            .finish()
    }
}

/// Fails the test in which the fake itself was wrong.
struct Watch(Arc<Shared>);

impl Drop for Watch {
    fn drop(&mut self) {
        let mistakes = std::mem::take(&mut self.0.state().mistakes);
        // A second panic while the first is under way would end the process without a word.
        let silent = !self.0.settings.recording || std::thread::panicking();
        assert!(
            silent || mistakes.is_empty(),
            "the fake Taskcluster has answered wrongly, which is its own fault: {}",
            mistakes.join("; ")
        );
    }
}
