//! The queue: how workers get tasks, and what becomes of them.

use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_core::{Client, Credentials, Method, Request, slugid};
use taskcluster_fake::{Era, FakeTaskcluster};

use crate::support::{bad, client, create, good, new_client, root, task, to};

fn put(id: &str, definition: &Value) -> Request {
    to(Method::Put, "queue", ["task", id]).json(definition)
}

fn claim(client: &Client, tasks: u32) -> Vec<Value> {
    let payload = json!({ "workerGroup": "g", "workerId": "i", "tasks": tasks });
    let answer = good(
        client,
        to(Method::Post, "queue", ["claim-work", "p", "w"]).json(&payload),
    );
    answer["tasks"].as_array().expect("a list").clone()
}

fn run(id: &str, what: &str) -> Request {
    to(Method::Post, "queue", ["task", id, "runs", "0", what])
}

#[test]
fn work_is_claimed_by_priority() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let mut definition = task();
    let mut make = |priority: &str| {
        definition["priority"] = priority.into();
        create(&root, &definition)
    };
    let [low, first, high, second] = ["low", "medium", "highest", "medium"].map(&mut make);
    definition["workerType"] = "another".into();
    create(&root, &definition);

    let ids = |claims: &[Value]| -> Vec<String> {
        let ids = claims
            .iter()
            .map(|claim| claim["status"]["taskId"].as_str().expect("an ID"));
        ids.map(str::to_owned).collect()
    };
    assert_eq!(ids(&claim(&root, 3)), [high, first, second]);
    assert_eq!(ids(&claim(&root, 3)), [low]);
    assert!(claim(&root, 3).is_empty());
}

#[test]
fn a_waiting_worker_gets_a_task_as_soon_as_there_is_one() {
    // Longer than the client waits for any answer.
    let fake = FakeTaskcluster::builder()
        .claim_wait(Duration::from_secs(3600))
        .start()
        .expect("a server");
    let (root, worker) = (root(&fake), root(&fake));
    let claims = std::thread::scope(|scope| {
        let waiting = scope.spawn(move || claim(&worker, 1));
        std::thread::sleep(Duration::from_millis(100));
        assert!(!waiting.is_finished());
        create(&root, &task());
        waiting.join().expect("claims")
    });
    assert_eq!(claims.len(), 1);
}

#[test]
fn a_worker_may_wait_for_ever() {
    let fake = FakeTaskcluster::builder().claim_wait(Duration::MAX);
    let fake = fake.start().expect("a server");
    let (root, worker) = (root(&fake), root(&fake));
    good(&root, to(Method::Get, "queue", ["ping"]));
    let claims = std::thread::scope(|scope| {
        let waiting = scope.spawn(move || claim(&worker, 1));
        std::thread::sleep(Duration::from_millis(100));
        assert!(!waiting.is_finished());
        create(&root, &task());
        waiting.join().expect("claims")
    });
    assert_eq!(claims.len(), 1);
}

#[test]
fn a_worker_acts_with_the_credentials_of_its_task() {
    let fake = FakeTaskcluster::builder()
        .era(Era::Classic)
        .start()
        .expect("a server");
    let root = root(&fake);
    let mut definition = task();
    definition["scopes"] = json!(["secrets:get:x"]);
    let (id, other) = (create(&root, &definition), create(&root, &definition));
    let claimed = &claim(&root, 1)[0];
    assert_eq!(
        (&claimed["runId"], &claimed["workerId"]),
        (&json!(0), &json!("i"))
    );
    assert_eq!(claimed["status"]["runs"][0]["state"], "running");

    let credentials: Credentials =
        serde_json::from_value(claimed["credentials"].clone()).expect("credentials");
    assert!(
        credentials
            .client_id()
            .starts_with(&format!("task-client/{id}/0/on/g/i/until/"))
    );
    let worker = client(&fake, credentials);
    let scopes = good(&worker, to(Method::Get, "auth", ["scopes", "current"]));
    let own =
        ["create-artifact", "reclaim-task", "resolve-task"].map(|it| format!("queue:{it}:{id}/0"));
    let mut wanted = vec!["assume:anonymous".to_owned()];
    wanted.extend(own);
    wanted.push("secrets:get:x".to_owned());
    assert_eq!(scopes["scopes"], json!(wanted));

    let reclaimed = good(&worker, run(&id, "reclaim"));
    assert!(reclaimed["takenUntil"].as_str() >= claimed["takenUntil"].as_str());
    assert_eq!(bad(&worker, run(&other, "completed")).0, 403);
    let done = good(&worker, run(&id, "completed"));
    assert_eq!(done["status"]["state"], "completed");
    assert_eq!(done["status"]["runs"][0]["reasonResolved"], "completed");
    // To report the same again is only a retry.
    assert_eq!(good(&worker, run(&id, "completed")), done);
    for what in ["failed", "reclaim"] {
        let (status, code, message) = bad(&worker, run(&id, what));
        assert_eq!((status, code.as_str()), (409, "RequestConflict"));
        assert_eq!(
            message,
            format!("Run 0 on task `{id}` is resolved or not running.")
        );
    }
}

#[test]
fn claiming_needs_the_scopes_of_queue_and_worker() {
    let fake = FakeTaskcluster::start().expect("a server");
    let payload = json!({ "workerGroup": "g", "workerId": "i", "tasks": 1 });
    let request = || to(Method::Post, "queue", ["claim-work", "p", "w"]).json(&payload);
    let scopes = ["queue:claim-work:p/w", "queue:worker-id:g/i"];
    good(
        &client(&fake, new_client(&fake, "both", &scopes)),
        request(),
    );
    for (id, scope) in [("one", scopes[0]), ("two", scopes[1])] {
        assert_eq!(
            bad(&client(&fake, new_client(&fake, id, &[scope])), request()).0,
            403
        );
    }
}

#[test]
fn exceptions_may_lead_to_another_run() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let mut definition = task();
    definition["retries"] = 1.into();
    let id = create(&root, &definition);
    let report = |run: &str, reason: &str| {
        let path = ["task", &id, "runs", run, "exception"];
        to(Method::Post, "queue", path).json(&json!({ "reason": reason }))
    };
    assert_eq!(bad(&root, report("0", "worker-shutdown")).0, 409);
    claim(&root, 1);
    let retried = good(&root, report("0", "worker-shutdown"))["status"].clone();
    assert_eq!(
        (&retried["state"], &retried["retriesLeft"]),
        (&json!("pending"), &json!(0))
    );
    assert_eq!(retried["runs"][0]["reasonResolved"], "worker-shutdown");
    assert_eq!(retried["runs"][1]["reasonCreated"], "retry");
    good(&root, report("0", "worker-shutdown"));

    claim(&root, 1);
    let ended = good(&root, report("1", "intermittent-task"))["status"].clone();
    assert_eq!(
        (&ended["state"], ended["runs"].as_array().map(Vec::len)),
        (&json!("exception"), Some(2))
    );
    assert_eq!(bad(&root, report("1", "internal-error")).0, 409);
    assert_eq!(bad(&root, report("1", "bogus")).0, 400);
}

#[test]
fn dependent_tasks_wait() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let first = create(&root, &task());
    let mut definition = task();
    definition["dependencies"] = json!([first]);
    let strict = create(&root, &definition);
    definition["requires"] = "all-resolved".into();
    let lenient = create(&root, &definition);
    definition["dependencies"] = json!([slugid::nice()]);
    let (status, _, message) = bad(&root, put(&slugid::nice(), &definition));
    assert_eq!(status, 400);
    assert!(
        message.contains("references non-existing tasks"),
        "{message}"
    );

    let state = |id: &str| {
        let status = good(&root, to(Method::Get, "queue", ["task", id, "status"]));
        status["status"]["state"]
            .as_str()
            .expect("a state")
            .to_owned()
    };
    assert_eq!(
        (state(&strict), state(&lenient)),
        ("unscheduled".into(), "unscheduled".into())
    );
    assert_eq!(claim(&root, 9).len(), 1);
    good(&root, run(&first, "failed"));
    assert_eq!(
        (state(&strict), state(&lenient)),
        ("unscheduled".into(), "pending".into())
    );

    let second = create(&root, &task());
    definition["dependencies"] = json!([second]);
    definition["requires"] = "all-completed".into();
    let third = create(&root, &definition);
    claim(&root, 9);
    good(&root, run(&second, "completed"));
    assert_eq!(state(&third), "pending");
}

#[test]
fn nothing_is_claimed_past_its_deadline() {
    let fake = FakeTaskcluster::builder()
        .role("anonymous", ["queue:*"])
        .start()
        .expect("a server");
    let (root, open) = (
        root(&fake),
        Client::builder(fake.root_url()).build().expect("a client"),
    );
    let id = create(&root, &task());
    create(&root, &task());
    assert_eq!(claim(&open, 1).len(), 1);
    fake.advance(Duration::from_secs(2 * 3600));
    assert!(claim(&open, 1).is_empty());
    let (status, _, message) = bad(&open, run(&id, "reclaim"));
    assert_eq!(status, 409);
    assert!(message.starts_with(&format!(
        "Task `{id}` can't be reclaimed past its deadline of "
    )));
}

#[test]
fn no_span_of_time_is_too_long() {
    let fake = FakeTaskcluster::builder().role("anonymous", ["queue:*"]);
    let fake = fake.claim_timeout(Duration::MAX).start().expect("a server");
    let (root, open) = (
        root(&fake),
        Client::builder(fake.root_url()).build().expect("a client"),
    );
    create(&root, &task());
    assert_eq!(claim(&root, 1).len(), 1);
    fake.advance(Duration::MAX);
    fake.advance(Duration::MAX);
    let (status, _, message) = bad(&open, put(&slugid::nice(), &task()));
    assert_eq!(status, 400);
    assert_eq!(message, "`created` cannot be in the past (max 15min drift)");
}
