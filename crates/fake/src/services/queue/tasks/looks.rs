//! How many tasks a call looks at, however many there are.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Request, slugid, timestamp};
use time::{Duration, OffsetDateTime};

use crate::FakeTaskcluster;

#[derive(Debug, Default)]
pub(super) struct Looks(AtomicUsize);

impl Looks {
    pub(super) fn add(&self, tasks: usize) {
        self.0.fetch_add(tasks, Ordering::Relaxed);
    }

    fn take(&self) -> usize {
        self.0.swap(0, Ordering::Relaxed)
    }
}

fn send(client: &Client, verb: Method, path: &[&str], payload: &Value) -> Value {
    let request = Request::new(verb, "queue", "v1").path(path.iter().copied());
    let answer = client.call::<Value>(request.json(payload)).send();
    answer.unwrap_or_else(|e| panic!("{e}"))
}

fn task(dependencies: &[&str]) -> Value {
    let now = OffsetDateTime::now_utc();
    let date = |hours| timestamp::to_string(now + Duration::hours(hours));
    json!({
        "provisionerId": "p", "workerType": "w", "created": date(0), "deadline": date(1),
        "payload": {}, "dependencies": dependencies,
        "metadata": { "name": "n", "description": "d", "owner": "o@e.com", "source": "https://s/" },
    })
}

/// How many tasks the calls of a worker and its user look at while so many others are pending, by call.
fn looked_at(pending: usize) -> Vec<(&'static str, usize)> {
    let fake = FakeTaskcluster::start().expect("a server");
    let client = Client::builder(fake.root_url()).credentials(fake.credentials());
    let client = client.build().expect("a client");
    for _ in 0..pending {
        send(&client, Method::Put, &["task", &slugid::nice()], &task(&[]));
    }
    // What has just been created is looked at once more by whoever comes first.
    send(&client, Method::Get, &["pending", "p", "w"], &json!({}));
    let take = || fake.shared().state().queue.tasks.looks.take();
    take();
    let (mut counts, worker) = (Vec::new(), json!({ "workerGroup": "g", "workerId": "i" }));
    let claimed = send(&client, Method::Post, &["claim-work", "p", "w"], &worker);
    counts.push(("claimWork", take()));
    let id = claimed["tasks"][0]["status"]["taskId"]
        .as_str()
        .expect("an ID");
    let mut act = |name, verb, path: &[&str], payload: &Value| {
        send(&client, verb, path, payload);
        counts.push((name, take()));
    };
    let (put, post, nothing) = (Method::Put, Method::Post, json!({}));
    let run = ["task", id, "runs", "0"];
    act(
        "reclaimTask",
        post,
        &[&run[..], &["reclaim"]].concat(),
        &nothing,
    );
    act("createTask", put, &["task", &slugid::nice()], &task(&[id]));
    act(
        "reportCompleted",
        post,
        &[&run[..], &["completed"]].concat(),
        &nothing,
    );
    act(
        "pendingTasks",
        Method::Get,
        &["pending", "p", "w"],
        &nothing,
    );
    let other = slugid::nice();
    act("createTask", put, &["task", &other], &task(&[]));
    let run = ["task", &other, "runs", "0"];
    act("claimTask", post, &[&run[..], &["claim"]].concat(), &worker);
    act(
        "reportException",
        post,
        &[&run[..], &["exception"]].concat(),
        &json!({ "reason": "worker-shutdown" }),
    );
    counts
}

#[test]
fn a_call_costs_the_same_however_much_is_pending() {
    let few = looked_at(3);
    assert_eq!(few, looked_at(60));
    assert!(few.iter().all(|(_, count)| *count > 0), "{few:?}");
}
