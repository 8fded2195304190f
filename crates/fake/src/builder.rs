//! How a fake deployment is set up.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use taskcluster_core::{Credentials, Era};
use tokio::sync::mpsc;

use crate::FakeTaskcluster;
use crate::apis::Apis;
use crate::http::paging::MAX_PAGE;
use crate::persist::{self, Claim, Keeper};
use crate::pulse::Messages;
use crate::services::auth::ROOT_CLIENT;
use crate::services::state::{Settings, State};
use crate::services::storage::Folder;
use crate::serving::exchange::Shared;
use crate::serving::server::Server;

/// Sets up a [`FakeTaskcluster`].
#[derive(Clone, Debug)]
#[must_use = "finish with `start`"]
pub struct FakeBuilder {
    settings: Settings,
    roles: Vec<(String, Vec<String>)>,
    address: SocketAddr,
    state_file: Option<PathBuf>,
    era: Era,
    apis: Option<PathBuf>,
}

impl Default for FakeBuilder {
    fn default() -> Self {
        let settings = Settings {
            page_size: MAX_PAGE,
            recording: true,
            in_step: false,
            claim_wait: Duration::from_millis(100),
            claim_timeout: time::Duration::minutes(20),
            read_timeout: Duration::from_secs(30),
        };
        Self {
            settings,
            roles: Vec::new(),
            address: (Ipv4Addr::LOCALHOST, 0).into(),
            state_file: None,
            era: Era::Both,
            apis: None,
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

    /// Whether requests, messages and notifications are kept for assertions, as they are if this is
    /// not called. A deployment that serves for long needs memory for all of them.
    pub fn recording(mut self, recording: bool) -> Self {
        self.settings.recording = recording;
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

    /// How long a client may take for the head of a request, and between two pieces of its body: half
    /// a minute, if this is not called. After it the connection is closed without an answer. A
    /// connection that is kept for further requests is closed too when none has come for so long.
    pub fn read_timeout(mut self, time: Duration) -> Self {
        self.settings.read_timeout = time;
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

    /// Listens at this address, rather than at a free port of the loopback interface. Beyond that
    /// interface the root token alone protects the deployment, and goes over the wire unencrypted
    /// in the payloads that have one.
    pub fn address(mut self, address: impl Into<SocketAddr>) -> Self {
        self.address = address.into();
        self
    }

    /// Keeps the state in a file: what the file has is there at the start, with its roles rather
    /// than those of [`role`](Self::role); changes are in it a quarter of a second later, if disk and
    /// processor keep up, and in any case at the end. A crash loses no more than that, and corrupts nothing; nor
    /// does a copy that is made meanwhile. See [`state_sync`](Self::state_sync) for what is to lose
    /// nothing.
    ///
    /// The file holds secrets and access tokens, so that nobody else can read it. Content of more than
    /// 64 KiB is in files of its own, in the folder that has the file's name and `.content`. A lock on the
    /// file with `.lock` behind the name sees to it that one deployment alone has a state.
    ///
    /// Recorded requests, faults and answers that a test sets are not kept.
    pub fn state_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.state_file = Some(path.into());
        self
    }

    /// Whether requests that may change something are answered only once the change is in the file of
    /// [`state_file`](Self::state_file), so that a crash loses nothing that a client knows of: not if
    /// this is not called. Each takes as long as the disk then; those that come together share a
    /// write. Where the file cannot be written, they are answered with 500.
    pub fn state_sync(mut self, sync: bool) -> Self {
        self.settings.in_step = sync;
        self
    }

    /// Serves the APIs of one era: of Taskcluster of December 2018 or of today, each as strict as its own
    /// references. What only the other era has is answered as the real server answers it: a method by
    /// 404, a member of a payload by 400.
    ///
    /// If this is not called, both are served at once ([`Era::Both`]), for tests of programs that do not
    /// care. A request may then be one of either era: it is taken if the arguments, options and payload
    /// fit the references of today or else those of 2018, and its caller needs the scopes that either
    /// asks for. (Much that was open to all in 2018 needs a scope today; it is open then.) Answers and
    /// messages have the members of both, so that clients of either find theirs. Where neither takes a
    /// request, the error is today's, as is all else in which servers have changed: what is told by
    /// messages, and in which order a request is checked. References are published as they are today,
    /// with those of the services that are gone beside them.
    pub fn era(mut self, era: Era) -> Self {
        self.era = era;
        self
    }

    /// Serves the APIs that the references in a folder describe, in place of those of an
    /// [`era`](Self::era) of this project: a folder as `cargo xtask import` writes it, such as of a deployment of today.
    ///
    /// Paths, queries, payloads, scopes, answers and messages are then those of these references.
    /// A method that this project knows keeps its state as always; for any other a test sets what
    /// is answered, by [`FakeTaskcluster::on`].
    pub fn apis(mut self, folder: impl Into<PathBuf>) -> Self {
        self.apis = Some(folder.into());
        self
    }

    /// Starts the server.
    ///
    /// # Errors
    /// No socket at the address or no thread can be had, the auth service would refuse the roles,
    /// the state file can not be read or written, or another deployment has it, or the folder has no
    /// references.
    pub fn start(self) -> io::Result<FakeTaskcluster> {
        let mut settings = self.settings;
        settings.in_step &= self.state_file.is_some();
        let apis = match &self.apis {
            Some(folder) => Apis::of_folder(folder)?,
            None => Apis::own(self.era).map_err(io::Error::other)?,
        };
        let claim = self.state_file.as_deref().map(Claim::new).transpose()?;
        let kept = match &claim {
            Some(claim) => persist::read(claim)?,
            None => None,
        };
        let mut state = match kept {
            Some(state) => state,
            None => State::new(self.roles).map_err(io::Error::other)?,
        };
        if let Some(claim) = &claim {
            let folder = Folder::new(&persist::beside(&claim.path, ".content"));
            state.storage.keep_in(folder)?;
            state.queue.note_all();
            state.index.note_all();
        }
        state.messages = Messages::by(Arc::clone(&apis));
        let token = state.clients.access_token(ROOT_CLIENT).unwrap_or_default();
        let credentials = Credentials::new(ROOT_CLIENT, token);
        let (outages, ordered) = mpsc::unbounded_channel();
        let shared = Arc::new(Shared::new(apis, settings, state, outages));
        let keep = |claim| Keeper::start(Arc::clone(&shared), claim);
        // Before the first request, so that a file that cannot be written is no surprise later.
        let keeper = claim.map(keep).transpose()?;
        let server = Server::start(Arc::clone(&shared), self.address, ordered)?;
        Ok(FakeTaskcluster::new(shared, server, keeper, credentials))
    }
}
