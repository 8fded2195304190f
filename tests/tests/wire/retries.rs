//! What is tried again, and what is not.

use std::error::Error as _;
use std::io;
use std::time::Duration;

use taskcluster_client::{Auth, Client, Error, Queue, RetryPolicy};
use taskcluster_tests::{Act, Colour, Scripted, Verbs as _, answer, in_both_colours};

use crate::{attribute, build, busy, client, ok};

in_both_colours!(
    each_attempt_is_signed_afresh_and_waits_are_jittered_doublings,
    after_five_retries_the_server_has_the_last_word,
    the_server_may_ask_for_a_longer_wait_and_429_is_tried_again,
    what_the_server_refuses_is_not_tried_again,
    cut_connections_and_cut_bodies_are_tried_again,
    that_nobody_listens_is_told,
    a_name_that_nobody_knows_is_told_once,
);

fn each_attempt_is_signed_afresh_and_waits_are_jittered_doublings<C: Colour>() {
    let server = Scripted::start([busy(""), busy(""), busy(""), ok("{}")]);
    let (client, waits) = client::<C>(&server);
    Queue::new(&client)
        .ping()
        .send()
        .expect("the fourth attempt");

    let headers: Vec<String> = server
        .received()
        .iter()
        .map(|request| request.header("authorization").expect("signed").to_owned())
        .collect();
    assert_eq!(headers.len(), 4);
    let mut nonces: Vec<&str> = headers
        .iter()
        .map(|header| attribute(header, "nonce"))
        .collect();
    nonces.sort_unstable();
    nonces.dedup();
    assert_eq!(nonces.len(), 4, "a nonce of its own for each attempt");

    let waits = waits.all();
    for (wait, base) in waits.iter().zip([100, 200, 400]) {
        let (low, high) = (
            Duration::from_micros(base * 750),
            Duration::from_micros(base * 1250),
        );
        assert!((low..=high).contains(wait), "{wait:?} for {base} ms");
    }
    assert_eq!(waits.len(), 3);
}

fn after_five_retries_the_server_has_the_last_word<C: Colour>() {
    let server = Scripted::start([answer(
        "502 Bad Gateway",
        "Content-Type: text/html\r\n",
        "<html>nobody home</html>",
    )]);
    let (client, waits) = client::<C>(&server);
    let error = Queue::new(&client).ping().send().expect_err("always 502");
    assert_eq!(server.received().len(), 6);
    assert_eq!(waits.all().len(), 5);
    assert_eq!(error.attempts(), 6);
    assert_eq!(error.status(), Some(502));
    assert_eq!(error.code(), None);
    assert!(error.is_retryable());
    assert_eq!(
        error.to_string(),
        format!(
            "queue.ping: 502: an HTML page of 24 bytes, \"nobody home\" ({}/api/queue/v1/ping, \
             after 6 attempts)",
            server.root_url()
        )
    );
}

fn the_server_may_ask_for_a_longer_wait_and_429_is_tried_again<C: Colour>() {
    let limited = answer("429 Too Many Requests", "Retry-After: 7\r\n", "{}");
    let server = Scripted::start([limited, busy("Retry-After: 31\r\n")]);
    let (client, waits) = client::<C>(&server);
    let error = Queue::new(&client)
        .ping()
        .send()
        .expect_err("31 s are beyond the cap");
    assert_eq!(waits.all(), [Duration::from_secs(7)]);
    assert_eq!((error.status(), error.attempts()), (Some(503), 2));
}

fn what_the_server_refuses_is_not_tried_again<C: Colour>() {
    for status in [
        "400 Bad Request",
        "401 Unauthorized",
        "403 Forbidden",
        "404 Not Found",
        "409 Conflict",
    ] {
        let body = r#"{"code": "X", "message": "why\n\n---\n\n* more", "requestInfo": {"method": "ping", "params": {"a": "b"}, "payload": {"s": "hush"}}}"#;
        let server = Scripted::start([answer(status, "x-for-request-id: 77\r\n", body)]);
        let (client, _) = client::<C>(&server);
        let error = Queue::new(&client).ping().send().expect_err("refused");
        assert_eq!(server.received().len(), 1, "{status}");
        let Error::Api(api) = &error else {
            panic!("{error:?}")
        };
        assert_eq!((api.code(), api.short_message()), ("X", "why"));
        assert_eq!(api.message(), "why\n\n---\n\n* more");
        assert_eq!(api.trace_id(), Some("77"));
        let info = api.request_info().expect("the server's view");
        assert_eq!((info.method(), info.time()), (Some("ping"), None));
        assert!(info.params().eq([("a", "b")]));
        assert_eq!(info.payload().as_deref(), Some(r#"{"s":"hush"}"#));
        assert!(
            !format!("{error} {error:?} {api:?} {info:?}").contains("hush"),
            "payloads are not printed"
        );
        assert_eq!(error.is_not_found(), status.starts_with("404"));
    }
}

fn cut_connections_and_cut_bodies_are_tried_again<C: Colour>() {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n";
    let script = [
        Act::SendAndClose(String::new()),
        Act::SendAndClose("HTTP/1.1 200 OK\r\nContent-Le".to_owned()),
        Act::SendAndClose(format!("{head}{{\"scopes\": [")),
        ok(r#"{"scopes": ["a"]}"#),
    ];
    let server = Scripted::start(script);
    let (client, waits) = client::<C>(&server);
    let scopes = Auth::new(&client)
        .current_scopes()
        .send()
        .expect("the fourth attempt")
        .scopes;
    assert_eq!(scopes, Some(vec!["a".to_owned()]));
    assert_eq!(waits.all().len(), 3);
}

fn that_nobody_listens_is_told<C: Colour>() {
    let builder = Client::builder("http://127.0.0.1:1").retry(RetryPolicy::none());
    let client: C = build(builder);
    let error = Queue::new(&client).ping().send().expect_err("nobody there");
    assert_eq!(
        error.to_string(),
        "queue.ping: no answer: the connection was refused: nothing listens there \
         (http://127.0.0.1:1/api/queue/v1/ping)"
    );
    // What the system says stands in one place alone.
    let source = error.source().expect("an error of the system");
    let source: &io::Error = source.downcast_ref().expect("an I/O error");
    assert_eq!(source.kind(), io::ErrorKind::ConnectionRefused);
    assert!(!error.to_string().contains(&source.to_string()), "{source}");
}

fn a_name_that_nobody_knows_is_told_once<C: Colour>() {
    let builder = Client::builder("http://tc.invalid").retry(RetryPolicy::none());
    let client: C = build(builder);
    let error = Queue::new(&client).ping().send().expect_err("no such host");
    let mut texts = vec![error.to_string()];
    let mut source = error.source();
    while let Some(cause) = source {
        let text = cause.to_string();
        assert!(
            !texts.iter().any(|said| said.contains(&text)),
            "{text}: {texts:?}"
        );
        texts.push(text);
        source = cause.source();
    }
    assert!(texts[0].len() > "queue.ping: no answer: (http://tc.invalid/api/queue/v1/ping)".len());
}
