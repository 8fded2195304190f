//! How artifacts are found and had.

use serde_json::{Value, json};
use taskcluster_core::scopes::Arguments;
use time::Duration;

use super::artifact::{Artifact, Kind};
use super::artifacts::{self, is_todays};
use super::seen::latest;
use super::{objects, run_id};
use crate::http::errors::{ApiError, Code};
use crate::http::paging::Page;
use crate::http::types::Reply;
use crate::services::context::{Call, Outcome};
use crate::services::{Handler, object};

/// How long what is not public can be read by the URL that is answered.
const SIGNED: Duration = Duration::minutes(30);

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "getArtifact" => |call| get(call, Run::Given),
        "getLatestArtifact" => |call| get(call, Run::Latest),
        "artifact" => |call| content(call, Run::Given),
        "latestArtifact" => |call| content(call, Run::Latest),
        "artifactInfo" => |call| info(call, Run::Given),
        "latestArtifactInfo" => |call| info(call, Run::Latest),
        "listArtifacts" => |call| list(call, Run::Given),
        "listLatestArtifacts" => |call| list(call, Run::Latest),
        _ => return None,
    })
}

/// Of which run of the task artifacts are asked for.
#[derive(Clone, Copy)]
enum Run {
    Given,
    Latest,
}

impl Run {
    fn id(self, call: &Call<'_>) -> Result<usize, ApiError> {
        if let Self::Given = self {
            return Ok(run_id(call));
        }
        let task = call.state.queue.tasks.get(&call.param("taskId"));
        let task = task.ok_or_else(|| ApiError::not_found("Task not found"))?;
        let latest = task.runs.len().checked_sub(1);
        latest.ok_or_else(|| ApiError::not_found("Task doesn't have any runs"))
    }
}

/// Checks that the caller may have all of the artifacts, each of which links to the next.
fn authorize(call: &mut Call<'_>, names: &[String]) -> Result<(), ApiError> {
    let private = names.iter().any(|name| !name.starts_with("public/"));
    call.authorize(
        &Arguments::new()
            .with("private", private)
            .with("name", call.param("name"))
            .with("names", names.to_vec()),
    )
}

/// The artifact that is asked for, or the one that links lead to from it, with its name and run.
fn follow(call: &mut Call<'_>, run: Run) -> Result<(usize, String, Artifact), ApiError> {
    let mut names = vec![call.param("name")];
    authorize(call, &names)?;
    let run_id = run.id(call)?;
    loop {
        let name = names[names.len() - 1].clone();
        let artifact = look_up(call, run_id, &name)?;
        if artifact.expires < call.now {
            return Err(if is_todays(call) {
                ApiError::new(Code::ResourceExpired, "Artifact expired")
            } else {
                not_found()
            });
        }
        let Kind::Link { artifact: target } = &artifact.kind else {
            return Ok((run_id, name, artifact));
        };
        if names.contains(target) {
            return Err(ApiError::input("Artifact leads to a link cycle"));
        }
        names.push(target.clone());
        authorize(call, &names)?;
    }
}

/// An artifact that is present.
fn look_up(call: &mut Call<'_>, run_id: usize, name: &str) -> Result<Artifact, ApiError> {
    let task_id = call.param("taskId");
    let artifact = artifacts::find_in(&mut call.state.queue, &task_id, run_id, name);
    let artifact = artifact.filter(|artifact| artifact.is_present);
    artifact.cloned().ok_or_else(not_found)
}

fn not_found() -> ApiError {
    ApiError::not_found("Artifact not found")
}

/// Where anybody can have an artifact of a task's last run, if it has a URL: objects have none.
pub(in crate::services) fn latest_url(
    call: &Call<'_>,
    task_id: &str,
    name: &str,
) -> Option<String> {
    match &latest(call, task_id, name)?.artifact.kind {
        Kind::Reference { url } => Some(url.clone()),
        Kind::Stored { object, .. } | Kind::Blob { object, .. } => Some(stored_url(call, object)),
        _ => None,
    }
}

/// The URL of content that the queue itself stores.
fn stored_url(call: &Call<'_>, content: &str) -> String {
    let path = call.state.storage.download_path(content, call.now + SIGNED);
    call.root_url() + &path
}

fn get(call: &mut Call<'_>, run: Run) -> Result<Outcome, ApiError> {
    let (run_id, name, artifact) = follow(call, run)?;
    let url = match &artifact.kind {
        Kind::Reference { url } => url.clone(),
        Kind::Stored { object, .. } | Kind::Blob { object, .. } => stored_url(call, object),
        Kind::Object { .. } => {
            let object = objects::name(&call.param("taskId"), run_id, &name);
            let url = object::simple_url(call, &object);
            url.ok_or_else(|| ApiError::not_found("Object does not exist."))?
        }
        Kind::Error { reason, message } => {
            let reply = Reply::json(424, &json!({ "reason": reason, "message": message }));
            return Ok(Outcome::Reply(with_type(reply, &artifact)));
        }
        Kind::Link { .. } => return Err(ApiError::internal("a link was not followed")),
    };
    let body = json!({ "storageType": artifact.storage_type(), "url": url });
    let mut reply = Reply::json(303, &body).with_header("location", &url);
    if let Kind::Blob { announced, .. } = &artifact.kind {
        reply = with_measures(reply, announced);
    }
    Ok(Outcome::Reply(with_type(reply, &artifact)))
}

/// What a client checks a blob by: size and hash of the content, and of the form in which it is stored.
fn with_measures(mut reply: Reply, announced: &Value) -> Reply {
    let text = |name: &str| announced[name].as_str().map(str::to_owned);
    let number = |name: &str| announced[name].as_u64().map(|it| it.to_string());
    let encoding = text("contentEncoding").unwrap_or_else(|| "identity".to_owned());
    for (name, value) in [
        ("content-sha256", text("contentSha256")),
        ("content-length", number("contentLength")),
        (
            "transfer-sha256",
            text("transferSha256").or_else(|| text("contentSha256")),
        ),
        (
            "transfer-length",
            number("transferLength").or_else(|| number("contentLength")),
        ),
        ("content-encoding", Some(encoding)),
        ("content-type", text("contentType")),
    ] {
        let name = format!("x-taskcluster-location-{name}");
        reply = reply.with_header(&name, &value.unwrap_or_default());
    }
    reply
}

fn with_type(reply: Reply, artifact: &Artifact) -> Reply {
    reply.with_header(
        "x-taskcluster-artifact-storage-type",
        artifact.storage_type(),
    )
}

/// What the content is, or how it can be had.
fn content(call: &mut Call<'_>, run: Run) -> Result<Outcome, ApiError> {
    // Here, unlike where the artifact itself is asked for, it is first seen whether there is a run.
    run.id(call)?;
    let (run_id, name, artifact) = follow(call, run)?;
    let mut content = match &artifact.kind {
        Kind::Reference { url } => json!({ "url": url }),
        Kind::Stored { object, .. } | Kind::Blob { object, .. } => {
            json!({ "url": stored_url(call, object) })
        }
        Kind::Object { .. } => objects::content(call, run_id, &name)?,
        Kind::Error { reason, message } => json!({ "reason": reason, "message": message }),
        Kind::Link { .. } => return Err(ApiError::internal("a link was not followed")),
    };
    content["storageType"] = artifact.storage_type().into();
    Ok(Outcome::Json(content))
}

/// What the artifact is, without its content. Links are not followed.
fn info(call: &mut Call<'_>, run: Run) -> Result<Outcome, ApiError> {
    let (run_id, name) = (run.id(call)?, call.param("name"));
    let artifact = look_up(call, run_id, &name)?;
    Ok(Outcome::Json(artifact.json(&name)))
}

fn list(call: &mut Call<'_>, run: Run) -> Result<Outcome, ApiError> {
    let (task_id, todays) = (call.param("taskId"), is_todays(call));
    let Some(task) = call.state.queue.tasks.get(&task_id) else {
        return Err(ApiError::not_found(if todays {
            "Task not found".to_owned()
        } else {
            format!("No task with taskId: `{task_id}` found")
        }));
    };
    let latest = Run::Latest.id(call)?;
    let run_id = run.id(call)?;
    let run = task.runs.get(run_id).filter(|_| run_id <= latest);
    let run = run.ok_or_else(|| {
        let message = format!("Task with taskId: `{task_id}` has no run with runId: {run_id}");
        ApiError::not_found(message)
    })?;
    // Today's servers list whatever is noted, also what has yet to be uploaded.
    let is_listed = |(_, artifact): &(&String, &Artifact)| todays || artifact.is_there(call.now);
    let listed = run.artifacts.iter().filter(is_listed);
    // Of all lists, this one alone has tokens that name an entry today.
    let page = match todays {
        true => Page::by_entry(listed, &call.query, call.settings.page_size),
        false => call.page(listed)?,
    };
    let entry = |(name, artifact): (&String, &Artifact)| -> Value { artifact.json(name) };
    Ok(Outcome::Json(page.into_json("artifacts", entry).into()))
}
