//! Groups of tasks, and the priorities of their tasks.

use serde_json::{Value, json};
use taskcluster_core::{Method, Request, slugid};

use crate::support::{bad, client, create, good, new_client, root, task, to, todays};

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
