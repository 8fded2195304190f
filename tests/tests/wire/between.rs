//! Answers of what stands between a client and Taskcluster, and of what is no Taskcluster at all.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;
use taskcluster_client::{Error, Method, Queue, Request, Response, Secrets};
use taskcluster_tests::{Act, Colour, Scripted, Verbs as _, answer, in_both_colours};

use crate::{client, ok};

in_both_colours!(
    an_empty_body_is_empty_however_it_is_encoded,
    encodings_are_names_in_a_list,
    an_encoding_that_nobody_asked_for_is_named,
    what_is_not_compressed_is_judged_by_its_status,
    errors_are_read_leniently,
    answers_are_read_as_javascript_reads_them,
    lasting_answers_are_not_tried_again,
    only_a_service_says_that_a_thing_is_not_there,
    a_page_in_place_of_an_answer_is_an_error,
    pages_are_told_by_their_title,
    a_message_is_told_by_what_is_wrong,
    a_secret_argument_is_in_no_error,
    an_answer_that_is_too_large_is_an_answer,
    a_url_that_is_too_long_is_not_sent,
);

fn zipped(body: impl AsRef<[u8]>) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(body.as_ref()).expect("bytes in memory");
    encoder.finish().expect("bytes in memory")
}

/// What comes of a request that is answered so.
fn answered<C: Colour>(method: Method, act: Act) -> (Result<Response, Error>, usize, usize) {
    let server = Scripted::start([act]);
    let (client, waits) = client::<C>(&server);
    let request = Request::new(method, "queue", "v1").path(["x"]);
    let outcome = client.call::<serde_json::Value>(request).response();
    (outcome, server.received().len(), waits.all().len())
}

fn an_empty_body_is_empty_however_it_is_encoded<C: Colour>() {
    let gzip = "Content-Encoding: gzip\r\n";
    let raw = |text: &str| Act::Send(format!("HTTP/1.1 {text}\r\n\r\n").into());
    for (method, act, status, requests) in [
        (
            Method::Delete,
            raw("204 No Content\r\nContent-Encoding: gzip"),
            204,
            1,
        ),
        (Method::Delete, answer("200 OK", gzip, ""), 200, 1),
        (
            Method::Post,
            raw("200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n0"),
            200,
            1,
        ),
        (
            Method::Head,
            raw("200 OK\r\nContent-Length: 7\r\nContent-Encoding: gzip"),
            200,
            1,
        ),
        (Method::Get, answer("303 See Other", gzip, ""), 303, 1),
        (Method::Get, answer("404 Not Found", gzip, ""), 404, 1),
        (
            Method::Get,
            answer(
                "429 Too Many",
                "Content-Encoding: gzip\r\nRetry-After: 3\r\n",
                "",
            ),
            429,
            6,
        ),
    ] {
        let (outcome, received, _) = answered::<C>(method, act);
        let found = outcome
            .as_ref()
            .map(Response::status)
            .map_err(Error::status);
        assert_eq!(
            found.unwrap_or_else(|status| status.unwrap_or(0)),
            status,
            "{outcome:?}"
        );
        assert_eq!(received, requests, "{method} {status}");
    }
}

fn encodings_are_names_in_a_list<C: Colour>() {
    let once = zipped("{}");
    for (headers, body) in [
        ("Content-Encoding: GZIP\r\n", once.clone()),
        ("Content-Encoding: x-gzip\r\n", once.clone()),
        ("Content-Encoding: identity\r\n", b"{}".to_vec()),
        ("Content-Encoding: identity, gzip\r\n", once.clone()),
        ("Content-Encoding: gzip,gzip\r\n", zipped(&once)),
        (
            "Content-Encoding: gzip\r\nContent-Encoding: X-GZip\r\n",
            zipped(&once),
        ),
        ("Content-Encoding: gzip , identity\r\n", once.clone()),
    ] {
        let (outcome, ..) = answered::<C>(Method::Get, answer("200 OK", headers, body));
        let response = outcome.expect(headers);
        assert_eq!(response.body(), b"{}", "{headers}");
        assert_eq!(response.headers().get("content-encoding"), None);
    }
}

fn an_encoding_that_nobody_asked_for_is_named<C: Colour>() {
    for (name, told) in [
        ("br", "br"),
        ("zstd", "zstd"),
        ("gzip, Deflate", "gzip, deflate"),
    ] {
        let headers = format!("Content-Encoding: {name}\r\n");
        let act = |status| answer(status, &headers, [0x1b, 0, 0xf8]);
        let server = Scripted::start([act("200 OK"), act("200 OK"), act("403 Forbidden")]);
        let (client, _) = client::<C>(&server);
        let secrets = Secrets::new(&client);
        let error = secrets.list().send().expect_err("unreadable");
        let text = error.to_string();
        assert!(matches!(error, Error::Decode(_)) && error.status() == Some(200));
        assert!(
            text.contains(&format!("encoded by \"{told}\"")) && text.starts_with("secrets.list: "),
            "{text}"
        );
        let error = secrets.remove("n").send().expect_err("unreadable too");
        assert!(error.to_string().contains(told), "{error}");
        assert_eq!(
            secrets.list().send().expect_err("refused").status(),
            Some(403)
        );
        assert_eq!(server.received().len(), 3);
    }
}

fn what_is_not_compressed_is_judged_by_its_status<C: Colour>() {
    let headers = "Content-Encoding: gzip\r\n";
    let page = "<html><title>Bad Gateway</title></html>";
    let (outcome, received, _) =
        answered::<C>(Method::Get, answer("502 Bad Gateway", headers, page));
    let error = outcome.expect_err("502");
    assert_eq!((error.status(), received), (Some(502), 6));
    assert!(error.to_string().contains("Bad Gateway"), "{error}");
    let (outcome, received, _) = answered::<C>(Method::Get, answer("404 Not Found", headers, "no"));
    let error = outcome.expect_err("404");
    assert_eq!((error.status(), received), (Some(404), 1));
    let Error::Api(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.message(), "no");
}

fn errors_are_read_leniently<C: Colour>() {
    for body in [
        &br#"{"code": "X", "message": "a\ud83d b"}"#[..],
        b"{\"code\": \"X\", \"message\": \"a\xff b\"}",
        br#"{"code": "X", "message": "a b", "requestInfo": {"payload": 1e999}}"#,
        b"\xef\xbb\xbf{\"code\": \"X\", \"message\": \"a b\"}",
        br#"{"code": "Y", "message": "a b", "code": "X"}"#,
    ] {
        let (outcome, ..) = answered::<C>(Method::Get, answer("400 Bad Request", "", body));
        let error = outcome.expect_err("refused");
        assert_eq!(error.code(), Some("X"), "{body:?}");
        let text = error.to_string().replace('\u{fffd}', "");
        assert!(text.contains("400 X: a b (http"), "{text}");
    }
}

fn answers_are_read_as_javascript_reads_them<C: Colour>() {
    for body in [
        &b"\xef\xbb\xbf{\"secrets\": [\"a\"]}"[..],
        br#"{"secrets": ["b"], "secrets": ["a"]}"#,
    ] {
        let server = Scripted::start([ok(body)]);
        let (client, _) = client::<C>(&server);
        let list = Secrets::new(&client).list().send().expect("a list");
        assert_eq!(list.secrets, ["a"]);
    }
}

fn lasting_answers_are_not_tried_again<C: Colour>() {
    for (status, requests) in [
        ("408 Request Timeout", 6),
        ("425 Too Early", 6),
        ("501 Not Implemented", 1),
        ("505 HTTP Version Not Supported", 1),
        ("506 Variant Also Negotiates", 6),
    ] {
        let (outcome, received, _) = answered::<C>(Method::Get, answer(status, "", ""));
        let error = outcome.expect_err(status);
        assert_eq!(received, requests, "{status}");
        assert_eq!(error.is_retryable(), requests > 1, "{status}");
    }
}

fn only_a_service_says_that_a_thing_is_not_there<C: Colour>() {
    let coded = |code: &str| json!({"code": code, "message": "no"}).to_string();
    for (status, body, not_found, gone) in [
        ("404 Not Found", coded("ResourceNotFound"), true, true),
        ("410 Gone", coded("ResourceExpired"), false, true),
        (
            "404 Not Found",
            r#"{"error": "Not found"}"#.to_owned(),
            false,
            false,
        ),
        (
            "404 Not Found",
            "<html>default backend</html>".to_owned(),
            false,
            false,
        ),
        ("410 Gone", String::new(), false, false),
    ] {
        let server = Scripted::start([answer(status, "", &body)]);
        let (client, _) = client::<C>(&server);
        let call = Secrets::new(&client).get("a/b");
        let error = call.send().expect_err(status);
        assert_eq!(
            (error.is_not_found(), error.is_gone()),
            (not_found, gone),
            "{body}"
        );
        let url = format!("{}/api/secrets/v1/secret/a%2Fb", server.root_url());
        assert_eq!(error.url(), Some(url.as_str()));
        let is_told = error
            .to_string()
            .contains(&format!("is the root URL right? ({url})"));
        assert_eq!(is_told, status.starts_with("404") && !not_found, "{error}");
    }
}

fn a_page_in_place_of_an_answer_is_an_error<C: Colour>() {
    let page = "<!DOCTYPE html><html><head><title>Welcome</title></head></html>";
    for act in [
        answer("200 OK", "Content-Type: text/html; charset=utf-8\r\n", page),
        answer("200 OK", "", page),
        ok(page),
    ] {
        let server = Scripted::start([act]);
        let (client, _) = client::<C>(&server);
        let url = format!("{}/api/queue/v1/ping", server.root_url());
        let error = Queue::new(&client).ping().send().expect_err("a page");
        let text = error.to_string();
        assert!(matches!(error, Error::Decode(_)), "{error:?}");
        assert!(
            text.contains("an HTML page of 63 bytes, \"Welcome\"") && text.contains(&url),
            "{text}"
        );
        assert!(Secrets::new(&client).list().send().is_err());
    }
}

fn pages_are_told_by_their_title<C: Colour>() {
    let long = "x".repeat(100_000);
    for (page, told) in [
        (
            "<html><head><TITLE lang=en>\n 502  Bad\nGateway </TITLE>".to_owned(),
            "\"502 Bad Gateway\"",
        ),
        (
            "<html><body><h1>Error:</h1> Server Error<p>more".to_owned(),
            "\"Error: Server Error more\"",
        ),
        (format!("<html>{long}"), "xxx\"… (and "),
    ] {
        let (outcome, ..) = answered::<C>(Method::Get, answer("502 Bad Gateway", "", &page));
        let error = outcome.expect_err("502");
        let text = error.to_string();
        let length = format!("an HTML page of {} bytes", page.len());
        assert!(text.contains(told) && text.contains(&length), "{text}");
        assert!(text.len() < 300, "{text}");
    }
}

fn a_message_is_told_by_what_is_wrong<C: Colour>() {
    let schema = "\nSchema Validation Failed!\nRejecting Schema: http://h/schemas/x.json#\nErrors:\n  \
                  * data must have required property 'description'\n  * data/expires must match format\n\n---\n\n* method: x";
    let differs = "taskId `t` already used by another task.\nThis could be the result of faulty idempotency!\n\n\
                   Existing task definition was:\n```\n{\"env\": \"s3cret\"}\n```";
    let scopes = "Client ID tester does not have sufficient scopes and is missing the following scopes:\n\n```\n\
                  a:b\nc:d\n```\n\nThis request requires the client to satisfy:\n\n```\n{}\n```";
    let long = "x".repeat(5_000_000);
    for (code, message, told) in [
        (
            "InputValidationError",
            schema,
            "data must have required property 'description'; data/expires must match format",
        ),
        (
            "RequestConflict",
            differs,
            "taskId `t` already used by another task. This could be the result of faulty idempotency!",
        ),
        (
            "InsufficientScopes",
            scopes,
            "Client ID tester does not have sufficient scopes and is missing the following scopes: a:b c:d",
        ),
        (
            "InputError",
            long.as_str(),
            &format!("{}… (and 4999500 more bytes)", "x".repeat(500)),
        ),
    ] {
        let body = json!({"code": code, "message": message}).to_string();
        let (outcome, ..) = answered::<C>(Method::Get, answer("400 Bad Request", "", body));
        let error = outcome.expect_err("refused");
        let text = error.to_string();
        assert!(
            text.contains(&format!("400 {code}: {told} (http")),
            "{text}"
        );
        assert!(!format!("{error:?}").contains("s3cret"));
        let Error::Api(error) = error else {
            panic!("{error:?}")
        };
        assert_eq!(error.message(), message);
    }
}

fn a_secret_argument_is_in_no_error<C: Colour>() {
    let server = Scripted::start([answer("404 Not Found", "", "")]);
    let (client, _) = client::<C>(&server);
    let hooks = taskcluster_client::Hooks::new(&client);
    let payload = json!({});
    let call = hooks.trigger_hook_with_token("g", "h", "s3cret", &payload);
    let error = call.send().expect_err("not found");
    let text = format!("{error} {error:?} {:?}", error.url());
    assert!(
        !text.contains("s3cret") && text.contains("/g/h/trigger/…"),
        "{text}"
    );
}

fn an_answer_that_is_too_large_is_an_answer<C: Colour>() {
    let server = Scripted::start([ok("[1, 2, 3]")]);
    let client: C = crate::build(crate::builder(&server).max_answer(1));
    let error = Queue::new(&client).ping().send().expect_err("too large");
    let text = error.to_string();
    assert!(!text.contains("no answer"), "{text}");
    assert!(
        text.contains("is too large: it has more than 1 bytes"),
        "{text}"
    );
    assert_eq!(server.received().len(), 1);
}

fn a_url_that_is_too_long_is_not_sent<C: Colour>() {
    let server = Scripted::start([ok(r#"{"secrets": []}"#)]);
    let (client, _) = client::<C>(&server);
    let secrets = Secrets::new(&client);
    let fixed = secrets
        .list()
        .continuation_token("x")
        .url()
        .expect("a URL")
        .len()
        - 1;
    let token = |length: usize| "x".repeat(length - fixed);
    let list = |length: usize| secrets.list().continuation_token(&token(length)).send();
    list(16_384).expect("as long as may be");
    for length in [16_385, 70_000, 1_000_000] {
        let error = list(length).expect_err("too long");
        assert_eq!(
            error.to_string(),
            format!("secrets.list: the URL has {length} bytes, and servers read at most 16384")
        );
    }
    assert_eq!(server.received().len(), 1);
}
