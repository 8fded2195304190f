//! What workers report at the end of a run.

use serde_json::json;

use super::artifact::Artifact;
use super::messages::publish;
use super::{authorize_run, authorized_run, existing_run, life, text};
use crate::http::errors::ApiError;
use crate::services::context::{Call, Outcome};

/// Resolves a run as `completed`, or as `failed` if a very old worker says so in the payload.
pub(super) fn completed(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let has_failed = call.payload["success"] == false;
    resolve(call, if has_failed { "failed" } else { "completed" })
}

/// Resolves a run as `completed` or `failed`. Reporting the same again changes nothing, but is told
/// to others again. Today a run that has ended otherwise is refused whoever asks.
pub(super) fn resolve(call: &mut Call<'_>, state: &'static str) -> Result<Outcome, ApiError> {
    let (id, run_id) = existing_run(call)?;
    let run = &call.state.queue.task(&id)?.runs[run_id];
    if call.apis.is_today && run.state != "running" && run.state != state {
        return Err(ApiError::conflict(format!(
            "Run {run_id} of task `{id}` is not running or {state}."
        )));
    }
    authorize_run(call, &id, run_id)?;
    let now = call.now;
    let is_today = call.apis.is_today;
    let task = call.state.queue.task_mut(&id)?;
    let is_awaited = task.runs[run_id]
        .artifacts
        .values()
        .any(Artifact::is_awaited);
    if state == "completed" && is_awaited && !is_today {
        return Err(ApiError::conflict(
            "All blob artifacts must be present to resolve task as completed",
        ));
    }
    if task.is_running(run_id) {
        task.runs[run_id].resolve(state, state, now);
    }
    if run_id + 1 != task.runs.len() || task.runs[run_id].state != state {
        return Err(not_running(&id, run_id));
    }
    life::resolved(call.state, &id, now);
    status(call, &id)
}

/// Resolves a run as `exception`; for some reasons the task is tried again.
pub(super) fn exception(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (id, run_id) = authorized_run(call)?;
    let (now, reason) = (call.now, text(&call.payload, "reason"));
    let task = call.state.queue.task(&id)?;
    if task.is_running(run_id) {
        life::end_by_exception(call.state, &id, run_id, &reason, now);
        return status(call, &id);
    }
    let resolved_so = task.runs[run_id].reason_resolved.as_ref() == Some(&reason);
    if task.runs.len() > run_id + 2 || !resolved_so {
        return Err(not_running(&id, run_id));
    }
    let next = task.runs.get(run_id + 1).map(|run| run.state.clone());
    if next.is_some() && call.apis.is_today {
        publish(call.state, "taskException", &id, Some(run_id));
    }
    match next.as_deref() {
        Some("pending") => publish(call.state, "taskPending", &id, Some(run_id + 1)),
        Some(_) => {}
        None => life::resolved(call.state, &id, now),
    }
    status(call, &id)
}

fn status(call: &Call<'_>, id: &str) -> Result<Outcome, ApiError> {
    let status = call.state.queue.task(id)?.status();
    Ok(Outcome::Json(json!({ "status": status })))
}

pub(super) fn not_running(id: &str, run_id: usize) -> ApiError {
    ApiError::conflict(format!(
        "Run {run_id} on task `{id}` is resolved or not running."
    ))
}
