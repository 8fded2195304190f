//! The queue: tasks from their creation to their end, their artifacts, and who works on them.

mod artifact;
mod artifacts;
mod claims;
mod create;
mod groups;
mod life;
mod manage;
mod messages;
mod objects;
mod pools;
mod priorities;
mod reading;
mod relations;
mod reports;
mod seen;
mod shown;
mod task;
mod tasks;
mod timeouts;
mod uploads;
mod workers;

use std::collections::{BTreeSet, HashSet};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use taskcluster_core::scopes::Arguments;

use super::{Handler, text};
use crate::http::errors::ApiError;
use crate::services::book::{Book, Saved};
use crate::services::context::{Call, Outcome};
use groups::Group;
use relations::Dependents;
use task::Task;
use tasks::Tasks;
use timeouts::Agenda;
use workers::Workers;

pub(super) use create::submit;
pub(super) use reading::latest_url;
pub(super) use seen::{is_anybodys, known, latest_content, members, state_of};
pub(super) use task::texts;
pub(crate) use timeouts::{catch_up, forget_expired};
pub(super) use workers::{worker_seen, workers_seen};

/// All tasks and what belongs to them.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(crate) struct Queue {
    #[serde(skip)]
    tasks: Tasks,
    #[serde(skip)]
    groups: Book<Group>,
    #[serde(skip)]
    dependents: Dependents,
    /// The tasks that are not resolved.
    #[serde(skip)]
    open: BTreeSet<String>,
    #[serde(skip)]
    agenda: Agenda,
    /// How many runs were ever made pending: the order in which workers get them.
    scheduled: u64,
    #[serde(skip)]
    workers: Workers,
}

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "createTask" => create::create,
        "defineTask" => create::define,
        "scheduleTask" => manage::schedule,
        "rerunTask" => manage::rerun,
        "cancelTask" => manage::cancel,
        "task" => definition,
        "status" => status,
        "listDependentTasks" => manage::list_dependents,
        "claimWork" => claims::claim_work,
        "claimTask" => claims::claim_task,
        "reclaimTask" => claims::reclaim,
        "reportCompleted" => reports::completed,
        "reportFailed" => |call| reports::resolve(call, "failed"),
        "reportException" => reports::exception,
        "tasks" => definitions,
        "statuses" => statuses,
        name => {
            let rooms = [
                artifacts::find,
                reading::find,
                groups::find,
                priorities::find,
                pools::find,
                workers::find,
            ];
            return rooms.iter().find_map(|find| find(name));
        }
    })
}

impl Queue {
    /// What is saved entry by entry.
    pub(super) fn books(&mut self) -> impl Iterator<Item = (&'static str, &mut dyn Saved)> {
        let books: [(&str, &mut dyn Saved); 2] = [
            ("queue.tasks", self.tasks.book()),
            ("queue.groups", &mut self.groups),
        ];
        books.into_iter().chain(self.workers.books())
    }

    fn task(&self, id: &str) -> Result<&Task, ApiError> {
        self.tasks.get(id).ok_or_else(|| {
            ApiError::not_found(format!(
                "Task `{id}` not found. Are you sure it was created?"
            ))
        })
    }

    /// The task that a handler has found by [`task`](Self::task) before.
    fn task_mut(&mut self, id: &str) -> Result<&mut Task, ApiError> {
        self.tasks
            .get_mut(id)
            .ok_or_else(|| ApiError::internal("a task has gone"))
    }
}

fn definition(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let task = existing(call, "has already been submitted")?;
    Ok(Outcome::Json(task.definition.clone()))
}

/// The definitions of several tasks; those that do not exist are left out.
fn definitions(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    batch(
        call,
        "tasks",
        |task| json!({ "taskId": task.id, "task": task.definition }),
    )
}

/// The statuses of several tasks; those that do not exist are left out.
fn statuses(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    batch(
        call,
        "statuses",
        |task| json!({ "taskId": task.id, "status": task.status() }),
    )
}

fn batch(call: &mut Call<'_>, name: &str, entry: fn(&Task) -> Value) -> Result<Outcome, ApiError> {
    let ids = task::texts(&call.payload, "taskIds");
    call.authorize(&Arguments::new().with("taskIds", ids.clone()))?;
    let mut seen = HashSet::new();
    let ids = ids.iter().filter(|id| seen.insert(*id));
    let page = call.page(ids.filter_map(|id| call.state.queue.tasks.get(id)))?;
    Ok(Outcome::Json(page.into_json(name, entry).into()))
}

fn status(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let task = existing(call, "exists")?;
    Ok(Outcome::Json(json!({ "status": task.status() })))
}

fn existing<'c>(call: &'c Call<'_>, doubt: &str) -> Result<&'c Task, ApiError> {
    let id = call.param("taskId");
    call.state.queue.tasks.get(&id).ok_or_else(|| {
        ApiError::not_found(format!(
            "`{id}` does not correspond to a task that exists.\nAre you sure this task {doubt}?"
        ))
    })
}

/// The run that a worker reports on: the task's and the run's ID, after checking that both exist
/// and that the caller may speak for the worker.
fn authorized_run(call: &mut Call<'_>) -> Result<(String, usize), ApiError> {
    let (task_id, run_id) = existing_run(call)?;
    authorize_run(call, &task_id, run_id)?;
    Ok((task_id, run_id))
}

/// The run of the path, if there is such a run.
fn existing_run(call: &Call<'_>) -> Result<(String, usize), ApiError> {
    let (task_id, run_id) = (call.param("taskId"), run_id(call));
    if run_id < call.state.queue.task(&task_id)?.runs.len() {
        return Ok((task_id, run_id));
    }
    Err(no_run(&task_id, run_id))
}

fn no_run(task_id: &str, run_id: usize) -> ApiError {
    ApiError::not_found(format!("Run {run_id} not found on task `{task_id}`."))
}

/// Checks that the caller may speak for the worker of a run that exists.
fn authorize_run(call: &mut Call<'_>, task_id: &str, run_id: usize) -> Result<(), ApiError> {
    let run = &call.state.queue.task(task_id)?.runs[run_id];
    let arguments = worker_arguments(task_id, run_id, run);
    call.authorize(&arguments)
}

fn worker_arguments(task_id: &str, run_id: usize, run: &task::Run) -> Arguments {
    let (worker_group, worker_id) = run.worker.clone().unwrap_or_default();
    Arguments::new()
        .with("taskId", task_id)
        .with("runId", run_id.to_string())
        .with("workerGroup", worker_group)
        .with("workerId", worker_id)
}

/// The run of the path. One that is too large for a number does not exist either.
fn run_id(call: &Call<'_>) -> usize {
    call.param("runId").parse().unwrap_or(usize::MAX)
}
