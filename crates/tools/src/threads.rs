//! Work in steps, done by threads: the way of the blocking client.

use std::panic::resume_unwind;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::caller::{Work, now};

/// Work, and how many of its steps are under way.
///
/// A thread that begins a step wakes one other where there is a second one, and that one the next.
/// So no more threads wake than there are steps for, however many wait.
struct Shared<W> {
    work: W,
    running: usize,
    /// A thread has panicked: no other begins a step, or waits for one.
    is_over: bool,
}

/// Ends with the panic of a thread, if one has panicked: once the steps that are under way have ended, of
/// which the work is told nothing.
pub(crate) fn in_threads<W: Work>(threads: usize, work: W) -> W {
    let shared = Mutex::new(Shared {
        work,
        running: 0,
        is_over: false,
    });
    let changed = Condvar::new();
    thread::scope(|scope| {
        let labour = || labour(&shared, &changed);
        // The calling thread works too, and does what others should for which the system has no room.
        let other = |_| thread::Builder::new().spawn_scoped(scope, labour).ok();
        let others: Vec<_> = (1..threads).filter_map(other).collect();
        labour();
        for other in others {
            // Left to the scope, it would be a panic that says nothing.
            other.join().unwrap_or_else(|panic| resume_unwind(panic));
        }
    });
    let shared = shared.into_inner().unwrap_or_else(PoisonError::into_inner);
    shared.work
}

fn labour<W: Work>(shared: &Mutex<Shared<W>>, changed: &Condvar) {
    let _end = End { shared, changed };
    let mut held = lock(shared);
    while !held.is_over {
        if let Some(step) = held.work.next() {
            held.running += 1;
            if held.work.has_next() {
                changed.notify_one();
            }
            drop(held);
            let done = now(W::run(step));
            held = lock(shared);
            if held.is_over {
                return;
            }
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

/// Tells the others of a panic, which lets go of the lock before this is dropped.
struct End<'a, W> {
    shared: &'a Mutex<Shared<W>>,
    changed: &'a Condvar,
}

impl<W> Drop for End<'_, W> {
    fn drop(&mut self) {
        if thread::panicking() {
            lock(self.shared).is_over = true;
            self.changed.notify_all();
        }
    }
}

fn lock<W>(shared: &Mutex<Shared<W>>) -> MutexGuard<'_, Shared<W>> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, mpsc};
    use std::time::Duration;

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

    /// A step that panics, or of which the taking does, while all other threads wait for what it makes possible.
    struct Bad {
        in_step: bool,
        ready: usize,
        waiting: Arc<AtomicUsize>,
    }

    impl Work for Bad {
        type Step = (bool, Arc<AtomicUsize>);
        type Done = ();

        fn next(&mut self) -> Option<Self::Step> {
            let Some(ready) = self.ready.checked_sub(1) else {
                self.waiting.fetch_add(1, Ordering::SeqCst);
                return None;
            };
            self.ready = ready;
            Some((self.in_step, Arc::clone(&self.waiting)))
        }

        fn has_next(&self) -> bool {
            self.ready > 0
        }

        async fn run((in_step, waiting): Self::Step) {
            while waiting.load(Ordering::SeqCst) < THREADS - 1 {
                thread::yield_now();
            }
            assert!(!in_step, "a bad step");
        }

        fn done(&mut self, (): ()) {
            panic!("a bad step");
        }
    }

    #[test]
    fn a_panic_is_the_end_of_all_threads() {
        for in_step in [true, false] {
            let (ended, end) = mpsc::channel();
            thread::spawn(move || {
                let bad = || Bad {
                    in_step,
                    ready: 1,
                    waiting: Arc::default(),
                };
                let panic = catch_unwind(|| drop(in_threads(THREADS, bad())));
                let _ = ended.send(panic.expect_err("a panic"));
            });
            let panic = end.recv_timeout(Duration::from_secs(60));
            let panic = panic.expect("threads do not wait for ever");
            assert_eq!(panic.downcast_ref::<&str>(), Some(&"a bad step"));
        }
    }

    #[test]
    fn threads_that_have_nothing_to_do_are_not_woken() {
        // One step at a time: each thread looks in vain when it begins and when all is done.
        let looks = work(1).looks;
        assert!(looks <= STEPS + 4 * THREADS, "{looks}");
    }
}
