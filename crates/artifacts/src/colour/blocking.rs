//! The blocking client: every future here is ready when it is first asked.

use std::io::{self, Read};
use std::ops::Range;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, channel, sync_channel};
use std::thread;
use std::time::Duration;

use taskcluster_core::{
    Call, Client, Credentials, Page, Response, Transfer, TransferBody, TransportFailure,
};

use super::hashed::Hashed;
use super::{Beside, CHUNK, Colour, Pushed, Tick, beginning, now};
use crate::content::outgoing::Outgoing;

/// Room, and how much of it is full.
pub(crate) struct Filled {
    room: Vec<u8>,
    length: usize,
}

impl AsRef<[u8]> for Filled {
    fn as_ref(&self) -> &[u8] {
        &self.room[..self.length]
    }
}

impl Colour for Client {
    type Body = TransferBody;
    type Piece = Filled;
    type Beside<T: Send + 'static> = Helper<T>;

    fn with(&self, credentials: Credentials) -> taskcluster_core::Result<Self> {
        self.with_credentials(credentials)
    }

    async fn send<T: Send + 'static>(call: Call<Self, T>) -> taskcluster_core::Result<T> {
        call.send()
    }

    async fn response<T: Send + 'static>(
        call: Call<Self, T>,
    ) -> taskcluster_core::Result<Response> {
        call.response()
    }

    async fn items<T>(call: Call<Self, T>) -> taskcluster_core::Result<Vec<T::Item>>
    where
        T: Page + Send + 'static,
        T::Item: Send,
    {
        call.items().collect()
    }

    async fn open(
        &self,
        transfer: &Transfer,
        time_left: Option<Duration>,
    ) -> Result<(Response, TransferBody), TransportFailure> {
        self.transfer(transfer, &mut io::empty(), time_left)
    }

    async fn read(
        body: &mut TransferBody,
        spare: Option<Filled>,
    ) -> Result<Option<Filled>, TransportFailure> {
        let mut room = spare.map_or_else(|| vec![0; CHUNK], |spare| spare.room);
        let length = body.read(&mut room)?;
        Ok((length > 0).then_some(Filled { room, length }))
    }

    async fn push(
        &self,
        transfer: &Transfer,
        body: Outgoing,
        time_left: Option<Duration>,
    ) -> (Pushed, Outgoing) {
        let mut sent = Sent::new(body);
        let answer = match self.transfer(transfer, &mut sent, time_left) {
            Ok((head, words)) => Ok((head, beginning::<Self>(words).await)),
            Err(e) => Err(e),
        };
        (answer, sent.body.end().await)
    }

    async fn all<T: Send, F: Future<Output = T> + Send>(jobs: Vec<F>) -> Vec<T> {
        thread::scope(|scope| {
            let threads: Vec<_> = jobs
                .into_iter()
                .map(|job| scope.spawn(|| now(job)))
                .collect();
            let join = |thread: thread::ScopedJoinHandle<'_, T>| match thread.join() {
                Ok(outcome) => outcome,
                Err(panic) => std::panic::resume_unwind(panic),
            };
            threads.into_iter().map(join).collect()
        })
    }

    async fn meanwhile<T: Send>(
        work: impl Future<Output = T> + Send,
        every: Duration,
        tick: Tick,
    ) -> io::Result<T> {
        thread::scope(|scope| {
            let (over, told) = channel::<()>();
            let again = move || {
                while told.recv_timeout(every) == Err(RecvTimeoutError::Timeout) {
                    now(tick());
                }
            };
            let name = thread::Builder::new().name("artifact".to_owned());
            name.spawn_scoped(scope, again)?;
            let outcome = now(work);
            drop(over);
            Ok(outcome)
        })
    }

    async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
        Some(work())
    }

    async fn pause(&self, wait: Duration) {
        self.pause(wait);
    }
}

/// A body, as who sends it reads it.
struct Sent {
    body: Hashed<Client>,
    piece: Arc<[u8]>,
    /// What of the piece was not read yet.
    rest: Range<usize>,
}

impl Sent {
    fn new(body: Outgoing) -> Self {
        Self {
            body: Hashed::new(body),
            piece: Arc::default(),
            rest: 0..0,
        }
    }
}

impl Read for Sent {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        if self.rest.is_empty() {
            let (piece, length) = now(self.body.piece())?;
            (self.piece, self.rest) = (piece, 0..length);
        }
        let length = (&self.piece[self.rest.clone()]).read(room)?;
        self.rest.start += length;
        Ok(length)
    }
}

type Work<T> = Box<dyn FnOnce() -> T + Send>;

/// A thread that does one piece of work after the other, made when there is some.
pub(crate) struct Helper<T> {
    thread: Option<(SyncSender<Work<T>>, Receiver<T>)>,
    /// What was done here, where there could be no thread.
    done: Option<T>,
    is_busy: bool,
}

impl<T> Default for Helper<T> {
    fn default() -> Self {
        Self {
            thread: None,
            done: None,
            is_busy: false,
        }
    }
}

impl<T: Send + 'static> Helper<T> {
    fn thread(&mut self) -> Option<&SyncSender<Work<T>>> {
        if self.thread.is_none() {
            let (give, given) = sync_channel::<Work<T>>(1);
            let (done, outcome) = sync_channel(1);
            let work = move || {
                while let Ok(work) = given.recv() {
                    if done.send(work()).is_err() {
                        return;
                    }
                }
            };
            let name = thread::Builder::new().name("artifact".to_owned());
            name.spawn(work).ok()?;
            self.thread = Some((give, outcome));
        }
        self.thread.as_ref().map(|(give, _)| give)
    }
}

impl<T: Send + 'static> Beside<T> for Helper<T> {
    async fn begin(&mut self, work: impl FnOnce() -> T + Send + 'static) {
        let Some(thread) = self.thread() else {
            self.done = Some(work());
            return;
        };
        self.is_busy = thread.send(Box::new(work)).is_ok();
    }

    async fn end(&mut self) -> Option<T> {
        if std::mem::take(&mut self.is_busy) {
            return self.thread.as_ref()?.1.recv().ok();
        }
        self.done.take()
    }
}
