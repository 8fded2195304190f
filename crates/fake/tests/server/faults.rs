//! What goes wrong when a test wants it to.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::support::{ask, client, send, to};
use serde_json::Value;
use taskcluster_core::{Error, Method};
use taskcluster_fake::{FakeTaskcluster, Fault, Rule};

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
fn rules_pick_their_requests() {
    let fake = FakeTaskcluster::start().expect("a server");
    fake.fault(Rule::method("queue", "ping").nth(2..4), Fault::too_many(0));
    fake.fault(Rule::service("index"), Fault::html(200));
    let status = |service: &str| {
        let path = format!("/api/{service}/v1/ping");
        ask(&fake, "GET", &path, &[], "").status
    };
    let statuses = ["queue", "auth", "queue", "queue", "queue"].map(status);
    assert_eq!(statuses, [200, 200, 429, 429, 200]);
    let answer = ask(&fake, "GET", "/api/index/v1/ping", &[], "");
    assert_eq!(
        answer.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    assert!(answer.body.starts_with("<!DOCTYPE html>"));
    fake.clear_faults();
    let answer = ask(&fake, "GET", "/api/index/v1/ping", &[], "");
    assert_eq!(answer.json()["alive"], true);
}

#[test]
#[should_panic(expected = "\"queue.claimwork\"")]
fn rules_for_nothing_are_mistakes() {
    let fake = FakeTaskcluster::start().expect("a server");
    fake.fault(Rule::method("queue", "claimwork"), Fault::Reset);
}

#[test]
fn answers_are_handled_and_then_spoilt() {
    let fake = FakeTaskcluster::start().expect("a server");
    fake.fail_next(1, Fault::ContentType("text/plain".to_owned()));
    fake.fail_next(1, Fault::Oversize(100_000));
    let answer = ask(&fake, "GET", PING, &[], "");
    assert_eq!(answer.header("content-type"), Some("text/plain"));
    assert_eq!(answer.json()["alive"], true);
    let answer = ask(&fake, "GET", PING, &[], "");
    assert_eq!(answer.json()["alive"], true);
    assert!(answer.body.len() > 100_000);
}

#[test]
fn connections_are_reset_in_the_middle_of_a_body() {
    let fake = FakeTaskcluster::start().expect("a server");
    fake.fail_next(1, Fault::ResetInBody);
    let mut stream = TcpStream::connect(crate::support::host(&fake)).expect("a connection");
    stream
        .write_all(b"GET /api/auth/v1/ping HTTP/1.1\r\nhost: x\r\n\r\n")
        .expect("sent");
    let mut text = Vec::new();
    let error = stream.read_to_end(&mut text).expect_err("a reset");
    assert_eq!(error.kind(), ErrorKind::ConnectionReset);
    let text = String::from_utf8(text).expect("text");
    let (head, body) = text.split_once("\r\n\r\n").expect("a head");
    assert!(head.starts_with("HTTP/1.1 200") && !body.is_empty() && !body.ends_with('}'));
    assert_eq!(fake.requests()[0].status, Some(200));
}

#[test]
fn connections_are_refused_for_a_while() {
    let fake = FakeTaskcluster::start().expect("a server");
    let (outage, host) = (Duration::from_secs(4), crate::support::host(&fake));
    fake.fail_next(1, Fault::Refuse(outage));
    let start = Instant::now();
    let error = send(&fake, "GET", PING, &[], "").expect_err("a reset");
    assert_eq!(error.kind(), ErrorKind::ConnectionReset);
    let error = TcpStream::connect(&host).expect_err("nobody listens");
    assert_eq!(error.kind(), ErrorKind::ConnectionRefused);
    while TcpStream::connect(&host).is_err() {
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(start.elapsed() >= outage);
    assert_eq!(ask(&fake, "GET", PING, &[], "").status, 200);
}

#[test]
fn the_clock_can_be_off() {
    let fake = FakeTaskcluster::start().expect("a server");
    let client = client(&fake, fake.credentials());
    for seconds in [-3600, 3600] {
        fake.fail_next(1, Fault::Skew(seconds));
        let request = to(Method::Get, "secrets", ["secret", "s"]);
        let (status, code, message) = crate::support::bad(&client, request.clone());
        assert_eq!((status, code.as_str()), (401, "AuthenticationFailed"));
        assert!(message.contains("Stale timestamp"), "{message}");
        assert_eq!(crate::support::bad(&client, request).0, 404);
    }
    let date = |fault: Option<i64>| {
        if let Some(seconds) = fault {
            fake.fail_next(1, Fault::Skew(seconds));
        }
        let answer = ask(&fake, "GET", PING, &[], "");
        let date = httpdate::parse_http_date(answer.header("date").expect("one")).expect("a date");
        let since = date.duration_since(std::time::UNIX_EPOCH).expect("later");
        i64::try_from(since.as_secs()).expect("in time") - crate::support::now()
    };
    // As far apart as the two looks at the clock are.
    assert!(date(None).abs() < 60);
    assert!((date(Some(-86400)) + 86400).abs() < 60);
    assert!(date(Some(i64::MIN)) < -86400 * 365 * 40);
    fake.advance(Duration::from_secs(7200));
    assert!((date(None) - 7200).abs() < 60);
}
