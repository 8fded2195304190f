//! Task queues, what waits in them, and their workers.

use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Request, slugid, timestamp};

use crate::support::{bad, client, create, date, good, new_client, pages, root, task, to, todays};

fn get(path: &[&str]) -> Request {
    to(Method::Get, "queue", path.iter().copied())
}

fn claim(client: &Client, worker_id: &str) {
    let worker = json!({ "workerGroup": "g", "workerId": worker_id, "tasks": 1 });
    good(
        client,
        to(Method::Post, "queue", ["claim-work", "p/w"]).json(&worker),
    );
}

#[test]
fn a_pool_is_named_by_one_name_or_two_words_or_refused() {
    let fake = todays();
    let root = root(&fake);
    let put = |changes: Value| {
        let mut definition = task();
        for (name, value) in changes.as_object().expect("an object") {
            definition[name] = value.clone();
        }
        let definition = definition.as_object_mut().expect("an object");
        definition.retain(|_, value| !value.is_null());
        to(Method::Put, "queue", ["task", &slugid::nice()]).json(&definition)
    };
    let by_name = json!({ "provisionerId": null, "workerType": null, "taskQueueId": "a/b" });
    let status = good(&root, put(by_name))["status"].clone();
    assert_eq!(
        (&status["provisionerId"], &status["workerType"]),
        (&json!("a"), &json!("b"))
    );
    assert_eq!(status["projectId"], "none");
    let status = good(&root, put(json!({ "projectId": "pr" })))["status"].clone();
    assert_eq!(
        (&status["taskQueueId"], &status["projectId"]),
        (&json!("p/w"), &json!("pr"))
    );
    let none = put(json!({ "provisionerId": null, "workerType": null }));
    let (status, code, message) = bad(&root, none);
    assert_eq!((status, code.as_str()), (400, "InputError"));
    assert!(
        message.starts_with("at least a provisionerId and a workerType"),
        "{message}"
    );
    let (status, _, message) = bad(&root, put(json!({ "taskQueueId": "p/other" })));
    assert_eq!(status, 400);
    assert_eq!(
        message,
        "taskQueueId must match \"provisionerId/workerType\""
    );
}

#[test]
fn what_is_pending_and_claimed_is_counted_and_listed() {
    let fake = todays();
    let root = root(&fake);
    let ids: Vec<String> = (0..3).map(|_| create(&root, &task())).collect();
    claim(&root, "i");
    let counts = good(&root, get(&["task-queues", "p/w", "counts"]));
    let wanted = json!({
        "taskQueueId": "p/w", "provisionerId": "p", "workerType": "w", "pendingTasks": 2,
        "claimedTasks": 1,
    });
    assert_eq!(counts, wanted);
    let both = json!({ "taskQueueIds": ["p/none", "p/w"] });
    let batch = to(Method::Post, "queue", ["task-queues", "counts"]).json(&both);
    let batch = good(&root, batch)["taskQueueCounts"].clone();
    assert_eq!((&batch[0]["pendingTasks"], &batch[1]), (&json!(0), &counts));

    let pending = good(&root, get(&["task-queues", "p/w", "pending"]))["tasks"].clone();
    let listed = pending.as_array().expect("a list").iter();
    let listed: Vec<&Value> = listed.map(|entry| &entry["taskId"]).collect();
    assert_eq!(listed, [&ids[1], &ids[2]]);
    assert_eq!(pending[0]["task"]["taskQueueId"], "p/w");
    let list = get(&["task-queues", "p/w", "pending"]).query("limit", "1");
    assert_eq!(pages(&root, &list).len(), 2);
    let claimed = good(&root, get(&["task-queues", "p/w", "claimed"]))["tasks"].clone();
    assert_eq!(claimed[0]["taskId"], ids[0].as_str());
    assert_eq!(
        (&claimed[0]["workerId"], &claimed[0]["runId"]),
        (&json!("i"), &json!(0))
    );
    let none = client(&fake, new_client(&fake, "c", &["queue:claimed-list:p/x"]));
    assert_eq!(bad(&none, get(&["task-queues", "p/w", "claimed"])).0, 403);
}

#[test]
fn a_claimed_run_is_listed_for_whoever_has_asked_for_it_last() {
    let fake = todays();
    let root = root(&fake);
    let ids: Vec<String> = (0..2).map(|_| create(&root, &task())).collect();
    let listed = || {
        let list = good(&root, get(&["task-queues", "p/w", "claimed"]));
        let tasks = list["tasks"].as_array().expect("a list").clone();
        let shown = |task: &Value| (task["taskId"].clone(), task["workerId"].clone());
        tasks.iter().map(shown).collect::<Vec<_>>()
    };
    let run = |at: usize, worker: &str| (json!(ids[at]), json!(worker));
    claim(&root, "i");
    fake.advance(Duration::from_secs(1));
    claim(&root, "j");
    assert_eq!(listed(), [run(0, "i"), run(1, "j")]);

    fake.advance(Duration::from_secs(1));
    let other = json!({ "workerGroup": "g", "workerId": "k" });
    let claim = to(
        Method::Post,
        "queue",
        ["task", &ids[0], "runs", "0", "claim"],
    )
    .json(&other);
    assert_eq!(bad(&root, claim).0, 409);
    assert_eq!(listed(), [run(1, "j"), run(0, "k")]);
    fake.advance(Duration::from_secs(1));
    for id in [&ids[1], &ids[0]] {
        good(
            &root,
            to(Method::Post, "queue", ["task", id, "runs", "0", "reclaim"]),
        );
        fake.advance(Duration::from_secs(1));
    }
    assert_eq!(listed(), [run(1, "j"), run(0, "i")]);
}

#[test]
fn a_task_queue_is_known_for_a_day_or_as_long_as_a_worker_that_is_declared() {
    let fake = todays();
    let root = root(&fake);
    create(&root, &task());
    claim(&root, "i");
    for path in [
        &["task-queues", "p/w"][..],
        &["provisioners", "p", "worker-types", "w"],
    ] {
        let known = good(&root, get(path));
        let [seen, expires] = ["lastDateActive", "expires"].map(|name| {
            let date = known[name].as_str().expect("a date");
            timestamp::parse(date).expect("a date")
        });
        assert_eq!(expires - seen, Duration::from_secs(24 * 60 * 60), "{known}");
    }
    let late = date(100_000);
    let declare = to(
        Method::Put,
        "queue",
        ["provisioners", "p", "worker-types", "w", "g", "i"],
    );
    good(&root, declare.json(&json!({ "expires": late })));
    assert_eq!(good(&root, get(&["task-queues", "p/w"]))["expires"], late);
}

#[test]
fn tasks_and_statuses_are_had_in_batches() {
    let fake = todays();
    let root = root(&fake);
    let [first, second] = [(); 2].map(|()| create(&root, &task()));
    let ids = json!({ "taskIds": [second, slugid::nice(), first, second] });
    let ask = |path: &[&str]| to(Method::Post, "queue", path.iter().copied()).json(&ids);
    let tasks = good(&root, ask(&["tasks"]))["tasks"].clone();
    assert_eq!(tasks.as_array().map(Vec::len), Some(2));
    assert_eq!(
        (&tasks[0]["taskId"], &tasks[1]["taskId"]),
        (&json!(second), &json!(first))
    );
    assert_eq!(tasks[0]["task"], good(&root, get(&["task", &second])));
    let statuses = pages(&root, &ask(&["tasks", "status"]).query("limit", "1"));
    assert_eq!(statuses.len(), 2);
    assert_eq!(
        statuses[1]["statuses"][0]["status"]["taskId"],
        first.as_str()
    );
    let scope = format!("queue:status:{first}");
    let some = client(&fake, new_client(&fake, "c", &[&scope]));
    assert_eq!(bad(&some, ask(&["tasks", "status"])).0, 403);
}

#[test]
fn task_queues_and_workers_are_known_with_the_time_they_were_last_seen() {
    let fake = todays();
    let root = root(&fake);
    let missing = bad(&root, get(&["task-queues", "p/w"]));
    assert_eq!(
        missing.2,
        "Task queue with `p/w` not found. Are you sure it was created?"
    );
    claim(&root, "i");
    let queue = good(&root, get(&["task-queues", "p/w"]));
    assert_eq!(
        good(&root, get(&["task-queues"]))["taskQueues"],
        json!([queue])
    );

    let path = [
        "provisioners",
        "p",
        "worker-types",
        "w",
        "workers",
        "g",
        "i",
    ];
    let worker = good(&root, get(&path));
    assert_eq!(worker["lastDateActive"], queue["lastDateActive"]);
    // A worker that never was in quarantine has been out of it for long.
    let first_claim = worker["firstClaim"].as_str();
    assert!(worker["quarantineUntil"].as_str() < first_claim);
    assert_eq!(
        (&worker["taskQueueId"], worker.get("actions")),
        (&json!("p/w"), None)
    );
    let quarantine = |path: &[&str], until: &str| {
        let payload = json!({ "quarantineUntil": until, "quarantineInfo": "why" });
        to(Method::Put, "queue", path.iter().copied()).json(&payload)
    };
    let until = date(7 * 24 * 3600);
    let answer = good(&root, quarantine(&path, &until));
    assert_eq!(answer["quarantineUntil"], until.as_str());
    let mut other = path;
    other[6] = "other";
    let (status, _, message) = bad(&root, quarantine(&other, &until));
    assert_eq!(status, 404);
    assert!(
        message.ends_with("provisionerId `p` not found."),
        "{message}"
    );
}
