//! What the queue publishes about tasks.

use serde_json::{Map, Value, json};
use taskcluster_core::timestamp;

use super::task::{Run, Task};
use super::{Queue, text};
use crate::pulse::Address;
use crate::services::state::State;

/// The exchanges whose messages do not repeat the task's tags.
const WITHOUT_TAGS: [&str; 2] = ["artifactCreated", "taskPriorityChanged"];

/// Publishes how a task is now, and of the run that the message is about.
pub(super) fn publish(state: &mut State, exchange: &str, id: &str, run_id: Option<usize>) {
    publish_with(state, exchange, id, run_id, Map::new());
}

/// Publishes a message with further members.
pub(super) fn publish_with(
    state: &mut State,
    exchange: &str,
    id: &str,
    run_id: Option<usize>,
    more: Map<String, Value>,
) {
    let Some(task) = state.queue.tasks.get(id) else {
        return;
    };
    let run = run_id.and_then(|run_id| task.runs.get(run_id));
    let worker = run.and_then(worker);
    let mut payload = json!({ "version": 1, "status": task.status() });
    if !WITHOUT_TAGS.contains(&exchange) {
        let tags = task.definition.get("tags").cloned();
        payload["task"] = json!({ "tags": tags.unwrap_or_else(|| json!({})) });
    }
    if let Some(run_id) = run_id {
        payload["runId"] = run_id.into();
    }
    if let Some((group, id)) = worker {
        payload["workerGroup"] = group.as_str().into();
        payload["workerId"] = id.as_str().into();
    }
    for (name, value) in more {
        payload[name] = value;
    }
    let routes = task.list("routes").into_iter();
    let cc = routes.map(|route| format!("route.{route}")).collect();
    let key = key(task, run_id, worker);
    let key: Vec<(&str, &str)> = key
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let address = Address {
        service: "queue",
        exchange,
        key: &key,
        cc,
    };
    state.messages.publish(address, payload);
}

/// Publishes that a worker has a run.
pub(super) fn publish_running(state: &mut State, id: &str, run_id: usize) {
    let task = state.queue.tasks.get(id);
    let until = task.and_then(|task| task.runs.get(run_id)?.taken_until);
    let mut more = Map::new();
    let until = until.and_then(timestamp::to_string);
    more.insert("takenUntil".to_owned(), until.into());
    publish_with(state, "taskRunning", id, Some(run_id), more);
}

/// Publishes what has become of a group of tasks: what the group is, or what is given in its place.
pub(super) fn publish_group(
    state: &mut State,
    exchange: &str,
    group_id: &str,
    what: Map<String, Value>,
) {
    let Some(group) = state.queue.groups.get(group_id) else {
        return;
    };
    let mut payload = if what.is_empty() {
        Queue::group_json(group_id, group)
    } else {
        what
    };
    payload.insert("version".to_owned(), 1.into());
    let key = [
        ("taskGroupId", group_id),
        ("schedulerId", group.scheduler_id.as_str()),
    ];
    let address = Address {
        service: "queue",
        exchange,
        key: &key,
        cc: Vec::new(),
    };
    state.messages.publish(address, payload.into());
}

/// The worker that a message names. The real queue names none where a deadline has passed.
fn worker(run: &Run) -> Option<&(String, String)> {
    let by_deadline = run.reason_resolved.as_deref() == Some("deadline-exceeded");
    run.worker.as_ref().filter(|_| !by_deadline)
}

fn key(
    task: &Task,
    run_id: Option<usize>,
    worker: Option<&(String, String)>,
) -> Vec<(&'static str, String)> {
    let mut key = vec![("taskId", task.id.clone())];
    key.extend(run_id.map(|run_id| ("runId", run_id.to_string())));
    if let Some((group, id)) = worker {
        key.extend([("workerGroup", group.clone()), ("workerId", id.clone())]);
    }
    for name in ["provisionerId", "workerType", "schedulerId", "taskGroupId"] {
        key.push((name, text(&task.definition, name)));
    }
    key
}
