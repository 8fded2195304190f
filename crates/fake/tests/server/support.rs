//! What the tests of this crate share: requests that no well-behaved client would send.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use taskcluster_core::hawk::{Signer, Target};
use taskcluster_core::{Client, Credentials, Method, Request, RetryPolicy, slugid};
use taskcluster_fake::FakeTaskcluster;

pub const JSON: (&str, &str) = ("content-type", "application/json");

/// An answer as it came.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {self:?}"))
    }

    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// The message without the tail that repeats the request.
    pub fn message(&self) -> String {
        let json = self.json();
        let message = json["message"].as_str().unwrap_or_default();
        message
            .split("\n\n---\n")
            .next()
            .unwrap_or_default()
            .to_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self
            .head
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(": "));
        lines
            .into_iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    #[track_caller]
    pub fn assert_error(&self, status: u16, code: &str, message: &str) {
        assert_eq!(
            (self.status, self.code().as_str()),
            (status, code),
            "{self:?}"
        );
        assert_eq!(self.message(), message);
    }
}

/// A deployment of today's Taskcluster, where everybody may have public artifacts.
pub fn todays() -> FakeTaskcluster {
    FakeTaskcluster::builder()
        .apis(concat!(env!("CARGO_MANIFEST_DIR"), "/../../apis/today"))
        .role("anonymous", ["queue:get-artifact:public/*"])
        .start()
        .expect("a server")
}

pub fn host(fake: &FakeTaskcluster) -> String {
    fake.root_url().replace("http://", "")
}

/// Sends exactly this, and reads until the connection closes.
pub fn send(
    fake: &FakeTaskcluster,
    verb: &str,
    target: &str,
    headers: &[(&str, &str)],
    body: &(impl AsRef<[u8]> + ?Sized),
) -> std::io::Result<Answer> {
    let body = body.as_ref();
    let host = host(fake);
    let mut stream = TcpStream::connect(&host)?;
    let mut head = format!("{verb} {target} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n");
    for (name, value) in headers {
        head += &format!("{name}: {value}\r\n");
    }
    if !body.is_empty() {
        head += &format!("content-length: {}\r\n", body.len());
    }
    stream.write_all(&[format!("{head}\r\n").as_bytes(), body].concat())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    let status = status.unwrap_or_default();
    Ok(Answer {
        status,
        head: head.to_owned(),
        body: body.to_owned(),
    })
}

/// As [`send`], for requests that are answered.
#[track_caller]
pub fn ask(
    fake: &FakeTaskcluster,
    verb: &str,
    target: &str,
    headers: &[(&str, &str)],
    body: &(impl AsRef<[u8]> + ?Sized),
) -> Answer {
    send(fake, verb, target, headers, body).expect("an answer")
}

/// Seconds since 1970.
pub fn now() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .expect("after 1970");
    since.as_secs().try_into().expect("before the end of time")
}

pub fn target<'a>(verb: &'a str, resource: &'a str, host: &'a str) -> Target<'a> {
    let (host, port) = host.split_once(':').expect("a port");
    Target {
        method: verb,
        resource,
        host,
        port: port.parse().expect("a number"),
    }
}

/// The `Authorization` header of a request made now.
pub fn header(fake: &FakeTaskcluster, signer: &Signer, verb: &str, resource: &str) -> String {
    signer.header(&target(verb, resource, &host(fake)), None, now(), "n0nce")
}

pub fn signer(credentials: &Credentials, ext: &str) -> Signer {
    Signer::new(credentials.client_id(), credentials.access_token(), ext).expect("a signer")
}

/// A client that tries once.
pub fn client(fake: &FakeTaskcluster, credentials: Credentials) -> Client {
    let builder = Client::builder(fake.root_url()).credentials(credentials);
    builder
        .retry(RetryPolicy::none())
        .build()
        .expect("a client")
}

pub fn root(fake: &FakeTaskcluster) -> Client {
    client(fake, fake.credentials())
}

/// A request to a service's method, by its path segments.
pub fn to<'p>(
    verb: Method,
    service: &'static str,
    path: impl IntoIterator<Item = &'p str>,
) -> Request {
    Request::new(verb, service, "v1").path(path)
}

#[track_caller]
pub fn good(client: &Client, request: Request) -> Value {
    client
        .call(request)
        .send()
        .unwrap_or_else(|e| panic!("{e}"))
}

/// Status, code and message of a call that fails.
#[track_caller]
pub fn bad(client: &Client, request: Request) -> (u16, String, String) {
    match client.call::<Value>(request).send() {
        Err(taskcluster_core::Error::Api(e)) => (
            e.status(),
            e.code().to_owned(),
            e.short_message().trim().to_owned(),
        ),
        other => panic!("{other:?}"),
    }
}

/// Checks that a request is refused like this.
#[track_caller]
pub fn refused(client: &Client, request: Request, status: u16, code: &str, message: &str) {
    assert_eq!(
        bad(client, request),
        (status, code.to_owned(), message.to_owned())
    );
}

/// Makes a client with some scopes; returns its credentials.
pub fn new_client(fake: &FakeTaskcluster, id: &str, scopes: &[&str]) -> Credentials {
    let payload = json!({ "description": "", "expires": "2222-02-02T00:00:00Z", "scopes": scopes });
    let request = to(Method::Put, "auth", ["clients", id]).json(&payload);
    let made = good(&root(fake), request);
    Credentials::new(id, made["accessToken"].as_str().expect("a token"))
}

/// A date so many seconds from now.
pub fn date(seconds: i64) -> String {
    let date = time::OffsetDateTime::from_unix_timestamp(now() + seconds).expect("a date");
    taskcluster_core::timestamp::to_string(date).expect("a year of four digits")
}

/// The definition of a task for the worker type `p/w`.
pub fn task() -> Value {
    json!({
        "provisionerId": "p",
        "workerType": "w",
        "created": date(0),
        "deadline": date(3600),
        "payload": {},
        "metadata": {
            "name": "n", "description": "d", "owner": "o@example.com", "source": "https://s/",
        },
    })
}

/// Creates a task; returns its ID.
pub fn create(client: &Client, definition: &Value) -> String {
    let id = slugid::nice();
    good(
        client,
        to(Method::Put, "queue", ["task", &id]).json(definition),
    );
    id
}

/// All pages of a list.
#[track_caller]
pub fn pages(client: &Client, list: &Request) -> Vec<Value> {
    let mut pages = vec![good(client, list.clone())];
    while let Some(token) = pages[pages.len() - 1]["continuationToken"].as_str() {
        let next = list.clone().query("continuationToken", token);
        pages.push(good(client, next));
    }
    pages
}
