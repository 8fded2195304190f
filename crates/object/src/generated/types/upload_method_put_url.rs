// Written by `cargo xtask generate` from the references of the service `object`. Do not edit.

//! The types of the schema `upload-method-put-url`.

use std::collections::BTreeMap;
use std::fmt;

use time::OffsetDateTime;

/// What the service has to know of the content to sign a URL for it.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PutUrlProposal {
    /// Length of the content in bytes.
    pub content_length: i64,
    /// Media type of the content, such as `text/plain`.
    pub content_type: String,
}

taskcluster_core::members! {
    PutUrlProposal {
        0 content_length = "contentLength": required,
        1 content_type = "contentType": required,
    }
}

impl PutUrlProposal {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(content_type: impl Into<String>, content_length: i64) -> Self {
        Self {
            content_length,
            content_type: content_type.into(),
        }
    }
}

/// The `PUT` request to make. When it has succeeded, go on with `finishUpload`.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PutUrlUpload {
    /// Date-time (UTC) until which the URL works. After that, repeat `createUpload` to get another.
    pub expires: OffsetDateTime,
    /// Headers which the `PUT` request must have, by name, with exactly these values.
    pub headers: BTreeMap<String, String>,
    /// Signed URL to which to `PUT` the content. Whoever has it can write, so keep it secret.
    pub url: String,
}

taskcluster_core::members! {
    PutUrlUpload {
        0 expires = "expires": date,
        1 headers = "headers": required,
        2 url = "url": required,
    }
}

impl PutUrlUpload {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        url: impl Into<String>,
        expires: OffsetDateTime,
        headers: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        Self {
            expires,
            headers: headers
                .into_iter()
                .map(|(key, value)| (key.into(), value.into()))
                .collect(),
            url: url.into(),
        }
    }
}

impl fmt::Debug for PutUrlUpload {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PutUrlUpload")
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}
