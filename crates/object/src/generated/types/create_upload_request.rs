// Written by `cargo xtask generate` from the references of the service `object`. Do not edit.

//! The types of the schema `create-upload-request`.

use std::fmt;

use time::OffsetDateTime;

use super::{InlineData, PutUrlProposal, UploadHashes};

/// What is to be uploaded, and how it could be.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateUploadRequest {
    /// Date-time (UTC) when the object expires; the service deletes it some time after that.
    pub expires: OffsetDateTime,
    /// Hashes of the content, as the uploader computed them. There may be several, and there should
    /// be at least one that readers can check; other algorithms than these two may be named too.
    pub hashes: Option<UploadHashes>,
    /// The project that the object belongs to, 1 to 500 letters, digits, `.`, `_`, `/` or `-`.
    pub project_id: String,
    /// The upload methods that the caller can use, each with what is needed to decide on it. The
    /// service picks one of them at most.
    pub proposed_upload_methods: ProposedUploadMethods,
    /// The upload, a slugid. Choose a fresh one for each object, keep it secret, and use it again
    /// when you repeat the call.
    pub upload_id: String,
}

taskcluster_core::members! {
    CreateUploadRequest {
        0 expires = "expires": date,
        1 hashes = "hashes": optional,
        2 project_id = "projectId": required,
        3 proposed_upload_methods = "proposedUploadMethods": required,
        4 upload_id = "uploadId": required,
    }
}

/// What a [`CreateUploadRequest`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateUploadRequestRequired {
    /// The project that the object belongs to, 1 to 500 letters, digits, `.`, `_`, `/` or `-`.
    pub project_id: String,
    /// The upload, a slugid. Choose a fresh one for each object, keep it secret, and use it again
    /// when you repeat the call.
    pub upload_id: String,
    /// Date-time (UTC) when the object expires; the service deletes it some time after that.
    pub expires: OffsetDateTime,
    /// The upload methods that the caller can use, each with what is needed to decide on it. The
    /// service picks one of them at most.
    pub proposed_upload_methods: ProposedUploadMethods,
}

impl CreateUploadRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: CreateUploadRequestRequired) -> Self {
        Self {
            expires: required.expires,
            hashes: None,
            project_id: required.project_id,
            proposed_upload_methods: required.proposed_upload_methods,
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

/// The upload methods that the caller can use, each with what is needed to decide on it. The
/// service picks one of them at most.
///
/// Today's servers only.
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ProposedUploadMethods {
    /// The content itself.
    pub data_inline: Option<InlineData>,
    /// What the service has to know of the content to sign a URL for it.
    pub put_url: Option<PutUrlProposal>,
}

taskcluster_core::members! {
    ProposedUploadMethods {
        0 data_inline = "dataInline": optional,
        1 put_url = "putUrl": optional,
    }
}

impl ProposedUploadMethods {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`data_inline`](Self::data_inline).
    #[must_use]
    pub fn data_inline(mut self, data_inline: InlineData) -> Self {
        self.data_inline = Some(data_inline);
        self
    }

    /// Sets [`put_url`](Self::put_url).
    #[must_use]
    pub fn put_url(mut self, put_url: PutUrlProposal) -> Self {
        self.put_url = Some(put_url);
        self
    }
}

impl fmt::Debug for ProposedUploadMethods {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProposedUploadMethods")
            .field("data_inline", &self.data_inline)
            .finish_non_exhaustive()
    }
}
