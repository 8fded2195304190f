//! Logs that can be read while they are written.

use std::collections::HashMap;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use taskcluster_client::slugid;

/// What a task has printed so far.
#[derive(Default)]
pub struct Log {
    written: Mutex<Written>,
    more: Condvar,
}

#[derive(Default)]
struct Written {
    text: Vec<u8>,
    is_whole: bool,
}

impl Log {
    pub fn append(&self, bytes: &[u8]) {
        lock(&self.written).text.extend_from_slice(bytes);
        self.more.notify_all();
    }

    /// Appends a line of the worker's own.
    pub fn line(&self, text: &str) {
        self.append(format!("[worker] {text}\n").as_bytes());
    }

    pub fn text(&self) -> Vec<u8> {
        lock(&self.written).text.clone()
    }

    fn end(&self) {
        lock(&self.written).is_whole = true;
        self.more.notify_all();
    }

    /// What has been appended since; nothing once the log is whole.
    fn since(&self, start: usize) -> Vec<u8> {
        let mut written = lock(&self.written);
        while written.text.len() == start && !written.is_whole {
            let waited = self.more.wait(written);
            written = waited.unwrap_or_else(PoisonError::into_inner);
        }
        written.text[start..].to_vec()
    }
}

type Logs = Arc<Mutex<HashMap<String, Arc<Log>>>>;

/// Serves the logs of running tasks by HTTP, each at a path that cannot be guessed.
#[derive(Clone)]
pub struct LogServer {
    address: SocketAddr,
    logs: Logs,
}

/// A log that is served until this is dropped.
pub struct LiveLog {
    url: String,
    path: String,
    log: Arc<Log>,
    logs: Logs,
}

impl LogServer {
    /// Serves from this machine to this machine, until the process ends.
    ///
    /// # Errors
    /// No port or no thread can be had.
    pub fn start() -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let logs = Logs::default();
        let served = Arc::clone(&logs);
        std::thread::Builder::new().spawn(move || {
            for stream in listener.incoming().flatten() {
                let served = Arc::clone(&served);
                // A reader who leaves early, or was never one, is no problem of the task.
                std::thread::spawn(move || serve(&stream, &served).ok());
            }
        })?;
        Ok(Self { address, logs })
    }

    /// Begins to serve a new log.
    pub fn open(&self) -> LiveLog {
        let path = format!("/log/{}", slugid::v4());
        let log = Arc::new(Log::default());
        lock(&self.logs).insert(path.clone(), Arc::clone(&log));
        LiveLog {
            url: format!("http://{}{path}", self.address),
            path,
            log,
            logs: Arc::clone(&self.logs),
        }
    }
}

impl LiveLog {
    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn log(&self) -> &Arc<Log> {
        &self.log
    }
}

impl Drop for LiveLog {
    fn drop(&mut self) {
        self.log.end();
        lock(&self.logs).remove(&self.path);
    }
}

/// Answers one request with all that the log has and will have.
fn serve(mut stream: &TcpStream, logs: &Logs) -> io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    while lines
        .next()
        .transpose()?
        .is_some_and(|line| !line.is_empty())
    {}
    let path = first.split(' ').nth(1).unwrap_or_default();
    let Some(log) = lock(logs).get(path).cloned() else {
        let head = "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
        return stream.write_all(head.as_bytes());
    };
    // Without a length: the end of the connection is the end of the log.
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/plain; charset=utf-8\r\n\
                connection: close\r\n\r\n";
    stream.write_all(head.as_bytes())?;
    let mut sent = 0;
    loop {
        let text = log.since(sent);
        if text.is_empty() {
            return Ok(());
        }
        stream.write_all(&text)?;
        sent += text.len();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
