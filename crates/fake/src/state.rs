//! All that the deployment remembers.

use taskcluster_core::scopes::Roles;

use crate::clock::Clock;
use crate::faults::Faults;
use crate::record::RecordedRequest;
use crate::services::auth::Clients;
use crate::services::queue::Queue;
use crate::services::secrets::Secrets;

/// What is fixed when the deployment starts.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The most entries on a page of a list.
    pub(crate) page_size: usize,
    /// How long `claimWork` waits for a task.
    pub(crate) claim_wait: std::time::Duration,
    /// How long a claim of a task lasts.
    pub(crate) claim_timeout: time::Duration,
}

/// What changes while the deployment runs.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) clock: Clock,
    pub(crate) faults: Faults,
    pub(crate) requests: Vec<RecordedRequest>,
    pub(crate) roles: Roles,
    pub(crate) clients: Clients,
    pub(crate) secrets: Secrets,
    pub(crate) queue: Queue,
}

impl State {
    pub(crate) fn new(roles: Roles) -> Self {
        let clock = Clock::default();
        Self {
            clients: Clients::new(clock.now()),
            clock,
            faults: Faults::default(),
            requests: Vec::new(),
            roles,
            secrets: Secrets::default(),
            queue: Queue::default(),
        }
    }
}
