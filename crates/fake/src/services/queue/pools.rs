//! What waits for the workers of a pool, and what they have.

use serde_json::{Value, json};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use super::Queue;
use super::task::{Run, Task, texts};
use super::tasks::Stage;
use crate::http::errors::ApiError;
use crate::http::paging::Page;
use crate::services::Handler;
use crate::services::context::{Call, Outcome};

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "pendingTasks" => pending,
        "taskQueueCounts" => counts,
        "taskQueueCountsBatch" => counts_batch,
        "listPendingTasks" => list_pending,
        "listClaimedTasks" => list_claimed,
        _ => return None,
    })
}

/// The last run of a task that is not resolved, with its number.
type Current<'q> = (&'q Task, usize, &'q Run);

impl Queue {
    fn counts(&mut self, pool: [&str; 2]) -> Value {
        json!({
            "taskQueueId": pool.join("/"),
            "provisionerId": pool[0],
            "workerType": pool[1],
            "pendingTasks": self.tasks.count(pool, Stage::Pending),
            "claimedTasks": self.tasks.count(pool, Stage::Running),
        })
    }
}

/// The pool of the path.
fn pool(call: &Call<'_>) -> [String; 2] {
    ["provisionerId", "workerType"].map(|name| call.param(name))
}

fn pending(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let [provisioner_id, worker_type] = &pool(call);
    let mut counts = call.state.queue.counts([provisioner_id, worker_type]);
    if let Some(counts) = counts.as_object_mut() {
        counts.remove("claimedTasks");
    }
    Ok(Outcome::Json(counts))
}

fn counts(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let [provisioner_id, worker_type] = &pool(call);
    let counts = call.state.queue.counts([provisioner_id, worker_type]);
    Ok(Outcome::Json(counts))
}

fn counts_batch(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let ids = texts(&call.payload, "taskQueueIds");
    call.authorize(&Arguments::new().with("taskQueueIds", ids.clone()))?;
    let counts = |id: &String| {
        let (provisioner_id, worker_type) = id.split_once('/').unwrap_or((id, ""));
        call.state.queue.counts([provisioner_id, worker_type])
    };
    let counts: Value = ids.iter().map(counts).collect();
    Ok(Outcome::Json(json!({ "taskQueueCounts": counts })))
}

/// A page of the runs of the path's pool that are in a state, in the order of these numbers.
fn list<K: Ord>(
    call: &mut Call<'_>,
    stage: Stage,
    order: impl Fn(&Run) -> K,
    entry: impl Fn(Current<'_>) -> Value,
) -> Result<Outcome, ApiError> {
    let [provisioner_id, worker_type] = &pool(call);
    let line = (call.state.queue.tasks).line([provisioner_id, worker_type], stage);
    let mut runs: Vec<Current<'_>> = line.collect();
    runs.sort_by_key(|(_, _, run)| order(run));
    let page = Page::by_entry(runs, &call.query, call.settings.page_size);
    Ok(Outcome::Json(page.into_json("tasks", entry).into()))
}

fn list_pending(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let entry = |(task, run_id, run): Current<'_>| {
        json!({
            "taskId": task.id,
            "runId": run_id,
            "task": task.definition,
            "inserted": timestamp::to_string(run.scheduled),
        })
    };
    list(call, Stage::Pending, |run| run.turn, entry)
}

fn list_claimed(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let entry = |(task, run_id, run): Current<'_>| {
        let claim = run.claim.as_ref();
        let worker = claim.map(|claim| &claim.worker).or(run.worker.as_ref());
        let (worker_group, worker_id) = worker.cloned().unwrap_or_default();
        json!({
            "taskId": task.id,
            "runId": run_id,
            "workerGroup": worker_group,
            "workerId": worker_id,
            "claimed": claimed(run).and_then(timestamp::to_string),
            "task": task.definition,
        })
    };
    list(call, Stage::Running, |run| (claimed(run), run.turn), entry)
}

/// When a run was last claimed.
fn claimed(run: &Run) -> Option<OffsetDateTime> {
    run.claim.as_ref().map(|claim| claim.at).or(run.started)
}
