// Written by `cargo xtask generate` from the references of the service `object`. Do not edit.

//! The types of the schema `download-method-geturl`.

use std::fmt;

use time::OffsetDateTime;

use super::DownloadHashes;

/// Where to `GET` the content from for a short time, and what it must hash to.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetUrlDownload {
    /// Date-time (UTC) until which the URL should be used. After that, repeat the call to get
    /// another.
    pub expires: OffsetDateTime,
    /// Hashes that the uploader gave, to check the content against. There may be others than these
    /// two, and there may be none. Check at least one of those that you can compute.
    pub hashes: DownloadHashes,
    /// URL to `GET` the content from. It may be signed; whoever has it can read, so treat it as a
    /// secret.
    pub url: String,
}

taskcluster_core::members! {
    GetUrlDownload {
        0 expires = "expires": date,
        1 hashes = "hashes": required,
        2 url = "url": required,
    }
}

impl GetUrlDownload {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(url: impl Into<String>, expires: OffsetDateTime, hashes: DownloadHashes) -> Self {
        Self {
            expires,
            hashes,
            url: url.into(),
        }
    }
}

impl fmt::Debug for GetUrlDownload {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GetUrlDownload")
            .field("expires", &self.expires)
            .field("hashes", &self.hashes)
            .finish_non_exhaustive()
    }
}
