//! Connections for each runtime: one lives on the runtime that made it, and is no good elsewhere.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use bytes::Bytes;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{Either, Full};
use tokio::runtime::{Handle, Id};
use tokio::sync::oneshot;

use super::pool::Pool;
use super::route::InTime;

/// What is sent: a payload, or content that comes in pieces.
pub(super) type Sent = Either<Full<Bytes>, UnsyncBoxBody<Bytes, io::Error>>;

/// A pool for each runtime that calls were made on, dropped with it.
pub(super) struct Pools {
    connector: Arc<InTime>,
    open: Arc<Mutex<Vec<Open>>>,
}

struct Open {
    runtime: Id,
    pool: Arc<Pool>,
    /// Ends the task that waits for the end of the runtime, when there is no client any more.
    _wanted: oneshot::Sender<()>,
}

impl Pools {
    pub(super) fn new(connector: InTime) -> Self {
        Self {
            connector: Arc::new(connector),
            open: Arc::default(),
        }
    }

    /// The pool of a runtime.
    pub(super) fn of(&self, runtime: &Handle) -> Arc<Pool> {
        let id = runtime.id();
        let (pool, unwanted) = {
            let mut open = locked(&self.open);
            if let Some(known) = open.iter().find(|open| open.runtime == id) {
                return Arc::clone(&known.pool);
            }
            let pool = Arc::new(Pool::new(Arc::clone(&self.connector)));
            let (wanted, unwanted) = oneshot::channel();
            open.push(Open {
                runtime: id,
                pool: Arc::clone(&pool),
                _wanted: wanted,
            });
            (pool, unwanted)
        };
        let closing = Closing {
            runtime: id,
            open: Arc::downgrade(&self.open),
        };
        // Without the lock: a runtime that is ending drops the task here and now.
        runtime.spawn(async move {
            let _closing = closing;
            // The other side is dropped with the last client.
            let _ = unwanted.await;
        });
        pool
    }
}

/// Is dropped with its runtime, and takes the pool along.
struct Closing {
    runtime: Id,
    open: Weak<Mutex<Vec<Open>>>,
}

impl Drop for Closing {
    fn drop(&mut self) {
        let Some(open) = self.open.upgrade() else {
            return;
        };
        let mut open = locked(&open);
        let place = open.iter().position(|open| open.runtime == self.runtime);
        let closed = place.map(|place| open.swap_remove(place));
        drop(open);
        drop(closed);
    }
}

/// No panic leaves the list half changed.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use tokio::runtime::{self, Runtime};

    use super::super::route::direct;
    use super::*;

    fn runtime() -> Runtime {
        let runtime = runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime")
    }

    #[test]
    fn a_pool_ends_with_its_runtime() {
        let pools = Pools::new(direct());
        let count = || locked(&pools.open).len();
        let (one, other) = (runtime(), runtime());
        let pool = pools.of(one.handle());
        assert!(Arc::ptr_eq(&pool, &pools.of(one.handle())));
        assert!(!Arc::ptr_eq(&pool, &pools.of(other.handle())));
        assert_eq!(count(), 2);
        let ended = one.handle().clone();
        drop(one);
        assert_eq!(count(), 1);
        // Nor does one stay that is made for a runtime which has ended.
        pools.of(&ended);
        assert_eq!(count(), 1);
    }
}
