//! What can be done about tasks that are there: scheduling by hand, reruns, cancelling.

use serde_json::{Map, Value, json};
use taskcluster_core::scopes::Arguments;

use super::life;
use super::messages::publish;
use super::task::Task;
use super::text;
use crate::http::errors::ApiError;
use crate::http::paging::Page;
use crate::services::context::{Call, Outcome};

/// The most runs that a task can have.
const MAX_RUNS: usize = 50;

pub(super) fn schedule(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let unknown = |id: &str| format!("taskId `{id}` not found. Are you sure it exists?");
    let id = authorized_task(call, unknown)?;
    check_deadline(call, &id, "scheduled past its deadline at")?;
    let first = call.state.queue.task(&id)?.runs.first();
    match first.map(|run| &*run.state) {
        None => life::make_pending(call.state, &id, "scheduled", call.now),
        // What is pending already is told again.
        Some("pending") => publish(call.state, "taskPending", &id, Some(0)),
        Some(_) => {}
    }
    status(call, &id)
}

pub(super) fn rerun(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let unknown = |id: &str| {
        format!(
            "`{id}` does not correspond to a task that exists.\nAre you sure this task has been \
             submitted before?"
        )
    };
    let id = authorized_task(call, unknown)?;
    check_deadline(call, &id, "rescheduled past its deadline of")?;
    let task = call.state.queue.task_mut(&id)?;
    let last = task.runs.len().checked_sub(1);
    match task.state() {
        "pending" => {
            publish(call.state, "taskPending", &id, last);
            return status(call, &id);
        }
        "running" => return status(call, &id),
        _ => {}
    }
    if task.runs.len() >= MAX_RUNS {
        let message = format!("Maximum number of runs reached ({MAX_RUNS}).");
        return Err(ApiError::conflict(message));
    }
    let room = MAX_RUNS - task.runs.len() - 1;
    task.retries_left = task.retries().min(room.try_into().unwrap_or(u64::MAX));
    life::make_pending(call.state, &id, "rerun", call.now);
    status(call, &id)
}

pub(super) fn cancel(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let unknown = |id: &str| format!("Task `{id}` not found. Are you sure it was created?");
    let id = authorized_task(call, unknown)?;
    check_deadline(call, &id, "canceled past its deadline of")?;
    let task = call.state.queue.task(&id)?;
    let was_canceled = task
        .runs
        .last()
        .is_some_and(|run| run.reason_resolved.as_deref() == Some("canceled"));
    if !task.is_resolved() {
        life::cancel(call.state, &id, call.now);
    } else if was_canceled {
        // The real queue tells of it again too.
        life::resolved(call.state, &id, call.now);
    }
    status(call, &id)
}

/// The task of the path, once it is sure that there is one and that the caller may do this.
fn authorized_task(
    call: &mut Call<'_>,
    unknown: impl Fn(&str) -> String,
) -> Result<String, ApiError> {
    let id = call.param("taskId");
    let task = call.state.queue.tasks.get(&id);
    let task = task.ok_or_else(|| ApiError::not_found(unknown(&id)))?;
    let arguments = Arguments::new()
        .with("taskId", &id)
        .with("schedulerId", text(&task.definition, "schedulerId"))
        .with("taskGroupId", text(&task.definition, "taskGroupId"))
        .with("projectId", text(&task.definition, "projectId"));
    call.authorize(&arguments)?;
    Ok(id)
}

fn check_deadline(call: &Call<'_>, id: &str, what: &str) -> Result<(), ApiError> {
    let task = call.state.queue.task(id)?;
    if task.deadline >= call.now {
        return Ok(());
    }
    let deadline = text(&task.definition, "deadline");
    Err(ApiError::conflict(format!(
        "Task `{id}` can't be {what} {deadline}."
    )))
}

fn status(call: &Call<'_>, id: &str) -> Result<Outcome, ApiError> {
    let status = call.state.queue.task(id)?.status();
    Ok(Outcome::Json(json!({ "status": status })))
}

pub(super) fn list_dependents(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("taskId");
    let queue = &call.state.queue;
    if !queue.tasks.contains_key(&id) {
        return Err(ApiError::not_found(format!(
            "Task with taskId: `{id}` was not found"
        )));
    }
    let dependents = queue.dependents.get(&id).into_iter().flatten();
    let mut answer = page(call, dependents)?;
    answer.insert("taskId".to_owned(), id.into());
    Ok(Outcome::Json(answer.into()))
}

/// A page of tasks.
pub(super) fn page<'i>(
    call: &Call<'_>,
    ids: impl IntoIterator<Item = &'i String>,
) -> Result<Map<String, Value>, ApiError> {
    let queue = &call.state.queue;
    let ids = ids.into_iter();
    let tasks = ids.filter_map(|id| queue.tasks.get(id));
    let page = Page::of(tasks, &call.query, call.settings.page_size)?;
    let entry = |task: &Task| json!({ "status": task.status(), "task": task.definition });
    Ok(page.into_json("tasks", entry))
}
