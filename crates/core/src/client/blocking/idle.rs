//! Closes the connections of a blocking client that makes no calls any more.
//!
//! ureq looks at the ages of its idle connections when it makes or ends a call. So a client that falls
//! silent would keep its sockets, also those that the server has closed. Here a thread looks at the client
//! from time to time as long as calls are made, gives it a new agent once it was silent for
//! [`MAX_IDLE`], and ends. What is left of the old agent takes its connections along.
//!
//! A client that makes a single call needs no such thread: that one socket may stay until the next call or the client's end.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, Weak};
use std::thread;
use std::time::Duration;

use ureq::Agent;

use crate::client::settings::MAX_IDLE;

/// So often the client is looked at in the time that it may be idle.
const LOOKS: u32 = 3;

/// Makes an agent that has no connections yet.
type Make = Box<dyn Fn() -> Agent + Send + Sync>;

/// An agent whose idle connections are closed in time.
pub(super) struct Kept(Arc<Shared>);

struct Shared {
    make: Make,
    agent: RwLock<Agent>,
    /// How many calls have ended.
    ended: AtomicUsize,
    /// Whether there is a thread that looks at this client.
    is_watched: AtomicBool,
    /// Dropped with the client, which ends the thread.
    end: Mutex<Option<Sender<()>>>,
    /// The time between two looks.
    pause: Duration,
}

impl Kept {
    pub(super) fn new(make: impl Fn() -> Agent + Send + Sync + 'static) -> Self {
        Self::watched_each(MAX_IDLE / LOOKS, make)
    }

    fn watched_each(pause: Duration, make: impl Fn() -> Agent + Send + Sync + 'static) -> Self {
        Self(Arc::new(Shared {
            agent: RwLock::new(make()),
            make: Box::new(make),
            ended: AtomicUsize::new(0),
            is_watched: AtomicBool::new(false),
            end: Mutex::default(),
            pause,
        }))
    }

    /// Lends the agent for one call, to the end of its answer.
    pub(super) fn lend<T>(&self, call: impl FnOnce(&Agent) -> T) -> T {
        let outcome = call(&self.0.agent());
        let is_first = self.0.ended.fetch_add(1, Ordering::Relaxed) == 0;
        // The thread that ends says so before the agent can be lent again.
        if !is_first && !self.0.is_watched.load(Ordering::Relaxed) {
            watch(&self.0);
        }
        outcome
    }
}

impl Shared {
    fn agent(&self) -> RwLockReadGuard<'_, Agent> {
        // An agent is put in its place as a whole.
        self.agent.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets go of all connections, unless a call is under way.
    fn renew(&self) -> bool {
        let fresh = (self.make)();
        let Ok(mut agent) = self.agent.try_write() else {
            return false;
        };
        let old = std::mem::replace(&mut *agent, fresh);
        self.is_watched.store(false, Ordering::Relaxed);
        drop(agent);
        drop(old);
        true
    }
}

/// Starts the thread, unless another call does. Where there can be none, nothing is closed.
fn watch(shared: &Arc<Shared>) {
    if shared.is_watched.swap(true, Ordering::Relaxed) {
        return;
    }
    let (sender, end) = channel();
    *shared.end.lock().unwrap_or_else(PoisonError::into_inner) = Some(sender);
    let (pause, weak) = (shared.pause, Arc::downgrade(shared));
    let thread = thread::Builder::new().name("taskcluster-idle".to_owned());
    if thread.spawn(move || look(&weak, &end, pause)).is_err() {
        shared.is_watched.store(false, Ordering::Relaxed);
    }
}

/// Looks at a client until it was idle for long, or is gone.
fn look(shared: &Weak<Shared>, end: &Receiver<()>, pause: Duration) {
    let (mut known, mut looks) = (0, 0);
    while end.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
        let Some(shared) = shared.upgrade() else {
            return;
        };
        let ended = shared.ended.load(Ordering::Relaxed);
        looks = if ended == known { looks + 1 } else { 0 };
        known = ended;
        if looks >= LOOKS && shared.renew() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::{TcpListener, TcpStream};
    use std::sync::Barrier;
    use std::time::Instant;

    use super::*;

    /// Answers a call on a connection, and says nothing more.
    fn answer(stream: &mut TcpStream) {
        let mut head = Vec::new();
        let mut byte = [0];
        while !head.ends_with(b"\r\n\r\n") {
            stream.read_exact(&mut byte).expect("a request");
            head.push(byte[0]);
        }
        let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        stream.write_all(answer).expect("written");
    }

    fn call(kept: &Kept, url: &str) {
        let answer = kept.lend(|agent| agent.get(url).call());
        assert_eq!(answer.expect("an answer").status(), 200);
    }

    fn kept(pause: Duration) -> Kept {
        let make = || Agent::config_builder().proxy(None).build().new_agent();
        Kept::watched_each(pause, make)
    }

    fn wait_until(what: &str, is_so: impl Fn() -> bool) {
        let begin = Instant::now();
        while !is_so() {
            assert!(begin.elapsed() < Duration::from_secs(60), "never: {what}");
            thread::sleep(Duration::from_millis(1));
        }
    }

    const CALLS: usize = 8;

    #[test]
    fn connections_of_a_silent_client_are_closed() {
        let kept = kept(Duration::from_millis(10));
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}/", listener.local_addr().expect("an address"));
        for _ in 0..2 {
            // All at once, so that each has a connection of its own.
            let together = Barrier::new(CALLS);
            let mut streams: Vec<TcpStream> = thread::scope(|scope| {
                let calls: Vec<_> = (0..CALLS)
                    .map(|_| scope.spawn(|| call(&kept, &url)))
                    .collect();
                let serve = || {
                    let mut stream = listener.accept().expect("a connection").0;
                    together.wait();
                    answer(&mut stream);
                    stream
                };
                let served: Vec<_> = (0..CALLS).map(|_| scope.spawn(serve)).collect();
                calls
                    .into_iter()
                    .for_each(|call| call.join().expect("a call"));
                served
                    .into_iter()
                    .map(|it| it.join().expect("served"))
                    .collect()
            });
            // Half of them are closed by the server first.
            streams.truncate(CALLS / 2);
            for mut stream in streams {
                let limit = Some(Duration::from_secs(60));
                stream.set_read_timeout(limit).expect("it is set");
                assert_eq!(stream.read(&mut [0]).expect("the end"), 0);
            }
            wait_until("unwatched", || !kept.0.is_watched.load(Ordering::Relaxed));
        }
    }

    #[test]
    fn a_single_call_starts_no_thread() {
        let kept = kept(Duration::from_secs(60));
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}/", listener.local_addr().expect("an address"));
        let server = thread::spawn(move || {
            let mut stream = listener.accept().expect("a connection").0;
            answer(&mut stream);
            answer(&mut stream);
        });
        call(&kept, &url);
        assert!(!kept.0.is_watched.load(Ordering::Relaxed));
        call(&kept, &url);
        assert!(kept.0.is_watched.load(Ordering::Relaxed));
        server.join().expect("served");
    }

    #[test]
    fn the_thread_ends_with_the_client() {
        let kept = kept(Duration::from_secs(600));
        watch(&kept.0);
        let weak = Arc::downgrade(&kept.0);
        let (sender, end) = channel();
        *kept.0.end.lock().expect("not poisoned") = Some(sender);
        let thread = thread::spawn(move || look(&weak, &end, Duration::from_secs(600)));
        drop(kept);
        thread.join().expect("it ends");
    }

    #[test]
    fn no_agent_is_taken_from_a_call() {
        let kept = kept(Duration::from_secs(600));
        assert!(kept.lend(|_| !kept.0.renew()));
        assert!(kept.0.renew());
    }
}
