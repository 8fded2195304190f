//! Answers that the server compressed.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;
use taskcluster_client::Queue;
use taskcluster_tests::{Colour, Scripted, Verbs as _, answer, in_both_colours};

use super::{build, builder, client, ok};

in_both_colours!(
    answers_may_be_compressed,
    the_limit_is_for_what_comes_out,
    what_cannot_be_decompressed_is_asked_for_again,
);

const HEADERS: &str = "Content-Type: application/json\r\nContent-Encoding: gzip\r\n";

fn compressed(body: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(body.as_bytes()).expect("bytes in memory");
    encoder.finish().expect("bytes in memory")
}

fn answers_may_be_compressed<C: Colour>() {
    let text = json!({"text": "x".repeat(50_000)}).to_string();
    let (first, second) = text.split_at(20_000);
    let server = Scripted::start([
        answer("200 OK", HEADERS, compressed(&text)),
        answer(
            "200 OK",
            HEADERS,
            [compressed(first), compressed(second)].concat(),
        ),
        ok(&text),
    ]);
    let client: C = build(builder(&server));
    for is_compressed in [true, true, false] {
        let answer = Queue::new(&client).ping().response().expect("an answer");
        assert!(answer.body() == text.as_bytes(), "{answer:?}");
        // They told of what was on the wire.
        assert_eq!(answer.headers().get("content-encoding"), None);
        let length = answer.headers().get("content-length");
        assert_eq!(length.is_none(), is_compressed);
    }
    for received in server.received() {
        assert_eq!(received.header("accept-encoding"), Some("gzip"));
    }
}

fn the_limit_is_for_what_comes_out<C: Colour>() {
    let text = |length: usize| json!("x".repeat(length - 2)).to_string();
    let server = Scripted::start([
        answer("200 OK", HEADERS, compressed(&text(1_000))),
        answer("200 OK", HEADERS, compressed(&text(1_001))),
        answer("200 OK", HEADERS, compressed(&text(10_000_000))),
    ]);
    let client: C = build(builder(&server).max_answer(1_000));
    let queue = Queue::new(&client);
    assert_eq!(
        queue.ping().response().expect("not too large").body().len(),
        1_000
    );
    for requests in [2, 3] {
        let error = queue.ping().send().expect_err("too large");
        assert!(
            error.to_string().contains("more than 1000 bytes"),
            "{error}"
        );
        assert_eq!(server.received().len(), requests);
    }
}

fn what_cannot_be_decompressed_is_asked_for_again<C: Colour>() {
    let whole = compressed("{}");
    let half = &whole[..whole.len() - 4];
    let server = Scripted::start([
        answer("200 OK", HEADERS, "{}"),
        answer("200 OK", HEADERS, half),
        answer("200 OK", HEADERS, &whole),
    ]);
    let (client, waits) = client::<C>(&server);
    Queue::new(&client).ping().send().expect("the third answer");
    assert_eq!(waits.all().len(), 2);
}
