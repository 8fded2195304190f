// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `list-artifacts-response`.

use taskcluster_core::Page;
use time::OffsetDateTime;

/// A page of the artifacts of a run.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListArtifactsResponse {
    /// The artifacts on this page; there may be none.
    pub artifacts: Vec<Artifact>,
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    pub continuation_token: Option<String>,
}

taskcluster_core::members! {
    ListArtifactsResponse {
        0 artifacts = "artifacts": required,
        1 continuation_token = "continuationToken": optional,
    }
}

impl ListArtifactsResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(artifacts: impl IntoIterator<Item = Artifact>) -> Self {
        Self {
            artifacts: artifacts.into_iter().collect(),
            continuation_token: None,
        }
    }
}

impl Page for ListArtifactsResponse {
    type Item = Artifact;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.artifacts
    }
}

/// An artifact of a run, without its content.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Artifact {
    /// Length of the content in bytes, as the creator of the artifact stated it. Absent if it did
    /// not.
    ///
    /// Today's servers only.
    pub content_length: Option<u64>,
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
    /// How the artifact is kept:
    ///
    /// * `s3`: a file stored by the queue.
    /// * `object`: a file kept by the object service.
    /// * `reference`: a redirect to another URL.
    /// * `link`: another name for an artifact of the same run.
    /// * `error`: stands for an artifact that could not be produced.
    ///
    /// Servers of 2018 have `blob` and `azure` as well, and neither `object` nor `link`.
    pub storage_type: ArtifactStorageType,
}

taskcluster_core::members! {
    Artifact {
        0 content_length = "contentLength": optional,
        1 content_type = "contentType": required,
        2 expires = "expires": date,
        3 name = "name": required,
        4 storage_type = "storageType": required,
    }
}

impl Artifact {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        storage_type: ArtifactStorageType,
        name: impl Into<String>,
        expires: OffsetDateTime,
        content_type: impl Into<String>,
    ) -> Self {
        Self {
            content_length: None,
            content_type: content_type.into(),
            expires,
            name: name.into(),
            storage_type,
        }
    }
}

taskcluster_core::string_enum! {
    /// How the artifact is kept:
    ///
    /// * `s3`: a file stored by the queue.
    /// * `object`: a file kept by the object service.
    /// * `reference`: a redirect to another URL.
    /// * `link`: another name for an artifact of the same run.
    /// * `error`: stands for an artifact that could not be produced.
    ///
    /// Servers of 2018 have `blob` and `azure` as well, and neither `object` nor `link`.
    pub enum ArtifactStorageType {
        /// `blob`. Until 2019.
        Blob = "blob",
        /// `s3`
        S3 = "s3",
        /// `azure`. Until 2019.
        Azure = "azure",
        /// `reference`
        Reference = "reference",
        /// `error`
        Error = "error",
        /// `object`. Today's servers only.
        Object = "object",
        /// `link`. Today's servers only.
        Link = "link",
    }
}
