//! Answers about tasks, which are all the same one.

use contender::calls::{DEFINITION, TASK_ID, TASKS_OF_A_PAGE};
use serde_json::{Value, json};

/// The answer of `queue.status`, and of `queue.createTask`.
pub fn status() -> String {
    json!({ "status": standing(&definition()) }).to_string()
}

fn definition() -> Value {
    serde_json::from_str(DEFINITION).unwrap_or_default()
}

/// How it stands.
fn standing(definition: &Value) -> Value {
    let of_task = |name: &str| &definition[name];
    json!({
        "taskId": TASK_ID, "retriesLeft": 5, "state": "completed", "projectId": "none",
        "taskQueueId": "bench-provisioner/bench-worker",
        "runs": [{
            "runId": 0, "state": "completed", "reasonCreated": "scheduled",
            "reasonResolved": "completed", "workerGroup": "us-east-1", "workerId": "i-0123456789abcdef0",
            "takenUntil": "2030-01-02T04:04:05.678Z", "scheduled": "2030-01-02T03:04:06.678Z",
            "started": "2030-01-02T03:05:05.678Z", "resolved": "2030-01-02T03:45:05.678Z",
        }],
        "provisionerId": of_task("provisionerId"), "workerType": of_task("workerType"),
        "schedulerId": of_task("schedulerId"), "taskGroupId": of_task("taskGroupId"),
        "deadline": of_task("deadline"), "expires": of_task("expires"),
        "priority": of_task("priority"),
    })
}

/// A page of `queue.listTaskGroup`, the last one.
pub fn last_page() -> String {
    let definition = definition();
    let task = json!({ "status": standing(&definition), "task": definition }).to_string();
    let tasks = vec![task; TASKS_OF_A_PAGE].join(",");
    let [group, scheduler, expires] =
        ["taskGroupId", "schedulerId", "expires"].map(|name| &definition[name]);
    format!(
        r#"{{"taskGroupId":{group},"schedulerId":{scheduler},"expires":{expires},"tasks":[{tasks}]}}"#
    )
}

/// The same with a page behind it.
pub fn page(last_page: &str, token: usize) -> String {
    let members = last_page.strip_suffix('}').unwrap_or_default();
    format!(r#"{members},"continuationToken":"{token}"}}"#)
}
