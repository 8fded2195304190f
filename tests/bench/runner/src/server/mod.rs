//! The servers, in a process of their own: `runner serve AUTHORITY`.
//!
//! Each listens on a port of loopback, with a thread for each connection, and answers with bytes
//! that were prepared: `answers`, those about `tasks` apart. One takes its time, one has `faults`, one speaks TLS (`tls`), one has
//! artifacts (`content`). The first line on standard output has their ports. Each further line answers one on standard input,
//! which is an index of a server: what this server has counted since it was asked before.

mod answers;
mod content;
pub mod faults;
mod tasks;
mod tls;

use std::io::{self, BufRead as _, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use answers::Answers;
use content::Content;
use faults::{Fate, Fates};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// Which server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Answers at once.
    Instant,
    /// Answers after 20 ms.
    Slow,
    /// Answers at once, but not always.
    Faulty,
    /// Answers at once, over TLS.
    Https,
    /// Has artifacts.
    Artifacts,
}

/// All of them, in the order of their ports.
pub const KINDS: [Kind; 5] = [
    Kind::Instant,
    Kind::Slow,
    Kind::Faulty,
    Kind::Https,
    Kind::Artifacts,
];

const SLOW: Duration = Duration::from_millis(20);

struct Server {
    kind: Kind,
    answers: Arc<Answers>,
    content: Arc<Content>,
    tls: Arc<ServerConfig>,
    connections: AtomicUsize,
    requests: AtomicUsize,
    fates: Mutex<Fates>,
}

/// Serves until standard input ends. The authority of the TLS certificate is written to a file.
pub fn run(authority: &Path) -> Result<(), contender::Error> {
    let tls = tls::config(authority)?;
    let answers = Arc::new(Answers::new());
    let content = Arc::new(Content::new());
    let mut ports = Vec::new();
    let mut servers = Vec::new();
    for kind in KINDS {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        ports.push(listener.local_addr()?.port().to_string());
        let server = Arc::new(Server {
            kind,
            answers: Arc::clone(&answers),
            content: Arc::clone(&content),
            tls: Arc::clone(&tls),
            connections: AtomicUsize::new(0),
            requests: AtomicUsize::new(0),
            fates: Mutex::new(Fates::new()),
        });
        servers.push(Arc::clone(&server));
        thread::spawn(move || server.accept(&listener));
    }
    println!("{}", ports.join(" "));
    for line in io::stdin().lock().lines() {
        let index: usize = line?.trim().parse()?;
        let server = servers.get(index).ok_or("there is no such server")?;
        println!("{}", server.take_counts());
    }
    Ok(())
}

impl Server {
    fn accept(self: Arc<Self>, listener: &TcpListener) {
        for stream in listener.incoming().flatten() {
            self.connections.fetch_add(1, Ordering::Relaxed);
            let server = Arc::clone(&self);
            // A connection that breaks is its client's loss.
            thread::spawn(move || server.connection(stream).is_ok());
        }
    }

    /// Connections and requests, and all begins anew.
    fn take_counts(&self) -> String {
        if let Ok(mut fates) = self.fates.lock() {
            *fates = Fates::new();
        }
        let connections = self.connections.swap(0, Ordering::Relaxed);
        let requests = self.requests.swap(0, Ordering::Relaxed);
        format!("{connections} {requests}")
    }

    fn connection(&self, stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        match self.kind {
            Kind::Faulty => self.faulty(stream),
            Kind::Https => {
                let tls = ServerConnection::new(Arc::clone(&self.tls)).map_err(io::Error::other)?;
                self.answer_all(StreamOwned::new(tls, stream))
            }
            Kind::Artifacts => self.content.answer_all(stream, || {
                self.requests.fetch_add(1, Ordering::Relaxed);
            }),
            Kind::Instant | Kind::Slow => self.answer_all(stream),
        }
    }

    fn answer_all(&self, mut stream: impl Read + Write) -> io::Result<()> {
        let mut requests = Requests::new();
        while let Some(target) = requests.next(&mut stream)? {
            self.requests.fetch_add(1, Ordering::Relaxed);
            if self.kind == Kind::Slow {
                thread::sleep(SLOW);
            }
            stream.write_all(self.answers.to(target))?;
            stream.flush()?;
        }
        Ok(())
    }

    fn faulty(&self, mut stream: TcpStream) -> io::Result<()> {
        let mut requests = Requests::new();
        while stream.peek(&mut [0])? > 0 {
            self.requests.fetch_add(1, Ordering::Relaxed);
            let fate = self.fates.lock().ok().and_then(|mut fates| fates.next());
            // A connection that is closed with something unread in it is reset.
            if fate == Some(Fate::Reset) {
                return Ok(());
            }
            let Some(target) = requests.next(&mut stream)? else {
                return Ok(());
            };
            let answer = match fate {
                Some(Fate::Unavailable) => self.answers.unavailable(),
                _ => self.answers.to(target),
            };
            stream.write_all(answer)?;
        }
        Ok(())
    }
}

/// Reads requests, each in one go where it comes in one.
struct Requests {
    buffer: Vec<u8>,
    filled: usize,
}

impl Requests {
    fn new() -> Self {
        Self {
            buffer: vec![0; 64 * 1024],
            filled: 0,
        }
    }

    /// The target of the next request, or `None` where there is none.
    fn next(&mut self, stream: &mut impl Read) -> io::Result<Option<&str>> {
        self.filled = 0;
        loop {
            let read = stream.read(&mut self.buffer[self.filled..])?;
            if read == 0 {
                return Ok(None);
            }
            self.filled += read;
            if is_whole(&self.buffer[..self.filled]) {
                break;
            }
        }
        let line = self.buffer.split(|byte| *byte == b'\r').next();
        let line = str::from_utf8(line.unwrap_or_default()).unwrap_or_default();
        Ok(Some(line.split(' ').nth(1).unwrap_or_default()))
    }
}

/// Whether the headers and the body are there.
fn is_whole(request: &[u8]) -> bool {
    let Some(end) = request.windows(4).position(|bytes| bytes == b"\r\n\r\n") else {
        return false;
    };
    let head = str::from_utf8(&request[..end]).unwrap_or_default();
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.parse::<usize>().ok())?
    });
    request.len() >= end + 4 + length.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_whole_once_its_body_is_there() {
        assert!(!is_whole(b"GET /x HTTP/1.1\r\nhost: h\r\n"));
        assert!(is_whole(b"GET /x HTTP/1.1\r\nhost: h\r\n\r\n"));
        assert!(!is_whole(
            b"POST /x HTTP/1.1\r\nContent-Length: 3\r\n\r\nab"
        ));
        assert!(is_whole(
            b"POST /x HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc"
        ));
    }

    #[test]
    fn requests_are_read_one_by_one() -> io::Result<()> {
        let mut requests = Requests::new();
        assert_eq!(
            requests.next(&mut &b"GET /a?b HTTP/1.1\r\n\r\n"[..])?,
            Some("/a?b")
        );
        assert_eq!(requests.next(&mut &b""[..])?, None);
        Ok(())
    }
}
