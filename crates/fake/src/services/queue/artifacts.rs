//! How artifacts are made.

use serde_json::{Map, Value, json};
use taskcluster_core::timestamp;
use time::{Duration, OffsetDateTime};

use super::artifact::{Artifact, Kind};
use super::messages::publish_with;
use super::task::{Run, texts};
use super::{Queue, objects, run_id, shown, uploads, worker_arguments};
use crate::http::errors::ApiError;
use crate::services::context::{Call, Outcome};
use crate::services::{Handler, text};

/// How long in the past an expiry may be, for clocks that are off.
const DRIFT: Duration = Duration::minutes(15);
/// How long after an exception artifacts are still taken.
const AFTER_EXCEPTION: Duration = Duration::minutes(25);

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "createArtifact" => create,
        "completeArtifact" => complete,
        "finishArtifact" => objects::finish,
        _ => return None,
    })
}

/// Whether artifacts are those of today's servers.
pub(super) fn is_todays(call: &Call<'_>) -> bool {
    call.apis.method("queue", "finishArtifact").is_some()
}

/// An artifact that is noted, whether it can be had or not.
pub(super) fn find_in<'q>(
    queue: &'q mut Queue,
    task_id: &str,
    run_id: usize,
    name: &str,
) -> Option<&'q mut Artifact> {
    let run = queue.tasks.get_mut(task_id)?.runs.get_mut(run_id)?;
    run.artifacts.get_mut(name)
}

fn create(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (task_id, run_id, name) = (call.param("taskId"), run_id(call), call.param("name"));
    let mut artifact = Artifact::read(&call.payload, is_todays(call))?;
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
    let todays = is_todays(call);
    if matches!(artifact.kind, Kind::Object { .. }) {
        return create_object(call, run_id, artifact);
    }
    let there = find_in(&mut call.state.queue, &task_id, run_id, &name);
    if let Some(there) = there.as_deref() {
        if todays {
            there.makes_room_for(&artifact)?;
            there.hand_on(&mut artifact);
        } else {
            there.gives_way_to(&artifact)?;
        }
        artifact.is_present = there.is_present;
    }
    let object = there.and_then(|there| there.object().map(str::to_owned));
    let answer = make_room(call, &mut artifact, object.as_deref());
    let is_told = artifact.is_present && artifact.object().is_none();
    let artifacts = &mut call.state.queue.task_mut(&task_id)?.runs[run_id].artifacts;
    artifacts.insert(name.clone(), artifact);
    if is_told {
        tell(call, &task_id, run_id, &name);
    }
    Ok(Outcome::Json(answer))
}

/// Begins the upload of an object. Whether it is uploaded twice, the object service says, which is asked
/// first.
fn create_object(
    call: &mut Call<'_>,
    run_id: usize,
    artifact: Artifact,
) -> Result<Outcome, ApiError> {
    let (task_id, name) = (call.param("taskId"), call.param("name"));
    let upload_id = artifact.upload_id().unwrap_or_default();
    let answer = objects::begin(call, run_id, upload_id, artifact.expires)?;
    if let Some(there) = find_in(&mut call.state.queue, &task_id, run_id, &name) {
        there.makes_room_for(&artifact)?;
    }
    let artifacts = &mut call.state.queue.task_mut(&task_id)?.runs[run_id].artifacts;
    artifacts.insert(name, artifact);
    Ok(Outcome::Json(answer))
}

/// Reserves an object for the content, if it is to have any and has none yet; returns what is
/// answered.
fn make_room(call: &mut Call<'_>, artifact: &mut Artifact, object: Option<&str>) -> Value {
    let expires = artifact.expires;
    match &mut artifact.kind {
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
        _ => json!({ "storageType": artifact.storage_type() }),
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
pub(super) fn tell(call: &mut Call<'_>, task_id: &str, run_id: usize, name: &str) {
    let task = call.state.queue.tasks.get(task_id);
    let run = task.and_then(|task| task.runs.get(run_id));
    let Some(artifact) = run.and_then(|run| run.artifacts.get(name)) else {
        return;
    };
    let mut told = artifact.json(name);
    if let Some(told) = told.as_object_mut() {
        // The schema of messages has no room for it.
        told.remove("contentLength");
    }
    let more = Map::from_iter([("artifact".to_owned(), told)]);
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
    let status = shown::text(&task.status());
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
