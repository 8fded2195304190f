//! The index: what is found by name.

use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Request, slugid};
use taskcluster_fake::{Era, FakeTaskcluster};

use crate::support::{ask, bad, client, create, date, good, new_client, pages, root, task, to};

fn entry(task_id: &str, rank: i32) -> Value {
    json!({ "taskId": task_id, "rank": rank, "data": {}, "expires": date(3600) })
}

fn insert(path: &str, entry: &Value) -> Request {
    to(Method::Put, "index", ["task", path]).json(entry)
}

fn find(path: &str) -> Request {
    to(Method::Get, "index", ["task", path])
}

#[test]
fn the_highest_rank_is_found() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let [first, second] = [(); 2].map(|()| slugid::nice());
    let missing = (
        404,
        "ResourceNotFound".into(),
        "Indexed task not found".into(),
    );
    assert_eq!(bad(&root, find("a.b")), missing);
    let made = good(&root, insert("a.b", &entry(&first, 2)));
    assert_eq!(
        (&made["namespace"], &made["rank"]),
        (&json!("a.b"), &json!(2))
    );
    // A lower rank is no error and changes nothing.
    assert_eq!(good(&root, insert("a.b", &entry(&second, 1))), made);
    assert_eq!(good(&root, find("a.b")), made);
    good(&root, insert("a.b", &entry(&second, 2)));
    assert_eq!(good(&root, find("a.b"))["taskId"], second.as_str());
    for path in ["a..b", ".a", "a b", "a."] {
        assert_eq!(bad(&root, find(path)).0, 400, "{path}");
    }
    let some = client(&fake, new_client(&fake, "some", &["index:insert-task:a.*"]));
    good(&some, insert("a.c", &entry(&first, 0)));
    assert_eq!(bad(&some, insert("b.c", &entry(&first, 0))).0, 403);
    fake.advance(std::time::Duration::from_secs(3601));
    assert_eq!(
        ask(&fake, "GET", "/api/index/v1/task/a.b", &[], "").status,
        404
    );
}

#[test]
fn a_rank_counts_until_it_is_forgotten() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let [first, second] = [(); 2].map(|()| slugid::nice());
    let mut expired = entry(&first, 2);
    expired["expires"] = date(-60).into();
    let made = good(&root, insert("a.b", &expired));
    assert_eq!(made["taskId"], first.as_str());
    assert_eq!(bad(&root, find("a.b")).0, 404);
    // What nobody finds is still the higher one.
    assert_eq!(good(&root, insert("a.b", &entry(&second, 1))), made);
    assert_eq!(bad(&root, find("a.b")).0, 404);
    fake.advance(std::time::Duration::from_secs(1));
    good(&root, insert("a.b", &entry(&second, 1)));
    assert_eq!(good(&root, find("a.b"))["taskId"], second.as_str());
}

#[test]
fn namespaces_and_tasks_are_listed_in_pages() {
    let fake = FakeTaskcluster::builder().page_size(2).start();
    let fake = fake.expect("a server");
    let (root, id) = (root(&fake), slugid::nice());
    for path in ["a.b", "a.c", "a.d", "a.x.1", "a.y.1", "a.z.1.2", "top"] {
        good(&root, insert(path, &entry(&id, 0)));
    }
    let listed = |what: &str, list: &str, namespace: &str| -> Vec<String> {
        let pages = pages(&root, &to(Method::Get, "index", [what, namespace]));
        let entries = pages.iter().filter_map(|page| page[list].as_array());
        let names = entries.flatten().filter_map(|it| it["namespace"].as_str());
        names.map(str::to_owned).collect()
    };
    assert_eq!(listed("tasks", "tasks", "a"), ["a.b", "a.c", "a.d"]);
    assert_eq!(
        listed("namespaces", "namespaces", "a"),
        ["a.x", "a.y", "a.z"]
    );
    assert_eq!(listed("namespaces", "namespaces", "a.z"), ["a.z.1"]);
    assert!(listed("tasks", "tasks", "b").is_empty());
    // The root has no name, and so none in the path.
    for (path, list, names) in [
        ("namespaces", "namespaces", ["a"]),
        ("tasks/", "tasks", ["top"]),
    ] {
        let path = format!("/api/index/v1/{path}");
        let answer = ask(&fake, "GET", &path, &[], "");
        // No reference has it, and the real index answers it.
        let posted = ask(&fake, "POST", &path, &[], "");
        assert_eq!((posted.status, &posted.body), (200, &answer.body), "{path}");
        let entries = answer.json()[list].as_array().cloned().unwrap_or_default();
        let found: Vec<&str> = entries
            .iter()
            .filter_map(|it| it["namespace"].as_str())
            .collect();
        assert_eq!((answer.status, found), (200, names.to_vec()), "{path}");
    }
    let post = |path: &str| to(Method::Post, "index", path.split('/'));
    let second = good(&root, post("tasks/a").query("limit", "1"));
    assert_eq!(second["tasks"].as_array().map(Vec::len), Some(1));
    // What has a method of its own is not taken for a list.
    assert_eq!(
        bad(&root, post("tasks/indexes").json(&json!({ "indexes": 1 }))).0,
        400
    );
    assert_eq!(bad(&root, post("task/a.b")).0, 404);
}

/// A task that has been completed, after an artifact was made of it.
fn completed(client: &Client, definition: &Value, artifact: &str) -> String {
    let id = create(client, definition);
    let run = |what: &str| to(Method::Post, "queue", ["task", &id, "runs", "0", what]);
    let worker = json!({ "workerGroup": "g", "workerId": "i" });
    good(client, run("claim").json(&worker));
    let payload = json!({
        "storageType": "reference",
        "expires": date(3000),
        "contentType": "text/plain",
        "url": "https://elsewhere.example.com/",
    });
    let path = ["task", &id, "runs", "0", "artifacts", artifact];
    good(client, to(Method::Post, "queue", path).json(&payload));
    good(client, run("completed"));
    id
}

#[test]
fn completed_tasks_are_indexed_by_their_routes() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let mut definition = task();
    definition["routes"] = json!(["index.a.b", "other.c", "index.not valid"]);
    definition["extra"] = json!({ "index": { "rank": 3, "data": { "x": 1 } } });
    let id = completed(&root, &definition, "public/x");
    let found = good(&root, find("a.b"));
    let task = good(&root, to(Method::Get, "queue", ["task", &id]));
    let wanted = json!({
        "namespace": "a.b",
        "taskId": id,
        "rank": 3,
        "data": { "x": 1 },
        "expires": task["expires"],
    });
    assert_eq!(found, wanted);
    assert_eq!(bad(&root, find("c")).0, 404);
}

#[test]
fn artifacts_are_found_by_the_name_of_a_task() {
    let fake = FakeTaskcluster::builder().era(Era::Classic).start();
    let fake = fake.expect("a server");
    let root = root(&fake);
    let mut definition = task();
    definition["routes"] = json!(["index.a.b"]);
    let id = completed(&root, &definition, "public/x y");
    let path = "/api/index/v1/task/a.b/artifacts/public/x%20y";
    let answer = ask(&fake, "GET", path, &[], "");
    assert_eq!(answer.status, 303);
    let wanted = format!(
        "{}/api/queue/v1/task/{id}/artifacts/public%2Fx%20y",
        fake.root_url()
    );
    assert_eq!(answer.header("location"), Some(wanted.as_str()));
    let got = ask(&fake, "GET", &wanted[fake.root_url().len()..], &[], "");
    assert_eq!(
        got.header("location"),
        Some("https://elsewhere.example.com/")
    );
    let missing = "/api/index/v1/task/a.c/artifacts/public/x";
    assert_eq!(ask(&fake, "GET", missing, &[], "").status, 404);
}

#[test]
fn a_private_artifact_is_led_to_by_a_signed_url() {
    let fake = FakeTaskcluster::builder()
        .era(Era::Classic)
        .role("anonymous", ["queue:get-artifact:private/open"])
        .start()
        .expect("a server");
    let root = root(&fake);
    let mut definition = task();
    definition["routes"] = json!(["index.a.b"]);
    completed(&root, &definition, "private/open");
    let path = |name: &str| format!("/api/index/v1/task/a.b/artifacts/private/{name}");
    assert_eq!(ask(&fake, "GET", &path("closed"), &[], "").status, 403);
    let answer = ask(&fake, "GET", &path("open"), &[], "");
    let location = answer.header("location").expect("a location");
    let target = location.strip_prefix(&fake.root_url()).expect("the queue");
    assert!(target.contains("?bewit="));
    let got = ask(&fake, "GET", target, &[], "");
    assert_eq!(
        got.header("location"),
        Some("https://elsewhere.example.com/")
    );
    // The signature is good, and so is no other with it.
    let both = ask(&fake, "GET", target, &[("authorization", "Hawk x")], "");
    assert_eq!(both.status, 401);
}
