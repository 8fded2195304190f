//! What the service knows of each object, content apart.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use taskcluster_core::timestamp;
use time::{Duration, OffsetDateTime};

use crate::http::errors::ApiError;
use crate::services::book::{Book, Saved};

/// How long an upload may take that is not finished.
const UNFINISHED: Duration = Duration::days(1);

/// All objects by name.
#[derive(Debug, Default)]
pub(crate) struct Objects(Book<Object>);

#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Object {
    pub(super) project_id: String,
    #[serde(with = "timestamp")]
    pub(super) expires: OffsetDateTime,
    /// By algorithm.
    pub(super) hashes: Map<String, Value>,
    /// The name in the storage, once there is a way to upload.
    pub(super) content: Option<String>,
    /// None once it is finished.
    upload: Option<Upload>,
}

#[derive(Debug, Deserialize, Serialize)]
struct Upload {
    id: String,
    #[serde(with = "timestamp")]
    until: OffsetDateTime,
}

/// What the first call for an upload settles for all others.
pub(crate) struct Start {
    pub(crate) project_id: String,
    pub(crate) upload_id: String,
    pub(crate) expires: OffsetDateTime,
}

impl Objects {
    /// What is saved entry by entry.
    pub(in crate::services) fn book(&mut self) -> &mut dyn Saved {
        &mut self.0
    }

    /// Begins an upload, or goes on with one that was begun by the same words.
    pub(crate) fn start(
        &mut self,
        name: &str,
        start: Start,
        now: OffsetDateTime,
    ) -> Result<(), ApiError> {
        let until = now + UNFINISHED;
        if let Some(object) = self.0.get_mut(name) {
            let is_same = object.project_id == start.project_id && object.expires == start.expires;
            let upload = object.upload.as_mut();
            let upload = upload.filter(|upload| is_same && upload.id == start.upload_id);
            let upload = upload.ok_or_else(|| ApiError::conflict("Object already exists"))?;
            upload.until = until;
            return Ok(());
        }
        let object = Object {
            project_id: start.project_id,
            expires: start.expires,
            hashes: Map::new(),
            content: None,
            upload: Some(Upload {
                id: start.upload_id,
                until,
            }),
        };
        self.0.insert(name.to_owned(), object);
        Ok(())
    }

    /// Adds what the content's digests are. Those that were told before do not change.
    pub(super) fn add_hashes(&mut self, name: &str, hashes: &Value) -> Result<(), ApiError> {
        let object = self.0.get_mut(name).ok_or_else(|| not_found(name))?;
        let hashes = hashes.as_object().cloned().unwrap_or_default();
        let there = &object.hashes;
        let is_other = |(algorithm, hash): (&String, &Value)| {
            there.get(algorithm).is_some_and(|there| there != hash)
        };
        if hashes.iter().any(is_other) {
            let message = "Content hash already exists with a different value";
            return Err(ApiError::conflict(message));
        }
        object.hashes.extend(hashes);
        Ok(())
    }

    pub(super) fn finish(
        &mut self,
        name: &str,
        project_id: &str,
        upload_id: &str,
        hashes: &Value,
    ) -> Result<(), ApiError> {
        let object = self.0.get(name).ok_or_else(|| not_found(name))?;
        if object.project_id != project_id {
            let message = format!("Object \"{name}\" does not have projectId {project_id}");
            return Err(ApiError::input(message));
        }
        let Some(upload) = &object.upload else {
            return object.check_hashes(name, hashes);
        };
        if upload.id != upload_id {
            let message = format!("Object \"{name}\" does not have uploadId {upload_id}");
            return Err(ApiError::conflict(message));
        }
        self.add_hashes(name, hashes)?;
        if let Some(object) = self.0.get_mut(name) {
            object.upload = None;
        }
        Ok(())
    }

    /// An object that has been uploaded.
    pub(super) fn finished(&self, name: &str) -> Result<&Object, ApiError> {
        let object = self.0.get(name);
        let object = object.filter(|object| object.upload.is_none());
        object.ok_or_else(|| not_found(name))
    }

    /// The name in the storage of an object that has been uploaded.
    pub(crate) fn content(&self, name: &str) -> Option<&str> {
        self.finished(name).ok()?.content.as_deref()
    }

    /// Whether an object has been uploaded.
    pub(crate) fn is_finished(&self, name: &str) -> bool {
        self.finished(name).is_ok()
    }

    /// An object whatever has been done for it.
    pub(super) fn get_mut(&mut self, name: &str) -> Result<&mut Object, ApiError> {
        self.0.get_mut(name).ok_or_else(|| not_found(name))
    }

    /// Forgets what has expired by now, uploads that were never finished among it.
    pub(crate) fn forget_expired(&mut self, now: OffsetDateTime) {
        self.0.retain(|_, object| {
            let upload = object.upload.as_ref();
            object.expires > now && upload.is_none_or(|upload| upload.until > now)
        });
    }
}

impl Object {
    /// Whether hashes are among those of an object that is finished.
    fn check_hashes(&self, name: &str, hashes: &Value) -> Result<(), ApiError> {
        for (algorithm, hash) in hashes.as_object().into_iter().flatten() {
            let what = match self.hashes.get(algorithm) {
                None => "without hash algorithm",
                Some(there) if there != hash => "with a different hash for algorithm",
                Some(_) => continue,
            };
            return Err(ApiError::conflict(format!(
                "Object \"{name}\" is already finished, but {what} {algorithm}"
            )));
        }
        Ok(())
    }
}

fn not_found(name: &str) -> ApiError {
    ApiError::not_found(format!("Object \"{name}\" not found"))
}
