//! Tasks, and what the queue tells of them in the course of their lives.

use serde_json::{Value, json};

use super::sample::Sample;

/// What the queue tells of all tasks.
pub fn all() -> Vec<Sample> {
    let mut all = LINUX.completed();
    all.extend(MAC.completed_at_the_second_attempt());
    all.extend(LATE.never_started());
    all.extend([group_resolved(&LINUX), group_resolved(&LATE)]);
    all
}

/// A task of which the queue tells.
#[derive(Clone, Copy, Debug)]
pub struct Task {
    /// Its ID.
    pub id: &'static str,
    /// Its group.
    pub group: &'static str,
    worker_type: &'static str,
    scheduler: &'static str,
    routes: &'static [&'static str],
}

/// The worker that claims all runs.
const WORKER: (&str, &str) = ("eu-central-1", "i-0a1b2c3d");

/// The deadline of all tasks.
const DEADLINE: &str = "2017-01-22T17:09:23.240Z";

/// A task with routes, that goes well.
pub const LINUX: Task = Task {
    id: "fN1SbArXTPSVFNUvaOlinQ",
    group: "Ea6SlEmGQfWmSfBHHv8mGw",
    worker_type: "linux",
    scheduler: "gecko-level-1",
    routes: &[
        "index.project.app.latest",
        "notify.email.dev@example.com.on-any",
    ],
};

/// A task of the same group, of which the first run fails.
pub const MAC: Task = Task {
    id: "KTBKfEgxR5GdfIIREQIvFQ",
    worker_type: "mac",
    routes: &[],
    ..LINUX
};

/// A task of another group, which nobody claims before its deadline.
pub const LATE: Task = Task {
    id: "Hvxl1NwJRqS1IsVQ1RvaSg",
    group: "cSfCGAQbRY2pD2ycVt0TxA",
    worker_type: "linux",
    scheduler: "taskcluster-github",
    routes: &["index.project.app.nightly"],
};

impl Task {
    fn completed(&self) -> Vec<Sample> {
        let artifact = json!({
            "artifact": {
                "storageType": "reference",
                "name": "public/live.log",
                "expires": "2018-01-21T17:09:23.240Z",
                "contentType": "text/plain",
            },
        });
        vec![
            self.message("task-defined", None, json!({})),
            self.message("task-pending", Some(0), json!({})),
            self.message("task-running", Some(0), taken_until()),
            self.message("artifact-created", Some(0), artifact),
            self.message("task-completed", Some(0), json!({})),
        ]
    }

    fn completed_at_the_second_attempt(&self) -> Vec<Sample> {
        vec![
            self.message("task-defined", None, json!({})),
            self.message("task-pending", Some(0), json!({})),
            self.message("task-running", Some(0), taken_until()),
            self.message("task-failed", Some(0), json!({})),
            self.message("task-pending", Some(1), json!({})),
            self.message("task-running", Some(1), taken_until()),
            self.message("task-completed", Some(1), json!({})),
        ]
    }

    fn never_started(&self) -> Vec<Sample> {
        vec![
            self.message("task-defined", None, json!({})),
            self.message("task-exception", Some(0), json!({})),
        ]
    }

    /// A message of the queue: the same layout for all that tell of one task. A worker is named
    /// once it has claimed a run; fields without a value hold `_`.
    fn message(&self, exchange: &str, run: Option<u64>, more: Value) -> Sample {
        let claimed = run.is_some() && !["task-pending", "task-exception"].contains(&exchange);
        let (worker_group, worker_id) = if claimed { WORKER } else { ("_", "_") };
        let run_id = run.map_or("_".to_owned(), |run| run.to_string());
        let mut body = json!({ "version": 1, "status": self.status(exchange, run) });
        if let Some(run) = run {
            body["runId"] = run.into();
        }
        if claimed {
            body["workerGroup"] = worker_group.into();
            body["workerId"] = worker_id.into();
        }
        for (name, value) in more.as_object().into_iter().flatten() {
            body[name] = value.clone();
        }
        let fields = [
            ("routingKeyKind", "primary"),
            ("taskId", self.id),
            ("runId", &run_id),
            ("workerGroup", worker_group),
            ("workerId", worker_id),
            ("provisionerId", "aws-provisioner-v1"),
            ("workerType", self.worker_type),
            ("schedulerId", self.scheduler),
            ("taskGroupId", self.group),
            ("reserved", "_"),
        ];
        let routes = self.routes.iter().map(|route| format!("route.{route}"));
        Sample {
            routes: routes.collect(),
            ..Sample::new(&format!("queue/v1/{exchange}"), &fields, body)
        }
    }

    /// The status of the task when a message is sent to an exchange.
    fn status(&self, exchange: &str, run: Option<u64>) -> Value {
        let state = match exchange {
            "task-defined" => "unscheduled",
            "artifact-created" => "running",
            other => other.trim_start_matches("task-"),
        };
        let runs = run.map_or(0..0, |last| 0..last + 1).map(|id| {
            let current = Some(id) == run;
            let mut said = json!({
                "runId": id,
                "state": if current { state } else { "failed" },
                "reasonCreated": if id == 0 { "scheduled" } else { "rerun" },
                "scheduled": "2017-01-21T17:09:23.240Z",
            });
            if current && state == "exception" {
                said["reasonResolved"] = "deadline-exceeded".into();
                said["resolved"] = DEADLINE.into();
            }
            said
        });
        json!({
            "taskId": self.id,
            "provisionerId": "aws-provisioner-v1",
            "workerType": self.worker_type,
            "schedulerId": self.scheduler,
            "taskGroupId": self.group,
            "deadline": DEADLINE,
            "expires": "2018-01-22T17:09:23.240Z",
            "retriesLeft": 5,
            "state": state,
            "runs": runs.collect::<Vec<_>>(),
        })
    }
}

fn taken_until() -> Value {
    json!({ "takenUntil": "2017-01-21T17:29:23.240Z" })
}

fn group_resolved(task: &Task) -> Sample {
    let fields = [
        ("routingKeyKind", "primary"),
        ("taskGroupId", task.group),
        ("schedulerId", task.scheduler),
        ("reserved", "_"),
    ];
    let body = json!({
        "version": 1,
        "taskGroupId": task.group,
        "schedulerId": task.scheduler,
    });
    Sample::new("queue/v1/task-group-resolved", &fields, body)
}
