//! What touches sockets, clocks and threads, once for each kind of client. All else is written once, over
//! [`Colour`], as `async` functions: with the blocking client nothing in them ever waits for a waker, so that
//! [`now`] has their outcome at once.

#[cfg(feature = "async")]
mod asynchronous;
#[cfg(feature = "blocking")]
mod blocking;
mod hashed;

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use taskcluster_core::exchange::Moment;
use taskcluster_core::{ApiClient, Call, Credentials, Page, Response, Transfer, TransportFailure};

use crate::content::outgoing::Outgoing;

#[cfg(feature = "blocking")]
pub(crate) use taskcluster_core::now;

/// The head and the first bytes of the answer to a request with a body.
pub(crate) type Pushed = Result<(Response, Vec<u8>), TransportFailure>;

/// A future of whatever kind.
pub(crate) type Boxed<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// What is done again and again.
pub(crate) type Tick = Arc<dyn Fn() -> Boxed<()> + Send + Sync>;

/// So much of a body is read at once, at most.
pub(crate) const CHUNK: usize = 256 * 1024;

/// Where there is more than so much, it is worth a thread to hash it beside.
pub(crate) const LARGE: u64 = 512 * 1024;

/// A kind of client.
pub(crate) trait Colour: ApiClient + Send + Sync + 'static {
    /// The body of an answer.
    type Body: Send;
    /// Bytes of it.
    type Piece: AsRef<[u8]> + Send + Sync + 'static;
    /// Work that goes on beside.
    type Beside<T: Send + 'static>: Beside<T>;

    fn with(&self, credentials: Credentials) -> taskcluster_core::Result<Self>;

    fn send<T: Send + 'static>(
        call: Call<Self, T>,
    ) -> impl Future<Output = taskcluster_core::Result<T>> + Send;

    fn response<T: Send + 'static>(
        call: Call<Self, T>,
    ) -> impl Future<Output = taskcluster_core::Result<Response>> + Send;

    fn items<T>(
        call: Call<Self, T>,
    ) -> impl Future<Output = taskcluster_core::Result<Vec<T::Item>>> + Send
    where
        T: Page + Send + 'static,
        T::Item: Send;

    /// Sends a request without a body.
    fn open(
        &self,
        transfer: &Transfer,
        time_left: Option<Duration>,
    ) -> impl Future<Output = Result<(Response, Self::Body), TransportFailure>> + Send;

    /// The next bytes; `None` at the end. `spare` is room that was used before.
    fn read(
        body: &mut Self::Body,
        spare: Option<Self::Piece>,
    ) -> impl Future<Output = Result<Option<Self::Piece>, TransportFailure>> + Send;

    /// Sends a request with a body, which comes back with the answer and the first bytes of the answer's.
    fn push(
        &self,
        transfer: &Transfer,
        body: Outgoing,
        time_left: Option<Duration>,
    ) -> impl Future<Output = (Pushed, Outgoing)> + Send;

    /// Does several things at once.
    fn all<T: Send, F: Future<Output = T> + Send>(
        jobs: Vec<F>,
    ) -> impl Future<Output = Vec<T>> + Send;

    /// Does something again and again, so long after it was done last, until the work is done. An error is one of
    /// the system, which has no thread for it.
    fn meanwhile<T: Send>(
        work: impl Future<Output = T> + Send,
        every: Duration,
        tick: Tick,
    ) -> impl Future<Output = io::Result<T>> + Send;

    /// Does a piece of work that may hold up its thread. `None` where it panicked.
    fn aside<T: Send + 'static>(
        work: impl FnOnce() -> T + Send + 'static,
    ) -> impl Future<Output = Option<T>> + Send;

    fn pause(&self, wait: Duration) -> impl Future<Output = ()> + Send;
}

/// Work that goes on beside, one piece at a time.
pub(crate) trait Beside<T>: Default + Send {
    /// Begins a piece of work.
    fn begin(
        &mut self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> impl Future<Output = ()> + Send;

    /// Waits for it. `None` where there is none, or it panicked.
    fn end(&mut self) -> impl Future<Output = Option<T>> + Send;
}

/// The time, and a random number.
pub(crate) fn moment(begin: Instant) -> Moment {
    Moment {
        now: SystemTime::now(),
        elapsed: begin.elapsed(),
        random: rand::random(),
    }
}

/// Reads the first bytes of a body, for what they say.
pub(crate) async fn beginning<C: Colour>(mut body: C::Body) -> Vec<u8> {
    const ENOUGH: usize = 4 * 1024;
    let mut bytes = Vec::new();
    while let Ok(Some(piece)) = C::read(&mut body, None).await {
        bytes.extend_from_slice(piece.as_ref());
        if bytes.len() >= ENOUGH {
            bytes.truncate(ENOUGH);
            break;
        }
    }
    bytes
}
