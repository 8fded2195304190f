//! How artifacts are made and had.

use serde_json::{Map, Value, json};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::timestamp;
use time::{Duration, OffsetDateTime};

use super::artifact::{Artifact, Kind};
use super::messages::publish_with;
use super::task::{Run, texts};
use super::{run_id, uploads, worker_arguments};
use crate::http::errors::ApiError;
use crate::http::types::Reply;
use crate::services::context::{Call, Outcome};
use crate::services::{Handler, text};

/// How long in the past an expiry may be, for clocks that are off.
const DRIFT: Duration = Duration::minutes(15);
/// How long what is not public can be read by the URL that is answered.
const SIGNED: Duration = Duration::minutes(30);
/// How long after an exception artifacts are still taken.
const AFTER_EXCEPTION: Duration = Duration::minutes(25);

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "createArtifact" => create,
        "completeArtifact" => complete,
        "getArtifact" => |call| get(call, run_id(call)),
        "getLatestArtifact" => |call| get(call, latest_run(call)),
        "listArtifacts" => |call| list(call, run_id(call)),
        "listLatestArtifacts" => |call| list(call, latest_run(call)),
        _ => return None,
    })
}

/// The task's last run; some run that does not exist, where there is none.
fn latest_run(call: &Call<'_>) -> usize {
    let task = call.state.queue.tasks.get(&call.param("taskId"));
    task.and_then(|task| task.runs.len().checked_sub(1))
        .unwrap_or(usize::MAX)
}

fn create(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (task_id, run_id, name) = (call.param("taskId"), run_id(call), call.param("name"));
    let mut artifact = Artifact::read(&call.payload)?;
    if artifact.expires < call.now - DRIFT {
        return Err(ApiError::input("Expires must be in the future"));
    }
    let task = call.state.queue.tasks.get(&task_id);
    let task = task.ok_or_else(|| ApiError::input("Task not found"))?;
    let run = task
        .runs
        .get(run_id)
        .ok_or_else(|| ApiError::input("Run not found"))?;
    if run.worker.is_none() {
        return Err(ApiError::input(
            "Run was not claimed by a worker and so no artifacts can exist",
        ));
    }
    let arguments = worker_arguments(&task_id, run_id, run).with("name", &name);
    call.authorize(&arguments)?;
    check_time(call, &task_id, run_id, &artifact)?;
    let run = &call.state.queue.task(&task_id)?.runs[run_id];
    let there = run.artifacts.get(&name);
    if let Some(there) = there {
        there.gives_way_to(&artifact)?;
        artifact.is_present = there.is_present;
    }
    let object = there.and_then(Artifact::object).map(str::to_owned);
    let answer = make_room(call, &mut artifact, object);
    let is_told = artifact.object().is_none();
    let artifacts = &mut call.state.queue.task_mut(&task_id)?.runs[run_id].artifacts;
    artifacts.insert(name.clone(), artifact);
    if is_told {
        tell(call, &task_id, run_id, &name);
    }
    Ok(Outcome::Json(answer))
}

/// Reserves an object for the content, if it is to have any and has none yet; returns what is
/// answered.
fn make_room(call: &mut Call<'_>, artifact: &mut Artifact, object: Option<String>) -> Value {
    let expires = artifact.expires;
    match &mut artifact.kind {
        Kind::Reference { .. } | Kind::Error { .. } => {
            json!({ "storageType": artifact.storage_type() })
        }
        Kind::Stored { object: own, .. } => {
            *own = uploads::reserve(call, expires, object, &[]);
            uploads::put_url(call, own)
        }
        Kind::Blob {
            announced,
            object: own,
        } => {
            let parts = uploads::parts(announced);
            *own = uploads::reserve(call, expires, object, &parts);
            uploads::requests(call, own, announced, &parts)
        }
    }
}

/// Makes an artifact of a blob that has been uploaded.
fn complete(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (task_id, run_id, name) = (call.param("taskId"), run_id(call), call.param("name"));
    let run = call.state.queue.task(&task_id)?.runs.get(run_id);
    let run = run.ok_or_else(|| ApiError::input("Run not found"))?;
    let arguments = worker_arguments(&task_id, run_id, run).with("name", &name);
    call.authorize(&arguments)?;
    let artifacts = &call.state.queue.task(&task_id)?.runs[run_id].artifacts;
    let artifact = artifacts.get(&name);
    let artifact = artifact.ok_or_else(|| ApiError::not_found("Artifact not found"))?;
    let Kind::Blob { object, .. } = &artifact.kind else {
        return Err(ApiError::input("Only blob artifacts can be completed"));
    };
    let (object, etags) = (object.clone(), texts(&call.payload, "etags"));
    let storage = &mut call.state.storage;
    storage
        .complete(&object, &etags)
        .map_err(|problem| ApiError::input(format!("Artifact is not complete: {problem}")))?;
    let artifacts = &mut call.state.queue.task_mut(&task_id)?.runs[run_id].artifacts;
    if let Some(artifact) = artifacts.get_mut(&name) {
        artifact.is_present = true;
    }
    tell(call, &task_id, run_id, &name);
    Ok(Outcome::Json(json!({})))
}

/// Publishes that there is an artifact.
fn tell(call: &mut Call<'_>, task_id: &str, run_id: usize, name: &str) {
    let task = call.state.queue.tasks.get(task_id);
    let run = task.and_then(|task| task.runs.get(run_id));
    let Some(artifact) = run.and_then(|run| run.artifacts.get(name)) else {
        return;
    };
    let more = Map::from_iter([("artifact".to_owned(), artifact.json(name))]);
    publish_with(call.state, "artifactCreated", task_id, Some(run_id), more);
}

/// Whether the run can have an artifact now, and for so long.
fn check_time(
    call: &Call<'_>,
    task_id: &str,
    run_id: usize,
    artifact: &Artifact,
) -> Result<(), ApiError> {
    let task = call.state.queue.task(task_id)?;
    if artifact.expires > task.expires {
        let (expires, task_expires) = (
            timestamp::to_string(artifact.expires),
            text(&task.definition, "expires"),
        );
        return Err(ApiError::input(format!(
            "Artifact expires ({}) after the task expiration {task_expires} (task.expires < \
             expires) - this is not allowed, artifacts may not expire after the task they belong \
             to expires",
            expires.unwrap_or_default()
        )));
    }
    if task
        .runs
        .get(run_id)
        .is_some_and(|run| takes_artifacts(run, call.now))
    {
        return Ok(());
    }
    let status = serde_json::to_string_pretty(&task.status()).unwrap_or_default();
    Err(ApiError::conflict(format!(
        "Artifacts cannot be created for a task after it is resolved, unless it is resolved \
         'exception', and even in this case only up to 25 min past resolution.This to ensure that \
         artifacts have been uploaded before a task is 'completed' and output is consumed by a \
         dependent task\n\nTask status: {status}"
    )))
}

fn takes_artifacts(run: &Run, now: OffsetDateTime) -> bool {
    let just_resolved = run
        .resolved
        .is_some_and(|resolved| resolved > now - AFTER_EXCEPTION);
    run.state == "running" || (run.state == "exception" && just_resolved)
}

fn get(call: &mut Call<'_>, run_id: usize) -> Result<Outcome, ApiError> {
    let name = call.param("name");
    let private = !name.starts_with("public/");
    call.authorize(
        &Arguments::new()
            .with("private", private)
            .with("name", &name),
    )?;
    let task = call.state.queue.tasks.get(&call.param("taskId"));
    let run = task.and_then(|task| task.runs.get(run_id));
    let artifact = run.and_then(|run| run.artifacts.get(&name));
    let artifact = artifact.filter(|artifact| artifact.is_there(call.now));
    let artifact = artifact.ok_or_else(|| ApiError::not_found("Artifact not found"))?;
    let reply = match &artifact.kind {
        Kind::Reference { url } => {
            let body = json!({ "storageType": "reference", "url": url });
            Reply::json(303, &body).with_header("location", url)
        }
        Kind::Error { reason, message } => {
            Reply::json(424, &json!({ "reason": reason, "message": message }))
        }
        Kind::Stored { object, .. } | Kind::Blob { object, .. } => {
            let path = call.state.storage.download_path(object, call.now + SIGNED);
            let url = call.root_url() + &path;
            let body = json!({ "storageType": artifact.storage_type(), "url": url });
            Reply::json(303, &body).with_header("location", &url)
        }
    };
    let storage_type = artifact.storage_type();
    Ok(Outcome::Reply(reply.with_header(
        "x-taskcluster-artifact-storage-type",
        storage_type,
    )))
}

fn list(call: &mut Call<'_>, run_id: usize) -> Result<Outcome, ApiError> {
    let task_id = call.param("taskId");
    let queue = &call.state.queue;
    let task = queue
        .tasks
        .get(&task_id)
        .ok_or_else(|| ApiError::not_found(format!("No task with taskId: {task_id} found")))?;
    let Some(run) = task.runs.get(run_id) else {
        let message = match run_id {
            usize::MAX => format!("Task {task_id} doesn't have any runs"),
            run_id => format!("Task with taskId: {task_id} run with runId: {run_id}\nfound"),
        };
        return Err(ApiError::not_found(message));
    };
    let there = |(_, artifact): &(&String, &Artifact)| artifact.is_there(call.now);
    let page = call.page(run.artifacts.iter().filter(there))?;
    let entry = |(name, artifact): (&String, &Artifact)| artifact.json(name);
    Ok(Outcome::Json(page.into_json("artifacts", entry).into()))
}
