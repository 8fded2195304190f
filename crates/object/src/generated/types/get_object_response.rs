// Written by `cargo xtask generate` from the references of the service `object`. Do not edit.

//! The types of the schema `get-object-response`.

use time::OffsetDateTime;

use super::DownloadHashes;

/// What is stored about an object.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetObjectResponse {
    /// Date-time (UTC) when the object expires; the service deletes it some time after that.
    pub expires: OffsetDateTime,
    /// Hashes that the uploader gave, to check the content against. There may be others than these
    /// two, and there may be none. Check at least one of those that you can compute.
    pub hashes: DownloadHashes,
    /// The project that the object belongs to, 1 to 500 letters, digits, `.`, `_`, `/` or `-`.
    pub project_id: String,
}

taskcluster_core::members! {
    GetObjectResponse {
        0 expires = "expires": date,
        1 hashes = "hashes": required,
        2 project_id = "projectId": required,
    }
}

impl GetObjectResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        project_id: impl Into<String>,
        expires: OffsetDateTime,
        hashes: DownloadHashes,
    ) -> Self {
        Self {
            expires,
            hashes,
            project_id: project_id.into(),
        }
    }
}
