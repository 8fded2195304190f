//! How the thread that saves the state hears that something has changed.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A bell that is heard once, however often it was rung before.
#[derive(Default)]
pub(crate) struct Bell {
    heard: Mutex<Rung>,
    rung: Condvar,
}

#[derive(Default)]
struct Rung {
    is_rung: bool,
    is_over: bool,
}

impl Bell {
    pub(crate) fn ring(&self) {
        self.lock().is_rung = true;
        self.rung.notify_one();
    }

    /// Rings for the last time.
    pub(crate) fn stop(&self) {
        self.lock().is_over = true;
        self.rung.notify_one();
    }

    /// Waits until it is rung; false once that was for the last time.
    pub(crate) fn wait(&self) -> bool {
        let rung = self.lock();
        let waited = self.rung.wait_while(rung, |it| !it.is_rung && !it.is_over);
        let mut rung = waited.unwrap_or_else(PoisonError::into_inner);
        rung.is_rung = false;
        !rung.is_over
    }

    /// Waits for a time, unless it is over before.
    pub(crate) fn pause(&self, time: Duration) {
        let rung = self.lock();
        // However this ends, the time has passed or it is over.
        let _ = self.rung.wait_timeout_while(rung, time, |it| !it.is_over);
    }

    fn lock(&self) -> MutexGuard<'_, Rung> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
