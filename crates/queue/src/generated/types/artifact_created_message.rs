// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `artifact-created-message`.

use time::OffsetDateTime;

use super::TaskStatus;

/// Tells that a run has a new artifact.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ArtifactCreatedMessage {
    /// The artifact that was created.
    pub artifact: CreatedArtifact,
    /// Number of the run that the artifact belongs to.
    ///
    /// Range: 0 to 1000.
    pub run_id: u64,
    /// Status of the task, all its runs included, when the message was sent.
    pub status: TaskStatus,
    /// Version of the message format, always 1.
    pub version: u64,
    /// Group of the worker that claimed the run, such as its data center or region.
    ///
    /// Length: 1 to 38; until 2019: 1 to 22.
    pub worker_group: String,
    /// Name of the worker that claimed the run, unique within its group.
    ///
    /// Length: 1 to 38; until 2019: 1 to 22.
    pub worker_id: String,
}

taskcluster_core::members! {
    ArtifactCreatedMessage {
        0 artifact = "artifact": required,
        1 run_id = "runId": required,
        2 status = "status": required,
        3 version = "version": required,
        4 worker_group = "workerGroup": required,
        5 worker_id = "workerId": required,
    }
}

/// What a [`ArtifactCreatedMessage`] must have.
pub struct ArtifactCreatedMessageRequired {
    /// See [`ArtifactCreatedMessage::version`].
    pub version: u64,
    /// See [`ArtifactCreatedMessage::status`].
    pub status: TaskStatus,
    /// See [`ArtifactCreatedMessage::run_id`].
    pub run_id: u64,
    /// See [`ArtifactCreatedMessage::worker_group`].
    pub worker_group: String,
    /// See [`ArtifactCreatedMessage::worker_id`].
    pub worker_id: String,
    /// See [`ArtifactCreatedMessage::artifact`].
    pub artifact: CreatedArtifact,
}

impl ArtifactCreatedMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ArtifactCreatedMessageRequired) -> Self {
        Self {
            artifact: required.artifact,
            run_id: required.run_id,
            status: required.status,
            version: required.version,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
        }
    }
}

/// The artifact that was created.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreatedArtifact {
    /// Media type of the content, such as `text/plain`. For `error` it has no meaning.
    ///
    /// Length: at most 255.
    pub content_type: String,
    /// Date-time (UTC) after which the artifact is deleted, at the latest when the task expires.
    pub expires: OffsetDateTime,
    /// Name of the artifact, in the form of a path. Those that begin with `public/` can usually be
    /// fetched without credentials.
    ///
    /// Length: at most 1024.
    pub name: String,
    /// How the artifact is kept. An upload to an `s3` URL is not announced.
    ///
    /// * `object`: a file kept by the object service.
    /// * `reference`: a redirect to another URL.
    /// * `link`: another name for an artifact of the same run.
    /// * `error`: stands for an artifact that could not be produced.
    ///
    /// Servers of 2018 have `blob`, a file stored by the queue, and neither `object` nor `link`.
    pub storage_type: CreatedArtifactStorageType,
}

taskcluster_core::members! {
    CreatedArtifact {
        0 content_type = "contentType": required,
        1 expires = "expires": date,
        2 name = "name": required,
        3 storage_type = "storageType": required,
    }
}

impl CreatedArtifact {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        storage_type: CreatedArtifactStorageType,
        name: impl Into<String>,
        expires: OffsetDateTime,
        content_type: impl Into<String>,
    ) -> Self {
        Self {
            content_type: content_type.into(),
            expires,
            name: name.into(),
            storage_type,
        }
    }
}

taskcluster_core::string_enum! {
    /// How the artifact is kept. An upload to an `s3` URL is not announced.
    ///
    /// * `object`: a file kept by the object service.
    /// * `reference`: a redirect to another URL.
    /// * `link`: another name for an artifact of the same run.
    /// * `error`: stands for an artifact that could not be produced.
    ///
    /// Servers of 2018 have `blob`, a file stored by the queue, and neither `object` nor `link`.
    pub enum CreatedArtifactStorageType {
        /// `blob`. Until 2019.
        Blob = "blob",
        /// `reference`
        Reference = "reference",
        /// `error`
        Error = "error",
        /// `link`. Today's servers only.
        Link = "link",
        /// `object`. Today's servers only.
        Object = "object",
    }
}
