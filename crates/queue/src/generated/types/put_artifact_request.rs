// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `put-artifact-request`.

/// What came of the upload of a blob artifact.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PutArtifactRequest {
    /// The values of the `ETag` headers in the responses to the upload requests, in the order of
    /// the requests.
    pub etags: Vec<String>,
}

taskcluster_core::members! {
    PutArtifactRequest {
        0 etags = "etags": required,
    }
}

impl PutArtifactRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(etags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            etags: etags.into_iter().map(Into::into).collect(),
        }
    }
}
