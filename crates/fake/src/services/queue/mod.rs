//! The queue: tasks from their creation to their end, their artifacts, and who works on them.

mod artifact;
mod artifacts;
mod claims;
mod create;
mod life;
mod manage;
mod messages;
mod objects;
mod reading;
mod reports;
mod task;
mod timeouts;
mod uploads;
mod workers;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::json;
use taskcluster_core::scopes::Arguments;
use taskcluster_core::timestamp;

use super::{Handler, text};
use crate::http::errors::ApiError;
use crate::services::context::{Call, Outcome};
use task::Task;
use timeouts::Agenda;
use workers::Workers;

pub(super) use create::submit;
pub(crate) use timeouts::{catch_up, forget_expired};

/// All tasks and what belongs to them.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(crate) struct Queue {
    tasks: HashMap<String, Task>,
    groups: HashMap<String, Group>,
    /// The tasks that depend on a task, in the order in which they were created.
    dependents: BTreeMap<String, Vec<String>>,
    /// The tasks that are not resolved.
    open: BTreeSet<String>,
    #[serde(skip)]
    agenda: Agenda,
    /// How many runs were ever made pending: the order in which workers get them.
    scheduled: u64,
    workers: Workers,
}

#[derive(Debug, Deserialize, Serialize)]
struct Group {
    scheduler_id: String,
    /// In the order in which they were created.
    task_ids: Vec<String>,
    /// The tasks that have not been resolved yet.
    active: BTreeSet<String>,
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
        "listTaskGroup" => manage::list_group,
        "listDependentTasks" => manage::list_dependents,
        "claimWork" => claims::claim_work,
        "claimTask" => claims::claim_task,
        "pendingTasks" => workers::pending_tasks,
        "reclaimTask" => claims::reclaim,
        "reportCompleted" => |call| reports::resolve(call, "completed"),
        "reportFailed" => |call| reports::resolve(call, "failed"),
        "reportException" => reports::exception,
        name => {
            let found = artifacts::find(name).or_else(|| reading::find(name));
            return found.or_else(|| workers::find(name));
        }
    })
}

impl Queue {
    fn task(&self, id: &str) -> Result<&Task, ApiError> {
        self.tasks.get(id).ok_or_else(|| {
            ApiError::not_found(format!(
                "Task `{id}` not found. Are you sure it was created?"
            ))
        })
    }

    /// When a group is forgotten: with the last of its tasks.
    fn expires_at(&self, group: &Group) -> Option<String> {
        let tasks = group.task_ids.iter().filter_map(|id| self.tasks.get(id));
        let last = tasks.map(|task| task.expires).max()?;
        timestamp::to_string(last)
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
    let (task_id, run_id) = (call.param("taskId"), run_id(call));
    let run = call
        .state
        .queue
        .task(&task_id)?
        .runs
        .get(run_id)
        .ok_or_else(|| {
            ApiError::not_found(format!("Run {run_id} not found on task `{task_id}`."))
        })?;
    let arguments = worker_arguments(&task_id, run_id, run);
    call.authorize(&arguments)?;
    Ok((task_id, run_id))
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
