// Written by `cargo xtask generate` from the references of the service `object`. Do not edit.

//! The types of the schema `hashes`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

/// Hashes of the content, as the uploader computed them. There may be several, and there should be
/// at least one that readers can check; other algorithms than these two may be named too.
///
/// Today's servers only.
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct UploadHashes {
    /// SHA-256 of the content, as 64 hexadecimal digits in lower case.
    pub sha256: Option<String>,
    /// SHA-512 of the content, as 128 hexadecimal digits in lower case.
    pub sha512: Option<String>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    UploadHashes and extra_members {
        0 sha256 = "sha256": optional,
        1 sha512 = "sha512": optional,
    }
}

impl UploadHashes {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`sha256`](Self::sha256).
    #[must_use]
    pub fn sha256(mut self, sha256: impl Into<String>) -> Self {
        self.sha256 = Some(sha256.into());
        self
    }

    /// Sets [`sha512`](Self::sha512).
    #[must_use]
    pub fn sha512(mut self, sha512: impl Into<String>) -> Self {
        self.sha512 = Some(sha512.into());
        self
    }
}

impl fmt::Debug for UploadHashes {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadHashes")
            .field("sha256", &self.sha256)
            .field("sha512", &self.sha512)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

/// Hashes that the uploader gave, to check the content against. There may be others than these two,
/// and there may be none. Check at least one of those that you can compute.
///
/// Today's servers only.
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct DownloadHashes {
    /// SHA-256 of the content, as 64 hexadecimal digits in lower case.
    pub sha256: Option<String>,
    /// SHA-512 of the content, as 128 hexadecimal digits in lower case.
    pub sha512: Option<String>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    DownloadHashes and extra_members {
        0 sha256 = "sha256": optional,
        1 sha512 = "sha512": optional,
    }
}

impl DownloadHashes {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl fmt::Debug for DownloadHashes {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DownloadHashes")
            .field("sha256", &self.sha256)
            .field("sha512", &self.sha512)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}
