// Written by `cargo xtask generate` from the references of the service `object`. Do not edit.

//! The types of the schema `create-upload-response`.

use std::fmt;

use time::OffsetDateTime;

use super::PutUrlUpload;

/// How to upload the content.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateUploadResponse {
    /// Date-time (UTC) when the object expires; the service deletes it some time after that.
    pub expires: OffsetDateTime,
    /// The project that the object belongs to, 1 to 500 letters, digits, `.`, `_`, `/` or `-`.
    pub project_id: String,
    /// The upload, a slugid. It is that of the request.
    pub upload_id: String,
    /// The upload method that the service picked, one at most. If there is none, call
    /// `createUpload` again and propose others.
    pub upload_method: ChosenUploadMethod,
}

taskcluster_core::members! {
    CreateUploadResponse {
        0 expires = "expires": date,
        1 project_id = "projectId": required,
        2 upload_id = "uploadId": required,
        3 upload_method = "uploadMethod": required,
    }
}

/// What a [`CreateUploadResponse`] must have.
pub struct CreateUploadResponseRequired {
    /// See [`CreateUploadResponse::project_id`].
    pub project_id: String,
    /// See [`CreateUploadResponse::upload_id`].
    pub upload_id: String,
    /// See [`CreateUploadResponse::expires`].
    pub expires: OffsetDateTime,
    /// See [`CreateUploadResponse::upload_method`].
    pub upload_method: ChosenUploadMethod,
}

impl CreateUploadResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: CreateUploadResponseRequired) -> Self {
        Self {
            expires: required.expires,
            project_id: required.project_id,
            upload_id: required.upload_id,
            upload_method: required.upload_method,
        }
    }
}

/// The upload method that the service picked, one at most. If there is none, call `createUpload`
/// again and propose others.
///
/// Today's servers only.
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ChosenUploadMethod {
    /// Always `true`: the content was stored. Go on with `finishUpload`.
    pub data_inline: Option<bool>,
    /// The `PUT` request to make. When it has succeeded, go on with `finishUpload`.
    pub put_url: Option<PutUrlUpload>,
}

taskcluster_core::members! {
    ChosenUploadMethod {
        0 data_inline = "dataInline": optional,
        1 put_url = "putUrl": optional,
    }
}

impl ChosenUploadMethod {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl fmt::Debug for ChosenUploadMethod {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChosenUploadMethod")
            .field("data_inline", &self.data_inline)
            .finish_non_exhaustive()
    }
}
