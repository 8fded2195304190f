//! A server on loopback that answers what a test tells it to, byte for byte.
//!
//! The fake Taskcluster answers as the real one; this one answers as nothing should.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use serde_json::Value;
use socket2::SockRef;

/// What to do with one request.
#[derive(Clone, Debug)]
pub enum Act {
    /// Send these bytes.
    Send(Vec<u8>),
    /// Send these bytes, then close the connection.
    SendAndClose(String),
    /// Send these bytes one by one, with a pause before each.
    Trickle(String, Duration),
    /// Say nothing for a while, then close the connection.
    Silence(Duration),
    /// Send these bytes, once so many requests have come in all.
    SendTogether(String, usize),
}

/// A whole answer with a body and its length.
pub fn answer(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Act {
    let body = body.as_ref();
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\n\r\n");
    Act::Send([head.as_bytes(), body].concat())
}

/// One request as it came.
#[derive(Clone, Debug)]
pub struct Received {
    /// The request line, such as `GET /api/queue/v1/ping HTTP/1.1`.
    pub line: String,
    /// Header names in lower case, and values.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Received {
    /// Reads the head of the next request. There is none where the connection is closed.
    pub(crate) fn head(input: &mut BufReader<TcpStream>) -> Option<Self> {
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            if input.read_line(&mut line).ok()? == 0 {
                return None;
            }
            match line.trim_end() {
                "" => break,
                text => lines.push(text.to_owned()),
            }
        }
        let mut lines = lines.into_iter();
        let line = lines.next()?;
        let header = |line: String| {
            let (name, value) = line.split_once(':')?;
            Some((name.to_ascii_lowercase(), value.trim().to_owned()))
        };
        Some(Self {
            line,
            headers: lines.filter_map(header).collect(),
            body: Vec::new(),
        })
    }

    /// Reads the next request.
    pub(crate) fn whole(input: &mut BufReader<TcpStream>) -> Option<Self> {
        let mut request = Self::head(input)?;
        request.body = vec![0; request.length()];
        input.read_exact(&mut request.body).ok()?;
        Some(request)
    }

    /// How long the body is announced to be.
    pub(crate) fn length(&self) -> usize {
        let length = self.header("content-length");
        length.map_or(0, |it| it.parse().expect("a length"))
    }

    /// The body as JSON.
    ///
    /// # Panics
    /// It is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("a payload")
    }

    /// The value of a header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }
}

/// A server that acts by a script, and by its last line for ever after.
#[derive(Debug)]
pub struct Scripted {
    address: String,
    received: Arc<Mutex<Vec<Received>>>,
    connections: Arc<AtomicUsize>,
    closed: Arc<AtomicUsize>,
}

impl Scripted {
    /// Starts a server. Its thread ends with the process.
    ///
    /// # Panics
    /// No port is free, or the script is empty.
    pub fn start(script: impl IntoIterator<Item = Act>) -> Self {
        let script: Vec<Act> = script.into_iter().collect();
        assert!(!script.is_empty(), "a script has at least one line");
        let received = Arc::new(Mutex::new(Vec::new()));
        let connections = Arc::new(AtomicUsize::new(0));
        let closed = Arc::new(AtomicUsize::new(0));
        let (log, count) = (Arc::clone(&received), Arc::clone(&connections));
        let over = Arc::clone(&closed);
        let address = listen(move |stream| {
            count.fetch_add(1, Ordering::SeqCst);
            let (script, log, over) = (script.clone(), Arc::clone(&log), Arc::clone(&over));
            thread::spawn(move || {
                serve(stream, &script, &log);
                over.fetch_add(1, Ordering::SeqCst);
            });
        });
        Self {
            address,
            received,
            connections,
            closed,
        }
    }

    /// The root URL.
    pub fn root_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many connections were made so far.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// How many connections are closed again.
    pub fn closed(&self) -> usize {
        self.closed.load(Ordering::SeqCst)
    }

    /// The requests so far.
    ///
    /// # Panics
    /// A thread of the server has panicked.
    pub fn received(&self) -> Vec<Received> {
        self.received.lock().expect("the log").clone()
    }
}

/// Hands each connection to a port of its own to `take`, and returns the address. Its thread ends with the
/// process.
///
/// # Panics
/// No port is free.
pub(crate) fn listen(take: impl Fn(TcpStream) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address").to_string();
    thread::spawn(move || listener.incoming().flatten().for_each(take));
    address
}

fn serve(stream: TcpStream, script: &[Act], log: &Mutex<Vec<Received>>) {
    let mut output = stream.try_clone().expect("a second handle");
    let mut input = BufReader::new(stream);
    while let Some(request) = Received::whole(&mut input) {
        let number = {
            let mut log = log.lock().expect("the log");
            log.push(request);
            log.len() - 1
        };
        let act = script.get(number).or(script.last()).cloned();
        let done = match act {
            Some(Act::Send(bytes)) => output.write_all(&bytes),
            Some(Act::SendAndClose(text)) => {
                // The connection counts as closed when the other side's kernel knows: a busy one hears later.
                let _ = SockRef::from(&output).set_linger(Some(Duration::from_secs(30)));
                let _ = output.write_all(text.as_bytes());
                return;
            }
            Some(Act::Trickle(text, pause)) => text.bytes().try_for_each(|byte| {
                thread::sleep(pause);
                output.write_all(&[byte])
            }),
            Some(Act::SendTogether(text, count)) => {
                while log.lock().expect("the log").len() < count {
                    thread::sleep(Duration::from_millis(1));
                }
                output.write_all(text.as_bytes())
            }
            Some(Act::Silence(time)) => {
                thread::sleep(time);
                return;
            }
            None => return,
        };
        if done.is_err() {
            return;
        }
    }
}
