//! Answers that a test sets.

use crate::folder::Folder;
use crate::support::{bad, client, good, new_client, root, to};
use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Request};
use taskcluster_fake::FakeTaskcluster;

fn builds() -> Request {
    to(Method::Get, "github", ["builds"])
}

fn statuses(fake: &FakeTaskcluster, times: usize) -> Vec<u16> {
    let client = root(fake);
    let status = |_| match client.call::<Value>(builds()).send() {
        Ok(_) => 200,
        Err(error) => error.status().unwrap_or_default(),
    };
    (0..times).map(status).collect()
}

#[test]
fn what_is_set_is_answered() {
    let fake = FakeTaskcluster::start().expect("a server");
    let answer = json!({ "builds": [] });
    fake.on("github", "builds").returns(answer.clone());
    assert_eq!(good(&root(&fake), builds()), answer);
    assert_eq!(fake.requests()[0].name.as_deref(), Some("builds"));
}

#[test]
fn answers_for_once_come_in_their_order_and_first() {
    let fake = FakeTaskcluster::start().expect("a server");
    fake.on("github", "builds").once().status(404);
    fake.on("github", "builds").once().status(500);
    fake.on("github", "builds").returns(json!({ "builds": [] }));
    assert_eq!(statuses(&fake, 4), [404, 500, 200, 200]);
    fake.on("github", "builds").status(409);
    assert_eq!(statuses(&fake, 2), [409, 409]);
}

#[test]
fn errors_are_those_of_the_api() {
    let fake = FakeTaskcluster::start().expect("a server");
    fake.on("queue", "status").status(404);
    let request = to(
        Method::Get,
        "queue",
        ["task", "fN1SbArXTPSVFNUvaOlinQ", "status"],
    );
    let (status, code, message) = bad(&root(&fake), request);
    assert_eq!((status, code.as_str()), (404, "ResourceNotFound"));
    assert_eq!(message, "the test wants this error");
}

#[test]
fn redirects_can_be_set() {
    let fake = FakeTaskcluster::start().expect("a server");
    fake.on("github", "latest")
        .redirects("https://example.com/");
    let path = "/api/github/v1/repository/o/r/b/latest";
    let answer = crate::support::ask(&fake, "GET", path, &[], "");
    let location = answer.header("location");
    assert_eq!(
        (answer.status, location),
        (303, Some("https://example.com/"))
    );
}

#[test]
fn requests_are_checked_all_the_same() {
    let fake = FakeTaskcluster::start().expect("a server");
    fake.on("secrets", "get").returns(json!({
        "secret": {}, "expires": "2222-02-02T00:00:00.000Z",
    }));
    let get = || to(Method::Get, "secrets", ["secret", "s"]);
    assert_eq!(good(&root(&fake), get())["secret"], json!({}));
    let nobody = client(&fake, new_client(&fake, "nobody", &[]));
    assert_eq!(bad(&nobody, get()).0, 403);
    let wrong = builds().query("bogus", "1");
    let client = Client::builder(fake.root_url()).build().expect("a client");
    assert_eq!(bad(&client, wrong).0, 400);
}

#[test]
#[should_panic(expected = "github.builds cannot answer this")]
fn answers_against_the_schema_are_mistakes() {
    let fake = FakeTaskcluster::start().expect("a server");
    fake.on("github", "builds").returns(json!({ "build": [] }));
}

#[test]
#[should_panic(expected = "no method github.build")]
fn answers_of_unknown_methods_are_mistakes() {
    let fake = FakeTaskcluster::start().expect("a server");
    let _ = fake.on("github", "build");
}

#[test]
#[should_panic(expected = "no code for the status 418")]
fn unknown_statuses_are_mistakes() {
    let fake = FakeTaskcluster::start().expect("a server");
    fake.on("github", "builds").status(418);
}

#[test]
#[should_panic(expected = "queue.pendingTasks: Output schema validation error")]
fn an_answer_of_the_fake_that_breaks_its_schema_fails_the_test() {
    let folder = Folder::new("mistaken");
    folder.require("pending-tasks-response", "what no handler gives");
    let fake = folder.start();
    let request = to(Method::Get, "queue", ["pending", "p", "w"]);
    let (status, code, _) = bad(&root(&fake), request);
    assert_eq!((status, code.as_str()), (500, "InternalServerError"));
}
