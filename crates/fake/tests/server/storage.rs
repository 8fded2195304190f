//! The queue: artifacts with content, from their upload to their download.

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use taskcluster_core::{Client, Method, Request};
use taskcluster_fake::{Era, FakeTaskcluster};

use crate::support::{Answer, ask, bad, create, date, good, root, task, to};

/// A task with a run that a worker has.
fn running(fake: &FakeTaskcluster) -> (Client, String) {
    let root = root(fake);
    let id = create(&root, &task());
    let worker = json!({ "workerGroup": "g", "workerId": "i" });
    let path = ["task", &id, "runs", "0", "claim"];
    good(&root, to(Method::Post, "queue", path).json(&worker));
    (root, id)
}

fn post(id: &str, name: &str, payload: &Value) -> Request {
    let path = ["task", id, "runs", "0", "artifacts", name];
    to(Method::Post, "queue", path).json(payload)
}

fn complete(id: &str, name: &str, etags: &[String]) -> Request {
    let path = ["task", id, "runs", "0", "artifacts", name];
    to(Method::Put, "queue", path).json(&json!({ "etags": etags }))
}

/// What stands behind the deployment's root URL.
fn target(fake: &FakeTaskcluster, url: &Value) -> String {
    let url = url.as_str().expect("a URL");
    url.strip_prefix(&fake.root_url())
        .expect("on the fake")
        .to_owned()
}

fn put(fake: &FakeTaskcluster, target: &str, content_type: &str, body: &str) -> Answer {
    ask(fake, "PUT", target, &[("content-type", content_type)], body)
}

/// What the queue leads to.
fn fetch(fake: &FakeTaskcluster, id: &str, name: &str) -> Answer {
    let path = format!("/api/queue/v1/task/{id}/artifacts/{name}");
    let answer = ask(fake, "GET", &path, &[], "");
    assert_eq!(answer.status, 303, "{answer:?}");
    let location = answer.header("location").expect("a location");
    ask(fake, "GET", &target(fake, &location.into()), &[], "")
}

fn stored(storage_type: &str) -> Value {
    json!({ "storageType": storage_type, "expires": date(3000), "contentType": "text/plain" })
}

fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn what_was_put_is_served() {
    let fake = FakeTaskcluster::start().expect("a server");
    let (root, id) = running(&fake);
    for storage_type in ["s3", "azure"] {
        let name = format!("public/{storage_type}");
        let made = good(&root, post(&id, &name, &stored(storage_type)));
        assert_eq!(made["storageType"], storage_type);
        let upload = target(&fake, &made["putUrl"]);
        assert_eq!(fetch(&fake, &id, &name).status, 404);
        assert_eq!(put(&fake, &upload, "text/plain", "content").status, 200);
        let got = fetch(&fake, &id, &name);
        assert_eq!((got.status, got.body.as_str()), (200, "content"));
        assert_eq!(got.header("content-type"), Some("text/plain"));
        // To ask for another upload of the same does not lose what is there.
        let again = good(&root, post(&id, &name, &stored(storage_type)));
        assert_eq!(again["putUrl"], made["putUrl"]);
        assert_eq!(fetch(&fake, &id, &name).body, "content");
    }
    let path = format!("/api/queue/v1/task/{id}/artifacts");
    let list = ask(&fake, "GET", &path, &[], "").json();
    let types = list["artifacts"].as_array().expect("a list").iter();
    let types: Vec<&Value> = types.map(|it| &it["storageType"]).collect();
    assert_eq!(types, ["azure", "s3"]);
}

#[test]
fn the_storage_is_strict() {
    let fake = FakeTaskcluster::start().expect("a server");
    let (root, id) = running(&fake);
    let made = good(&root, post(&id, "public/x", &stored("s3")));
    let upload = target(&fake, &made["putUrl"]);
    let (path, _) = upload.split_once('?').expect("a query");
    assert_eq!(put(&fake, path, "text/plain", "x").status, 403);
    assert_eq!(
        put(&fake, &format!("{path}?token=x"), "text/plain", "x").status,
        403
    );
    assert_eq!(put(&fake, &upload, "text/html", "x").status, 403);
    assert_eq!(
        ask(&fake, "PUT", &upload, &[("content-type", "text/plain")], "").status,
        411
    );
    assert_eq!(ask(&fake, "DELETE", path, &[], "").status, 405);
    assert_eq!(ask(&fake, "GET", "/fake-storage/x", &[], "").status, 404);
    fake.advance(std::time::Duration::from_secs(46 * 60));
    assert_eq!(put(&fake, &upload, "text/plain", "x").status, 403);
}

#[test]
fn content_can_be_larger_than_a_payload() {
    let fake = FakeTaskcluster::start().expect("a server");
    let (root, id) = running(&fake);
    let made = good(&root, post(&id, "public/x", &stored("s3")));
    let large = "x".repeat(11 * 1024 * 1024);
    let upload = target(&fake, &made["putUrl"]);
    assert_eq!(put(&fake, &upload, "text/plain", &large).status, 200);
    assert_eq!(fetch(&fake, &id, "public/x").body.len(), large.len());
}

#[test]
fn blobs_are_there_once_they_are_complete() {
    let fake = FakeTaskcluster::builder()
        .era(Era::Classic)
        .start()
        .expect("a server");
    let (root, id) = running(&fake);
    let mut blob = stored("blob");
    blob["contentSha256"] = sha256("content").into();
    blob["contentLength"] = 7.into();
    let made = good(&root, post(&id, "public/x", &blob));
    let requests = made["requests"].as_array().expect("a list");
    assert_eq!((requests.len(), &requests[0]["method"]), (1, &json!("PUT")));
    let upload = target(&fake, &requests[0]["url"]);
    let path = format!("/api/queue/v1/task/{id}/artifacts/public/x");
    assert_eq!(ask(&fake, "GET", &path, &[], "").status, 404);
    let (status, _, message) = bad(&root, complete(&id, "public/x", &["e".to_owned()]));
    assert_eq!((status, message.contains("0 of 1 parts")), (400, true));

    assert_eq!(put(&fake, &upload, "text/plain", "another").status, 400);
    let answer = put(&fake, &upload, "text/plain", "content");
    let etag = answer.header("etag").expect("a tag").to_owned();
    assert_eq!(
        bad(&root, complete(&id, "public/x", &["e".to_owned()])).0,
        400
    );
    let report = to(
        Method::Post,
        "queue",
        ["task", &id, "runs", "0", "completed"],
    );
    assert_eq!(bad(&root, report.clone()).0, 409);
    let is_told = |fake: &FakeTaskcluster| {
        let mut messages = fake.messages().into_iter();
        messages.any(|message| message.exchange.ends_with("artifact-created"))
    };
    assert!(!is_told(&fake));
    good(&root, complete(&id, "public/x", &[etag]));
    assert!(is_told(&fake));
    assert_eq!(fetch(&fake, &id, "public/x").body, "content");
    good(&root, report);
    assert_eq!(bad(&root, complete(&id, "public/y", &[])).0, 404);
}

#[test]
fn blobs_can_come_in_parts() {
    let fake = FakeTaskcluster::start().expect("a server");
    let (root, id) = running(&fake);
    let mut blob = stored("blob");
    blob["contentSha256"] = sha256("one, two").into();
    blob["contentLength"] = 8.into();
    let parts = ["one, ", "two"];
    let described = parts.map(|part| json!({ "sha256": sha256(part), "size": part.len() }));
    blob["parts"] = described.to_vec().into();
    let made = good(&root, post(&id, "public/x", &blob));
    let requests = made["requests"].as_array().expect("a list");
    let mut etags = vec![];
    for (request, part) in requests.iter().zip(parts).rev() {
        let upload = target(&fake, &request["url"]);
        let answer = ask(&fake, "PUT", &upload, &[], part);
        assert_eq!(answer.status, 200);
        etags.insert(0, answer.header("etag").expect("a tag").to_owned());
    }
    good(&root, complete(&id, "public/x", &etags));
    assert_eq!(fetch(&fake, &id, "public/x").body, "one, two");
    // A blob of another content cannot take its place.
    blob["contentSha256"] = sha256("three").into();
    assert_eq!(bad(&root, post(&id, "public/x", &blob)).0, 409);
}
