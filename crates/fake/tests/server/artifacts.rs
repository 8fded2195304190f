//! The queue: artifacts that point elsewhere, and those that are errors.

use crate::support::{
    ask, bad, client, create, date, good, header, new_client, root, signer, task, to,
};
use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Request};
use taskcluster_fake::{Era, FakeTaskcluster};

/// A task with a run that a worker has.
fn running(fake: &FakeTaskcluster) -> (Client, String) {
    let root = root(fake);
    let id = create(&root, &task());
    let worker = json!({ "workerGroup": "g", "workerId": "i", "tasks": 1 });
    good(
        &root,
        to(Method::Post, "queue", ["claim-work", "p", "w"]).json(&worker),
    );
    (root, id)
}

fn post(id: &str, name: &str, payload: &Value) -> Request {
    to(
        Method::Post,
        "queue",
        ["task", id, "runs", "0", "artifacts", name],
    )
    .json(payload)
}

fn reference(url: &str) -> Value {
    let expires = date(3000);
    json!({ "storageType": "reference", "expires": expires, "contentType": "text/plain", "url": url })
}

fn error(message: &str) -> Value {
    let reason = "file-missing-on-worker";
    json!({ "storageType": "error", "expires": date(3000), "reason": reason, "message": message })
}

#[test]
fn references_redirect() {
    let fake = FakeTaskcluster::start().expect("a server");
    let (root, id) = running(&fake);
    let url = "https://elsewhere.example.com/a?b=c";
    let made = good(&root, post(&id, "public/a b.txt", &reference(url)));
    assert_eq!(made, json!({ "storageType": "reference" }));
    for path in [
        format!("/api/queue/v1/task/{id}/runs/0/artifacts/public/a%20b.txt"),
        format!("/api/queue/v1/task/{id}/artifacts/public%2Fa%20b.txt"),
    ] {
        let answer = ask(&fake, "GET", &path, &[], "");
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, Some(url)),
            "{answer:?}"
        );
        assert_eq!(
            answer.json(),
            json!({ "storageType": "reference", "url": url })
        );
    }
    // The URL alone may change.
    good(
        &root,
        post(
            &id,
            "public/a b.txt",
            &reference("https://new.example.com/"),
        ),
    );
    let path = format!("/api/queue/v1/task/{id}/artifacts/public/a%20b.txt");
    let answer = ask(&fake, "GET", &path, &[], "");
    assert_eq!(answer.header("location"), Some("https://new.example.com/"));
}

#[test]
fn errors_are_answered_as_failed_dependencies() {
    let fake = FakeTaskcluster::start().expect("a server");
    let (root, id) = running(&fake);
    good(&root, post(&id, "public/log", &error("gone")));
    let answer = ask(
        &fake,
        "GET",
        &format!("/api/queue/v1/task/{id}/artifacts/public/log"),
        &[],
        "",
    );
    let wanted = json!({ "reason": "file-missing-on-worker", "message": "gone" });
    assert_eq!((answer.status, answer.json()), (424, wanted));
    assert_eq!(
        answer.header("x-taskcluster-artifact-storage-type"),
        Some("error")
    );
}

#[test]
fn an_error_has_no_content_of_its_own() {
    for (era, content_type) in [
        (Era::Classic, "application/json"),
        (Era::Today, "application/binary"),
    ] {
        let fake = FakeTaskcluster::builder().era(era).start();
        let fake = fake.expect("a server");
        let (root, id) = running(&fake);
        good(&root, post(&id, "public/log", &error("gone")));
        let list = to(Method::Get, "queue", ["task", &id, "artifacts"]);
        let listed = &good(&root, list)["artifacts"][0];
        assert_eq!(
            (&listed["storageType"], &listed["contentType"]),
            (&json!("error"), &json!(content_type))
        );
        // The answer itself is JSON.
        let path = format!("/api/queue/v1/task/{id}/runs/0/artifacts/public/log");
        let authorization = header(&fake, &signer(&fake.credentials(), ""), "GET", &path);
        let answer = ask(
            &fake,
            "GET",
            &path,
            &[("authorization", &authorization)],
            "",
        );
        let json = Some("application/json; charset=utf-8");
        assert_eq!((answer.status, answer.header("content-type")), (424, json));
    }
}

#[test]
fn private_artifacts_need_a_scope() {
    let fake = FakeTaskcluster::start().expect("a server");
    let (root, id) = running(&fake);
    good(&root, post(&id, "private/x", &error("e")));
    let path = format!("/api/queue/v1/task/{id}/artifacts/private/x");
    assert_eq!(ask(&fake, "GET", &path, &[], "").status, 403);
    let some = client(
        &fake,
        new_client(&fake, "some", &["queue:get-artifact:private/*"]),
    );
    let get = |name| to(Method::Get, "queue", ["task", &id, "artifacts", name]);
    assert_eq!(bad(&some, get("private/x")).0, 424);
    assert_eq!(
        bad(&some, get("private/y")),
        (404, "ResourceNotFound".into(), "Artifact not found".into())
    );
    assert_eq!(bad(&some, get("secret/y")).0, 403);
    // A public one needs none, but a wrong signature is not overlooked.
    let path = format!("/api/queue/v1/task/{id}/artifacts/public/x");
    assert_eq!(
        ask(&fake, "GET", &path, &[("authorization", "Hawk x")], "").status,
        401
    );
    assert_eq!(ask(&fake, "GET", &path, &[], "").status, 404);
}

#[test]
fn artifacts_are_not_replaced_by_others() {
    let fake = FakeTaskcluster::builder()
        .era(Era::Classic)
        .start()
        .expect("a server");
    let (root, id) = running(&fake);
    let later = |mut payload: Value, seconds| {
        payload["expires"] = date(seconds).into();
        payload
    };
    good(&root, post(&id, "public/a", &error("one")));
    good(&root, post(&id, "public/a", &later(error("one"), 3100)));
    for (payload, wanted) in [
        (
            later(reference("https://x/"), 3200),
            "with different type or later expiration",
        ),
        (
            later(error("one"), 2000),
            "with different type or later expiration",
        ),
        (
            later(error("two"), 3200),
            "with different contentType or error message",
        ),
    ] {
        let (status, code, message) = bad(&root, post(&id, "public/a", &payload));
        assert_eq!((status, code.as_str()), (409, "RequestConflict"));
        assert!(
            message.starts_with(&format!("Artifact already exists, {wanted}")),
            "{message}"
        );
    }
}

#[test]
fn artifacts_belong_to_a_run_in_progress() {
    let fake = FakeTaskcluster::start().expect("a server");
    let (root, id) = running(&fake);
    let waiting = create(&root, &task());
    for (id, run, wanted) in [
        (&taskcluster_core::slugid::nice(), "0", "Task not found"),
        (&id, "1", "Run not found"),
        (
            &waiting,
            "0",
            "Run was not claimed by a worker and so no artifacts can exist",
        ),
    ] {
        let path = ["task", id, "runs", run, "artifacts", "a"];
        let request = to(Method::Post, "queue", path).json(&error("e"));
        assert_eq!(
            bad(&root, request),
            (400, "InputError".into(), wanted.into())
        );
    }
    for (seconds, wanted) in [
        (-16 * 60, "Expires must be in the future"),
        (400 * 24 * 3600, "Artifact expires ("),
    ] {
        let mut payload = error("e");
        payload["expires"] = date(seconds).into();
        let (status, _, message) = bad(&root, post(&id, "a", &payload));
        assert_eq!(status, 400);
        assert!(message.starts_with(wanted), "{message}");
    }
    let some = client(
        &fake,
        new_client(&fake, "some", &["queue:create-artifact:x/0"]),
    );
    assert_eq!(bad(&some, post(&id, "a", &error("e"))).0, 403);
    let own = format!("queue:create-artifact:{id}/0");
    let worker = client(&fake, new_client(&fake, "worker", &[&own]));
    good(&worker, post(&id, "a", &error("e")));

    good(
        &root,
        to(
            Method::Post,
            "queue",
            ["task", &id, "runs", "0", "completed"],
        ),
    );
    let (status, _, message) = bad(&root, post(&id, "b", &error("e")));
    assert_eq!(status, 409);
    assert!(message.starts_with("Artifacts cannot be created for a task after it is resolved"));
}

#[test]
fn artifacts_are_listed_in_pages() {
    let fake = FakeTaskcluster::builder()
        .page_size(2)
        .start()
        .expect("a server");
    let (root, id) = running(&fake);
    for name in ["b", "c", "a"] {
        good(&root, post(&id, name, &error("e")));
    }
    let names = |page: &Value| -> Value {
        let list = page["artifacts"].as_array().expect("a list").iter();
        list.map(|artifact| artifact["name"].clone()).collect()
    };
    let list = || to(Method::Get, "queue", ["task", &id, "artifacts"]);
    let first = good(&root, list());
    assert_eq!(names(&first), json!(["a", "b"]));
    let token = first["continuationToken"].as_str().expect("a token");
    let rest = good(&root, list().query("continuationToken", token));
    assert_eq!(
        (names(&rest), rest.get("continuationToken")),
        (json!(["c"]), None)
    );
    let run = |run| {
        to(
            Method::Get,
            "queue",
            ["task", &id, "runs", run, "artifacts"],
        )
    };
    assert_eq!(names(&good(&root, run("0"))), json!(["a", "b"]));
    assert_eq!(bad(&root, run("1")).0, 404);
    let other = taskcluster_core::slugid::nice();
    assert_eq!(
        bad(
            &root,
            to(Method::Get, "queue", ["task", &other, "artifacts"])
        )
        .0,
        404
    );
}
