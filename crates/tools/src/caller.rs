//! Both kinds of client behind one trait, so that each tool is written once.
//!
//! A tool's logic is an `async fn` over any [`Caller`]. With the asynchronous client it is what it looks
//! like. With the blocking one each step is done when it returns, so that nothing is ever waited for, and
//! [`now`] gives the result without a runtime.

use std::future::Future;
use std::time::Duration;

use taskcluster_core::{ApiClient, Call, Credentials, Page, Pages, Result};

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
    use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
    use std::thread;
    use std::time::Duration;

    use taskcluster_core::{Call, Client, Credentials, Page, Pages, Result};

    use super::{Caller, Work, now};

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

    /// Work, and how many of its steps are under way.
    ///
    /// A thread that begins a step wakes one other where there is a second one, and that one the next.
    /// So no more threads wake than there are steps for, however many wait.
    struct Shared<W> {
        work: W,
        running: usize,
    }

    fn in_threads<W: Work>(threads: usize, work: W) -> W {
        let shared = Mutex::new(Shared { work, running: 0 });
        let changed = Condvar::new();
        thread::scope(|scope| {
            // The calling thread works too.
            for _ in 1..threads {
                scope.spawn(|| labour(&shared, &changed));
            }
            labour(&shared, &changed);
        });
        let shared = shared.into_inner().unwrap_or_else(PoisonError::into_inner);
        shared.work
    }

    fn labour<W: Work>(shared: &Mutex<Shared<W>>, changed: &Condvar) {
        let mut held = lock(shared);
        loop {
            if let Some(step) = held.work.next() {
                held.running += 1;
                if held.work.has_next() {
                    changed.notify_one();
                }
                drop(held);
                let done = now(W::run(step));
                held = lock(shared);
                held.running -= 1;
                held.work.done(done);
            } else if held.running == 0 {
                changed.notify_all();
                return;
            } else {
                held = changed.wait(held).unwrap_or_else(PoisonError::into_inner);
            }
        }
    }

    fn lock<W>(shared: &Mutex<Shared<W>>) -> MutexGuard<'_, Shared<W>> {
        shared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        const STEPS: usize = 400;
        const THREADS: usize = 16;

        /// Steps of which a number can be under way at once, as in rows: the next row begins when one is
        /// done.
        struct Rows {
            width: usize,
            begun: usize,
            done: usize,
            ready: usize,
            most: usize,
            looks: usize,
        }

        impl Work for Rows {
            type Step = ();
            type Done = ();

            fn next(&mut self) -> Option<()> {
                self.looks += 1;
                self.ready = self.ready.checked_sub(1)?;
                self.begun += 1;
                self.most = self.most.max(self.begun - self.done);
                Some(())
            }

            fn has_next(&self) -> bool {
                self.ready > 0
            }

            async fn run((): ()) {
                // Others have the time to come to the lock.
                thread::yield_now();
            }

            fn done(&mut self, (): ()) {
                self.done += 1;
                if self.done.is_multiple_of(self.width) && self.done < STEPS {
                    self.ready = self.width;
                }
            }
        }

        fn work(width: usize) -> Rows {
            let rows = Rows {
                width,
                begun: 0,
                done: 0,
                ready: width,
                most: 0,
                looks: 0,
            };
            in_threads(THREADS, rows)
        }

        #[test]
        fn each_step_is_done_once_and_no_more_at_once_than_may_be() {
            for width in [1, 4, 100] {
                let rows = work(width);
                assert_eq!((rows.begun, rows.done), (STEPS, STEPS), "{width}");
                assert!(rows.most <= width.min(THREADS), "{width}: {}", rows.most);
            }
        }

        #[test]
        fn threads_that_have_nothing_to_do_are_not_woken() {
            // One step at a time: each thread looks in vain when it begins and when all is done.
            let looks = work(1).looks;
            assert!(looks <= STEPS + 4 * THREADS, "{looks}");
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
