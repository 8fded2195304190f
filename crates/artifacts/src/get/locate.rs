//! Where the content of an artifact is: what Taskcluster is asked, in either era.

use taskcluster_core::Credentials;
use taskcluster_object::Object;
use taskcluster_object::types::{
    AcceptedDownloadMethods, DownloadObjectRequest, DownloadObjectResponse,
};
use taskcluster_queue::Queue;
use taskcluster_queue::types::{ArtifactContentResponse, ObjectContent};

use super::Get;
use crate::caller::is_unknown_method;
use crate::colour::Colour;
use crate::content::place::{Place, StorageType, admit};
use crate::error::{Error, NoContent, Result};
use crate::subject::task_id;

pub(crate) async fn locate<C: Colour>(get: &Get<C>, client: &C) -> Result<Place> {
    let task_id = task_id(&get.subject, client).await?;
    let place = if get.caller.is_classic() {
        by_redirect(get, client, &task_id).await?
    } else {
        match by_content(get, client, &task_id).await {
            Err(Error::Call(e)) if is_unknown_method(&e) => {
                let place = by_redirect(get, client, &task_id).await?;
                get.caller.remember_classic();
                place
            }
            other => other?,
        }
    };
    let root = client.session().root_url().to_string();
    admit(&place, &root, get.only_stored)?;
    Ok(place)
}

/// Servers of today say where content is, with its hashes where they know them.
async fn by_content<C: Colour>(get: &Get<C>, client: &C, task_id: &str) -> Result<Place> {
    let queue = Queue::new(client);
    let content = match get.run {
        Some(run) => C::send(queue.artifact(task_id, run, &get.name)).await?,
        None => C::send(queue.latest_artifact(task_id, &get.name)).await?,
    };
    match content {
        ArtifactContentResponse::S3(content) => Ok(Place::new(StorageType::S3, content.url)),
        ArtifactContentResponse::Reference(content) => {
            Ok(Place::new(StorageType::Reference, content.url))
        }
        ArtifactContentResponse::Object(content) => of_object(client, &content).await,
        ArtifactContentResponse::Error(error) => Err(Error::NoContent(NoContent {
            reason: error.reason,
            message: error.message,
        })),
        _ => Err(Error::refused(
            "the artifact is of a storage type that this version does not know",
        )),
    }
}

/// The object service gives the URL, to the credentials that came with the answer and to no others.
async fn of_object<C: Colour>(client: &C, content: &ObjectContent) -> Result<Place> {
    let credentials = Credentials::try_from(&content.credentials);
    let client = client.with(credentials.map_err(taskcluster_core::Error::from)?)?;
    let methods = AcceptedDownloadMethods::new().get_url(true).simple(true);
    let name = &content.name;
    let call = Object::new(&client).start_download(name, &DownloadObjectRequest::new(methods));
    // The scopes that the caller's own client is limited to are others.
    let call = call.authorized_scopes([format!("object:download:{name}")]);
    match C::send(call).await? {
        DownloadObjectResponse::Simple(found) => Ok(Place::new(StorageType::Object, found.url)),
        DownloadObjectResponse::GetUrl(found) => {
            Ok(Place::new(StorageType::Object, found.url).hashes(&found.hashes))
        }
        _ => Err(Error::refused(
            "the object service names a download method that this version does not know",
        )),
    }
}

/// Servers of 2018 say it by a redirect.
async fn by_redirect<C: Colour>(get: &Get<C>, client: &C, task_id: &str) -> Result<Place> {
    let queue = Queue::new(client);
    let call = match get.run {
        Some(run) => queue.get_artifact(task_id, run, &get.name),
        None => queue.get_latest_artifact(task_id, &get.name),
    };
    let response = match C::response(call).await {
        Err(taskcluster_core::Error::Api(e)) if e.status() == 424 => {
            return Err(Error::NoContent(NoContent {
                reason: e.reason().unwrap_or_default().to_owned(),
                message: e.short_message().to_owned(),
            }));
        }
        other => other?,
    };
    Place::of_redirect(&response)
        .ok_or_else(|| Error::refused("the queue redirects to the content, and does not say where"))
}
