//! What workers report at the end of a run.

use serde_json::json;

use super::{authorized_run, text};
use crate::call::{Call, Outcome};
use crate::errors::ApiError;

/// Resolves a run as `completed` or `failed`. Reporting the same again changes nothing.
pub(super) fn resolve(call: &mut Call<'_>, state: &'static str) -> Result<Outcome, ApiError> {
    let (id, run_id) = authorized_run(call)?;
    let now = call.now;
    let queue = &mut call.state.queue;
    let task = queue.task_mut(&id)?;
    if task.is_running(run_id) {
        task.runs[run_id].resolve(state, state, now);
    }
    if run_id + 1 != task.runs.len() || task.runs[run_id].state != state {
        return Err(not_running(&id, run_id));
    }
    queue.schedule_dependents(&id, now);
    Ok(Outcome::Json(
        json!({ "status": queue.task(&id)?.status() }),
    ))
}

/// Resolves a run as `exception`; for some reasons the task is tried again.
pub(super) fn exception(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (id, run_id) = authorized_run(call)?;
    let (now, reason) = (call.now, text(&call.payload, "reason"));
    let queue = &mut call.state.queue;
    let task = queue.task_mut(&id)?;
    let retried = match reason.as_str() {
        "worker-shutdown" => Some("retry"),
        "intermittent-task" => Some("task-retry"),
        _ => None,
    };
    if task.is_running(run_id) {
        task.runs[run_id].resolve("exception", &reason, now);
        if let Some(retried) = retried.filter(|_| task.retries_left > 0) {
            task.retries_left -= 1;
            queue.add_run(&id, retried, now);
        }
    }
    let task = queue.task(&id)?;
    let resolved_so = task.runs[run_id].reason_resolved.as_ref() == Some(&reason);
    if task.runs.len() > run_id + 2 || !resolved_so {
        return Err(not_running(&id, run_id));
    }
    let status = task.status();
    queue.schedule_dependents(&id, now);
    Ok(Outcome::Json(json!({ "status": status })))
}

fn not_running(id: &str, run_id: usize) -> ApiError {
    ApiError::conflict(format!(
        "Run {run_id} on task `{id}` is resolved or not running."
    ))
}
