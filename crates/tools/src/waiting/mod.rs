//! Waiting for tasks, groups of tasks, and entries of the index.
//!
//! Looking is asked of the service at most once per interval, however many tasks are waited for: a list
//! of statuses or of a group counts as one, in as many pages as it has.

mod group;
mod hint;
mod index;
mod outcome;
mod policy;
mod tasks;

use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::{Duration, Instant};

#[cfg(feature = "blocking")]
use taskcluster_core::Client;

use crate::caller::Caller;
#[cfg(feature = "blocking")]
use crate::caller::now;
use crate::error::{Error, Result};
use hint::{Heard, Hints};

pub use group::Group;
pub use hint::Hint;
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

    /// Takes what a message tells.
    fn hear(&mut self, _: Hint, _: &mut (dyn FnMut(Self::Change) + Send)) -> Heard<Self::Found> {
        Heard::Nothing
    }

    /// What is still waited for, for the error of a wait that took too long.
    fn missing(&self) -> Vec<String>;
}

/// What messages tell of: the index has none.
#[doc(hidden)]
pub trait Hinted: Watched {}

impl Hinted for Group {}
impl Hinted for Tasks {}

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
    hints: Option<Hints>,
}

impl<C: Caller, W: Watched> Wait<C, W> {
    pub(crate) fn new(client: &C, watched: W) -> Self {
        Self {
            client: client.clone(),
            watched,
            polling: Polling::default(),
            on_change: Box::new(|_| {}),
            hints: None,
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
            match self.listen(unchanged, waited).await {
                Between::Done(found) => return Ok(found),
                Between::Heard => {}
                Between::Waited(wait) => paused = paused.saturating_add(wait),
                Between::TimeUp => {
                    return Err(Error::timed_out(waited, self.watched.missing()));
                }
            }
        }
    }

    /// Waits until the next look is due, and hears what messages tell until then.
    async fn listen(&mut self, unchanged: u32, waited: Duration) -> Between<W::Found> {
        let (began, mut listened) = (Instant::now(), Duration::ZERO);
        loop {
            // Where nothing is left to hear of, only a look can tell that nothing more comes.
            let rarely = self.hints.is_some() && !self.watched.missing().is_empty();
            let waited = waited.saturating_add(listened);
            let Some(wait) = self.polling.wait(unchanged, rarely, waited, rand::random()) else {
                return Between::TimeUp;
            };
            let mut pause = pin!(self.client.pause(wait));
            loop {
                let hints = &mut self.hints;
                let next = poll_fn(|context| match hints.as_mut().map(|next| next(context)) {
                    Some(Poll::Ready(hint)) => Poll::Ready(Some(hint)),
                    Some(Poll::Pending) | None => pause.as_mut().poll(context).map(|()| None),
                });
                let Some(hint) = next.await else {
                    return Between::Waited(wait);
                };
                let Some(hint) = hint else {
                    // No more will come: the look that is due is one of many again.
                    self.hints = None;
                    break;
                };
                match self.watched.hear(hint, &mut *self.on_change) {
                    Heard::Done(found) => return Between::Done(found),
                    Heard::Look => return Between::Heard,
                    Heard::Nothing if rarely && self.watched.missing().is_empty() => break,
                    Heard::Nothing => {}
                }
            }
            listened = began.elapsed();
        }
    }
}

/// What has come between two looks.
enum Between<T> {
    Done(T),
    /// A message that is a reason to look.
    Heard,
    Waited(Duration),
    TimeUp,
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
impl<W: Hinted> Wait<taskcluster_core::AsyncClient, W> {
    /// Hears of changes by messages, such as those of a `taskcluster_listener::Listener`. There is a look
    /// at first and, where a group is waited for, one at the end; between them only as often as
    /// [`Polling::rare_wait`] says, in case a message was lost. Where the stream ends, looks are made
    /// at the intervals of a wait without messages.
    ///
    /// The queue has to be bound before the wait begins, as that of a listener that has started is: what
    /// happens between is then heard of or seen.
    pub fn hinted_by(
        mut self,
        hints: impl futures_util::Stream<Item = Hint> + Send + 'static,
    ) -> Self {
        let mut hints = Box::pin(hints);
        self.hints = Some(Box::new(move |context| hints.as_mut().poll_next(context)));
        self
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
