//! Groups of tasks, and the priorities of their tasks.

use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_core::{Method, Request, slugid, timestamp};
use taskcluster_fake::{Era, FakeTaskcluster, PulseMessage};

use crate::support::{bad, client, create, date, good, new_client, root, task, to, todays};

fn group(id: &str) -> Request {
    to(Method::Get, "queue", ["task-group", id])
}

fn act(id: &str, what: &str) -> Request {
    to(Method::Post, "queue", ["task-group", id, what])
}

#[test]
fn a_sealed_group_takes_no_more_tasks_and_can_be_cancelled() {
    let fake = todays();
    let (root, id) = (root(&fake), slugid::nice());
    for request in [group(&id), act(&id, "seal"), act(&id, "cancel")] {
        let wanted = format!("No task-group with taskGroupId: `{id}`");
        assert_eq!(bad(&root, request).2, wanted);
    }
    let mut definition = task();
    definition["taskGroupId"] = id.as_str().into();
    let mut ids = [(); 3].map(|()| create(&root, &definition));
    ids.sort();
    assert_eq!(good(&root, group(&id)).get("sealed"), None);
    let (status, _, message) = bad(&root, act(&id, "cancel"));
    let wanted = format!("Cannot cancel unsealed task group: `{id}`");
    assert_eq!((status, message), (409, wanted));

    let other = client(
        &fake,
        new_client(&fake, "c", &["queue:seal-task-group:x/*"]),
    );
    assert_eq!(bad(&other, act(&id, "seal")).0, 403);
    let sealed = good(&root, act(&id, "seal"));
    assert_eq!(good(&root, act(&id, "seal")), sealed);
    assert_eq!(good(&root, group(&id)), sealed);
    let list = to(Method::Get, "queue", ["task-group", &id, "list"]);
    assert_eq!(good(&root, list)["sealed"], sealed["sealed"]);
    let told = fake.messages().pop().expect("a message");
    assert!(told.exchange.ends_with("/task-group-sealed"));
    assert_eq!(told.routing_key, format!("primary.{id}.-._"));
    assert_eq!(told.payload["sealed"], sealed["sealed"]);

    let put = to(Method::Put, "queue", ["task", &slugid::nice()]).json(&definition);
    let (status, _, message) = bad(&root, put);
    let wanted = format!("Task group `{id}` is sealed and does not accept new tasks.");
    assert_eq!((status, message), (409, wanted));

    good(
        &root,
        to(Method::Post, "queue", ["task", &ids[1], "cancel"]),
    );
    let canceled = good(&root, act(&id, "cancel"));
    let wanted = json!({
        "taskGroupId": id, "taskGroupSize": 3, "cancelledCount": 2, "taskIds": [ids[0], ids[2]],
    });
    assert_eq!(canceled, wanted);
    assert_eq!(good(&root, act(&id, "cancel"))["cancelledCount"], 0);
}

#[test]
fn priorities_are_changed_while_a_task_is_not_resolved() {
    let fake = todays();
    let (root, group) = (root(&fake), slugid::nice());
    let mut definition = task();
    definition["taskGroupId"] = group.as_str().into();
    let mut ids = [(); 3].map(|()| create(&root, &definition));
    ids.sort();
    let change = |path: &[&str], priority: &str| {
        let payload = json!({ "newPriority": priority });
        to(Method::Post, "queue", path.iter().copied()).json(&payload)
    };
    let status = good(&root, change(&["task", &ids[2], "priority"], "high"))["status"].clone();
    assert_eq!(status["priority"], "high");
    let told = fake.messages().pop().expect("a message").payload;
    assert_eq!(
        (&told["oldPriority"], &told["newPriority"], &told["status"]),
        (&json!("lowest"), &json!("high"), &status)
    );
    let claimed = good(
        &root,
        to(Method::Post, "queue", ["claim-work", "p/w"])
            .json(&json!({ "workerGroup": "g", "workerId": "i", "tasks": 1 })),
    );
    assert_eq!(claimed["tasks"][0]["status"]["taskId"], ids[2].as_str());
    good(
        &root,
        to(Method::Post, "queue", ["task", &ids[0], "cancel"]),
    );
    let (status, _, message) = bad(&root, change(&["task", &ids[0], "priority"], "low"));
    assert_eq!(status, 409);
    assert!(
        message.ends_with("is already resolved and cannot be reprioritized."),
        "{message}"
    );

    let path = ["task-group", &group, "priority"];
    let changed = good(&root, change(&path, "medium"));
    let wanted = json!({
        "taskGroupId": group, "schedulerId": "-", "newPriority": "medium", "tasksAffected": 2,
        "taskIds": ids[1..],
    });
    assert_eq!(changed, wanted);
    let told = fake.messages().pop().expect("a message");
    assert!(told.exchange.ends_with("/task-group-priority-changed"));
    assert_eq!(told.payload["tasksAffected"], 2);
    assert_eq!(good(&root, change(&path, "medium"))["taskIds"], json!([]));
    let definition: Value = good(&root, to(Method::Get, "queue", ["task", &ids[1]]));
    assert_eq!(definition["priority"], "medium");
    let missing = change(&["task-group", &slugid::nice(), "priority"], "low");
    assert_eq!(bad(&root, missing).0, 404);
}

/// The definition of a task that depends on others, which do not exist or, where one is called `short`, expire
/// too early; its ID; and why it was refused.
fn refused(fake: &FakeTaskcluster, group: &str, on: &[&str]) -> (Value, String, String) {
    let root = root(fake);
    let mut definition = task();
    definition["expires"] = date(3700).into();
    let short = create(&root, &definition);
    let mut definition = task();
    definition["taskGroupId"] = group.into();
    definition["schedulerId"] = "s".into();
    definition["deadline"] = date(7200).into();
    definition["expires"] = date(10_000).into();
    let on = on
        .iter()
        .map(|id| if *id == "short" { &short } else { *id });
    definition["dependencies"] = on.collect();
    let id = slugid::nice();
    let put = to(Method::Put, "queue", ["task", &id]).json(&definition);
    let (status, code, message) = bad(&root, put);
    assert_eq!((status, code.as_str()), (400, "InputError"), "{message}");
    (definition, id, message)
}

/// The date so many seconds after another.
fn after(date: &Value, seconds: i64) -> String {
    let date = timestamp::parse(date.as_str().expect("a text")).expect("a date");
    timestamp::to_string(date + time::Duration::seconds(seconds)).expect("a year of four digits")
}

#[test]
fn the_group_of_a_refused_task_stays() {
    let fake = todays();
    let (root, id) = (root(&fake), slugid::nice());
    let (mut definition, task_id, message) = refused(&fake, &id, &["short", &slugid::nice()]);
    // What expires too early is not looked at before all are there.
    assert!(!message.contains("expires"), "{message}");
    let status = to(Method::Get, "queue", ["task", &task_id, "status"]);
    assert_eq!(bad(&root, status).0, 404);
    let found = good(&root, group(&id));
    assert_eq!(
        (&found["schedulerId"], &found["expires"]),
        (&json!("s"), &json!(after(&definition["expires"], 3600)))
    );
    let list = to(Method::Get, "queue", ["task-group", &id, "list"]);
    assert_eq!(good(&root, list)["tasks"], json!([]));

    definition["dependencies"] = json!([]);
    definition["schedulerId"] = "another".into();
    let put = to(Method::Put, "queue", ["task", &slugid::nice()]).json(&definition);
    let (status, _, message) = bad(&root, put);
    assert_eq!(status, 409);
    assert!(message.contains("with a schedulerId other"), "{message}");
    // The ID of the refused task is free, and nobody waits for it.
    definition["schedulerId"] = "s".into();
    let put = to(Method::Put, "queue", ["task", &task_id]).json(&definition);
    good(&root, put);
    good(&root, act(&id, "seal"));
    assert_eq!(good(&root, act(&id, "cancel"))["cancelledCount"], 1);
    let told = fake.messages();
    let resolved = |it: &&PulseMessage| it.exchange.ends_with("/task-group-resolved");
    assert_eq!(told.iter().filter(resolved).count(), 1);
}

#[test]
fn a_group_is_put_off_beyond_tasks_that_expire_later() {
    let fake = todays();
    let (root, id) = (root(&fake), slugid::nice());
    let first = Value::from(date(10_000));
    // One that expires while the group is known anyway puts nothing off.
    for (expires, known) in [(0, 3600), (3600, 3600), (3700, 7300), (-1000, 7300)] {
        let mut definition = task();
        definition["taskGroupId"] = id.as_str().into();
        definition["expires"] = after(&first, expires).into();
        create(&root, &definition);
        let found = good(&root, group(&id));
        assert_eq!(found["expires"], after(&first, known), "{expires}");
    }
    fake.advance(Duration::from_secs(13_800));
    assert_eq!(good(&root, group(&id))["schedulerId"], "-");
    fake.advance(Duration::from_secs(4000));
    assert_eq!(bad(&root, group(&id)).0, 404);
}

#[test]
fn a_group_of_2018_waits_for_what_was_refused() {
    let builder = FakeTaskcluster::builder().era(Era::Classic);
    let fake = builder.start().expect("a server");
    let (root, id) = (root(&fake), slugid::nice());
    let (mut definition, _, message) = refused(&fake, &id, &["short", &slugid::nice()]);
    assert!(
        message.contains("references tasks that expires"),
        "{message}"
    );
    definition["dependencies"] = json!([]);
    let task_id = create(&root, &definition);
    good(
        &root,
        to(Method::Post, "queue", ["task", &task_id, "cancel"]),
    );
    let told = fake.messages();
    let is_told = |end: &str| told.iter().any(|it| it.exchange.ends_with(end));
    assert_eq!(
        (is_told("/task-exception"), is_told("/task-group-resolved")),
        (true, false)
    );
}
