#![doc = include_str!("../README.md")]

mod apis;
mod auth_check;
mod body;
mod builder;
mod call;
mod clock;
mod errors;
mod exchange;
mod faults;
mod http_types;
mod paging;
mod patterns;
mod query;
mod record;
mod router;
mod schemas;
mod scope_check;
mod server;
mod services;
mod state;

use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use taskcluster_core::Credentials;

use exchange::Shared;
use server::Server;

pub use builder::FakeBuilder;
pub use faults::Fault;
pub use record::RecordedRequest;

/// A Taskcluster deployment on the loopback interface; it stops when this is dropped.
pub struct FakeTaskcluster {
    shared: Arc<Shared>,
    server: Server,
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

    pub(crate) fn new(shared: Arc<Shared>, server: Server, credentials: Credentials) -> Self {
        Self {
            shared,
            server,
            credentials,
        }
    }

    /// The root URL, such as `http://127.0.0.1:40123`.
    pub fn root_url(&self) -> String {
        format!("http://{}", self.server.address)
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

    /// Puts the deployment's clock ahead. Credentials and requests signed by the time of the
    /// machine are then as old as they would be. The clock stops at a thousand years ahead.
    pub fn advance(&self, time: Duration) {
        let time = time.try_into().unwrap_or(time::Duration::MAX);
        self.shared.state().clock.advance(time);
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
