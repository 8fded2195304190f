//! The queue: what becomes of tasks by hand and by time.

use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Request, slugid};
use taskcluster_fake::{FakeBuilder, FakeTaskcluster};

use crate::support::{bad, client, create, date, good, new_client, pages, root, task, to};

/// A deployment whose queue is open to everybody, so that clocks do not matter.
fn open(builder: FakeBuilder) -> (FakeTaskcluster, Client) {
    let fake = builder
        .role("anonymous", ["queue:*"])
        .start()
        .expect("a server");
    let client = Client::builder(fake.root_url()).build();
    (fake, client.expect("a client"))
}

fn act(id: &str, what: &str) -> Request {
    to(Method::Post, "queue", ["task", id, what])
}

fn report(id: &str, run: &str, what: &str) -> Request {
    to(Method::Post, "queue", ["task", id, "runs", run, what])
}

fn status(client: &Client, id: &str) -> Value {
    good(client, to(Method::Get, "queue", ["task", id, "status"]))["status"].clone()
}

/// How the runs of a task have come and gone, and the state of the task.
fn story(client: &Client, id: &str) -> (String, Vec<[String; 2]>) {
    let status = status(client, id);
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let runs = status["runs"].as_array().expect("a list").iter();
    let runs = runs.map(|run| [text(&run["reasonCreated"]), text(&run["reasonResolved"])]);
    (text(&status["state"]), runs.collect())
}

fn told(state: &str, runs: &[[&str; 2]]) -> (String, Vec<[String; 2]>) {
    let runs = runs.iter().map(|run| run.map(str::to_owned));
    (state.to_owned(), runs.collect())
}

fn worker() -> Value {
    json!({ "workerGroup": "g", "workerId": "i" })
}

fn claim(client: &Client) -> Vec<Value> {
    let mut payload = worker();
    payload["tasks"] = 32.into();
    let request = to(Method::Post, "queue", ["claim-work", "p", "w"]).json(&payload);
    good(client, request)["tasks"]
        .as_array()
        .expect("a list")
        .clone()
}

#[test]
fn a_defined_task_waits_to_be_scheduled() {
    let fake = FakeTaskcluster::start().expect("a server");
    let (root, id) = (root(&fake), slugid::nice());
    let define = to(Method::Post, "queue", ["task", &id, "define"]).json(&task());
    for _ in 0..2 {
        assert_eq!(
            good(&root, define.clone())["status"]["state"],
            "unscheduled"
        );
    }
    let definition = good(&root, to(Method::Get, "queue", ["task", &id]));
    assert_eq!(definition["dependencies"], json!([id]));
    for _ in 0..2 {
        let answer = good(&root, act(&id, "schedule"));
        assert_eq!(answer["status"]["runs"].as_array().map(Vec::len), Some(1));
    }
    assert_eq!(story(&root, &id), told("pending", &[["scheduled", "-"]]));
    let other = client(
        &fake,
        new_client(&fake, "c", &["queue:schedule-task:-/x/y"]),
    );
    assert_eq!(bad(&other, act(&id, "schedule")).0, 403);
    let own = format!("queue:schedule-task:-/{id}/{id}");
    good(
        &client(&fake, new_client(&fake, "d", &[&own])),
        act(&id, "schedule"),
    );
    for what in ["schedule", "rerun", "cancel"] {
        assert_eq!(bad(&root, act(&slugid::nice(), what)).0, 404);
    }
}

#[test]
fn a_resolved_task_can_be_run_again() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let mut definition = task();
    definition["retries"] = 1.into();
    let id = create(&root, &definition);
    // Nothing happens while there is a run.
    assert_eq!(good(&root, act(&id, "rerun"))["status"]["state"], "pending");
    claim(&root);
    let shutdown = json!({ "reason": "worker-shutdown" });
    good(&root, report(&id, "0", "exception").json(&shutdown));
    claim(&root);
    good(&root, report(&id, "1", "failed"));
    let status = good(&root, act(&id, "rerun"))["status"].clone();
    assert_eq!(
        (&status["state"], &status["retriesLeft"]),
        (&json!("pending"), &json!(1))
    );
    let runs = [
        ["scheduled", "worker-shutdown"],
        ["retry", "failed"],
        ["rerun", "-"],
    ];
    assert_eq!(story(&root, &id), told("pending", &runs));
    assert_eq!(claim(&root).len(), 1);
    for run in 2..49 {
        good(&root, report(&id, &run.to_string(), "completed"));
        good(&root, act(&id, "rerun"));
        claim(&root);
    }
    good(&root, report(&id, "49", "completed"));
    let (status, _, message) = bad(&root, act(&id, "rerun"));
    assert_eq!(
        (status, message.as_str()),
        (409, "Maximum number of runs reached (50).")
    );
}

#[test]
fn tasks_can_be_cancelled_before_they_end() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let [pending, running, completed] = [(); 3].map(|()| create(&root, &task()));
    for id in [&running, &completed] {
        let claim = report(id, "0", "claim").json(&worker());
        assert_eq!(good(&root, claim)["runId"], 0);
    }
    good(&root, report(&completed, "0", "completed"));
    let unscheduled = slugid::nice();
    let define = to(Method::Post, "queue", ["task", &unscheduled, "define"]).json(&task());
    good(&root, define);
    for id in [&pending, &running, &completed, &unscheduled] {
        let first = good(&root, act(id, "cancel"));
        assert_eq!(good(&root, act(id, "cancel")), first);
    }
    let canceled = told("exception", &[["scheduled", "canceled"]]);
    assert_eq!(story(&root, &pending), canceled);
    assert_eq!(story(&root, &running), canceled);
    assert_eq!(
        story(&root, &unscheduled),
        told("exception", &[["exception", "canceled"]])
    );
    assert_eq!(story(&root, &completed).0, "completed");
    assert_eq!(bad(&root, report(&running, "0", "completed")).0, 409);
}

#[test]
fn a_deadline_ends_what_is_not_done() {
    let (fake, client) = open(FakeTaskcluster::builder().claim_timeout(Duration::MAX));
    let done = create(&client, &task());
    claim(&client);
    good(&client, report(&done, "0", "completed"));
    let running = create(&client, &task());
    claim(&client);
    let pending = create(&client, &task());
    let mut definition = task();
    definition["dependencies"] = json!([pending]);
    let unscheduled = create(&client, &definition);
    definition["requires"] = "all-resolved".into();
    definition["deadline"] = date(7200).into();
    let later = create(&client, &definition);
    fake.advance(Duration::from_secs(3605));
    let reason = "deadline-exceeded";
    for (id, created) in [
        (&running, "scheduled"),
        (&pending, "scheduled"),
        (&unscheduled, "exception"),
    ] {
        assert_eq!(story(&client, id), told("exception", &[[created, reason]]));
    }
    // A run ends when it is due, not when somebody looks.
    let ended = &status(&client, &running);
    assert_eq!(ended["runs"][0]["resolved"], ended["deadline"]);
    assert_eq!(story(&client, &done).0, "completed");
    assert_eq!(
        story(&client, &later),
        told("pending", &[["scheduled", "-"]])
    );
    assert_eq!(bad(&client, report(&running, "0", "completed")).0, 409);
    for (what, wanted) in [
        ("schedule", "scheduled past its deadline at "),
        ("rerun", "rescheduled past its deadline of "),
        ("cancel", "canceled past its deadline of "),
    ] {
        let (status, code, message) = bad(&client, act(&running, what));
        assert_eq!((status, code.as_str()), (409, "RequestConflict"));
        let wanted = format!("Task `{running}` can't be {wanted}");
        assert!(message.starts_with(&wanted), "{message}");
    }
}

#[test]
fn a_claim_that_is_not_renewed_is_lost() {
    let (fake, client) = open(FakeTaskcluster::builder());
    let mut definition = task();
    definition["retries"] = 1.into();
    let id = create(&client, &definition);
    let minutes = |count: u64| fake.advance(Duration::from_secs(60 * count));
    claim(&client);
    minutes(15);
    let again = good(&client, report(&id, "0", "reclaim"));
    minutes(15);
    assert_eq!(story(&client, &id).0, "running");
    minutes(6);
    let runs = [["scheduled", "claim-expired"], ["retry", "-"]];
    assert_eq!(story(&client, &id), told("pending", &runs));
    let status = status(&client, &id);
    assert_eq!(status["runs"][0]["resolved"], again["takenUntil"]);
    assert_eq!(bad(&client, report(&id, "0", "reclaim")).0, 409);
    assert_eq!(bad(&client, report(&id, "0", "completed")).0, 409);
    assert_eq!(claim(&client)[0]["runId"], 1);
    minutes(21);
    let runs = [["scheduled", "claim-expired"], ["retry", "claim-expired"]];
    assert_eq!(story(&client, &id), told("exception", &runs));
}

#[test]
fn a_long_time_passes_step_by_step() {
    let (fake, client) = open(FakeTaskcluster::builder());
    let id = create(&client, &task());
    claim(&client);
    fake.advance(Duration::from_secs(10 * 3600));
    let runs = [
        ["scheduled", "claim-expired"],
        ["retry", "deadline-exceeded"],
    ];
    assert_eq!(story(&client, &id), told("exception", &runs));
    fake.advance(Duration::from_secs(400 * 24 * 3600));
    assert_eq!(bad(&client, to(Method::Get, "queue", ["task", &id])).0, 404);
    assert_eq!(
        bad(
            &client,
            to(Method::Get, "queue", ["task-group", &id, "list"])
        )
        .0,
        404
    );
}

#[test]
fn what_is_due_is_remembered_in_a_file() {
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("due.json");
    let _ = std::fs::remove_file(&file);
    let builder = || FakeTaskcluster::builder().state_file(&file);
    let (fake, client) = open(builder());
    let claimed = create(&client, &task());
    claim(&client);
    let pending = create(&client, &task());
    fake.stop().expect("saved");
    let (fake, client) = open(builder());
    fake.advance(Duration::from_secs(21 * 60));
    let runs = [["scheduled", "claim-expired"], ["retry", "-"]];
    assert_eq!(story(&client, &claimed), told("pending", &runs));
    fake.advance(Duration::from_secs(3600));
    let runs = [["scheduled", "deadline-exceeded"]];
    assert_eq!(story(&client, &pending), told("exception", &runs));
}

#[test]
fn a_run_is_claimed_once_by_its_number() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let id = create(&root, &task());
    let claim = |run: &str| report(&id, run, "claim").json(&worker());
    let first = good(&root, claim("0"));
    assert_eq!(first["task"]["workerType"], "w");
    // To claim the same again is only a retry.
    assert_eq!(good(&root, claim("0"))["takenUntil"], first["takenUntil"]);
    let other = json!({ "workerGroup": "g", "workerId": "other" });
    assert_eq!(
        bad(&root, report(&id, "0", "claim").json(&other)),
        (
            409,
            "RequestConflict".into(),
            "Run 0 was already claimed by another worker.".into()
        )
    );
    assert_eq!(bad(&root, claim("1")).0, 404);
    let scopes = ["queue:claim-task:p/w", "queue:worker-id:g/other"];
    let some = client(&fake, new_client(&fake, "some", &scopes));
    assert_eq!(bad(&some, claim("0")).0, 403);
    assert_eq!(bad(&some, report(&id, "0", "claim").json(&other)).0, 409);
}

#[test]
fn dependents_are_listed_and_wait_for_each_task_once() {
    let fake = FakeTaskcluster::builder().page_size(2).start();
    let fake = fake.expect("a server");
    let root = root(&fake);
    let [first, second] = [(); 2].map(|()| create(&root, &task()));
    let mut definition = task();
    definition["dependencies"] = json!([first]);
    let mut wanted: Vec<String> = (0..4).map(|_| create(&root, &definition)).collect();
    definition["dependencies"] = json!([first, second]);
    let both = create(&root, &definition);
    wanted.push(both.clone());
    wanted.sort_unstable();
    let list = to(Method::Get, "queue", ["task", &first, "dependents"]);
    let pages = pages(&root, &list);
    let ids = pages.iter().filter_map(|page| page["tasks"].as_array());
    let ids: Vec<&str> = ids
        .flatten()
        .filter_map(|it| it["status"]["taskId"].as_str())
        .collect();
    assert_eq!((ids.len(), pages.len()), (5, 3));
    assert_eq!(ids, wanted);
    let list = to(
        Method::Get,
        "queue",
        ["task", &slugid::nice(), "dependents"],
    );
    assert_eq!(bad(&root, list).0, 404);

    for id in [&first, &second] {
        good(&root, report(id, "0", "claim").json(&worker()));
    }
    good(&root, report(&first, "0", "completed"));
    // That it is run again holds nobody back who has seen it completed.
    good(&root, act(&first, "rerun"));
    assert_eq!(story(&root, &both).0, "unscheduled");
    good(&root, report(&second, "0", "completed"));
    assert_eq!(story(&root, &both).0, "pending");
}

#[test]
fn dependencies_must_last_until_the_deadline() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let mut definition = task();
    definition["expires"] = date(3700).into();
    let short = create(&root, &definition);
    let mut definition = task();
    definition["deadline"] = date(7200).into();
    definition["dependencies"] = json!([short]);
    let put = to(Method::Put, "queue", ["task", &slugid::nice()]).json(&definition);
    let (status, _, message) = bad(&root, put);
    assert_eq!(status, 400);
    assert!(
        message.contains("references tasks that expires"),
        "{message}"
    );
}
