// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `finish-artifact-request`.

/// Which upload is finished.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FinishArtifactRequest {
    /// The `uploadId` from the answer of `createArtifact`, a slugid.
    pub upload_id: String,
}

taskcluster_core::members! {
    FinishArtifactRequest {
        0 upload_id = "uploadId": required,
    }
}

impl FinishArtifactRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(upload_id: impl Into<String>) -> Self {
        Self {
            upload_id: upload_id.into(),
        }
    }
}
