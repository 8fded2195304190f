//! How workers get tasks and keep them.

use serde_json::{Value, json};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use super::messages::publish_running;
use super::reports::not_running;
use super::task::{Claim, Task};
use super::tasks::Stage;
use super::workers::Seen;
use super::{authorized_run, no_run, run_id, text};
use crate::clock;
use crate::http::errors::ApiError;
use crate::services::auth::{Issued, QUEUE_CLIENT};
use crate::services::context::{Call, Outcome};

/// What is answered to who claims a task.
const CLAIMED: [&str; 7] = [
    "status",
    "runId",
    "workerGroup",
    "workerId",
    "takenUntil",
    "task",
    "credentials",
];

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
    let pool = [provisioner_id.as_str(), worker_type.as_str()];
    let (group, id) = (worker.0.as_str(), worker.1.as_str());
    let seen = Seen::now(call);
    let workers = &mut call.state.queue.workers;
    let is_quarantined = workers.is_quarantined(pool, (group, id), call.now);
    workers.see(pool, (group, id), seen);
    if is_quarantined {
        return Ok(Outcome::Json(json!({ "tasks": [] })));
    }
    let count = call.payload["tasks"]
        .as_u64()
        .and_then(|count| count.try_into().ok());
    let line = call.state.queue.tasks.line(pool, Stage::Pending);
    let ids = line
        .take(count.unwrap_or(1))
        .map(|(task, ..)| task.id.clone());
    let ids: Vec<String> = ids.collect();
    if ids.is_empty() && !call.is_last {
        return Ok(Outcome::Wait);
    }
    let claims = ids.iter().map(|id| claim(call, id, &worker));
    let claims: Vec<Value> = claims.collect::<Result<_, _>>()?;
    Ok(Outcome::Json(json!({ "tasks": claims })))
}

/// Claims a run that the worker knows of.
pub(super) fn claim_task(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (id, run_id, now) = (call.param("taskId"), run_id(call), call.now);
    let worker = (
        text(&call.payload, "workerGroup"),
        text(&call.payload, "workerId"),
    );
    admit(call, &id, &worker)?;
    let task = call.state.queue.task(&id)?;
    let run = task.runs.get(run_id).ok_or_else(|| no_run(&id, run_id))?;
    let is_own = run.is_picked && task.is_running(run_id) && run.worker.as_ref() == Some(&worker);
    if is_own {
        let until = run.taken_until.unwrap_or(now);
        return answer_claim(call, &id, run_id, until).map(Outcome::Json);
    }
    if run_id + 1 != task.runs.len() || run.state != "pending" {
        // The real queue notes the claim before it finds that there can be none.
        let task = call.state.queue.task_mut(&id)?;
        task.runs[run_id].claim = Some(Claim { at: now, worker });
        let message = format!("Run {run_id} was already claimed by another worker.");
        return Err(ApiError::conflict(message));
    }
    let claim = claim(call, &id, &worker)?;
    call.state.queue.task_mut(&id)?.runs[run_id].is_picked = true;
    Ok(Outcome::Json(claim))
}

/// Checks that a worker may claim a task now, whatever its runs are.
fn admit(call: &mut Call<'_>, id: &str, worker: &(String, String)) -> Result<(), ApiError> {
    let now = call.now;
    let task = call.state.queue.task(id)?;
    let pool = task.pool().map(str::to_owned);
    let (deadline, is_late) = (text(&task.definition, "deadline"), task.deadline <= now);
    let arguments = Arguments::new()
        .with("provisionerId", &pool[0])
        .with("workerType", &pool[1])
        .with("workerGroup", &worker.0)
        .with("workerId", &worker.1);
    call.authorize(&arguments)?;
    if is_late {
        return Err(ApiError::conflict(format!(
            "Task `{id}` can't be claimed past its deadline of {deadline}."
        )));
    }
    let pool = [pool[0].as_str(), pool[1].as_str()];
    let seen = Seen::now(call);
    let workers = &mut call.state.queue.workers;
    if workers.is_quarantined(pool, (&worker.0, &worker.1), now) {
        // The queue answers nothing, which the schema of its answers does not allow.
        let missing = CLAIMED.map(|name| format!(" must have required property '{name}'"));
        return Err(call.bad_answer(&missing));
    }
    workers.see_pool(pool, seen);
    Ok(())
}

fn claim(call: &mut Call<'_>, id: &str, worker: &(String, String)) -> Result<Value, ApiError> {
    let (now, until) = (call.now, call.now + call.settings.claim_timeout);
    let task = call.state.queue.task_mut(id)?;
    if let Some(run) = task.runs.last_mut() {
        run.state = "running".into();
        run.started = Some(now);
        run.taken_until = Some(until);
        run.worker = Some(worker.clone());
        run.claim = Some(Claim {
            at: now,
            worker: worker.clone(),
        });
    }
    let run_id = task.runs.len().saturating_sub(1);
    let pool = task.pool().map(str::to_owned);
    call.state.queue.note(id);
    let pool = [pool[0].as_str(), pool[1].as_str()];
    let (seen, run) = (Seen::now(call), (id.to_owned(), run_id));
    let workers = &mut call.state.queue.workers;
    workers.see(pool, (&worker.0, &worker.1), seen);
    workers.see_task(pool, (&worker.0, &worker.1), run);
    answer_claim(call, id, run_id, until)
}

/// What a worker is told of a run that it has claimed; others are told too.
fn answer_claim(
    call: &mut Call<'_>,
    id: &str,
    run_id: usize,
    until: OffsetDateTime,
) -> Result<Value, ApiError> {
    publish_running(call.state, id, run_id);
    let mut claim = claimed(call, id, run_id, until)?;
    if call.apis.is_today {
        // The same date in another spelling, as the real queue has it here alone.
        let date = text(&claim, "takenUntil").replace('Z', "+00:00");
        claim["takenUntil"] = date.into();
    }
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
            "Task `{id}` can't be reclaimed past its deadline of {deadline}."
        )));
    }
    if !task.is_running(run_id) {
        return Err(not_running(&id, run_id));
    }
    let until = task.runs[run_id]
        .taken_until
        .map_or(until, |taken| taken.max(until));
    task.runs[run_id].taken_until = Some(until);
    let pool = task.pool().map(str::to_owned);
    let (group, worker_id) = task.runs[run_id].worker.clone().unwrap_or_default();
    let worker = (group.clone(), worker_id.clone());
    task.runs[run_id].claim = Some(Claim { at: now, worker });
    call.state.queue.note(&id);
    let seen = Seen::now(call);
    let workers = &mut call.state.queue.workers;
    workers.see([&*pool[0], &*pool[1]], (&*group, &*worker_id), seen);
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
    let own = ["reclaim-task", "resolve-task", "create-artifact"]
        .map(|what| format!("queue:{what}:{}/{run_id}", task.id));
    let wanted = Issued {
        issuer: QUEUE_CLIENT,
        name,
        scopes: own.into_iter().chain(task.list("scopes")).collect(),
        until,
    };
    call.state.clients.issue(wanted, call.now)
}
