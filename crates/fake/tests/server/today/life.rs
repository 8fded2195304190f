//! The life of a task: every way that it can go, and the messages that tell of it, in order.

use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Request};
use taskcluster_fake::{FakeTaskcluster, PulseMessage};

use crate::support::{bad, create, date, good, root, task, to, todays};

const QUEUE: &str = "exchange/taskcluster-queue/v1/";

/// One deployment, and how much of what it has published was looked at.
struct Stage {
    fake: FakeTaskcluster,
    root: Client,
    seen: usize,
}

impl Stage {
    fn new() -> Self {
        let fake = todays();
        let root = root(&fake);
        Self {
            fake,
            root,
            seen: 0,
        }
    }

    /// The messages since this was last called.
    fn news(&mut self) -> Vec<PulseMessage> {
        let messages = self.fake.messages().split_off(self.seen);
        self.seen += messages.len();
        messages
    }

    /// What has been told since this was last called: the exchange, the run, and the state of the
    /// task then.
    #[track_caller]
    fn told(&mut self, wanted: &[(&str, Option<u64>, &str)]) {
        let news = self.news();
        let told = news.iter().map(|message| {
            let payload = &message.payload;
            let state = payload["status"]["state"].as_str().unwrap_or("-");
            (
                &message.exchange[QUEUE.len()..],
                payload["runId"].as_u64(),
                state,
            )
        });
        assert_eq!(told.collect::<Vec<_>>(), wanted);
    }

    fn create(&self, changes: &Value) -> String {
        let mut definition = task();
        for (name, value) in changes.as_object().expect("an object") {
            definition[name] = value.clone();
        }
        create(&self.root, &definition)
    }

    fn act(&self, id: &str, what: &str) -> Value {
        good(&self.root, post(&["task", id, what]))["status"].clone()
    }

    fn claim(&self) -> Value {
        let worker = json!({ "workerGroup": "g", "workerId": "i", "tasks": 1 });
        let claim = post(&["claim-work", "p/w"]).json(&worker);
        good(&self.root, claim)["tasks"][0].clone()
    }

    fn report(&self, id: &str, run: &str, what: &str) -> Value {
        good(&self.root, report(id, run, what))["status"].clone()
    }

    fn except(&self, id: &str, run: &str, reason: &str) -> Value {
        let request = report(id, run, "exception").json(&json!({ "reason": reason }));
        good(&self.root, request)["status"].clone()
    }

    fn status(&self, id: &str) -> Value {
        let request = to(Method::Get, "queue", ["task", id, "status"]);
        good(&self.root, request)["status"].clone()
    }

    fn advance(&self, minutes: u64) {
        self.fake.advance(Duration::from_secs(60 * minutes));
    }
}

fn post(path: &[&str]) -> Request {
    to(Method::Post, "queue", path.iter().copied())
}

fn report(id: &str, run: &str, what: &str) -> Request {
    post(&["task", id, "runs", run, what])
}

const DEFINED: (&str, Option<u64>, &str) = ("task-defined", None, "unscheduled");
const PENDING: (&str, Option<u64>, &str) = ("task-pending", Some(0), "pending");
const RUNNING: (&str, Option<u64>, &str) = ("task-running", Some(0), "running");
const RESOLVED: (&str, Option<u64>, &str) = ("task-group-resolved", None, "-");

#[test]
fn a_task_is_defined_pending_running_and_completed() {
    let mut stage = Stage::new();
    let id = stage.create(&json!({ "tags": { "kind": "build" }, "routes": ["r"] }));
    let news = stage.news();
    let names: Vec<&str> = news.iter().map(|it| &it.exchange[QUEUE.len()..]).collect();
    assert_eq!(names, ["task-defined", "task-pending"]);
    // The first message is of the task before it had a run.
    let [defined, pending] = [0, 1].map(|at| &news[at].payload);
    assert_eq!(defined["status"]["runs"], json!([]));
    assert_eq!(defined["status"]["state"], "unscheduled");
    assert_eq!(pending["status"]["runs"][0]["state"], "pending");
    for message in &news {
        assert_eq!(message.payload["task"]["tags"]["kind"], "build");
        assert_eq!(message.payload["status"]["taskQueueId"], "p/w");
        assert_eq!(message.cc, ["route.r"]);
    }

    let claimed = stage.claim();
    assert_eq!(claimed["status"]["taskId"], id.as_str());
    stage.told(&[RUNNING]);
    let status = stage.report(&id, "0", "completed");
    let until = claimed["takenUntil"].as_str().expect("a text");
    let until = until.replace("+00:00", "Z");
    assert_eq!(status["runs"][0]["takenUntil"], until);
    stage.told(&[("task-completed", Some(0), "completed"), RESOLVED]);
    // To say it again changes nothing, and is told again.
    assert_eq!(stage.report(&id, "0", "completed"), status);
    stage.told(&[("task-completed", Some(0), "completed"), RESOLVED]);
    assert_eq!(
        bad(&stage.root, report(&id, "0", "failed")).2,
        format!("Run 0 of task `{id}` is not running or failed.")
    );
    stage.told(&[]);
}

#[test]
fn a_failed_task_can_be_run_again_and_cancelled() {
    let mut stage = Stage::new();
    let id = stage.create(&json!({}));
    stage.claim();
    stage.told(&[DEFINED, PENDING, RUNNING]);
    stage.report(&id, "0", "failed");
    stage.told(&[("task-failed", Some(0), "failed"), RESOLVED]);
    stage.act(&id, "rerun");
    stage.told(&[("task-pending", Some(1), "pending")]);
    stage.act(&id, "rerun");
    stage.told(&[("task-pending", Some(1), "pending")]);
    stage.claim();
    stage.told(&[("task-running", Some(1), "running")]);
    let status = stage.act(&id, "cancel");
    assert_eq!(status["runs"][1]["reasonResolved"], "canceled");
    stage.told(&[("task-exception", Some(1), "exception"), RESOLVED]);
}

#[test]
fn a_run_that_is_retried_is_told_as_an_exception_too() {
    for (reason, next) in [
        ("worker-shutdown", "retry"),
        ("intermittent-task", "task-retry"),
    ] {
        let mut stage = Stage::new();
        let id = stage.create(&json!({ "retries": 1 }));
        stage.claim();
        stage.told(&[DEFINED, PENDING, RUNNING]);
        let status = stage.except(&id, "0", reason);
        assert_eq!(status["runs"][1]["reasonCreated"], next);
        let both = [
            ("task-exception", Some(0), "pending"),
            ("task-pending", Some(1), "pending"),
        ];
        stage.told(&both);
        assert_eq!(stage.except(&id, "0", reason), status);
        stage.told(&both);
        stage.claim();
        stage.told(&[("task-running", Some(1), "running")]);
        stage.except(&id, "0", reason);
        stage.told(&[("task-exception", Some(0), "running")]);
        // No retry is left.
        assert_eq!(stage.except(&id, "1", reason)["state"], "exception");
        stage.told(&[("task-exception", Some(1), "exception"), RESOLVED]);
    }
}

#[test]
fn other_exceptions_end_the_task() {
    for reason in [
        "malformed-payload",
        "resource-unavailable",
        "internal-error",
    ] {
        let mut stage = Stage::new();
        let id = stage.create(&json!({}));
        stage.claim();
        stage.told(&[DEFINED, PENDING, RUNNING]);
        let status = stage.except(&id, "0", reason);
        assert_eq!(status["runs"].as_array().map(Vec::len), Some(1));
        assert_eq!(status["runs"][0]["reasonResolved"], reason);
        stage.told(&[("task-exception", Some(0), "exception"), RESOLVED]);
    }
}

#[test]
fn a_claim_that_ends_is_told_and_the_task_is_retried() {
    let mut stage = Stage::new();
    let id = stage.create(&json!({ "retries": 1 }));
    stage.claim();
    stage.told(&[DEFINED, PENDING, RUNNING]);
    stage.advance(21);
    let news = stage.news();
    let exception = &news[0].payload;
    assert_eq!(
        exception["status"]["runs"][0]["reasonResolved"],
        "claim-expired"
    );
    assert_eq!(
        (&exception["workerGroup"], &exception["workerId"]),
        (&json!("g"), &json!("i"))
    );
    assert_eq!(news[1].payload["runId"], 1);
    assert_eq!(news.len(), 2);
    assert_eq!(news[1].payload["status"]["retriesLeft"], 0);
    assert_eq!(news[1].payload["status"]["taskId"], id.as_str());
}

#[test]
fn a_deadline_is_told_after_what_has_waited_for_it() {
    let mut stage = Stage::new();
    let id = stage.create(&json!({}));
    let later = json!({
        "dependencies": [id], "requires": "all-resolved", "deadline": date(7200),
    });
    stage.create(&later);
    stage.told(&[DEFINED, PENDING, DEFINED]);
    stage.advance(61);
    let news = stage.news();
    let names: Vec<&str> = news.iter().map(|it| &it.exchange[QUEUE.len()..]).collect();
    assert_eq!(
        names,
        ["task-pending", "task-group-resolved", "task-exception"]
    );
    let exception = &news[2].payload;
    assert_eq!(exception["status"]["taskId"], id.as_str());
    assert_eq!(
        exception["status"]["runs"][0]["reasonResolved"],
        "deadline-exceeded"
    );
    assert_eq!(exception.get("workerId"), None);
}

#[test]
fn what_waits_is_scheduled_by_the_last_of_its_dependencies_or_by_hand() {
    let mut stage = Stage::new();
    let first = stage.create(&json!({}));
    stage.claim();
    stage.told(&[DEFINED, PENDING, RUNNING]);
    let waiting = stage.create(&json!({ "dependencies": [first] }));
    let by_hand = stage.create(&json!({ "dependencies": [first] }));
    stage.told(&[DEFINED, DEFINED]);
    for _ in 0..2 {
        assert_eq!(stage.act(&by_hand, "schedule")["state"], "pending");
        stage.told(&[PENDING]);
    }
    stage.report(&first, "0", "completed");
    stage.told(&[("task-completed", Some(0), "completed"), PENDING, RESOLVED]);
    assert_eq!(
        stage.status(&waiting)["runs"][0]["reasonCreated"],
        "scheduled"
    );
}

#[test]
fn a_task_that_was_never_scheduled_is_cancelled_with_a_run() {
    let mut stage = Stage::new();
    let first = stage.create(&json!({}));
    let id = stage.create(&json!({ "dependencies": [first] }));
    stage.told(&[DEFINED, PENDING, DEFINED]);
    let status = stage.act(&id, "cancel");
    assert_eq!(status["runs"][0]["reasonCreated"], "exception");
    stage.told(&[("task-exception", Some(0), "exception"), RESOLVED]);
    assert_eq!(stage.act(&id, "schedule"), status);
    stage.told(&[]);
}
