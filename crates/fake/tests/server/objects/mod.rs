//! The object service, and the artifacts that it has.

mod artifacts;

use serde_json::{Value, json};
use std::time::Duration;
use taskcluster_core::{Method, Request, slugid};
use taskcluster_fake::FakeTaskcluster;

use crate::support::{Answer, ask, bad, date, good, refused, root, to, todays};

const HASH: &str = "5cd9289a69664e69c5e2c3015062796590a2d6ed5f32fe9d4ec1f3c94636e457";
const OTHER: &str = "0000000000000000000000000000000000000000000000000000000000000000";

fn upload(name: &str, payload: &Value) -> Request {
    to(Method::Put, "object", ["upload", name]).json(payload)
}

fn finish(name: &str, project_id: &str, upload_id: &str, hashes: &Value) -> Request {
    let payload = json!({ "projectId": project_id, "uploadId": upload_id, "hashes": hashes });
    to(Method::Post, "object", ["finish-upload", name]).json(&payload)
}

fn start(name: &str, methods: &Value) -> Request {
    let payload = json!({ "acceptDownloadMethods": methods });
    to(Method::Put, "object", ["start-download", name]).json(&payload)
}

fn metadata(name: &str) -> Request {
    to(Method::Get, "object", ["metadata", name])
}

fn proposal(upload_id: &str, methods: &Value) -> Value {
    let expires = date(3600);
    json!({
        "projectId": "p", "uploadId": upload_id, "expires": expires,
        "proposedUploadMethods": methods,
    })
}

fn inline(text: &str) -> Value {
    json!({ "dataInline": { "contentType": "text/plain", "objectData": text } })
}

/// What is behind a URL of the fake's own.
fn fetch(fake: &FakeTaskcluster, url: &Value) -> Answer {
    let url = url.as_str().expect("a URL");
    let target = url.strip_prefix(&fake.root_url()).expect("on the fake");
    ask(fake, "GET", target, &[], "")
}

#[test]
fn an_upload_belongs_to_whoever_began_it() {
    let fake = todays();
    let (root, name, id) = (root(&fake), "a/b c", slugid::nice());
    let begun = proposal(&id, &inline("aGVsbG8gb2JqZWN0"));
    let told = good(&root, upload(name, &begun));
    let wanted = json!({
        "projectId": "p", "uploadId": id, "expires": begun["expires"],
        "uploadMethod": { "dataInline": true },
    });
    assert_eq!(told, wanted);
    assert_eq!(good(&root, upload(name, &begun)), wanted);
    let conflict =
        |request, message: &str| refused(&root, request, 409, "RequestConflict", message);
    let changes = [
        ("uploadId", slugid::nice()),
        ("projectId", "q".to_owned()),
        ("expires", date(7200)),
    ];
    for (member, value) in changes {
        let mut other = begun.clone();
        other[member] = value.into();
        conflict(upload(name, &other), "Object already exists");
    }
    let missing = r#"Object "a/b c" not found"#;
    refused(&root, metadata(name), 404, "ResourceNotFound", missing);
    let simple = start(name, &json!({ "simple": true }));
    refused(&root, simple, 404, "ResourceNotFound", missing);
    let (hashes, other) = (json!({ "sha256": HASH }), slugid::nice());
    conflict(
        finish(name, "p", &other, &hashes),
        &format!(r#"Object "a/b c" does not have uploadId {other}"#),
    );
    refused(
        &root,
        finish(name, "q", &id, &hashes),
        400,
        "InputError",
        r#"Object "a/b c" does not have projectId q"#,
    );
    for _ in 0..2 {
        assert_eq!(good(&root, finish(name, "p", &id, &hashes)), json!({}));
    }
    conflict(
        finish(name, "p", &id, &json!({ "sha256": OTHER })),
        r#"Object "a/b c" is already finished, but with a different hash for algorithm sha256"#,
    );
    conflict(
        finish(name, "p", &id, &json!({ "md5": "x" })),
        r#"Object "a/b c" is already finished, but without hash algorithm md5"#,
    );
    conflict(upload(name, &begun), "Object already exists");
    assert_eq!(
        good(&root, metadata(name)),
        json!({ "projectId": "p", "expires": begun["expires"], "hashes": hashes })
    );
}

#[test]
fn hashes_that_were_told_do_not_change() {
    let fake = todays();
    let (root, id) = (root(&fake), slugid::nice());
    let mut begun = proposal(&id, &json!({}));
    begun["hashes"] = json!({ "sha256": HASH });
    let told = good(&root, upload("a", &begun));
    assert_eq!(told["uploadMethod"], json!({}));
    let other = json!({ "sha256": OTHER });
    let message = "Content hash already exists with a different value";
    begun["hashes"] = other.clone();
    for request in [upload("a", &begun), finish("a", "p", &id, &other)] {
        refused(&root, request, 409, "RequestConflict", message);
    }
}

#[test]
fn inline_content_is_had_for_a_time() {
    let fake = todays();
    let (root, id) = (root(&fake), slugid::nice());
    good(
        &root,
        upload("a", &proposal(&id, &inline("aGVsbG8gb2JqZWN0"))),
    );
    good(&root, finish("a", "p", &id, &json!({ "sha256": HASH })));
    let got = good(
        &root,
        start("a", &json!({ "getUrl": true, "simple": true })),
    );
    assert_eq!(
        (&got["method"], &got["hashes"]),
        (&json!("getUrl"), &json!({ "sha256": HASH }))
    );
    let simple = good(&root, start("a", &json!({ "simple": true })));
    assert_eq!(simple["method"], "simple");
    for url in [&got["url"], &simple["url"]] {
        let answer = fetch(&fake, url);
        assert_eq!((answer.status, &*answer.body), (200, "hello object"));
        assert_eq!(answer.header("content-type"), Some("text/plain"));
    }
    let message = "Object supports methods simple, getUrl";
    refused(
        &root,
        start("a", &json!({})),
        406,
        "NoMatchingMethod",
        message,
    );
    // Each URL ends: that of `getUrl` after two minutes, the simple one after half an hour.
    fake.advance(Duration::from_secs(121));
    assert_eq!(fetch(&fake, &got["url"]).status, 403);
    assert_eq!(fetch(&fake, &simple["url"]).status, 200);
    fake.advance(Duration::from_secs(30 * 60));
    assert_eq!(fetch(&fake, &simple["url"]).status, 403);
    fake.advance(Duration::from_secs(3600));
    assert_eq!(bad(&root, metadata("a")).0, 404);
}

#[test]
fn content_is_put_as_it_was_announced() {
    let fake = todays();
    let (root, id) = (root(&fake), slugid::nice());
    let methods = json!({ "putUrl": { "contentType": "x/y", "contentLength": 5 } });
    let begun = proposal(&id, &methods);
    let told = good(&root, upload("a", &begun))["uploadMethod"]["putUrl"].clone();
    let headers =
        json!({ "Content-Type": "x/y", "Content-Length": "5", "Content-Encoding": "identity" });
    assert_eq!(told["headers"], headers);
    let put = |told: &Value, content_type, body| {
        let url = told["url"]
            .as_str()
            .expect("a URL")
            .replace(&fake.root_url(), "");
        ask(&fake, "PUT", &url, &[("content-type", content_type)], body).status
    };
    assert_eq!(put(&told, "text/plain", "12345"), 403);
    assert_eq!(put(&told, "x/y", "1234"), 403);
    assert_eq!(put(&told, "x/y", "12345"), 200);
    // What is uploaded by a URL that was asked for again takes its place.
    let again = good(&root, upload("a", &begun))["uploadMethod"]["putUrl"].clone();
    assert_eq!(put(&again, "x/y", "54321"), 200);
    good(&root, finish("a", "p", &id, &json!({})));
    let got = good(&root, start("a", &json!({ "getUrl": true })));
    assert_eq!(fetch(&fake, &got["url"]).body, "54321");
}

#[test]
fn a_download_redirects_whoever_may_have_it() {
    let fake = todays();
    let (root, id) = (root(&fake), slugid::nice());
    good(&root, upload("a b", &proposal(&id, &inline("aGk="))));
    good(&root, finish("a b", "p", &id, &json!({})));
    let path = "/api/object/v1/download/a%20b";
    assert_eq!(ask(&fake, "GET", path, &[], "").status, 403);
    let url = root.call::<Value>(to(Method::Get, "object", ["download", "a b"]));
    let url = url.signed_url(Duration::from_secs(60)).expect("a URL");
    let answer = fetch(&fake, &url.to_string().into());
    let location = answer.header("location").expect("a location").to_owned();
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (303, Some("text/plain; charset=utf-8"))
    );
    assert_eq!(answer.body, format!("See Other. Redirecting to {location}"));
    assert_eq!(fetch(&fake, &location.into()).body, "hi");
}

#[test]
fn uploads_that_are_not_finished_end_after_a_day() {
    let fake = todays();
    let root = root(&fake);
    let mut begun = proposal(&slugid::nice(), &json!({}));
    begun["expires"] = date(10 * 24 * 3600).into();
    good(&root, upload("a", &begun));
    begun["uploadId"] = slugid::nice().into();
    assert_eq!(bad(&root, upload("a", &begun)).0, 409);
    fake.advance(Duration::from_secs(24 * 3600 + 1));
    good(&root, upload("a", &begun));
}
