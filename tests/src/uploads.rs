//! A deployment that takes one artifact, into a storage that breaks as a test asks for.

use std::collections::VecDeque;
use std::io::{BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

use serde_json::{Value, json};

use crate::server::{Received, listen};

/// What goes wrong with one request that brings content.
#[derive(Clone, Debug, PartialEq)]
pub enum Mishap {
    /// Nothing.
    None,
    /// So many bytes of the body are read, then the connection is closed.
    CutAfter(usize),
    /// All is read, and the connection closed without an answer.
    Unanswered,
    /// All is read, and the answer has this status.
    Status(u16),
    /// So many bytes are read, and the answer has this status.
    Early(usize, u16),
}

#[derive(Debug, Default)]
struct State {
    address: String,
    refused: Vec<&'static str>,
    takes_inline: bool,
    mishaps: VecDeque<Mishap>,
    received: Vec<Received>,
    urls: usize,
}

/// The server. Its thread ends with the process.
#[derive(Clone, Debug)]
pub struct Uploads(Arc<Mutex<State>>);

impl Uploads {
    /// Starts a server that refuses artifacts of these types.
    ///
    /// # Panics
    /// No port is free.
    pub fn start(refused: &[&'static str]) -> Self {
        let state = State {
            refused: refused.to_vec(),
            takes_inline: true,
            ..State::default()
        };
        let uploads = Self(Arc::new(Mutex::new(state)));
        let served = uploads.clone();
        let address = listen(move |stream| {
            let uploads = served.clone();
            thread::spawn(move || uploads.serve(stream));
        });
        uploads.state().address = address;
        uploads
    }

    /// Adds mishaps.
    #[must_use]
    pub fn with(self, mishaps: impl IntoIterator<Item = Mishap>) -> Self {
        self.state().mishaps.extend(mishaps);
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

    /// The requests that brought content, with as much of it as was read.
    pub fn contents(&self) -> Vec<Received> {
        let mut all = self.received();
        all.retain(|it| it.line.contains(" /storage"));
        all
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("the state")
    }

    fn serve(&self, stream: TcpStream) {
        let mut output = stream.try_clone().expect("a second handle");
        let mut input = BufReader::new(stream);
        while let Some(mut asked) = Received::head(&mut input) {
            let is_content = asked.line.contains(" /storage");
            let next = is_content
                .then(|| self.state().mishaps.pop_front())
                .flatten();
            let mishap = next.unwrap_or(Mishap::None);
            let read = match mishap {
                Mishap::CutAfter(most) | Mishap::Early(most, _) => asked.length().min(most),
                _ => asked.length(),
            };
            asked.body = vec![0; read];
            if input.read_exact(&mut asked.body).is_err() {
                return;
            }
            let answer = self.state().answer(&asked);
            let (status, headers, body) = match mishap {
                Mishap::CutAfter(_) | Mishap::Unanswered => return,
                Mishap::Status(status) | Mishap::Early(_, status) => {
                    (status, String::new(), Value::Null)
                }
                Mishap::None => answer,
            };
            let body = if body.is_null() {
                String::new()
            } else {
                body.to_string()
            };
            let length = body.len();
            let text = format!(
                "HTTP/1.1 {status} Status\r\n{headers}Content-Length: {length}\r\n\r\n{body}"
            );
            if output.write_all(text.as_bytes()).is_err() || matches!(mishap, Mishap::Early(..)) {
                return;
            }
        }
    }
}

type Answer = (u16, String, Value);

const EXPIRES: &str = "2030-01-01T00:00:00.000Z";

impl State {
    fn answer(&mut self, asked: &Received) -> Answer {
        self.received.push(asked.clone());
        let no_headers = String::new();
        let mut words = asked.line.split(' ');
        let (verb, path) = (
            words.next().unwrap_or_default(),
            words.next().unwrap_or_default(),
        );
        match verb {
            _ if path.starts_with("/storage") => {
                (200, format!("ETag: \"of-{path}\"\r\n"), Value::Null)
            }
            "POST" if path.contains("/artifacts/") => self.created(&asked.json()),
            "PUT" if path.contains("/artifacts/") => (204, no_headers, Value::Null),
            "PUT" if path.contains("/upload/") => self.agreed(&asked.json()),
            "POST" if path.contains("/finish-upload/") => (200, no_headers, json!({})),
            _ => (
                404,
                no_headers,
                json!({ "code": "ResourceNotFound", "message": path }),
            ),
        }
    }

    fn url(&mut self, part: usize) -> String {
        self.urls += 1;
        format!(
            "http://{}/storage?part={part}&url={}",
            self.address, self.urls
        )
    }

    fn created(&mut self, payload: &Value) -> Answer {
        let storage_type = payload["storageType"].as_str().unwrap_or_default();
        if self.refused.contains(&storage_type) {
            let why = json!({ "code": "InputValidationError", "message": storage_type });
            return (400, String::new(), why);
        }
        let answer = match storage_type {
            "s3" => json!({ "storageType": "s3", "contentType": payload["contentType"],
                "expires": EXPIRES, "putUrl": self.url(0) }),
            "object" => {
                json!({ "storageType": "object", "name": "t/run/0/name", "projectId": "none",
                "uploadId": "IJI9ODDiTSCuT_7E6mnszw", "expires": payload["expires"],
                "credentials": { "clientId": "of-the-object", "accessToken": "s3cret-of-the-object",
                    "certificate": "{\"version\":1,\"scopes\":[\"object:upload:none:t/run/0/name\"],\
                    \"start\":0,\"expiry\":4102444800000,\"seed\":\"KiJ-6VO2S7-h_EXxlchjvwu_ChEGuiSD-3wiEuKqVnwg\",\
                    \"signature\":\"x\",\"issuer\":\"queue\"}" } })
            }
            "blob" => {
                let parts = payload["parts"].as_array().map_or(1, Vec::len);
                let request = |part| {
                    json!({ "url": self.url(part), "method": "PUT",
                    "headers": { "x-part": part.to_string() } })
                };
                let requests: Vec<Value> = (0..parts).map(request).collect();
                json!({ "storageType": "blob", "expires": EXPIRES, "requests": requests })
            }
            other => json!({ "storageType": other }),
        };
        (200, String::new(), answer)
    }

    fn agreed(&mut self, payload: &Value) -> Answer {
        let proposed = &payload["proposedUploadMethods"];
        let method = if proposed["dataInline"].is_object() && self.takes_inline {
            json!({ "dataInline": true })
        } else {
            json!({ "putUrl": { "url": self.url(0), "expires": EXPIRES, "headers": {
                "content-type": proposed["putUrl"]["contentType"],
                "content-length": proposed["putUrl"]["contentLength"].to_string() } } })
        };
        let answer = json!({ "projectId": payload["projectId"], "uploadId": payload["uploadId"],
            "expires": payload["expires"], "uploadMethod": method });
        (200, String::new(), answer)
    }
}
