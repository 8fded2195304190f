//! What goes wrong when a test wants it to.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::support::{ask, client, send, to};
use serde_json::Value;
use taskcluster_core::{Client, Error, Method, RetryPolicy};
use taskcluster_fake::{FakeTaskcluster, Fault};

const PING: &str = "/api/auth/v1/ping";

#[test]
fn answers_are_given_as_often_as_asked_for() {
    let fake = FakeTaskcluster::start().expect("a server");
    fake.fail_next(
        2,
        Fault::status(429).header("retry-after", "0").body("busy"),
    );
    fake.fail_next(1, Fault::status(502));
    for (status, body) in [(429, "busy"), (429, "busy"), (502, "")] {
        let answer = ask(&fake, "GET", PING, &[], "");
        assert_eq!((answer.status, answer.body.as_str()), (status, body));
        assert_eq!(answer.header("retry-after").is_some(), status == 429);
    }
    assert_eq!(ask(&fake, "GET", PING, &[], "").status, 200);
    let statuses: Vec<_> = fake
        .requests()
        .iter()
        .map(|request| request.status)
        .collect();
    assert_eq!(statuses, [Some(429), Some(429), Some(502), Some(200)]);
}

#[test]
fn truncated_answers_end_early() {
    let fake = FakeTaskcluster::start().expect("a server");
    fake.fail_next(2, Fault::Truncate);
    let answer = send(&fake, "GET", PING, &[], "").expect("the first half");
    let length: usize = answer
        .header("content-length")
        .and_then(|it| it.parse().ok())
        .expect("one");
    assert!(answer.status == 200 && !answer.body.is_empty() && answer.body.len() < length - 1);

    let client = client(&fake, fake.credentials());
    let error = client
        .call::<Value>(to(Method::Get, "auth", ["ping"]))
        .send();
    assert!(matches!(error, Err(Error::Transport(_))), "{error:?}");
}

#[test]
fn a_reset_connection_gives_no_answer() {
    let fake = FakeTaskcluster::start().expect("a server");
    fake.fail_next(1, Fault::Reset);
    let mut stream = TcpStream::connect(crate::support::host(&fake)).expect("a connection");
    stream
        .write_all(b"GET /api/auth/v1/ping HTTP/1.1\r\nhost: x\r\n\r\n")
        .expect("sent");
    let error = stream.read(&mut [0; 1]).expect_err("no answer");
    assert_eq!(error.kind(), ErrorKind::ConnectionReset);
    assert_eq!(fake.requests()[0].status, None);
}

#[test]
fn delayed_requests_are_handled_in_the_end() {
    let fake = FakeTaskcluster::start().expect("a server");
    fake.fail_next(1, Fault::Delay(Duration::from_millis(150)));
    let start = Instant::now();
    assert_eq!(ask(&fake, "GET", PING, &[], "").status, 200);
    assert!(start.elapsed() >= Duration::from_millis(150));
}

#[test]
fn a_patient_client_gets_through() {
    let fake = FakeTaskcluster::start().expect("a server");
    for fault in [Fault::status(503), Fault::Truncate, Fault::Reset] {
        fake.fail_next(1, fault);
    }
    let policy = RetryPolicy::default();
    let client = Client::builder(&fake.root_url())
        .credentials(fake.credentials())
        .retry(policy);
    let client = client.sleep(|_| {}).build().expect("a client");
    let answer = crate::support::good(&client, to(Method::Get, "auth", ["ping"]));
    assert_eq!((answer["alive"] == true, fake.requests().len()), (true, 4));
}
