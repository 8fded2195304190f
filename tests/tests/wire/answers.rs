//! What comes of answers that no good server gives, and of odd good ones.

use std::collections::BTreeMap;
use std::error::Error as _;

use serde_json::{Value, json};
use taskcluster_client::secrets::types::Secret;
use taskcluster_client::{Ec2Manager, Error, Github, Method, Queue, Request, Secrets};
use taskcluster_tests::{Act, Colour, Scripted, Verbs as _, answer, in_both_colours, sample};

use crate::{client, ok};

in_both_colours!(
    a_redirect_is_an_error_where_none_is_expected_and_nothing_follows_it,
    methods_that_answer_by_redirect_give_location_and_body,
    whole_answers_are_there_for_the_asking,
    methods_without_an_answer_take_any_success,
    answers_without_a_schema_are_json_or_nothing,
    json_without_a_message_is_not_shown,
    an_answer_of_the_wrong_form_is_a_decode_error_that_keeps_it,
    a_long_head_is_read
);

fn a_redirect_is_an_error_where_none_is_expected_and_nothing_follows_it<C: Colour>() {
    let other = Scripted::start([ok("{}")]);
    let to = other.root_url().replace("://", "://u:s3cret@");
    let location = format!("Location: {to}/elsewhere?bewit=s3cret\r\n");
    for status in [
        "301 Moved Permanently",
        "302 Found",
        "303 See Other",
        "307 Temporary Redirect",
        "308 Permanent Redirect",
    ] {
        let server = Scripted::start([answer(status, &location, "")]);
        let (client, _) = client::<C>(&server);
        let secret: Secret = sample();
        let error = Secrets::new(&client)
            .set("a", &secret)
            .send()
            .expect_err("nothing was set");
        let text = error.to_string();
        assert!(
            text.contains("redirected to") && text.contains("/elsewhere"),
            "{text}"
        );
        assert!(
            !text.contains("s3cret") && text.contains("//127.0.0.1:"),
            "{text}"
        );
        assert!(Secrets::new(&client).remove("a").send().is_err());
        assert!(
            client
                .call::<Value>(Request::new(Method::Get, "x", "v1").path(["y"]))
                .send()
                .is_err()
        );
    }
    assert!(other.received().is_empty(), "redirects are not followed");
}

fn methods_that_answer_by_redirect_give_location_and_body<C: Colour>() {
    let location = "Location: https://u:pw@store.example.com/a?sig=1\r\n";
    let server = Scripted::start([
        answer(
            "303 See Other",
            location,
            r#"{"storageType": "s3", "url": "https://store.example.com/a?sig=1"}"#,
        ),
        answer("302 Found", location, ""),
        ok(r#"{"url": "https://store.example.com/b"}"#),
        ok("{}"),
    ]);
    let (client, _) = client::<C>(&server);
    let queue = Queue::new(&client);
    let call = queue.get_latest_artifact("t", "public/a");
    let redirect = call.clone().send().expect("a redirect");
    assert_eq!(redirect.location, "https://u:pw@store.example.com/a?sig=1");
    assert_eq!(
        redirect.body.as_ref().map(|body| &body["storageType"]),
        Some(&json!("s3"))
    );
    let debug = format!("{redirect:?}");
    assert!(debug.contains("\"https://store.example.com/a\""), "{debug}");
    assert_eq!(call.clone().send().expect("a redirect").body, None);
    assert_eq!(
        call.clone().send().expect("a body").location,
        "https://store.example.com/b"
    );
    assert!(
        matches!(call.send(), Err(Error::Decode(_))),
        "neither location nor url"
    );
}

fn whole_answers_are_there_for_the_asking<C: Colour>() {
    let image = answer(
        "200 OK",
        "Content-Type: image/svg+xml\r\nETag: x\r\n",
        "<svg/>",
    );
    let server = Scripted::start([image]);
    let (client, _) = client::<C>(&server);
    let github = Github::new(&client);
    let badge = github.badge("o", "r", "b").send().expect("an image");
    assert_eq!(
        (badge.content_type.as_str(), badge.bytes.as_slice()),
        ("image/svg+xml", &b"<svg/>"[..])
    );
    let response = github.badge("o", "r", "b").response().expect("an answer");
    assert_eq!(
        (response.status(), response.headers().get("etag")),
        (200, Some("x"))
    );
    assert_eq!(response.body(), b"<svg/>");
}

fn methods_without_an_answer_take_any_success<C: Colour>() {
    for act in [
        answer("200 OK", "Content-Type: text/plain\r\n", "OK"),
        Act::Send("HTTP/1.1 204 No Content\r\n\r\n".into()),
        answer("200 OK", "", ""),
    ] {
        let server = Scripted::start([act]);
        let (client, _) = client::<C>(&server);
        Queue::new(&client).ping().send().expect("a success");
    }
}

fn answers_without_a_schema_are_json_or_nothing<C: Colour>() {
    let server = Scripted::start([ok(r#"{"regions": []}"#), answer("200 OK", "", "")]);
    let (client, _) = client::<C>(&server);
    let manager = Ec2Manager::new(&client);
    assert_eq!(
        manager.regions().send().expect("JSON"),
        json!({"regions": []})
    );
    assert_eq!(manager.regions().send().expect("nothing"), Value::Null);
}

fn json_without_a_message_is_not_shown<C: Colour>() {
    for (body, shown) in [
        (r#"{"error": {"payload": "hush"}}"#, "the answer is JSON"),
        (r#"[{"payload": "hush"}]"#, "the answer is JSON"),
        (r#"{"payload": "hush", "cut sh"#, "the answer is JSON"),
        ("<p>Bad request</p>", "<p>Bad request</p>"),
        ("", "no message"),
    ] {
        let server = Scripted::start([answer("400 Bad Request", "", body)]);
        let (client, _) = client::<C>(&server);
        let error = Queue::new(&client).ping().send().expect_err("refused");
        let text = format!("{error} {error:?}");
        assert!(text.contains(shown) && !text.contains("hush"), "{text}");
    }
}

fn an_answer_of_the_wrong_form_is_a_decode_error_that_keeps_it<C: Colour>() {
    let server = Scripted::start([ok(r#"{"taskId": 3, "token": "hush"}"#)]);
    let (client, _) = client::<C>(&server);
    let error = Queue::new(&client)
        .status("t")
        .send()
        .expect_err("no status");
    assert_eq!(
        (error.status(), error.attempts(), error.method()),
        (Some(200), 1, "queue.status")
    );
    assert!(!format!("{error} {error:?}").contains("hush"));
    let request = Queue::new(&client).status("t").request().clone();
    let mine = client
        .call::<BTreeMap<String, u32>>(request)
        .send()
        .expect_err("a token is no number");
    let (display, debug) = (mine.to_string(), format!("{mine:?}"));
    for text in [&display, &debug] {
        assert!(
            text.contains("a value is not what was expected (line 1, column "),
            "{text}"
        );
        assert!(!text.contains("hush"), "{text}");
    }
    let source = mine.source().expect("serde's words").to_string();
    assert!(source.contains("hush"), "{source}");
    let Error::Decode(decode) = error else {
        panic!("{error:?}")
    };
    assert_eq!(
        decode.response().body(),
        br#"{"taskId": 3, "token": "hush"}"#
    );
    let raw = Queue::new(&client)
        .status("t")
        .raw()
        .expect("JSON all the same");
    assert_eq!(raw["taskId"], 3);
}

/// Longer than what usually comes in at once, and shorter than what any client gives up on.
fn a_long_head_is_read<C: Colour>() {
    for length in [20_000, 60_000] {
        let long = format!("X-Long: {}\r\n", "x".repeat(length));
        let server = Scripted::start([answer("200 OK", &long, "{}")]);
        let (client, _) = client::<C>(&server);
        let response = Queue::new(&client).ping().response().expect("an answer");
        let header = response.headers().get("x-long").map(str::len);
        assert_eq!(header, Some(length));
    }
}
