//! A claim of a task, kept alive for as long as the worker needs it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use taskcluster_client::queue::types::ClaimedTask;
use taskcluster_client::{Artifacts, Client, Credentials, Error, Queue, artifacts};
use time::OffsetDateTime;

use super::{Problem, may_pass};

/// How often a call is made, beyond what the client does by itself.
const ATTEMPTS: u32 = 5;
/// How long to wait between such calls, and between reclaims that fail, at least.
const PAUSE: Duration = Duration::from_millis(50);
/// How long to think that a claim lasts of which the queue does not say when it began.
const SHORT: Duration = Duration::from_secs(60);

/// A claim, which another thread renews until it is released or lost.
pub struct Claim {
    task_id: String,
    run_id: u64,
    is_lost: Arc<AtomicBool>,
    /// With the credentials of the task, which each reclaim renews.
    artifacts: Artifacts,
    /// Tells the other thread that it is over, by being dropped.
    over: Option<Sender<()>>,
    keeper: Option<JoinHandle<()>>,
}

impl Claim {
    /// Begins to keep a claim that was just made.
    pub fn keep(client: &Client, claimed: &ClaimedTask) -> Result<Self, Problem> {
        let credentials = Credentials::try_from(&claimed.credentials)?;
        let is_lost = Arc::new(AtomicBool::new(false));
        let artifacts = Artifacts::new(&client.with_credentials(credentials)?);
        let (task_id, run_id) = (claimed.status.task_id.clone(), claimed.run_id);
        let mut runs = claimed.status.runs.iter();
        let started = runs
            .find(|run| run.run_id == run_id)
            .and_then(|run| run.started);
        // The difference of two times of the server, since its clock and ours may differ.
        let span = started.and_then(|started| (claimed.taken_until - started).try_into().ok());
        let mut keeper = Keeper {
            is_lost: Arc::clone(&is_lost),
            artifacts: artifacts.clone(),
            task_id: task_id.clone(),
            run_id,
            taken_until: claimed.taken_until,
            until: Instant::now() + span.unwrap_or(SHORT),
        };
        let (over, told) = mpsc::channel();
        let keeper = std::thread::Builder::new().spawn(move || keeper.run(&told))?;
        Ok(Self {
            task_id,
            run_id,
            is_lost,
            artifacts,
            over: Some(over),
            keeper: Some(keeper),
        })
    }

    /// The task, and the number of its run.
    pub fn run(&self) -> (String, u64) {
        (self.task_id.clone(), self.run_id)
    }

    /// Whether the run is another worker's by now, or nobody's.
    pub fn is_lost(&self) -> bool {
        self.is_lost.load(Ordering::Relaxed)
    }

    /// The artifacts, with the credentials that are good at the moment of each call.
    pub fn artifacts(&self) -> &Artifacts {
        &self.artifacts
    }

    /// Where anyone can get an artifact of the run.
    pub fn queue_url(&self, (task_id, run_id): (&str, u64), name: &str) -> Result<String, Error> {
        Queue::new(&self.artifacts.client())
            .get_artifact(task_id, run_id, name)
            .url()
    }

    /// Ends the renewal, so that nothing comes between the worker and its report; the client to
    /// report with, where the run is still the worker's.
    pub fn release(mut self) -> Option<Client> {
        self.end();
        (!self.is_lost()).then(|| self.artifacts.client())
    }

    fn end(&mut self) {
        self.over = None;
        // A thread that has panicked renews nothing either.
        let _ = self.keeper.take().map(JoinHandle::join);
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        self.end();
    }
}

/// Makes a call again and again while its error may pass.
pub fn stubbornly<T, E: MayPass>(call: impl Fn() -> Result<T, E>) -> Result<T, E> {
    let mut attempt = 1;
    loop {
        match call() {
            Err(error) if error.may_pass() && attempt < ATTEMPTS => {
                std::thread::sleep(PAUSE * attempt);
                attempt += 1;
            }
            result => return result,
        }
    }
}

/// An error after which it makes sense to go on, or not.
pub trait MayPass {
    fn may_pass(&self) -> bool;
}

impl MayPass for Error {
    fn may_pass(&self) -> bool {
        may_pass(self)
    }
}

impl MayPass for artifacts::Error {
    fn may_pass(&self) -> bool {
        match self {
            artifacts::Error::Call(e) => may_pass(e),
            other => other.is_retryable(),
        }
    }
}

/// What renews a claim.
struct Keeper {
    is_lost: Arc<AtomicBool>,
    artifacts: Artifacts,
    task_id: String,
    run_id: u64,
    /// When the claim ends, by the server's clock.
    taken_until: OffsetDateTime,
    /// When the claim ends, by ours.
    until: Instant,
}

impl Keeper {
    fn run(&mut self, told: &Receiver<()>) {
        loop {
            // While the end is far there is time for attempts that fail.
            let left = self.until.saturating_duration_since(Instant::now());
            let wait = (left / 2).max(PAUSE);
            if told.recv_timeout(wait) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            match self.reclaim() {
                Ok(()) => {}
                Err(error) if may_pass(&error) && Instant::now() < self.until => {}
                Err(_) => {
                    self.is_lost.store(true, Ordering::Relaxed);
                    return;
                }
            }
        }
    }

    fn reclaim(&mut self) -> Result<(), Error> {
        let client = self.artifacts.client();
        let queue = Queue::new(&client);
        let reclaimed = queue.reclaim_task(&self.task_id, self.run_id).send()?;
        let credentials = Credentials::try_from(&reclaimed.credentials)?;
        self.artifacts.set_credentials(credentials)?;
        let more = reclaimed.taken_until - self.taken_until;
        self.until += more.try_into().unwrap_or(Duration::ZERO);
        self.taken_until = reclaimed.taken_until;
        Ok(())
    }
}
