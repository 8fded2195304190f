//! How a fake deployment is set up.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use taskcluster_core::Credentials;
use taskcluster_core::scopes::Roles;

use crate::FakeTaskcluster;
use crate::apis::Apis;
use crate::exchange::Shared;
use crate::paging::MAX_PAGE;
use crate::server::Server;
use crate::services::auth::ROOT_CLIENT;
use crate::state::{Settings, State};

/// Sets up a [`FakeTaskcluster`].
#[derive(Clone, Debug)]
#[must_use = "finish with `start`"]
pub struct FakeBuilder {
    settings: Settings,
    roles: Vec<(String, Vec<String>)>,
}

impl Default for FakeBuilder {
    fn default() -> Self {
        let settings = Settings {
            page_size: MAX_PAGE,
            claim_wait: Duration::from_millis(100),
            claim_timeout: time::Duration::minutes(20),
        };
        Self {
            settings,
            roles: Vec::new(),
        }
    }
}

impl FakeBuilder {
    /// How many entries a page of a list has at most: 1000 as in the real services, if this is
    /// not called. With few, a test sees whether all pages are fetched. None at all counts as one.
    pub fn page_size(mut self, entries: usize) -> Self {
        self.settings.page_size = entries.clamp(1, MAX_PAGE);
        self
    }

    /// How long `queue.claimWork` waits where no task is pending: a tenth of a second, if this is
    /// not called. The real queue waits 20 seconds.
    pub fn claim_wait(mut self, time: Duration) -> Self {
        self.settings.claim_wait = time;
        self
    }

    /// How long a worker has a task, and its credentials, before it must reclaim: 20 minutes as in
    /// the real queue, if this is not called. At most 31 days, which is as long as credentials last.
    pub fn claim_timeout(mut self, time: Duration) -> Self {
        let time = time.try_into().unwrap_or(time::Duration::MAX);
        self.settings.claim_timeout = time.min(time::Duration::days(31));
        self
    }

    /// Adds a role, such as `anonymous` for what callers without credentials can do.
    pub fn role<S: Into<String>>(
        mut self,
        role_id: impl Into<String>,
        scopes: impl IntoIterator<Item = S>,
    ) -> Self {
        self.roles
            .push((role_id.into(), scopes.into_iter().map(Into::into).collect()));
        self
    }

    /// Starts the server.
    ///
    /// # Errors
    /// No socket on the loopback interface or no thread can be had, or the auth service would
    /// refuse the roles.
    pub fn start(self) -> io::Result<FakeTaskcluster> {
        let apis = Apis::get().map_err(io::Error::other)?;
        let roles = Roles::new(self.roles).map_err(io::Error::other)?;
        let state = State::new(roles);
        let token = state.clients.access_token(ROOT_CLIENT).unwrap_or_default();
        let credentials = Credentials::new(ROOT_CLIENT, token);
        let shared = Arc::new(Shared::new(apis, self.settings, state));
        let server = Server::start(Arc::clone(&shared))?;
        Ok(FakeTaskcluster::new(shared, server, credentials))
    }
}
