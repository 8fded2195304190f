//! A log that is read while the task writes it.

use std::collections::VecDeque;
use std::time::Duration;

#[cfg(feature = "blocking")]
use taskcluster_core::Client;
use taskcluster_queue::Queue;
use taskcluster_queue::types::TaskState;

use super::Get;
use super::reader::Unpacked;
use crate::colour::Colour;
#[cfg(feature = "blocking")]
use crate::colour::now;
use crate::error::{Error, Result};
use crate::subject::task_id;

/// How long to wait before the log is asked for again, where it is not there yet or has ended too early.
const PAUSE: Duration = Duration::from_secs(2);
/// How often in a row that is done in vain, once the task has ended.
const TRIES: u32 = 5;
/// The longest line that is put together, in bytes: a longer one comes in pieces.
const LONGEST: usize = 64 * 1024;

/// What comes of following a log.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Followed {
    /// A line, without its end. Bytes that are no UTF-8 are `U+FFFD`.
    Line(String),
    /// The task has ended, so, and its log with it: this is the last item.
    Ended(TaskState),
}

/// A log under way.
pub(super) struct Following<C: Colour> {
    get: Get<C>,
    task_id: Option<String>,
    log: Option<Unpacked<C>>,
    /// The state of the task when the log was opened last.
    state: Option<TaskState>,
    /// So many bytes of the log are lines by now, or will be, and so many of what is read now were passed.
    taken: u64,
    passed: u64,
    /// What has no end yet.
    line: Vec<u8>,
    lines: VecDeque<String>,
    vain: u32,
    /// How the task has ended, once all of its log has been read.
    end: Option<TaskState>,
    is_over: bool,
}

impl<C: Colour> Following<C> {
    pub(super) fn new(get: Get<C>) -> Self {
        Self {
            get,
            task_id: None,
            log: None,
            state: None,
            taken: 0,
            passed: 0,
            line: Vec::new(),
            lines: VecDeque::new(),
            vain: 0,
            end: None,
            is_over: false,
        }
    }

    /// The next line, or the end; nothing after the end and after an error.
    pub(super) async fn next(&mut self) -> Option<Result<Followed>> {
        loop {
            if let Some(line) = self.lines.pop_front() {
                return Some(Ok(Followed::Line(line)));
            }
            if self.is_over {
                return None;
            }
            if let Some(state) = self.end.take() {
                self.is_over = true;
                return Some(Ok(Followed::Ended(state)));
            }
            match self.advance().await {
                Ok(end) => self.end = end,
                Err(e) => {
                    self.is_over = true;
                    return Some(Err(e));
                }
            }
        }
    }

    /// Reads on, or looks for the log again; the state of the task, where all has been read.
    async fn advance(&mut self) -> Result<Option<TaskState>> {
        let Some(log) = &mut self.log else {
            self.open().await?;
            return Ok(None);
        };
        match log.next().await {
            Ok(Some(bytes)) => {
                self.take(&bytes);
                Ok(None)
            }
            Ok(None) => self.ended(None).await,
            Err(problem) => self.ended(Some(problem)).await,
        }
    }

    /// Opens the log. Whether the task has ended is asked before, so that what is read of an ended task is all.
    async fn open(&mut self) -> Result<()> {
        let client = self.get.caller.client();
        let id = match &self.task_id {
            Some(id) => id.clone(),
            None => task_id(&self.get.subject, &client).await?,
        };
        let status = C::send(Queue::new(&client).status(&id)).await?;
        self.task_id = Some(id);
        self.state = Some(status.status.state);
        self.passed = 0;
        match Unpacked::new(&self.get).await {
            Ok(log) => {
                self.log = Some(log);
                Ok(())
            }
            Err(problem) => self.wait(problem).await,
        }
    }

    /// Waits until there may be a log, or more of it.
    async fn wait(&mut self, problem: Error) -> Result<()> {
        let is_over = self.state.as_ref().is_some_and(TaskState::is_resolved);
        // Where a live log was, nobody listens any more, or the log is not there yet.
        let may_pass = matches!(problem, Error::Transfer(_)) || problem.is_gone();
        self.vain += 1;
        if !may_pass || is_over && self.vain >= TRIES {
            return Err(problem);
        }
        self.get.caller.client().pause(PAUSE).await;
        Ok(())
    }

    async fn ended(&mut self, problem: Option<Error>) -> Result<Option<TaskState>> {
        self.log = None;
        let state = self.state.clone();
        let is_over = state.as_ref().is_some_and(TaskState::is_resolved);
        match problem {
            None if is_over => {
                if !self.line.is_empty() {
                    self.push_line();
                }
                Ok(state)
            }
            None => {
                // What serves the live log is done, and the task is not, or not yet.
                self.get.caller.client().pause(PAUSE).await;
                Ok(None)
            }
            Some(problem) => self.wait(problem).await.map(|()| None),
        }
    }

    /// Makes lines of bytes, but for those that were taken before.
    fn take(&mut self, bytes: &[u8]) {
        let known = self.taken - self.passed;
        let skip = usize::try_from(known).map_or(bytes.len(), |known| known.min(bytes.len()));
        self.passed += bytes.len() as u64;
        let fresh = &bytes[skip..];
        if fresh.is_empty() {
            return;
        }
        self.taken += fresh.len() as u64;
        self.vain = 0;
        for part in fresh.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(part);
            if part.ends_with(b"\n") || self.line.len() >= LONGEST {
                self.push_line();
            }
        }
    }

    fn push_line(&mut self) {
        let line = String::from_utf8_lossy(&self.line);
        let line = line.strip_suffix('\n').unwrap_or(&line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        self.lines.push_back(line.to_owned());
        self.line.clear();
    }
}

/// A log that is read while the task runs: its lines as they come, and the state of the task as the last item.
#[must_use = "nothing is read before it is iterated over"]
#[cfg(feature = "blocking")]
pub struct Follow(Following<Client>);

#[cfg(feature = "blocking")]
impl Follow {
    pub(crate) fn new(get: Get<Client>) -> Self {
        Self(Following::new(get))
    }
}

#[cfg(feature = "blocking")]
impl Iterator for Follow {
    type Item = Result<Followed>;

    fn next(&mut self) -> Option<Self::Item> {
        now(self.0.next())
    }
}

#[cfg(feature = "blocking")]
impl std::fmt::Debug for Follow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Follow").finish_non_exhaustive()
    }
}

/// What a log that is followed brings, as a stream: its lines, and the state of the task as the last item.
#[cfg(feature = "async")]
pub type FollowStream =
    std::pin::Pin<Box<dyn futures_util::Stream<Item = Result<Followed>> + Send>>;

#[cfg(feature = "async")]
pub(crate) fn follow(get: Get<taskcluster_core::AsyncClient>) -> FollowStream {
    let next = |mut following: Following<_>| async move {
        let item = following.next().await?;
        Some((item, following))
    };
    Box::pin(futures_util::stream::unfold(Following::new(get), next))
}
