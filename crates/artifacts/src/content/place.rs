//! Where the content of an artifact is.

use taskcluster_core::json::Value;
use taskcluster_core::{Response, shown_url};
use taskcluster_object::types::DownloadHashes;

use super::digest::{Algorithm, Expected};
use super::location::check;
use crate::error::{Error, Result};

/// How content is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StorageType {
    /// In S3, by a signed or a public URL.
    S3,
    /// With the object service. Today's servers only.
    Object,
    /// Wherever the creator of the artifact said.
    Reference,
    /// Stored by the queue, with size and hash. Until 2019.
    Blob,
    /// In Azure Blob Storage. Until 2019.
    Azure,
    /// In a way that the server does not tell.
    Unknown,
}

impl StorageType {
    fn of(name: &str) -> Self {
        match name {
            "s3" => Self::S3,
            "object" => Self::Object,
            "reference" => Self::Reference,
            "blob" => Self::Blob,
            "azure" => Self::Azure,
            _ => Self::Unknown,
        }
    }
}

/// A URL, and what is known of the bytes behind it.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) url: String,
    pub(crate) storage: StorageType,
    /// Of the bytes as they are stored.
    pub(crate) hashes: Vec<Expected>,
    /// As they are stored.
    pub(crate) length: Option<u64>,
}

impl Place {
    pub(crate) fn new(storage: StorageType, url: String) -> Self {
        Self {
            url,
            storage,
            hashes: Vec::new(),
            length: None,
        }
    }

    /// What the object service knows beside the URL.
    pub(crate) fn hashes(mut self, hashes: &DownloadHashes) -> Self {
        let both = [
            (Algorithm::Sha256, &hashes.sha256),
            (Algorithm::Sha512, &hashes.sha512),
        ];
        self.hashes = both.into_iter().filter_map(expected).collect();
        self
    }

    /// Where the redirect of `getArtifact` leads, with what servers of 2018 say of a blob in headers.
    pub(crate) fn of_redirect(response: &Response) -> Option<Self> {
        let headers = response.headers();
        let body: Option<Value> = response.json().ok();
        let in_body = body
            .as_ref()
            .and_then(|body| body.get("storageType")?.as_str());
        let storage = headers.get("x-taskcluster-artifact-storage-type");
        let storage = StorageType::of(storage.or(in_body).unwrap_or_default());
        let told = |name: &str| headers.get(&format!("x-taskcluster-location-{name}"));
        // Where it is not packed, what is stored is the content.
        let is_plain = told("content-encoding").is_none_or(|it| it.trim() == "identity");
        let told = |what: &str| {
            let of_content = || told(&format!("content-{what}")).filter(|_| is_plain);
            told(&format!("transfer-{what}")).or_else(of_content)
        };
        let (hash, length) = (told("sha256"), told("length"));
        Some(Self {
            storage,
            hashes: expected((Algorithm::Sha256, &hash.map(str::to_owned)))
                .into_iter()
                .collect(),
            length: length.and_then(|length| length.trim().parse().ok()),
            url: headers.get("location")?.to_owned(),
        })
    }

    /// Whether a URL that does not work any more can be asked for anew.
    pub(crate) fn is_renewable(&self) -> bool {
        self.storage != StorageType::Reference
    }
}

fn expected((algorithm, digits): (Algorithm, &Option<String>)) -> Option<Expected> {
    Some(Expected {
        algorithm,
        digits: digits.clone().filter(|digits| !digits.is_empty())?,
    })
}

/// Refuses a place that the caller does not want, or that nothing protects.
pub(crate) fn admit(place: &Place, root: &str, only_stored: bool) -> Result<()> {
    if only_stored && place.storage == StorageType::Reference {
        let url = shown_url(&place.url);
        return Err(Error::refused(format!(
            "the artifact is a reference to {url}, and only what Taskcluster stores is wanted"
        )));
    }
    check(root, &place.url)
}
