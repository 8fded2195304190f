//! The object service: content by name, uploaded by a method that caller and server agree on.

mod objects;
mod uploads;

use serde_json::json;
use taskcluster_core::scopes::Arguments;
use taskcluster_core::timestamp;
use time::Duration;

use super::{Handler, text};
use crate::http::errors::{ApiError, Code};
use crate::http::types::Reply;
use crate::services::context::{Call, Outcome};
use crate::services::date;
use objects::Object;

pub(crate) use objects::{Objects, Start};

/// How long a caller of `getUrl` is told that it has to begin.
const BEGIN_WITHIN: Duration = Duration::minutes(1);
/// How long the URL is good, for clocks that are off.
const URL_LIFE: Duration = Duration::minutes(2);
/// How long the URL of a plain download is good.
const SIMPLE_LIFE: Duration = Duration::minutes(30);

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "createUpload" => create_upload,
        "finishUpload" => finish_upload,
        "startDownload" => start_download,
        "object" => metadata,
        "download" => download,
        _ => return None,
    })
}

/// Checks that the caller may upload the object for the project of the payload.
fn authorize(call: &mut Call<'_>) -> Result<(String, String), ApiError> {
    let (name, project_id) = (call.param("name"), text(&call.payload, "projectId"));
    let arguments = Arguments::new()
        .with("name", &name)
        .with("projectId", &project_id);
    call.authorize(&arguments)?;
    Ok((name, project_id))
}

fn create_upload(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (name, project_id) = authorize(call)?;
    let start = Start {
        project_id,
        upload_id: text(&call.payload, "uploadId"),
        expires: date(&call.payload, "expires")?,
    };
    call.state.objects.start(&name, start, call.now)?;
    call.state
        .objects
        .add_hashes(&name, &call.payload["hashes"])?;
    let method = uploads::agree(call, &name)?;
    let told = &call.payload;
    Ok(Outcome::Json(json!({
        "projectId": told["projectId"],
        "uploadId": told["uploadId"],
        "expires": told["expires"],
        "uploadMethod": method,
    })))
}

/// Makes an object of what has been uploaded, which can be had from here on.
fn finish_upload(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (name, project_id) = authorize(call)?;
    let upload_id = text(&call.payload, "uploadId");
    let objects = &mut call.state.objects;
    objects.finish(&name, &project_id, &upload_id, &call.payload["hashes"])?;
    Ok(Outcome::Reply(Reply::json(200, &json!({}))))
}

fn found<'c>(call: &'c Call<'_>) -> Result<&'c Object, ApiError> {
    call.state.objects.finished(&call.param("name"))
}

fn metadata(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let object = found(call)?;
    Ok(Outcome::Json(json!({
        "projectId": object.project_id,
        "expires": timestamp::to_string(object.expires),
        "hashes": object.hashes,
    })))
}

fn start_download(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let object = found(call)?;
    let accepted = &call.payload["acceptDownloadMethods"];
    if accepted.get("getUrl").is_some() {
        return Ok(Outcome::Json(json!({
            "method": "getUrl",
            "url": url(call, object, URL_LIFE),
            "expires": timestamp::to_string(call.now + BEGIN_WITHIN),
            "hashes": object.hashes,
        })));
    }
    if accepted.get("simple").is_some() {
        let url = url(call, object, SIMPLE_LIFE);
        return Ok(Outcome::Json(json!({ "method": "simple", "url": url })));
    }
    let message = "Object supports methods simple, getUrl";
    Err(ApiError::new(Code::NoMatchingMethod, message))
}

fn download(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let url = url(call, found(call)?, SIMPLE_LIFE);
    Ok(Outcome::Reply(Reply::see_other(&url)))
}

/// The URL by which an object can be had for some time by a client that knows nothing but HTTP;
/// none where there is no such object.
pub(super) fn simple_url(call: &Call<'_>, name: &str) -> Option<String> {
    let object = call.state.objects.finished(name).ok()?;
    Some(url(call, object, SIMPLE_LIFE))
}

/// What was uploaded of an object is signed for, since names of objects are easily guessed.
fn url(call: &Call<'_>, object: &Object, life: Duration) -> String {
    let content = object.content.as_deref().unwrap_or_default();
    let storage = &call.state.storage;
    call.root_url() + &storage.download_path(content, call.now + life)
}
