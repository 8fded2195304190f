//! Several calls as one.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

#[cfg(feature = "blocking")]
use taskcluster_core::Client;

#[cfg(feature = "blocking")]
use crate::caller::now;
use crate::error::Result;

type Logic<T> = Pin<Box<dyn Future<Output = Result<T>> + Send>>;

/// Several calls that have one result. Nothing is sent until [`send`](Self::send) is called; with an
/// asynchronous client it is awaited.
#[must_use = "a job does nothing until it is sent"]
pub struct Job<C, T> {
    begin: Box<dyn FnOnce() -> Logic<T> + Send>,
    client: PhantomData<fn() -> C>,
}

impl<C, T> Job<C, T> {
    pub(crate) fn new<F>(begin: impl FnOnce() -> F + Send + 'static) -> Self
    where
        F: Future<Output = Result<T>> + Send + 'static,
    {
        Self {
            begin: Box::new(|| Box::pin(begin())),
            client: PhantomData,
        }
    }
}

#[cfg(feature = "blocking")]
impl<T> Job<Client, T> {
    /// Sends the calls, and waits for their result.
    ///
    /// # Errors
    /// See [`Error`](crate::Error).
    pub fn send(self) -> Result<T> {
        now((self.begin)())
    }
}

#[cfg(feature = "async")]
#[cfg_attr(docsrs, doc(cfg(feature = "async")))]
impl<T> Job<taskcluster_core::AsyncClient, T> {
    /// Sends the calls; the result comes when it is awaited.
    ///
    /// # Errors
    /// See [`Error`](crate::Error).
    pub async fn send(self) -> Result<T> {
        (self.begin)().await
    }
}

/// A job is sent when it is awaited, as by [`send`](Job::send).
#[cfg(feature = "async")]
#[cfg_attr(docsrs, doc(cfg(feature = "async")))]
impl<T: 'static> IntoFuture for Job<taskcluster_core::AsyncClient, T> {
    type Output = Result<T>;
    type IntoFuture = Logic<T>;

    fn into_future(self) -> Self::IntoFuture {
        (self.begin)()
    }
}

impl<C, T> fmt::Debug for Job<C, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Job").finish_non_exhaustive()
    }
}
