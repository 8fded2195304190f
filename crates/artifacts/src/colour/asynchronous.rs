//! The asynchronous client, on tokio: what may hold up a thread goes to one that is there for that.

use std::io;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::future::{Either, select};
use futures_util::stream::unfold;
use taskcluster_core::{
    AsyncClient, Call, Credentials, Page, Response, Transfer, TransferSource, TransferStream,
    TransportFailure,
};
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

use super::hashed::Hashed;
use super::{Beside, Colour, Pushed, Tick, beginning};
use crate::content::outgoing::Outgoing;

impl Colour for AsyncClient {
    type Body = TransferStream;
    type Piece = Bytes;
    type Beside<T: Send + 'static> = Task<T>;

    fn with(&self, credentials: Credentials) -> taskcluster_core::Result<Self> {
        self.with_credentials(credentials)
    }

    async fn send<T: Send + 'static>(call: Call<Self, T>) -> taskcluster_core::Result<T> {
        call.send().await
    }

    async fn response<T: Send + 'static>(
        call: Call<Self, T>,
    ) -> taskcluster_core::Result<Response> {
        call.response().await
    }

    async fn items<T>(call: Call<Self, T>) -> taskcluster_core::Result<Vec<T::Item>>
    where
        T: Page + Send + 'static,
        T::Item: Send,
    {
        let mut items = call.items();
        let mut found = Vec::new();
        while let Some(item) = items.next().await {
            found.push(item?);
        }
        Ok(found)
    }

    async fn open(
        &self,
        transfer: &Transfer,
        time_left: Option<Duration>,
    ) -> Result<(Response, TransferStream), TransportFailure> {
        self.transfer(transfer, None, time_left).await
    }

    async fn read(
        body: &mut TransferStream,
        _: Option<Bytes>,
    ) -> Result<Option<Bytes>, TransportFailure> {
        body.next().await.transpose()
    }

    async fn push(
        &self,
        transfer: &Transfer,
        body: Outgoing,
        time_left: Option<Duration>,
    ) -> (Pushed, Outgoing) {
        let kept = Arc::new(Mutex::new(Some(Hashed::new(body))));
        let pieces = Some(stream(&kept));
        let answer = match self.transfer(transfer, pieces, time_left).await {
            Ok((head, words)) => Ok((head, beginning::<Self>(words).await)),
            Err(e) => Err(e),
        };
        let body = match taken(&kept) {
            Some(body) => body.end().await,
            None => Outgoing::lost(),
        };
        (answer, body)
    }

    async fn all<T: Send, F: Future<Output = T> + Send>(jobs: Vec<F>) -> Vec<T> {
        futures_util::future::join_all(jobs).await
    }

    async fn meanwhile<T: Send>(
        work: impl Future<Output = T> + Send,
        every: Duration,
        tick: Tick,
    ) -> io::Result<T> {
        let mut work = pin!(work);
        loop {
            let wait = pin!(tokio::time::sleep(every));
            if let Either::Left((outcome, _)) = select(work.as_mut(), wait).await {
                return Ok(outcome);
            }
            if let Either::Left((outcome, begun)) = select(work.as_mut(), tick()).await {
                // What was begun is brought to its end, as it may have changed something elsewhere.
                begun.await;
                return Ok(outcome);
            }
        }
    }

    async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
        let mut task = Task::default();
        task.begin(work).await;
        task.end().await
    }

    async fn pause(&self, wait: Duration) {
        self.pause(wait).await;
    }
}

type Kept = Arc<Mutex<Option<Hashed<AsyncClient>>>>;

fn taken(kept: &Kept) -> Option<Hashed<AsyncClient>> {
    kept.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// The bytes of a body, which is put back after each piece.
fn stream(kept: &Kept) -> TransferSource {
    Box::pin(unfold(Arc::clone(kept), |kept| async move {
        let mut body = taken(&kept)?;
        let piece = body.piece().await;
        *kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(body);
        match piece {
            Ok((_, 0)) => None,
            Ok((room, length)) => Some((Ok(Bytes::from_owner(room).slice(..length)), kept)),
            Err(e) => Some((Err(e), kept)),
        }
    }))
}

/// Work on a thread that may be held up.
pub(crate) struct Task<T> {
    task: Option<JoinHandle<T>>,
    /// What was done here, where there is no runtime of tokio.
    done: Option<T>,
}

impl<T> Default for Task<T> {
    fn default() -> Self {
        Self {
            task: None,
            done: None,
        }
    }
}

impl<T: Send + 'static> Beside<T> for Task<T> {
    async fn begin(&mut self, work: impl FnOnce() -> T + Send + 'static) {
        match Handle::try_current() {
            Ok(runtime) => self.task = Some(runtime.spawn_blocking(work)),
            Err(_) => self.done = Some(work()),
        }
    }

    async fn end(&mut self) -> Option<T> {
        match &mut self.task {
            Some(task) => {
                let outcome = task.await.ok();
                self.task = None;
                outcome
            }
            None => self.done.take(),
        }
    }
}
