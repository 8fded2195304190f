// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `list-artifacts-response`.

use serde::{Deserialize, Serialize};
use taskcluster_core::Page;
use time::OffsetDateTime;

/// A page of the artifacts of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ListArtifactsResponse {
    /// The artifacts on this page; there may be none.
    pub artifacts: Vec<Artifact>,
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub continuation_token: Option<String>,
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

/// A named result of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Artifact {
    /// Media type of the content, such as `text/plain`. For `error` it has no meaning.
    ///
    /// Length: at most 255.
    pub content_type: String,
    /// Date-time (UTC) after which the artifact is deleted, at the latest when the task expires.
    #[serde(with = "taskcluster_core::timestamp")]
    pub expires: OffsetDateTime,
    /// Name of the artifact, in the form of a path. Those that begin with `public/` can be fetched
    /// without credentials.
    ///
    /// Length: at most 1024.
    pub name: String,
    /// How the artifact is kept: `blob`, `s3` and `azure` are files stored by the queue,
    /// `reference` is a redirect to another URL, and `error` stands for an artifact that could not
    /// be produced.
    pub storage_type: ArtifactStorageType,
}

taskcluster_core::string_enum! {
    /// How the artifact is kept: `blob`, `s3` and `azure` are files stored by the queue,
    /// `reference` is a redirect to another URL, and `error` stands for an artifact that could not
    /// be produced.
    pub enum ArtifactStorageType {
        /// `blob`
        Blob = "blob",
        /// `s3`
        S3 = "s3",
        /// `azure`
        Azure = "azure",
        /// `reference`
        Reference = "reference",
        /// `error`
        Error = "error",
    }
}
