//! What a server says, shown: it makes no second line, drives no terminal, and fills no log.

use serde_json::{Value, json};
use taskcluster_client::{Method, Queue, Request, Secrets};
use taskcluster_tests::{Colour, Scripted, Verbs as _, answer, in_both_colours};

use crate::{client, ok};

in_both_colours!(
    an_error_is_one_line_of_limited_length,
    a_location_is_shown_without_a_password,
    a_reason_why_an_answer_cannot_be_read_is_one_line,
    a_media_type_is_one_line,
);

/// Text that is no longer than a screen, on one line, and moves no cursor.
fn is_tame(text: &str) {
    assert!(text.len() < 5_000, "{} bytes", text.len());
    assert!(!text.contains(|c: char| c.is_control()), "{text:?}");
    assert!(!text.contains('\u{202e}'), "{text:?}");
}

fn an_error_is_one_line_of_limited_length<C: Colour>() {
    let wild = "X\nWARN forged \u{1b}[2J\u{9b}2J\u{202e}\r";
    let long = format!("{wild}{}", "x".repeat(5_000_000));
    let bodies = [
        json!({"code": wild, "message": wild}).to_string(),
        json!({"code": long, "message": long}).to_string(),
        json!({"code": "X", "error": long}).to_string(),
        long.clone(),
    ];
    for body in bodies {
        let server = Scripted::start([answer("400 Bad Request", "", &body)]);
        let (client, _) = client::<C>(&server);
        let error = Queue::new(&client).ping().send().expect_err("refused");
        is_tame(&error.to_string());
        is_tame(&format!("{error:?}"));
        assert!(error.to_string().starts_with("queue.ping: 400"), "{error}");
        assert!(error.to_string().contains("WARN forged"), "{error}");
        if let Some(code) = error.code() {
            assert!(code == "X" || code.starts_with(wild), "whole for a program");
        }
    }
}

fn a_location_is_shown_without_a_password<C: Colour>() {
    for location in [
        "http://u:s3cret@h/x",
        "http://u:1/s3cret@h/x",
        "http:u:s3cret@h/x",
        "//u:s3cret@h/x",
        "http://h/x?s3cret",
        "http://h/x#s3cret",
    ] {
        let header = format!("Location: {location}\r\n");
        let server = Scripted::start([answer("303 See Other", &header, "")]);
        let (client, _) = client::<C>(&server);
        let error = Queue::new(&client).task("t").send();
        let error = error.expect_err("a redirect");
        let artifact = Queue::new(&client).get_latest_artifact("t", "public/x");
        let redirect = artifact.send().expect("a redirect");
        let texts = format!("{error} {error:?} {redirect:?}");
        assert!(!texts.contains("s3cret"), "{texts}");
        assert!(texts.contains("h/x"), "{texts}");
        assert_eq!(redirect.location, location, "whole for a program");
    }
    let endless = format!("Location: http://h/{}\r\n", "x".repeat(6_000));
    let server = Scripted::start([answer("303 See Other", &endless, "")]);
    let (client, _) = client::<C>(&server);
    let artifact = Queue::new(&client).get_latest_artifact("t", "public/x");
    is_tame(&format!("{:?}", artifact.send().expect("a redirect")));
    let error = Queue::new(&client).task("t").send();
    is_tame(&error.expect_err("a redirect").to_string());
}

fn a_reason_why_an_answer_cannot_be_read_is_one_line<C: Colour>() {
    let server = Scripted::start([ok("\"X\u{1b}[2J\nWARN forged"), ok("{\"secrets\": 1}")]);
    let (client, _) = client::<C>(&server);
    for _ in 0..2 {
        let error = Secrets::new(&client).list().send().expect_err("not a list");
        is_tame(&error.to_string());
        is_tame(&format!("{error:?}"));
    }
    let request = Request::new(Method::Get, "x", "v1").path(["\u{1b}[2J\n"]);
    let error = client.call::<Value>(request).send();
    is_tame(&error.err().map(|e| e.to_string()).unwrap_or_default());
}

fn a_media_type_is_one_line<C: Colour>() {
    let header = format!("Content-Type: image/{}\r\n", "x".repeat(6_000));
    let server = Scripted::start([answer("200 OK", &header, "bytes")]);
    let (client, _) = client::<C>(&server);
    let badge = taskcluster_client::Github::new(&client).badge("o", "r", "b");
    is_tame(&format!("{:?}", badge.send().expect("bytes")));
}
