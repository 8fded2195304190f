//! The queue: the creation of tasks and what is told of them.

use serde_json::{Value, json};
use taskcluster_core::{Method, Request, slugid};
use taskcluster_fake::FakeTaskcluster;

use crate::support::{bad, client, create, date, good, new_client, pages, root, task, to};

fn put(id: &str, definition: &Value) -> Request {
    to(Method::Put, "queue", ["task", id]).json(definition)
}

fn run(id: &str, what: &str) -> Request {
    to(Method::Post, "queue", ["task", id, "runs", "0", what])
}

#[test]
fn defaults_are_filled_in() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let mut wanted = task();
    let id = create(&root, &wanted);
    let pool = ["provisionerId", "workerType"].map(|word| wanted[word].as_str().expect("a text"));
    wanted["taskQueueId"] = pool.join("/").into();
    wanted["projectId"] = "none".into();
    let got = good(&root, to(Method::Get, "queue", ["task", &id]));
    for (name, value) in [
        ("dependencies", json!([])),
        ("requires", json!("all-completed")),
        ("routes", json!([])),
        ("priority", json!("lowest")),
        ("retries", json!(5)),
        ("scopes", json!([])),
        ("tags", json!({})),
        ("extra", json!({})),
        ("schedulerId", json!("-")),
        ("taskGroupId", json!(id)),
        ("expires", got["expires"].clone()),
    ] {
        wanted[name] = value;
    }
    assert_eq!(got, wanted);
    let year = |name: &str| {
        got[name].as_str().expect("a date")[..4]
            .parse::<i32>()
            .expect("a year")
    };
    assert_eq!(year("expires"), year("deadline") + 1);

    let status = good(&root, to(Method::Get, "queue", ["task", &id, "status"]))["status"].clone();
    assert_eq!(
        (&status["state"], &status["retriesLeft"]),
        (&json!("pending"), &json!(5))
    );
    assert_eq!(status["runs"][0]["reasonCreated"], "scheduled");
}

#[test]
fn creating_again_must_be_the_same() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let mut definition = task();
    let id = create(&root, &definition);
    let again = good(&root, put(&id, &definition));
    assert_eq!(again["status"]["runs"].as_array().map(Vec::len), Some(1));
    definition["payload"] = json!({ "other": true });
    let (status, code, message) = bad(&root, put(&id, &definition));
    assert_eq!((status, code.as_str()), (409, "RequestConflict"));
    assert!(message.starts_with(&format!("taskId `{id}` already used by another task.")));
}

#[test]
fn dates_must_be_in_order() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let day = 24 * 3600;
    for (name, value, wanted) in [
        (
            "created",
            date(-16 * 60),
            "`created` cannot be in the past (max 15min drift)",
        ),
        (
            "created",
            date(16 * 60),
            "`created` cannot be in the future (max 15min drift)",
        ),
        (
            "deadline",
            date(-60),
            "`deadline` cannot be later than `created`",
        ),
        (
            "deadline",
            date(6 * day),
            "`deadline` cannot be more than 5 days into the future",
        ),
        ("expires", date(60), "`expires` cannot be before `deadline`"),
    ] {
        let mut definition = task();
        definition[name] = value.into();
        let (status, code, message) = bad(&root, put(&slugid::nice(), &definition));
        assert_eq!(
            (status, code.as_str(), message.as_str()),
            (400, "InputError", wanted)
        );
    }
    let mut definition = task();
    definition["payload"] = json!([]);
    let (status, code, _) = bad(&root, put(&slugid::nice(), &definition));
    assert_eq!((status, code.as_str()), (400, "InputValidationError"));
}

#[test]
fn a_task_needs_the_scopes_of_all_that_it_has() {
    let fake = FakeTaskcluster::start().expect("a server");
    let scopes = [
        "queue:scheduler-id:s",
        "queue:create-task:low:p/w",
        "queue:route:r",
        "a*",
    ];
    let some = client(&fake, new_client(&fake, "some", &scopes));
    let with = |changes: Value| {
        let mut definition = task();
        definition["schedulerId"] = "s".into();
        definition["priority"] = "low".into();
        for (name, value) in changes.as_object().expect("an object") {
            definition[name] = value.clone();
        }
        put(&slugid::nice(), &definition)
    };
    good(&some, with(json!({ "scopes": ["ab"], "routes": ["r"] })));
    // Who may have it done sooner may have it done later.
    good(&some, with(json!({ "priority": "normal" })));
    for (changes, missing) in [
        (
            json!({ "priority": "medium" }),
            "queue:create-task:medium:p/w",
        ),
        (json!({ "scopes": ["b"] }), "b"),
        (json!({ "routes": ["x"] }), "queue:route:x"),
        (json!({ "schedulerId": "t" }), "queue:scheduler-id:t"),
        (json!({ "workerType": "v" }), "queue:create-task:low:p/v"),
    ] {
        let (status, _, message) = bad(&some, with(changes));
        assert_eq!(status, 403);
        let shown = message.split("```").nth(1).unwrap_or_default();
        assert!(shown.contains(missing), "{missing} {message}");
    }
}

#[test]
fn missing_tasks_are_named() {
    let fake = FakeTaskcluster::start().expect("a server");
    let (root, id) = (root(&fake), slugid::nice());
    for (path, wanted) in [
        (
            vec!["task", &id],
            format!("`{id}` does not correspond to a task that exists."),
        ),
        (
            vec!["task", &id, "status"],
            format!("`{id}` does not correspond to a task that exists."),
        ),
        (
            vec!["task-group", &id, "list"],
            format!("No task-group with taskGroupId: `{id}`"),
        ),
    ] {
        let (status, code, message) = bad(&root, to(Method::Get, "queue", path));
        assert_eq!((status, code.as_str()), (404, "ResourceNotFound"));
        assert!(message.starts_with(&wanted), "{message}");
    }
    let (status, _, message) = bad(&root, run(&id, "completed"));
    assert_eq!(status, 404);
    assert_eq!(
        message,
        format!("Task `{id}` not found. Are you sure it was created?")
    );
    let id = create(&root, &task());
    let (status, _, message) = bad(
        &root,
        to(Method::Post, "queue", ["task", &id, "runs", "1", "reclaim"]),
    );
    assert_eq!(
        (status, message),
        (404, format!("Run 1 not found on task `{id}`."))
    );
}

#[test]
fn groups_are_listed_in_pages_and_have_one_scheduler() {
    let fake = FakeTaskcluster::builder()
        .page_size(2)
        .start()
        .expect("a server");
    let (root, group) = (root(&fake), slugid::nice());
    let mut definition = task();
    definition["taskGroupId"] = group.as_str().into();
    let mut ids: Vec<String> = (0..5).map(|_| create(&root, &definition)).collect();
    ids.sort();
    let pages = pages(
        &root,
        &to(Method::Get, "queue", ["task-group", &group, "list"]),
    );
    assert!(
        pages
            .iter()
            .all(|page| page["taskGroupId"] == group.as_str())
    );
    let tasks = pages
        .iter()
        .filter_map(|page| page["tasks"].as_array())
        .flatten();
    let found: Vec<&str> = tasks
        .filter_map(|it| it["status"]["taskId"].as_str())
        .collect();
    assert_eq!(
        (found, pages.len()),
        (ids.iter().map(String::as_str).collect(), 3)
    );

    definition["schedulerId"] = "another".into();
    let (status, _, message) = bad(&root, put(&slugid::nice(), &definition));
    assert_eq!(status, 409);
    assert!(
        message.contains("with a schedulerId other\nthan `another`"),
        "{message}"
    );
}
