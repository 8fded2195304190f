//! The queue: tasks from their creation to their end, and their artifacts.

mod artifacts;
mod claims;
mod create;
mod reports;
mod task;

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};
use taskcluster_core::scopes::Arguments;

use super::Handler;
use crate::call::{Call, Outcome};
use crate::errors::ApiError;
use artifacts::Artifact;
use task::Task;

/// All tasks and what belongs to them.
#[derive(Debug, Default)]
pub(crate) struct Queue {
    tasks: HashMap<String, Task>,
    groups: HashMap<String, Group>,
    artifacts: BTreeMap<ArtifactKey, Artifact>,
    /// How many runs were ever made pending: the order in which workers get them.
    scheduled: u64,
}

/// Task, run and name.
type ArtifactKey = (String, usize, String);

#[derive(Debug)]
struct Group {
    scheduler_id: String,
    /// In the order in which they were created.
    task_ids: Vec<String>,
}

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "createTask" => create::create,
        "task" => definition,
        "status" => status,
        "listTaskGroup" => list_group,
        "claimWork" => claims::claim_work,
        "reclaimTask" => claims::reclaim,
        "reportCompleted" => |call| reports::resolve(call, "completed"),
        "reportFailed" => |call| reports::resolve(call, "failed"),
        "reportException" => reports::exception,
        name => return artifacts::find(name),
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

fn list_group(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("taskGroupId");
    let queue = &call.state.queue;
    let group = queue
        .groups
        .get(&id)
        .ok_or_else(|| ApiError::not_found(format!("No task-group with taskGroupId: `{id}`")))?;
    let members = group.task_ids.iter().filter_map(|id| queue.tasks.get(id));
    let page = call.page(members)?;
    let entry = |task: &Task| json!({ "status": task.status(), "task": task.definition });
    let mut answer = page.into_json("tasks", entry);
    answer.insert("taskGroupId".to_owned(), id.into());
    Ok(Outcome::Json(answer.into()))
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

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}
