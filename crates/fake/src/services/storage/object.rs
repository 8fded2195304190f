//! One object: what may be uploaded for it, and what has been.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use taskcluster_core::{slugid, timestamp};
use time::OffsetDateTime;

use super::content::Content;

/// What is to be uploaded.
pub(crate) struct Upload {
    pub(crate) content_type: String,
    /// How the content is encoded, where that was announced; otherwise the upload says.
    pub(crate) content_encoding: Option<String>,
    /// What each part must be; nothing where anything will do.
    pub(crate) announced: Vec<Announced>,
    /// Whether parts are put together only when [`complete`](super::Storage::complete) is called.
    pub(crate) is_composed: bool,
    /// Whether it can be read without a signature.
    pub(crate) is_public: bool,
    /// Until when it can be uploaded.
    pub(crate) until: OffsetDateTime,
    pub(crate) expires: OffsetDateTime,
}

/// The size and, where it is known, the SHA-256 digest of what is to be uploaded.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Announced {
    pub(crate) size: u64,
    pub(crate) sha256: Option<String>,
}

/// Something that can be uploaded, and read once it has been.
#[derive(Deserialize, Serialize)]
pub(super) struct Object {
    pub(super) token: String,
    #[serde(with = "timestamp")]
    pub(super) until: OffsetDateTime,
    #[serde(with = "timestamp")]
    pub(super) expires: OffsetDateTime,
    pub(super) content_type: String,
    pub(super) content_encoding: Option<String>,
    pub(super) announced: Vec<Announced>,
    pub(super) is_composed: bool,
    pub(super) is_public: bool,
    pub(super) parts: BTreeMap<usize, Content>,
    pub(super) content: Option<Content>,
    #[serde(with = "timestamp::option")]
    pub(super) modified: Option<OffsetDateTime>,
}

/// The token is as good as a password.
impl std::fmt::Debug for Object {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Object")
            .field("content", &self.content)
            .finish_non_exhaustive()
    }
}

impl Object {
    pub(super) fn new(upload: Upload) -> Self {
        Self {
            token: slugid::v4(),
            until: upload.until,
            expires: upload.expires,
            content_type: upload.content_type,
            content_encoding: upload.content_encoding.filter(|it| it != "identity"),
            announced: upload.announced,
            is_composed: upload.is_composed,
            is_public: upload.is_public,
            parts: BTreeMap::new(),
            content: None,
            modified: None,
        }
    }

    /// Lets it be uploaded as this says, until a later time, and live longer.
    pub(super) fn renew(&mut self, upload: Upload) {
        self.until = self.until.max(upload.until);
        self.expires = self.expires.max(upload.expires);
        self.content_type = upload.content_type;
        self.announced = upload.announced;
    }

    /// What lets this object be read until a time, in milliseconds since 1970.
    pub(super) fn signature(&self, expires: i64) -> String {
        // HMAC takes keys of every length; the error type is that of keyed algorithms at large.
        let mac = Hmac::<Sha256>::new_from_slice(self.token.as_bytes());
        let mac = mac.unwrap_or_else(|_| unreachable!("HMAC takes keys of every length"));
        let mac = mac.chain_update(format!("GET\n{expires}"));
        URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
    }

    pub(super) fn complete(&mut self, etags: &[String]) -> Result<(), String> {
        let (there, all) = (self.parts.len(), self.announced.len());
        if there != all {
            return Err(format!("{there} of {all} parts have been uploaded"));
        }
        let theirs = etags.iter().map(|etag| etag.trim_matches('"').to_owned());
        if !theirs.eq(self.parts.values().map(Content::etag)) {
            return Err("etags do not match those of the uploaded parts".to_owned());
        }
        self.content = Some(Content::joined(self.parts.values()));
        Ok(())
    }

    /// All content that there is of it.
    pub(super) fn contents(&mut self) -> impl Iterator<Item = &mut Content> {
        self.parts.values_mut().chain(&mut self.content)
    }
}
