//! Lists of today's services: what pages, limits and tokens do to each of them.

use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Request, slugid};
use taskcluster_fake::FakeTaskcluster;

use crate::support::{bad, create, date, good, pages, root, task, to, todays};

fn get<'p>(service: &'static str, path: impl IntoIterator<Item = &'p str>) -> Request {
    to(Method::Get, service, path)
}

/// Two workers of two pools have asked for work; there are two tasks in a group, of which the second waits
/// for the first.
fn with_work() -> (FakeTaskcluster, Client, [String; 2]) {
    let fake = todays();
    let root = root(&fake);
    let group = slugid::nice();
    let mut definition = task();
    definition["taskGroupId"] = group.as_str().into();
    let first = create(&root, &definition);
    definition["dependencies"] = json!([first]);
    for _ in 0..2 {
        create(&root, &definition);
    }
    for pool in ["p/w", "p/v", "q/w"] {
        for id in ["a", "b"] {
            let mut other = task();
            let (provisioner, name) = pool.split_once('/').expect("two words");
            other["provisionerId"] = provisioner.into();
            other["workerType"] = name.into();
            create(&root, &other);
            let worker = json!({ "workerGroup": "g", "workerId": id });
            let claim = to(Method::Post, "queue", ["claim-work", pool]);
            good(&root, claim.json(&worker));
        }
    }
    (fake, root, [group, first])
}

#[test]
fn where_a_token_is_looked_at_before_it_is_answered_an_empty_page_is_no_fault() {
    let (_fake, root, [group, first]) = with_work();
    for (path, list) in [
        (&["task-group", &group, "list"][..], "tasks"),
        (&["task", &first, "dependents"], "tasks"),
        (&["provisioners", "p", "worker-types"], "workerTypes"),
        (&["task-queues"], "taskQueues"),
        (
            &["provisioners", "p", "worker-types", "w", "workers"],
            "workers",
        ),
    ] {
        let page = good(
            &root,
            get("queue", path.iter().copied()).query("limit", "0"),
        );
        assert_eq!(
            (&page[list], page.get("continuationToken")),
            (&json!([]), None),
            "{path:?}"
        );
    }
    let ids = json!({ "taskIds": [first] });
    let tasks = to(Method::Post, "queue", ["tasks", "status"]).query("limit", "0");
    assert_eq!(bad(&root, tasks.json(&ids)).0, 500);
}

#[test]
fn provisioners_have_no_second_page() {
    let (_fake, root, _) = with_work();
    let list = || get("queue", ["provisioners"]);
    let count = |request| {
        let page = good(&root, request);
        assert_eq!(page.get("continuationToken"), None);
        page["provisioners"].as_array().expect("a list").len()
    };
    assert_eq!(count(list().query("limit", "1")), 1);
    assert_eq!(count(list().query("limit", "0")), 2);
    assert_eq!(count(list().query("continuationToken", "!")), 2);
}

#[test]
fn workers_in_quarantine_are_looked_for_on_each_page() {
    let (_fake, root, _) = with_work();
    let workers = ["provisioners", "p", "worker-types", "w", "workers"];
    let path = [&workers[..], &["g", "b"]].concat();
    let until = json!({ "quarantineUntil": date(600) });
    good(&root, to(Method::Put, "queue", path).json(&until));
    let list = get("queue", workers)
        .query("limit", "1")
        .query("quarantined", "true");
    let pages = pages(&root, &list);
    let found: Vec<usize> = pages
        .iter()
        .map(|page| page["workers"].as_array().expect("a list").len())
        .collect();
    assert_eq!(found, [0, 1]);
}

#[test]
fn what_depends_on_a_task_is_listed_by_its_id() {
    let (_fake, root, [_, first]) = with_work();
    let list = good(&root, get("queue", ["task", &first, "dependents"]));
    let list = list["tasks"].as_array().expect("a list").iter();
    let ids: Vec<&str> = list
        .filter_map(|task| task["status"]["taskId"].as_str())
        .collect();
    assert_eq!(ids.len(), 2);
    assert!(ids.is_sorted(), "{ids:?}");
}

#[test]
fn pools_are_named_by_one_segment_or_two() {
    let (fake, root, _) = with_work();
    let counts = good(&root, get("queue", ["task-queues", "p/w", "counts"]));
    for (what, list) in [
        ("counts", None),
        ("pending", Some("tasks")),
        ("claimed", Some("tasks")),
    ] {
        let path = ["task-queues", "p", "w", what];
        let answer = good(&root, get("queue", path));
        match list {
            None => assert_eq!(answer, counts),
            Some(list) => assert!(answer[list].is_array()),
        }
    }
    // Their tokens name an entry, and one that names none leads to the beginning.
    let claimed = get("queue", ["task-queues", "p/w", "claimed"]);
    let all = good(&root, claimed.clone());
    assert_eq!(good(&root, claimed.query("continuationToken", "!")), all);
    drop(fake);
}

#[test]
fn roles_are_listed_whole_unless_there_is_a_limit() {
    let fake = todays();
    let root = root(&fake);
    for id in ["a", "b"] {
        let role = json!({ "description": "", "scopes": ["y", "x*"] });
        let made = good(&root, to(Method::Put, "auth", ["roles", id]).json(&role));
        assert_eq!(made["scopes"], json!(["x*", "y"]));
    }
    let ids = || get("auth", ["roleids"]);
    let all = good(&root, ids());
    assert_eq!(all, json!({ "roleIds": ["a", "anonymous", "b"] }));
    assert_eq!(good(&root, ids().query("limit", "0")), all);
    assert_eq!(pages(&root, &ids().query("limit", "2")).len(), 2);
    assert_eq!(bad(&root, ids().query("continuationToken", "!")).0, 400);
}

#[test]
fn providers_are_counted_by_their_tokens() {
    let fake = todays();
    let root = root(&fake);
    let list =
        |name: &'static str, value: &str| get("worker-manager", ["providers"]).query(name, value);
    let all = json!({ "providers": [{ "providerId": "static", "providerType": "static" }] });
    assert_eq!(good(&root, list("continuationToken", "0")), all);
    for none in [list("limit", "0"), list("continuationToken", "1")] {
        assert_eq!(good(&root, none), json!({ "providers": [] }));
    }
    let (status, code, message) = bad(&root, list("continuationToken", "x"));
    assert_eq!((status, code.as_str()), (400, "InvalidRequestArguments"));
    assert!(message.ends_with("does not match expression: /^[0-9]+$/"));
}

#[test]
fn builds_are_asked_for_from_the_outside_in() {
    let fake = todays();
    let root = root(&fake);
    let list = |name: &'static str, value: &str| get("github", ["builds"]).query(name, value);
    for alone in [
        list("repository", "r"),
        list("sha", "a").query("organization", "o"),
    ] {
        let (status, code, _) = bad(&root, alone);
        assert_eq!((status, code.as_str()), (400, "InputError"));
    }
    good(
        &root,
        list("organization", "o")
            .query("repository", "r")
            .query("sha", "a"),
    );
    let (_, code, message) = bad(&root, list("organization", "a.b"));
    assert_eq!(code, "InvalidRequestArguments");
    assert!(message.ends_with("/^([a-zA-Z0-9-_%]*)$/"), "{message}");
}

#[test]
fn purges_are_asked_for_since_a_date() {
    let fake = todays();
    let root = root(&fake);
    let list = |since: &str| get("purge-cache", ["purge-cache", "p/w"]).query("since", since);
    let none: Value = json!({ "requests": [] });
    assert_eq!(good(&root, list("2020-02-02")), none);
    assert_eq!(good(&root, list("2020-02-02T00:00:00Z")), none);
    for wrong in ["yesterday", "1970-01-01T00:00:00Z"] {
        let (status, code, _) = bad(&root, list(wrong));
        assert_eq!(
            (status, code.as_str()),
            (400, "InvalidRequestArguments"),
            "{wrong}"
        );
    }
}
