//! Both kinds of client behind one trait, so that each tool is written once.
//!
//! A tool's logic is an `async fn` over any [`Caller`]. With the asynchronous client it is what it looks
//! like. With the blocking one each step is done when it returns, so that nothing is ever waited for, and
//! [`now`] gives the result without a runtime.

use std::future::Future;
use std::time::Duration;

use taskcluster_core::{ApiClient, Call, Credentials, Endpoint, Page, Pages, Result};

#[cfg(feature = "blocking")]
pub(crate) use taskcluster_core::now;

mod sealed {
    pub trait Sealed {}
    #[cfg(feature = "blocking")]
    impl Sealed for taskcluster_core::Client {}
    #[cfg(feature = "async")]
    impl Sealed for taskcluster_core::AsyncClient {}
}

/// A kind of client that tools can use: [`Client`](taskcluster_core::Client), and `AsyncClient` with the feature `async`.
pub trait Caller: sealed::Sealed + ApiClient + Clone + Send + Sync + 'static {
    #[doc(hidden)]
    fn fetch<T: Send>(call: Call<Self, T>) -> impl Future<Output = Result<T>> + Send;

    #[doc(hidden)]
    fn page<T: Page + Send>(
        pages: &mut Pages<Self, T>,
    ) -> impl Future<Output = Option<Result<T>>> + Send;

    #[cfg(feature = "artifacts")]
    #[doc(hidden)]
    fn text(
        get: taskcluster_artifacts::Get<Self>,
    ) -> impl Future<Output = taskcluster_artifacts::Result<String>> + Send;

    /// A client for another caller, with the same connections.
    #[doc(hidden)]
    fn acting_as(&self, credentials: Credentials) -> Result<Self>;

    #[doc(hidden)]
    fn pause(&self, time: Duration) -> impl Future<Output = ()> + Send;

    /// Does all of some work, with at most so many steps of it under way at once.
    #[doc(hidden)]
    fn all<W: Work>(&self, at_once: usize, work: W) -> impl Future<Output = W> + Send;
}

/// What a service's reference says of a method, for payloads and answers that are not those of its types.
pub(crate) fn endpoint(
    endpoints: &'static [Endpoint],
    name: &str,
) -> crate::Result<&'static Endpoint> {
    let found = endpoints.iter().find(|endpoint| endpoint.name == name);
    found.ok_or_else(|| crate::Error::refused(format!("there is no method {name}")))
}

/// Work in steps, some of which may have to wait for others.
#[doc(hidden)]
pub trait Work: Send {
    type Step: Send;
    type Done: Send;

    /// A step that can be begun. `None` where there is none: for ever, if no step is under way.
    fn next(&mut self) -> Option<Self::Step>;

    /// Whether there is such a step.
    fn has_next(&self) -> bool;

    /// Does a step.
    fn run(step: Self::Step) -> impl Future<Output = Self::Done> + Send;

    /// Takes what came of a step.
    fn done(&mut self, done: Self::Done);
}

#[cfg(feature = "blocking")]
mod blocking {
    use std::future::Future;
    use std::time::Duration;

    use taskcluster_core::{Call, Client, Credentials, Page, Pages, Result};

    use super::{Caller, Work};
    use crate::threads::in_threads;

    impl Caller for Client {
        fn fetch<T: Send>(call: Call<Self, T>) -> impl Future<Output = Result<T>> + Send {
            std::future::ready(call.send())
        }

        fn page<T: Page + Send>(
            pages: &mut Pages<Self, T>,
        ) -> impl Future<Output = Option<Result<T>>> + Send {
            std::future::ready(pages.next())
        }

        #[cfg(feature = "artifacts")]
        fn text(
            get: taskcluster_artifacts::Get<Self>,
        ) -> impl Future<Output = taskcluster_artifacts::Result<String>> + Send {
            std::future::ready(get.to_string())
        }

        fn acting_as(&self, credentials: Credentials) -> Result<Self> {
            self.with_credentials(credentials)
        }

        fn pause(&self, time: Duration) -> impl Future<Output = ()> + Send {
            self.pause(time);
            std::future::ready(())
        }

        fn all<W: Work>(&self, at_once: usize, work: W) -> impl Future<Output = W> + Send {
            std::future::ready(in_threads(at_once, work))
        }
    }
}

#[cfg(feature = "async")]
mod asynchronous {
    use std::future::Future;
    use std::time::Duration;

    use futures_util::StreamExt as _;
    use futures_util::stream::FuturesUnordered;
    use taskcluster_core::{AsyncClient, Call, Credentials, Page, Pages, Result};

    use super::{Caller, Work};

    impl Caller for AsyncClient {
        fn fetch<T: Send>(call: Call<Self, T>) -> impl Future<Output = Result<T>> + Send {
            call.send()
        }

        fn page<T: Page + Send>(
            pages: &mut Pages<Self, T>,
        ) -> impl Future<Output = Option<Result<T>>> + Send {
            pages.next()
        }

        #[cfg(feature = "artifacts")]
        async fn text(
            get: taskcluster_artifacts::Get<Self>,
        ) -> taskcluster_artifacts::Result<String> {
            get.to_string().await
        }

        fn acting_as(&self, credentials: Credentials) -> Result<Self> {
            self.with_credentials(credentials)
        }

        fn pause(&self, time: Duration) -> impl Future<Output = ()> + Send {
            self.pause(time)
        }

        async fn all<W: Work>(&self, at_once: usize, mut work: W) -> W {
            let mut running = FuturesUnordered::new();
            loop {
                while running.len() < at_once.max(1)
                    && let Some(step) = work.next()
                {
                    running.push(W::run(step));
                }
                match running.next().await {
                    Some(done) => work.done(done),
                    None => return work,
                }
            }
        }
    }
}
