//! The queue: who does work, and who is not to.

use serde_json::{Value, json};
use std::time::Duration;
use taskcluster_core::{Client, Method, Request};
use taskcluster_fake::{Era, FakeTaskcluster};

use crate::support::{bad, client, create, date, good, new_client, pages, root, task, to};

fn claim(client: &Client, worker_id: &str) -> Vec<Value> {
    let payload = json!({ "workerGroup": "g", "workerId": worker_id, "tasks": 1 });
    let request = to(Method::Post, "queue", ["claim-work", "p", "w"]).json(&payload);
    good(client, request)["tasks"]
        .as_array()
        .expect("a list")
        .clone()
}

fn get(path: &[&str]) -> Request {
    to(Method::Get, "queue", path.iter().copied())
}

const WORKERS: [&str; 5] = ["provisioners", "p", "worker-types", "w", "workers"];

fn worker(id: &str) -> Vec<&str> {
    [&WORKERS[..], &["g", id]].concat()
}

#[test]
fn workers_are_seen_when_they_ask_for_work() {
    let fake = FakeTaskcluster::builder()
        .page_size(1)
        .claim_wait(Duration::ZERO)
        .start()
        .expect("a server");
    let root = root(&fake);
    for path in [
        &["provisioners", "p"][..],
        &["provisioners", "p", "worker-types", "w"],
        &worker("a"),
    ] {
        assert_eq!(bad(&root, get(path)).0, 404);
    }
    let id = create(&root, &task());
    claim(&root, "a");
    claim(&root, "b");
    let provisioner = good(&root, get(&["provisioners", "p"]));
    assert_eq!(provisioner["stability"], "experimental");
    let list = good(&root, get(&["provisioners"]));
    assert_eq!(list["provisioners"][0], provisioner);
    let list = good(&root, get(&["provisioners", "p", "worker-types"]));
    assert_eq!(list["workerTypes"][0]["workerType"], "w");
    let seen = good(&root, get(&worker("a")));
    assert_eq!(seen["recentTasks"], json!([{ "taskId": id, "runId": 0 }]));
    let pages = pages(&root, &get(&WORKERS));
    let found: Vec<&Value> = pages.iter().map(|page| &page["workers"][0]).collect();
    assert_eq!(found.len(), 2);
    assert_eq!(found[0]["latestTask"], json!({ "taskId": id, "runId": 0 }));
    assert_eq!(found[1].get("latestTask"), None);
}

#[test]
fn who_is_not_seen_is_forgotten() {
    let fake = FakeTaskcluster::builder()
        .role("anonymous", ["queue:*"])
        .start()
        .expect("a server");
    let open = Client::builder(fake.root_url()).build().expect("a client");
    claim(&open, "a");
    let days = |days: u64| fake.advance(Duration::from_secs(days * 24 * 3600));
    days(2);
    assert_eq!(bad(&open, get(&worker("a"))).0, 404);
    good(&open, get(&["provisioners", "p", "worker-types", "w"]));
    days(4);
    assert_eq!(bad(&open, get(&["provisioners", "p"])).0, 404);
    assert_eq!(
        good(&open, get(&["provisioners"])),
        json!({ "provisioners": [] })
    );
}

#[test]
fn a_worker_in_quarantine_gets_no_work() {
    for era in [Era::Both, Era::Classic] {
        let fake = FakeTaskcluster::builder().era(era).start();
        gives_no_work_to_who_is_in_quarantine(&fake.expect("a server"));
    }
}

fn gives_no_work_to_who_is_in_quarantine(fake: &FakeTaskcluster) {
    let root = root(fake);
    let quarantine = |id, until: &str| {
        let payload = json!({ "quarantineUntil": until });
        to(Method::Put, "queue", worker(id)).json(&payload)
    };
    // One date, since the next one may be another.
    let until = date(3600);
    assert_eq!(bad(&root, quarantine("a", &until)).0, 404);
    claim(&root, "a");
    claim(&root, "b");
    let answer = good(&root, quarantine("a", &until));
    assert_eq!(answer["quarantineUntil"], *until);
    let id = create(&root, &task());
    assert!(claim(&root, "a").is_empty());
    let payload = json!({ "workerGroup": "g", "workerId": "a" });
    let by_id = to(Method::Post, "queue", ["task", &id, "runs", "0", "claim"]);
    // The queue's answer to this is a fault of its own.
    let (status, _, message) = bad(&root, by_id.json(&payload));
    assert_eq!(status, 500);
    assert!(
        message.contains("data must have required property 'status'"),
        "{message}"
    );
    let listed = |quarantined: &str| {
        let list = good(&root, get(&WORKERS).query("quarantined", quarantined));
        list["workers"][0]["workerId"].clone()
    };
    assert_eq!((listed("true"), listed("false")), ("a".into(), "b".into()));
    assert_eq!(bad(&root, get(&WORKERS).query("quarantined", "yes")).0, 400);
    good(&root, quarantine("a", &date(-60)));
    assert_eq!(claim(&root, "a").len(), 1);
}

#[test]
fn each_property_needs_its_scope_to_be_declared() {
    let fake = FakeTaskcluster::start().expect("a server");
    let scope = "queue:declare-provisioner:p#description";
    let some = client(&fake, new_client(&fake, "some", &[scope]));
    let declare = |path: &[&str], payload: Value| {
        to(Method::Put, "queue", path.iter().copied()).json(&payload)
    };
    let provisioner = ["provisioners", "p"];
    let made = good(&some, declare(&provisioner, json!({ "description": "d" })));
    assert_eq!(
        (&made["description"], &made["actions"]),
        (&json!("d"), &json!([]))
    );
    assert_eq!(
        bad(
            &some,
            declare(&provisioner, json!({ "stability": "stable" }))
        )
        .0,
        403
    );
    let root = root(&fake);
    let action = |context: &str| {
        json!({
            "name": "n",
            "title": "t",
            "context": context,
            "url": "https://x/",
            "method": "POST",
            "description": "d",
        })
    };
    let actions = ["provisioner", "worker-type", "worker"].map(action);
    let actions = json!({ "actions": actions });
    let made = good(&root, declare(&provisioner, actions));
    assert_eq!(made["actions"].as_array().map(Vec::len), Some(3));
    let path = ["provisioners", "p", "worker-types", "w"];
    let made = good(&root, declare(&path, json!({ "stability": "stable" })));
    assert_eq!(made["actions"], json!([action("worker-type")]));
    assert_eq!(good(&root, get(&path)), made);
    let expires = date(3600);
    let path = ["provisioners", "p", "worker-types", "w", "g", "a"];
    let made = good(&root, declare(&path, json!({ "expires": expires })));
    assert_eq!(
        (&made["expires"], &made["workerId"]),
        (&json!(expires), &json!("a"))
    );
    assert_eq!(made["actions"], json!([action("worker")]));
    assert_eq!(good(&root, get(&worker("a"))), made);
    assert_eq!(
        bad(&some, declare(&path, json!({ "expires": expires }))).0,
        403
    );
}

#[test]
fn pending_tasks_are_counted() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let count = || good(&root, get(&["pending", "p", "w"]))["pendingTasks"].clone();
    assert_eq!(count(), 0);
    create(&root, &task());
    create(&root, &task());
    assert_eq!(count(), 2);
    claim(&root, "a");
    assert_eq!(count(), 1);
}

/// Names that no schema of 2018 would let pass, and every path does.
#[test]
fn names_can_be_as_long_as_paths_let_them_be() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let [p, w, g, i] = ["p", "w", "g", "i"].map(|letter| letter.repeat(38));
    let post = |path: &[&str], payload: Value| {
        let request = to(Method::Post, "queue", path.iter().copied());
        good(&root, request.json(&payload))
    };
    let mut definition = task();
    definition["provisionerId"] = p.as_str().into();
    definition["workerType"] = w.as_str().into();
    definition["schedulerId"] = "s".repeat(38).into();
    let id = create(&root, &definition);
    assert_eq!(good(&root, get(&["pending", &p, &w]))["pendingTasks"], 1);
    let claim = json!({ "workerGroup": g, "workerId": i });
    let claimed = post(&["claim-work", &p, &w], claim);
    assert_eq!(claimed["tasks"][0]["workerId"], i.as_str());
    post(&["task", &id, "runs", "0", "reclaim"], json!({}));
    let link = json!({
        "storageType": "reference", "expires": date(60), "contentType": "text/plain",
        "url": "https://example.com/",
    });
    post(&["task", &id, "runs", "0", "artifacts", "public/a"], link);
    let resolved = post(&["task", &id, "runs", "0", "completed"], json!({}));
    assert_eq!(resolved["status"]["runs"][0]["workerGroup"], g.as_str());
    let types = ["provisioners", &p, "worker-types", &w];
    let seen = good(&root, get(&[&types[..], &["workers", &g, &i]].concat()));
    assert_eq!(seen["recentTasks"][0]["taskId"], id.as_str());
    for (list, path) in [
        ("workers", &[&types[..], &["workers"]].concat()[..]),
        ("workerTypes", &types[..3]),
        ("provisioners", &types[..1]),
    ] {
        let found = &good(&root, get(path))[list];
        assert_eq!(found.as_array().map(Vec::len), Some(1), "{list}");
    }
    let purge = to(Method::Post, "purge-cache", ["purge-cache", &p, &w]);
    good(&root, purge.json(&json!({ "cacheName": "c" })));
    let told = fake.messages();
    assert_eq!(told.len(), 7, "{told:?}");

    let (longer, refused) = ("x".repeat(39), |request| bad(&root, request).0);
    assert_eq!(refused(get(&["pending", &longer, &w])), 400);
    let request = to(Method::Post, "queue", ["claim-work", &p, &w]);
    let claim = json!({ "workerGroup": g, "workerId": longer });
    assert_eq!(refused(request.json(&claim)), 400);
    let other = to(
        Method::Get,
        "aws-provisioner",
        ["worker-type", &longer[..23]],
    );
    assert_eq!(refused(other), 400);
}
