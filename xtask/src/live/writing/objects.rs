//! Objects, uploaded in a request and by a URL, and artifacts that are objects.

use taskcluster_client::object::types::{
    AcceptedDownloadMethods, CreateUploadRequest, CreateUploadRequestRequired,
    DownloadObjectRequest, DownloadObjectResponse, FinishUploadRequest,
    FinishUploadRequestRequired, InlineData, InlineDataRequired, ProposedUploadMethods,
    PutUrlProposal, UploadHashes,
};
use taskcluster_client::queue::types::{
    ArtifactContentResponse, FinishArtifactRequest, ObjectArtifactRequest, PostArtifactRequest,
    PostArtifactResponse,
};
use taskcluster_client::{Client, Credentials, Error, Object, Queue, slugid};
use time::OffsetDateTime;

use super::{Run, absent_with};
use crate::checks::{Checks, Outcome, Problem, ensure, ensure_same};
use crate::live::callers::refused;

const CONTENT: &[u8] = b"hello object";
const BASE64: &str = "aGVsbG8gb2JqZWN0";
const SHA256: &str = "5cd9289a69664e69c5e2c3015062796590a2d6ed5f32fe9d4ec1f3c94636e457";
const TYPE: &str = "text/plain";

/// An object that is not there yet. No method removes it; it ends by itself.
struct Upload {
    name: String,
    project: String,
    id: String,
    expires: OffsetDateTime,
}

pub fn check(run: &Run<'_>, checks: &mut Checks<'_>) {
    let object = Object::new(run.client);
    let upload = |name: &str| Upload {
        name: format!("{}/{name}", run.prefix),
        project: "live".to_owned(),
        id: slugid::nice(),
        expires: run.expires,
    };
    let (inline, put) = (upload("a b+c%2F"), upload("put"));
    let method = "object.createUpload: with the content";
    let stored = run
        .services
        .check(method, checks, || upload_inline(&object, &inline));
    if stored.is_some() {
        read(&object, &inline, checks);
    } else {
        absent_with(method, &OF_AN_OBJECT, checks);
    }
    let method = "object.createUpload: a URL to put the content to";
    let stored = run
        .services
        .check(method, checks, || upload_by_url(&object, &put));
    if stored.is_some() {
        checks.check("object.startDownload: what was put there", || {
            fetch_by_url(&object, &put.name)
        });
    } else {
        absent_with(
            method,
            &["object.startDownload: what was put there"],
            checks,
        );
    }
}

/// What is asked for an object that is there.
const OF_AN_OBJECT: [&str; 3] = [
    "object.object",
    "object.startDownload: by a URL",
    "object.download: where it is",
];

fn read(object: &Object, upload: &Upload, checks: &mut Checks<'_>) {
    checks.check("object.object", || {
        let found = object.object(&upload.name).send()?;
        ensure_same(&found.project_id, &upload.project)?;
        ensure_same(&found.hashes.sha256.as_deref(), &Some(SHA256))
    });
    checks.check("object.startDownload: by a URL", || {
        fetch_by_url(object, &upload.name)
    });
    checks.check("object.download: where it is", || {
        let found = object.download(&upload.name).send()?;
        fetch(&found.location)
    });
}

fn begin(upload: &Upload, methods: ProposedUploadMethods) -> CreateUploadRequest {
    CreateUploadRequest::new(CreateUploadRequestRequired {
        project_id: upload.project.clone(),
        upload_id: upload.id.clone(),
        expires: upload.expires,
        proposed_upload_methods: methods,
    })
}

fn finish(upload: &Upload) -> FinishUploadRequest {
    let request = FinishUploadRequest::new(FinishUploadRequestRequired {
        upload_id: upload.id.clone(),
        project_id: upload.project.clone(),
    });
    request.hashes(UploadHashes::new().sha256(SHA256))
}

/// A deployment decides by the project where content goes, and may have no place for ours.
fn without_place(error: Error) -> Problem {
    match error.code() {
        Some("NoMatchingBackend") => {
            Problem::Absent("the deployment stores nothing for this project".to_owned())
        }
        _ => error.into(),
    }
}

fn upload_inline(object: &Object, upload: &Upload) -> Outcome {
    let data = InlineData::new(InlineDataRequired {
        content_type: TYPE.into(),
        object_data: BASE64.into(),
    });
    let request = begin(upload, ProposedUploadMethods::new().data_inline(data));
    let begun = object.create_upload(&upload.name, &request).send();
    let method = begun.map_err(without_place)?.upload_method;
    ensure_same(&method.data_inline, &Some(true))?;
    let other = Upload {
        name: upload.name.clone(),
        project: upload.project.clone(),
        id: slugid::nice(),
        ..*upload
    };
    let finished = object.finish_upload(&upload.name, &finish(&other)).send();
    refused(finished, 409, "RequestConflict")?;
    Ok(object.finish_upload(&upload.name, &finish(upload)).send()?)
}

fn upload_by_url(object: &Object, upload: &Upload) -> Outcome {
    let proposal = PutUrlProposal::new(TYPE, i64::try_from(CONTENT.len()).unwrap_or_default());
    let request = begin(upload, ProposedUploadMethods::new().put_url(proposal));
    let begun = object.create_upload(&upload.name, &request).send();
    let Some(put) = begun.map_err(without_place)?.upload_method.put_url else {
        return Err(Problem::failed("the server gives no URL"));
    };
    let mut request = ureq::put(&put.url);
    for (name, value) in &put.headers {
        request = request.header(name, value);
    }
    request.send(CONTENT).map_err(Problem::failed)?;
    Ok(object.finish_upload(&upload.name, &finish(upload)).send()?)
}

fn fetch_by_url(object: &Object, name: &str) -> Outcome {
    let methods = AcceptedDownloadMethods::new().simple(true).get_url(true);
    let request = DownloadObjectRequest::new(methods);
    match object.start_download(name, &request).send()? {
        DownloadObjectResponse::GetUrl(found) => fetch(&found.url),
        DownloadObjectResponse::Simple(found) => fetch(&found.url),
        other => Err(Problem::failed(format!("{other:?}"))),
    }
}

fn fetch(url: &str) -> Outcome {
    let answer = ureq::get(url).call();
    let content = answer
        .and_then(|mut answer| answer.body_mut().read_to_vec())
        .map_err(Problem::failed)?;
    ensure(content == CONTENT, || {
        format!("{} bytes of something else", content.len())
    })
}

/// An artifact whose content is an object, from its creation by a task to its download.
pub fn artifact(run: &Run<'_>, as_task: &Client, task: (&str, u64), checks: &mut Checks<'_>) {
    let name = "object: an artifact from its creation to its download";
    run.services.check(name, checks, || {
        let (id, run_id) = task;
        let (queue, path) = (Queue::new(as_task), "public/object.txt");
        let request = ObjectArtifactRequest::new(run.expires, TYPE);
        let request = PostArtifactRequest::from(request);
        let created = queue.create_artifact(id, run_id, path, &request).send()?;
        let PostArtifactResponse::Object(created) = created else {
            return Err(Problem::failed(format!("{created:?}")));
        };
        let credentials = Credentials::try_from(&created.credentials).map_err(Problem::failed)?;
        let uploader = run.client.with_credentials(credentials)?;
        let upload = Upload {
            name: created.name,
            project: created.project_id,
            id: created.upload_id,
            expires: created.expires,
        };
        upload_inline(&Object::new(&uploader), &upload)?;
        let request = FinishArtifactRequest::new(&upload.id);
        queue.finish_artifact(id, run_id, path, &request).send()?;

        let reader = Queue::new(run.client);
        let found = reader.latest_artifact_info(id, path).send()?;
        ensure_same(&*found.name, path)?;
        let found = reader.artifact(id, run_id, path).send()?;
        let ArtifactContentResponse::Object(found) = found else {
            return Err(Problem::failed(format!("{found:?}")));
        };
        let credentials = Credentials::try_from(&found.credentials).map_err(Problem::failed)?;
        let downloader = run.client.with_credentials(credentials)?;
        fetch_by_url(&Object::new(&downloader), &found.name)
    });
}
