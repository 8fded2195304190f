//! A deployment with one artifact, in a storage that breaks in every way a test asks for.
//!
//! The queue answers as one of today does; each time it is asked, the URL of the content is another one. What the
//! storage does with a request for content is the next of its troubles, and nothing wrong after the last.

use std::collections::VecDeque;
use std::io::{BufReader, Write as _};
use std::net::TcpStream;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

use serde_json::{Value, json};

use crate::server::{Received, listen};

/// What goes wrong with one request for content.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// Nothing.
    None,
    /// The connection is closed without a word.
    BeforeHead,
    /// So many bytes of the head are sent.
    InHead(usize),
    /// So many bytes of the body are sent.
    InBody(usize),
    /// An answer with this status, these header lines and nothing else.
    Status(u16, &'static str),
    /// The URL is not valid any more: this request and all others to it get a 403.
    Expired,
    /// A range is not heeded.
    WholeInstead,
    /// Another range than the one that was asked for is sent.
    OtherRange,
    /// More is announced than is sent.
    TooLong(u64),
    /// So many bytes of the body are sent, and then nothing for ever.
    Stall(usize),
    /// One byte is another.
    Wrong(usize),
    /// The content is another one from now on.
    Changed(Vec<u8>),
}

/// How the queue says that the content is stored.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    /// In S3.
    S3,
    /// With the object service, which gives these hashes.
    Object(Value),
    /// Outside, at this path of the server; the storage itself is at `/content`.
    Reference(String),
    /// Not at all.
    Error,
    /// As servers of 2018 say it, with these header lines beside.
    Classic(String),
}

#[derive(Debug)]
struct State {
    address: String,
    kept: Kept,
    content: Vec<u8>,
    headers: String,
    has_tag: bool,
    has_length: bool,
    troubles: VecDeque<Trouble>,
    asked: u64,
    expired: u64,
    is_stalled: bool,
    version: u64,
    received: Vec<Received>,
}

/// The server. Its thread ends with the process.
#[derive(Clone, Debug)]
pub struct Storage(Arc<Mutex<State>>);

impl Storage {
    /// Starts a server.
    ///
    /// # Panics
    /// No port is free.
    pub fn start(kept: Kept, content: impl Into<Vec<u8>>) -> Self {
        let state = State {
            address: String::new(),
            kept,
            content: content.into(),
            headers: String::new(),
            has_tag: true,
            has_length: true,
            troubles: VecDeque::new(),
            asked: 0,
            expired: 0,
            is_stalled: false,
            version: 0,
            received: Vec::new(),
        };
        let storage = Self(Arc::new(Mutex::new(state)));
        let served = storage.clone();
        let address = listen(move |stream| {
            let storage = served.clone();
            thread::spawn(move || storage.serve(stream));
        });
        storage.state().address = address;
        storage
    }

    /// Adds troubles.
    #[must_use]
    pub fn with(self, troubles: impl IntoIterator<Item = Trouble>) -> Self {
        self.state().troubles.extend(troubles);
        self
    }

    /// Adds header lines to each answer with content.
    #[must_use]
    pub fn headers(self, headers: &str) -> Self {
        self.state().headers = headers.to_owned();
        self
    }

    /// Answers without an `ETag`.
    #[must_use]
    pub fn untagged(self) -> Self {
        self.state().has_tag = false;
        self
    }

    /// Answers without a length, in chunks.
    #[must_use]
    pub fn chunked(self) -> Self {
        self.state().has_length = false;
        self
    }

    /// The root URL.
    pub fn root_url(&self) -> String {
        format!("http://{}", self.state().address)
    }

    /// The requests so far.
    pub fn received(&self) -> Vec<Received> {
        self.state().received.clone()
    }

    /// The requests for content so far.
    pub fn fetches(&self) -> Vec<Received> {
        let mut all = self.received();
        all.retain(|it| it.line.contains(" /content"));
        all
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("the state")
    }

    fn serve(&self, stream: TcpStream) {
        let mut output = stream.try_clone().expect("a second handle");
        let mut input = BufReader::new(stream);
        while let Some(request) = Received::whole(&mut input) {
            let (bytes, closes) = self.state().answer(&request);
            let is_stalled = !closes && self.state().is_stalled;
            if output.write_all(&bytes).is_err() || closes {
                return;
            }
            if is_stalled {
                loop {
                    thread::park();
                }
            }
        }
    }
}

fn json_answer(status: &str, headers: &str, body: &Value) -> (Vec<u8>, bool) {
    let body = body.to_string();
    let length = body.len();
    let text = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\n\r\n{body}");
    (text.into_bytes(), false)
}

impl State {
    fn answer(&mut self, request: &Received) -> (Vec<u8>, bool) {
        self.received.push(request.clone());
        let path = request.line.split(' ').nth(1).unwrap_or_default();
        if path.contains("/artifact-content/") {
            return self.where_it_is();
        }
        if path.contains("/start-download/") {
            let Kept::Object(hashes) = self.kept.clone() else {
                return json_answer("404 Not Found", "", &json!({ "code": "ResourceNotFound" }));
            };
            let found = json!({ "method": "getUrl", "url": self.url(), "hashes": hashes,
                "expires": "2030-01-01T00:00:00.000Z" });
            return json_answer("200 OK", "", &found);
        }
        if path.contains("/artifacts/") {
            return self.redirect();
        }
        if path.starts_with("/content") {
            return self.content(path, request);
        }
        if let Some(target) = path.strip_prefix("/to") {
            let head = format!("Location: {target}\r\n");
            return json_answer("302 Found", &head, &json!({}));
        }
        json_answer("404 Not Found", "", &json!({ "error": "Not found" }))
    }

    fn url(&mut self) -> String {
        self.asked += 1;
        format!("http://{}/content?signature={}", self.address, self.asked)
    }

    fn where_it_is(&mut self) -> (Vec<u8>, bool) {
        let found = match self.kept.clone() {
            Kept::S3 => json!({ "storageType": "s3", "url": self.url() }),
            Kept::Object(_) => json!({
                "storageType": "object",
                "name": "t/run/0/name",
                "credentials": { "clientId": "of-the-object", "accessToken": "s3cret-of-the-object",
                    "certificate": "{\"version\":1,\"scopes\":[\"object:download:t/run/0/name\"],\
                    \"start\":0,\"expiry\":4102444800000,\"seed\":\"KiJ-6VO2S7-h_EXxlchjvwu_ChEGuiSD-3wiEuKqVnwg\",\
                    \"signature\":\"x\",\"issuer\":\"queue\"}" },
            }),
            Kept::Reference(path) => {
                json!({ "storageType": "reference", "url": format!("http://{}{path}", self.address) })
            }
            Kept::Error => {
                json!({ "storageType": "error", "reason": "file-missing-on-worker", "message": "gone" })
            }
            Kept::Classic(_) => {
                return json_answer("404 Not Found", "", &json!({ "error": "Not found" }));
            }
        };
        json_answer("200 OK", "", &found)
    }

    fn redirect(&mut self) -> (Vec<u8>, bool) {
        let Kept::Classic(headers) = self.kept.clone() else {
            return json_answer("404 Not Found", "", &json!({ "code": "ResourceNotFound" }));
        };
        let head = format!("{headers}Location: {}\r\n", self.url());
        json_answer("303 See Other", &head, &json!({}))
    }

    fn content(&mut self, path: &str, request: &Received) -> (Vec<u8>, bool) {
        let signature = path.split("signature=").nth(1);
        let signature: u64 = signature.and_then(|it| it.parse().ok()).unwrap_or(u64::MAX);
        let trouble = if signature <= self.expired {
            Trouble::Status(403, "")
        } else {
            self.troubles.pop_front().unwrap_or(Trouble::None)
        };
        match &trouble {
            Trouble::BeforeHead => return (Vec::new(), true),
            Trouble::Expired => {
                self.expired = self.asked;
                return json_answer("403 Forbidden", "", &json!({}));
            }
            Trouble::Status(status, headers) => {
                return json_answer(&format!("{status} Status"), headers, &json!({}));
            }
            Trouble::Stall(_) => self.is_stalled = true,
            Trouble::Changed(content) => {
                self.content.clone_from(content);
                self.version += 1;
            }
            _ => {}
        }
        self.send(request, &trouble)
    }

    fn send(&self, request: &Received, trouble: &Trouble) -> (Vec<u8>, bool) {
        let tag = format!("\"version-{}\"", self.version);
        let total = self.content.len();
        let range = request.header("range").and_then(|range| {
            let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
            let last = last.parse().unwrap_or(total - 1).min(total - 1);
            Some((first.parse::<usize>().ok()?, last))
        });
        let is_same = request
            .header("if-range")
            .is_none_or(|wanted| wanted == tag);
        let range = range.filter(|_| is_same && *trouble != Trouble::WholeInstead);
        let (status, first, last) = match range {
            Some((first, _)) if first >= total => {
                return json_answer("416 Range Not Satisfiable", "", &json!({}));
            }
            Some((first, last)) if *trouble == Trouble::OtherRange => {
                ("206 Partial Content", first.saturating_sub(1), last)
            }
            Some((first, last)) => ("206 Partial Content", first, last),
            None => ("200 OK", 0, total.saturating_sub(1)),
        };
        let mut body = self.content.get(first..=last).unwrap_or_default().to_vec();
        if let Trouble::Wrong(at) = trouble
            && let Some(byte) = body.get_mut(*at)
        {
            *byte ^= 1;
        }
        let mut head = format!("HTTP/1.1 {status}\r\n{}", self.headers);
        if self.has_tag {
            head += &format!("ETag: {tag}\r\n");
        }
        if status.starts_with("206") {
            head += &format!("Content-Range: bytes {first}-{last}/{total}\r\n");
        }
        cut(head, &body, self.has_length, trouble)
    }
}

/// The bytes of an answer, as far as they are sent, and whether the connection is closed after them.
fn cut(mut head: String, body: &[u8], has_length: bool, trouble: &Trouble) -> (Vec<u8>, bool) {
    let more = match trouble {
        Trouble::TooLong(more) => *more,
        _ => 0,
    };
    let mut sent = match trouble {
        Trouble::InBody(length) | Trouble::Stall(length) => {
            body[..body.len().min(*length)].to_vec()
        }
        _ => body.to_vec(),
    };
    if has_length {
        head += &format!("Content-Length: {}\r\n\r\n", body.len() as u64 + more);
    } else {
        head += "Transfer-Encoding: chunked\r\n\r\n";
        let mut chunks = Vec::new();
        for chunk in sent.chunks(1000) {
            chunks.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
            chunks.extend_from_slice(chunk);
            chunks.extend_from_slice(b"\r\n");
        }
        if !matches!(trouble, Trouble::InBody(_)) {
            chunks.extend_from_slice(b"0\r\n\r\n");
        }
        sent = chunks;
    }
    let mut bytes = head.into_bytes();
    if let Trouble::InHead(length) = trouble {
        bytes.truncate(*length);
        return (bytes, true);
    }
    bytes.extend_from_slice(&sent);
    let closes = more > 0 || matches!(trouble, Trouble::InBody(_));
    (bytes, closes)
}
