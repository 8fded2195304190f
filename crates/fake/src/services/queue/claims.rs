//! How workers get tasks and keep them.

use serde_json::{Value, json};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::{Certificate, Credentials, timestamp};
use time::OffsetDateTime;

use super::task::Task;
use super::{authorized_run, text};
use crate::call::{Call, Outcome};
use crate::clock;
use crate::errors::ApiError;
use crate::services::auth::QUEUE_CLIENT;

pub(super) fn claim_work(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (provisioner_id, worker_type) = (call.param("provisionerId"), call.param("workerType"));
    let worker = (
        text(&call.payload, "workerGroup"),
        text(&call.payload, "workerId"),
    );
    let arguments = Arguments::new()
        .with("provisionerId", &provisioner_id)
        .with("workerType", &worker_type)
        .with("workerGroup", &worker.0)
        .with("workerId", &worker.1);
    call.authorize(&arguments)?;
    let count = call.payload["tasks"]
        .as_u64()
        .and_then(|count| count.try_into().ok());
    let ids = pending(call, &provisioner_id, &worker_type, count.unwrap_or(1));
    if ids.is_empty() && !call.is_last {
        return Ok(Outcome::Wait);
    }
    let claims = ids.iter().map(|id| claim(call, id, &worker));
    let claims: Vec<Value> = claims.collect::<Result<_, _>>()?;
    Ok(Outcome::Json(json!({ "tasks": claims })))
}

/// The tasks whose turn it is: the most urgent first, and of these the longest pending.
fn pending(call: &Call<'_>, provisioner_id: &str, worker_type: &str, count: usize) -> Vec<String> {
    let is_wanted = |task: &&Task| {
        task.state() == "pending"
            && task.deadline > call.now
            && task.definition["provisionerId"] == provisioner_id
            && task.definition["workerType"] == worker_type
    };
    let mut tasks: Vec<&Task> = call.state.queue.tasks.values().filter(is_wanted).collect();
    tasks.sort_unstable_by_key(|task| (task.rank(), task.runs.last().map(|run| run.turn)));
    tasks
        .into_iter()
        .take(count)
        .map(|task| task.id.clone())
        .collect()
}

fn claim(call: &mut Call<'_>, id: &str, worker: &(String, String)) -> Result<Value, ApiError> {
    let (now, until) = (call.now, call.now + call.settings.claim_timeout);
    let task = call.state.queue.task_mut(id)?;
    if let Some(run) = task.runs.last_mut() {
        run.state = "running";
        run.started = Some(now);
        run.taken_until = Some(until);
        run.worker = Some(worker.clone());
    }
    let run_id = task.runs.len().saturating_sub(1);
    let mut claim = claimed(call, id, run_id, until)?;
    claim["task"] = call.state.queue.task(id)?.definition.clone();
    Ok(claim)
}

pub(super) fn reclaim(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (id, run_id) = authorized_run(call)?;
    let (now, until) = (call.now, call.now + call.settings.claim_timeout);
    let task = call.state.queue.task_mut(&id)?;
    if task.deadline <= now {
        let deadline = text(&task.definition, "deadline");
        return Err(ApiError::conflict(format!(
            "Task `{id}` Can't be reclaimed past its deadline of {deadline}."
        )));
    }
    if !task.is_running(run_id) {
        return Err(ApiError::conflict(format!(
            "Run {run_id} on task `{id}` is resolved or not running."
        )));
    }
    task.runs[run_id].taken_until = Some(until);
    claimed(call, &id, run_id, until).map(Outcome::Json)
}

/// What a worker is told of the run that it now has.
fn claimed(
    call: &Call<'_>,
    id: &str,
    run_id: usize,
    until: OffsetDateTime,
) -> Result<Value, ApiError> {
    let task = call.state.queue.task(id)?;
    let worker = task.runs.get(run_id).and_then(|run| run.worker.clone());
    let (worker_group, worker_id) = worker.unwrap_or_default();
    let seconds = clock::millis(until) as f64 / 1000.0;
    let name = format!("task-client/{id}/{run_id}/on/{worker_group}/{worker_id}/until/{seconds}");
    Ok(json!({
        "status": task.status(),
        "runId": run_id,
        "workerGroup": worker_group,
        "workerId": worker_id,
        "takenUntil": timestamp::to_string(until),
        "credentials": credentials(call, task, run_id, &name, until)?,
    }))
}

/// Temporary credentials for what runs in the task, vouched for by the queue.
fn credentials(
    call: &Call<'_>,
    task: &Task,
    run_id: usize,
    name: &str,
    until: OffsetDateTime,
) -> Result<Value, ApiError> {
    let token = call
        .state
        .clients
        .access_token(QUEUE_CLIENT)
        .unwrap_or_default();
    let own = ["reclaim-task", "resolve-task", "create-artifact"]
        .map(|what| format!("queue:{what}:{}/{run_id}", task.id));
    let issuer = Credentials::new(QUEUE_CLIENT, token);
    let issued = issuer
        .temporary(call.now, until)
        .scopes(own)
        .scopes(task.list("scopes"));
    let issued = issued
        .named(name)
        .map_err(|e| ApiError::internal(&e.to_string()))?;
    Ok(json!({
        "clientId": issued.client_id(),
        "accessToken": issued.access_token(),
        "certificate": issued.certificate().map(Certificate::as_json),
    }))
}
