//! What an HTTP stack must do to carry calls.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use crate::answer::error::{Result, TransportFailure};
use crate::answer::response::Response;
use crate::client::settings::HttpSettings;
use crate::client::transfer::{Transfer, TransferSource, TransferStream};
use crate::exchange::Attempt;

/// A future on the heap.
#[cfg(feature = "async")]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// An HTTP stack and a runtime's clock: implement it to bring your own.
#[cfg(feature = "async")]
pub trait Transport: Send + Sync {
    /// Takes over what a [`ClientBuilder`](crate::ClientBuilder) was told, which calls this once, before
    /// anything is sent. A transport that wraps another one hands it on. Proxies and certificates of a
    /// stack of its own are its own concern.
    ///
    /// # Errors
    /// A setting cannot be kept; no client is built then.
    fn configure(&mut self, settings: &HttpSettings) -> Result<()>;

    /// Puts one attempt on the wire as it is, and reads the whole answer.
    ///
    /// The URL's path and query must go out byte for byte, since they are signed. Redirects must
    /// not be followed. Every status is an answer. Half an answer is a failure, and so is one that
    /// is too large to keep: a [lasting](TransportFailure::lasting) one.
    ///
    /// `limit` is the time until the answer begins, and again until it is complete. `time_left` is
    /// the time for all of it, where the call has a deadline. Beyond them is a failure too.
    fn send<'a>(
        &'a self,
        attempt: Attempt<'a>,
        limit: Duration,
        time_left: Option<Duration>,
    ) -> BoxFuture<'a, Result<Response, TransportFailure>>;

    /// Puts a request for content on the wire as it is, with the bytes of `body` where it is to have some,
    /// and gives the head of the answer, and its body as a stream. The other words of
    /// [`send`](Self::send) hold too; `limit` is the time until the answer begins, and the longest
    /// time in which nothing comes or goes after that.
    #[doc(hidden)]
    fn transfer<'a>(
        &'a self,
        _transfer: &'a Transfer,
        _body: Option<TransferSource>,
        _limit: Duration,
        _time_left: Option<Duration>,
    ) -> BoxFuture<'a, Result<(Response, TransferStream), TransportFailure>> {
        let why =
            "this transport carries calls, and no content of artifacts: `Transport::transfer`";
        Box::pin(async move { Err(TransportFailure::lasting(why).before_sending()) })
    }

    /// Waits between two attempts.
    fn sleep(&self, wait: Duration) -> BoxFuture<'_, ()>;
}
