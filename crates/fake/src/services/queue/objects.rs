//! Artifacts that the object service has: the queue begins the upload, and says who may go on with
//! it, and who may have what was uploaded.

use serde_json::{Value, json};
use taskcluster_core::timestamp;
use time::{Duration, OffsetDateTime};

use super::artifact::Kind;
use super::artifacts::{self, tell};
use super::{run_id, text};
use crate::http::errors::ApiError;
use crate::http::types::Reply;
use crate::services::auth::{Issued, QUEUE_CLIENT};
use crate::services::context::{Call, Outcome};
use crate::services::object::Start;

/// How long credentials for an upload last at most.
const UPLOAD: Duration = Duration::hours(24);
/// How long credentials for a download last.
const DOWNLOAD: Duration = Duration::hours(1);

/// What an artifact is called in the object service.
pub(super) fn name(task_id: &str, run_id: usize, artifact: &str) -> String {
    format!("t/{task_id}/{run_id}/{artifact}")
}

/// Begins the upload, so that nobody else can; returns what is answered.
pub(super) fn begin(
    call: &mut Call<'_>,
    run_id: usize,
    upload_id: &str,
    expires: OffsetDateTime,
) -> Result<Value, ApiError> {
    let (task_id, artifact) = (call.param("taskId"), call.param("name"));
    let object = name(&task_id, run_id, &artifact);
    let task = call.state.queue.task(&task_id)?;
    let worker = task.runs.get(run_id).and_then(|run| run.worker.clone());
    let (worker_group, worker_id) = worker.unwrap_or_default();
    let project_id = match text(&task.definition, "projectId") {
        untold if untold.is_empty() => "none".to_owned(),
        told => told,
    };
    let start = Start {
        project_id: project_id.clone(),
        upload_id: upload_id.to_owned(),
        expires,
    };
    // The real queue has no word for what the object service refuses.
    let started = call.state.objects.start(&object, start, call.now);
    started.map_err(|refused| ApiError::internal(refused.message()))?;
    let wanted = Issued {
        issuer: QUEUE_CLIENT,
        name: &format!("artifact-upload/{task_id}/{run_id}/on/{worker_group}/{worker_id}"),
        scopes: vec![format!("object:upload:{project_id}:{object}")],
        until: expires.min(call.now + UPLOAD),
    };
    let credentials = call.state.clients.issue(wanted, call.now)?;
    Ok(json!({
        "storageType": "object",
        "name": object,
        "projectId": project_id,
        "uploadId": upload_id,
        "expires": timestamp::to_string(expires),
        "credentials": credentials,
    }))
}

/// What it takes to have what was uploaded.
pub(super) fn content(call: &Call<'_>, run_id: usize, artifact: &str) -> Result<Value, ApiError> {
    let task_id = call.param("taskId");
    let object = name(&task_id, run_id, artifact);
    let wanted = Issued {
        issuer: QUEUE_CLIENT,
        name: &format!("artifact-download/{task_id}/{run_id}/{artifact}"),
        scopes: vec![format!("object:download:{object}")],
        until: call.now + DOWNLOAD,
    };
    let credentials = call.state.clients.issue(wanted, call.now)?;
    Ok(json!({ "storageType": "object", "name": object, "credentials": credentials }))
}

/// Lets an artifact be had, once its object is finished.
pub(super) fn finish(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (task_id, run_id, artifact) = (call.param("taskId"), run_id(call), call.param("name"));
    let found = artifacts::find_in(&mut call.state.queue, &task_id, run_id, &artifact);
    let found = found.ok_or_else(|| {
        ApiError::not_found(format!(
            "Artifact with taskId `{task_id}`, runId {run_id}, name `{artifact}` not found"
        ))
    })?;
    let Kind::Object { upload_id } = &found.kind else {
        // The queue wants to say that this is an input error, and fails in saying it.
        return Err(ApiError::internal(
            "TypeError: res.resportError is not a function",
        ));
    };
    if !found.is_present {
        if *upload_id != text(&call.payload, "uploadId") {
            let message = "given uploadId does not match that for the artifact";
            return Err(ApiError::input(message));
        }
        if !call
            .state
            .objects
            .is_finished(&name(&task_id, run_id, &artifact))
        {
            let message = "Object storing artifact data does not exist";
            return Err(ApiError::input(message));
        }
        found.is_present = true;
    }
    tell(call, &task_id, run_id, &artifact);
    Ok(Outcome::Reply(Reply::empty(204)))
}
