// Written by `cargo xtask generate` from the references of the service `object`. Do not edit.

//! The types of the schema `finish-upload-request`.

use super::UploadHashes;

/// Which upload is finished, and what the content hashes to.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FinishUploadRequest {
    /// Hashes of the content, as the uploader computed them. There may be several, and there should
    /// be at least one that readers can check; other algorithms than these two may be named too.
    pub hashes: Option<UploadHashes>,
    /// The project that the object belongs to, 1 to 500 letters, digits, `.`, `_`, `/` or `-`. It
    /// must be that of `createUpload`.
    pub project_id: String,
    /// The upload, a slugid. It must be that of `createUpload`.
    pub upload_id: String,
}

taskcluster_core::members! {
    FinishUploadRequest {
        0 hashes = "hashes": optional,
        1 project_id = "projectId": required,
        2 upload_id = "uploadId": required,
    }
}

/// What a [`FinishUploadRequest`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct FinishUploadRequestRequired {
    /// The upload, a slugid. It must be that of `createUpload`.
    pub upload_id: String,
    /// The project that the object belongs to, 1 to 500 letters, digits, `.`, `_`, `/` or `-`. It
    /// must be that of `createUpload`.
    pub project_id: String,
}

impl FinishUploadRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: FinishUploadRequestRequired) -> Self {
        Self {
            hashes: None,
            project_id: required.project_id,
            upload_id: required.upload_id,
        }
    }

    /// Sets [`hashes`](Self::hashes).
    #[must_use]
    pub fn hashes(mut self, hashes: UploadHashes) -> Self {
        self.hashes = Some(hashes);
        self
    }
}
