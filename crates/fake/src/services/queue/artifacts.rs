//! Artifacts that need no storage: references to other places, and errors.

use std::ops::Bound;

use serde_json::{Value, json};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::timestamp;
use time::{Duration, OffsetDateTime};

use super::task::Run;
use super::{Queue, run_id, text, worker_arguments};
use crate::call::{Call, Outcome};
use crate::errors::{ApiError, Code};
use crate::http_types::Reply;
use crate::services::{Handler, date};

/// How long in the past an expiry may be, for clocks that are off.
const DRIFT: Duration = Duration::minutes(15);
/// How long after an exception artifacts are still taken.
const AFTER_EXCEPTION: Duration = Duration::minutes(25);

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Artifact {
    content_type: String,
    expires: OffsetDateTime,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Reference { url: String },
    Error { reason: String, message: String },
}

impl Artifact {
    fn storage_type(&self) -> &'static str {
        match self.kind {
            Kind::Reference { .. } => "reference",
            Kind::Error { .. } => "error",
        }
    }

    fn read(payload: &Value) -> Result<Self, ApiError> {
        let kind = match payload["storageType"].as_str() {
            Some("reference") => Kind::Reference {
                url: text(payload, "url"),
            },
            Some("error") => Kind::Error {
                reason: text(payload, "reason"),
                message: text(payload, "message"),
            },
            other => {
                let other = other.unwrap_or_default();
                return Err(ApiError::new(
                    Code::NotImplemented,
                    format!("the fake Taskcluster does not store artifacts of type {other:?} yet"),
                ));
            }
        };
        let content_type = payload["contentType"]
            .as_str()
            .unwrap_or("application/json");
        let expires = date(payload, "expires")?;
        Ok(Self {
            content_type: content_type.to_owned(),
            expires,
            kind,
        })
    }

    /// Whether another artifact may take this one's place.
    fn gives_way_to(&self, other: &Self) -> Result<(), ApiError> {
        let what = if self.storage_type() != other.storage_type()
            || self.content_type != other.content_type
            || self.expires > other.expires
        {
            "type or later expiration"
        } else if matches!(self.kind, Kind::Error { .. }) && self.kind != other.kind {
            "contentType or error message"
        } else {
            return Ok(());
        };
        let existing = json!({
            "storageType": self.storage_type(),
            "contentType": self.content_type,
            "expires": timestamp::to_string(self.expires),
        });
        let existing = serde_json::to_string_pretty(&existing).unwrap_or_default();
        Err(ApiError::conflict(format!(
            "Artifact already exists, with different {what}\n\nExisting artifact information: \
             {existing}"
        )))
    }
}

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "createArtifact" => create,
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
    let artifact = Artifact::read(&call.payload);
    if date(&call.payload, "expires")? < call.now - DRIFT {
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
    let artifact = artifact?;
    check_time(call, &task_id, run_id, &artifact)?;
    let storage_type = artifact.storage_type();
    let artifacts = &mut call.state.queue.artifacts;
    let key = (task_id, run_id, name);
    if let Some(there) = artifacts.get(&key) {
        there.gives_way_to(&artifact)?;
    }
    artifacts.insert(key, artifact);
    Ok(Outcome::Json(json!({ "storageType": storage_type })))
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
    let artifact = call
        .state
        .queue
        .artifacts
        .get(&(call.param("taskId"), run_id, name));
    let artifact = artifact.filter(|artifact| artifact.expires > call.now);
    let artifact = artifact.ok_or_else(|| ApiError::not_found("Artifact not found"))?;
    let reply = match &artifact.kind {
        Kind::Reference { url } => {
            let body = json!({ "storageType": "reference", "url": url });
            Reply::json(303, &body).with_header("location", url)
        }
        Kind::Error { reason, message } => {
            Reply::json(424, &json!({ "reason": reason, "message": message }))
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
    if task.runs.get(run_id).is_none() {
        let message = match run_id {
            usize::MAX => format!("Task {task_id} doesn't have any runs"),
            run_id => format!("Task with taskId: {task_id} run with runId: {run_id}\nfound"),
        };
        return Err(ApiError::not_found(message));
    }
    let page = call.page(queue.artifacts_of(&task_id, run_id, call.now))?;
    let entry = |(name, artifact): (&String, &Artifact)| {
        json!({
            "storageType": artifact.storage_type(),
            "name": name,
            "expires": timestamp::to_string(artifact.expires),
            "contentType": artifact.content_type,
        })
    };
    Ok(Outcome::Json(page.into_json("artifacts", entry).into()))
}

impl Queue {
    /// A run's artifacts by name.
    fn artifacts_of<'q>(
        &'q self,
        task_id: &'q str,
        run_id: usize,
        now: OffsetDateTime,
    ) -> impl Iterator<Item = (&'q String, &'q Artifact)> {
        let first = (task_id.to_owned(), run_id, String::new());
        let range = self
            .artifacts
            .range((Bound::Included(first), Bound::Unbounded));
        range
            .take_while(move |((task, run, _), _)| task == task_id && *run == run_id)
            .filter(move |(_, artifact)| artifact.expires > now)
            .map(|((_, _, name), artifact)| (name, artifact))
    }
}
