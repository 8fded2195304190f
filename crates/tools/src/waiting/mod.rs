//! Waiting for tasks, groups of tasks, and entries of the index.
//!
//! Looking is asked of the service at most once per interval, however many tasks are waited for: a list
//! of statuses or of a group counts as one, in as many pages as it has.

mod group;
mod index;
mod outcome;
mod policy;
mod tasks;

use std::fmt;
use std::future::Future;
use std::time::{Duration, Instant};

#[cfg(feature = "blocking")]
use taskcluster_core::Client;

use crate::caller::Caller;
#[cfg(feature = "blocking")]
use crate::caller::now;
use crate::error::{Error, Result};

pub use group::Group;
pub use index::IndexPath;
pub use outcome::{Finished, TaskChange};
pub use policy::Polling;
pub use tasks::Tasks;
pub(crate) use tasks::of_group;

/// What one look has found.
#[doc(hidden)]
pub enum Look<T> {
    Done(T),
    Changed,
    Same,
}

/// Something that can be waited for.
#[doc(hidden)]
pub trait Watched: Send {
    /// What changes on the way.
    type Change;
    /// What it ends in.
    type Found;

    fn look<C: Caller>(
        &mut self,
        client: &C,
        tell: &mut (dyn FnMut(Self::Change) + Send),
    ) -> impl Future<Output = Result<Look<Self::Found>>> + Send;

    /// What is still waited for, for the error of a wait that took too long.
    fn missing(&self) -> Vec<String>;
}

/// A wait that can be begun: see [`QueueExt::wait_for`](crate::QueueExt::wait_for),
/// [`wait_for_group`](crate::QueueExt::wait_for_group) and
/// [`IndexExt::wait_for_index`](crate::IndexExt::wait_for_index).
///
/// With a blocking client [`wait`](Self::wait) blocks; with an asynchronous one it is awaited.
#[must_use = "nothing is waited for until `wait` is called"]
pub struct Wait<C, W: Watched> {
    client: C,
    watched: W,
    polling: Polling,
    on_change: Box<dyn FnMut(W::Change) + Send>,
}

impl<C: Caller, W: Watched> Wait<C, W> {
    pub(crate) fn new(client: &C, watched: W) -> Self {
        Self {
            client: client.clone(),
            watched,
            polling: Polling::default(),
            on_change: Box::new(|_| {}),
        }
    }

    /// How often to look, and for how long.
    pub fn polling(mut self, polling: Polling) -> Self {
        self.polling = polling;
        self
    }

    /// Calls this with each change as it is seen. What comes and goes between two looks is not.
    pub fn on_change(mut self, tell: impl FnMut(W::Change) + Send + 'static) -> Self {
        self.on_change = Box::new(tell);
        self
    }

    async fn run(mut self) -> Result<W::Found> {
        let (began, mut paused, mut unchanged) = (Instant::now(), Duration::ZERO, 0);
        loop {
            match self
                .watched
                .look(&self.client, &mut *self.on_change)
                .await?
            {
                Look::Done(found) => return Ok(found),
                Look::Changed => unchanged = 0,
                Look::Same => unchanged += 1,
            }
            // A client whose waits are a test's has not really waited.
            let waited = began.elapsed().max(paused);
            let Some(wait) = self.polling.wait(unchanged, waited, rand::random()) else {
                return Err(Error::timed_out(waited, self.watched.missing()));
            };
            paused += wait;
            self.client.pause(wait).await;
        }
    }
}

#[cfg(feature = "blocking")]
impl<W: Watched> Wait<Client, W> {
    /// Waits.
    ///
    /// # Errors
    /// A call failed, also after the client's own retries, or the deadline of the
    /// [`Polling`] has passed.
    pub fn wait(self) -> Result<W::Found> {
        now(self.run())
    }
}

#[cfg(feature = "async")]
#[cfg_attr(docsrs, doc(cfg(feature = "async")))]
impl<W: Watched> Wait<taskcluster_core::AsyncClient, W> {
    /// Waits. Dropping the future ends the wait.
    ///
    /// # Errors
    /// A call failed, also after the client's own retries, or the deadline of the
    /// [`Polling`] has passed.
    pub async fn wait(self) -> Result<W::Found> {
        self.run().await
    }
}

impl<C, W: Watched> fmt::Debug for Wait<C, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wait")
            .field("missing", &self.watched.missing())
            .field("polling", &self.polling)
            .finish_non_exhaustive()
    }
}
