// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `post-artifact-request`.

use time::OffsetDateTime;

taskcluster_core::tagged_union! {
    /// What kind of artifact to create; `storageType` tells the forms apart.
    pub enum PostArtifactRequest by "storageType" {
        /// Asks for signed requests with which to upload a file of known size and hash.
        ///
        /// The content is the file itself, and the transfer is what goes over the wire. They differ
        /// only if `contentEncoding` is other than `identity`. After the upload, call
        /// `completeArtifact`.
        ///
        /// Until 2019.
        Blob(BlobArtifactRequest) = "blob",
        /// Asks for a signed URL with which to upload a file to S3.
        S3(S3ArtifactRequest) = "s3",
        /// Asks for a signed URL with which to write a file to Azure Blob Storage. Deprecated.
        ///
        /// Until 2019.
        Azure(AzureArtifactRequest) = "azure",
        /// Makes the artifact a redirect to something that is stored elsewhere.
        ///
        /// Access to the artifact is checked as usual, but nothing protects what the URL points to.
        Reference(ReferenceArtifactRequest) = "reference",
        /// Records that an artifact could not be produced, and why. Readers get a 424 with the
        /// reason and the message.
        Error(ErrorArtifactRequest) = "error",
        /// Asks for the means to upload a file to the object service. After the upload, call
        /// `finishArtifact`.
        ///
        /// Today's servers only.
        Object(ObjectArtifactRequest) = "object",
        /// Makes the artifact another name for an artifact of the same run. Readers of the link get
        /// the artifact that it names.
        ///
        /// Today's servers only.
        Link(LinkArtifactRequest) = "link",
    }
}

/// Asks for signed requests with which to upload a file of known size and hash.
///
/// The content is the file itself, and the transfer is what goes over the wire. They differ only if
/// `contentEncoding` is other than `identity`. After the upload, call `completeArtifact`.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BlobArtifactRequest {
    /// HTTP content encoding in which the file is uploaded and stored, such as `gzip`. Defaults to
    /// `identity`, which is none.
    ///
    /// Length: at most 255.
    pub content_encoding: Option<String>,
    /// Length of the decoded content in bytes. S3 takes at most 5 GB in one piece, and 5 TB in
    /// parts.
    pub content_length: u64,
    /// SHA-256 of the decoded content, as 64 hexadecimal digits.
    pub content_sha256: String,
    /// Media type of the content, such as `text/plain`.
    ///
    /// Length: at most 255.
    pub content_type: String,
    /// Date-time (UTC) after which the artifact may be deleted. It must not be in the past nor
    /// later than the `expires` of the task.
    pub expires: OffsetDateTime,
    /// The pieces in which the encoded bytes will be uploaded, in order; each needs a request of
    /// its own. Leave it out to upload the file in one request.
    pub parts: Option<Vec<BlobPart>>,
    /// Number of the encoded bytes that will be uploaded. Defaults to `contentLength`.
    pub transfer_length: Option<u64>,
    /// SHA-256 of the encoded bytes that will be uploaded, as 64 hexadecimal digits. Defaults to
    /// `contentSha256`.
    pub transfer_sha256: Option<String>,
}

taskcluster_core::members! {
    BlobArtifactRequest {
        0 content_encoding = "contentEncoding": optional,
        1 content_length = "contentLength": required,
        2 content_sha256 = "contentSha256": required,
        3 content_type = "contentType": required,
        4 expires = "expires": date,
        5 parts = "parts": optional,
        6 transfer_length = "transferLength": optional,
        7 transfer_sha256 = "transferSha256": optional,
    }
}

/// What a [`BlobArtifactRequest`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct BlobArtifactRequestRequired {
    /// Date-time (UTC) after which the artifact may be deleted. It must not be in the past nor
    /// later than the `expires` of the task.
    pub expires: OffsetDateTime,
    /// Media type of the content, such as `text/plain`.
    ///
    /// Length: at most 255.
    pub content_type: String,
    /// SHA-256 of the decoded content, as 64 hexadecimal digits.
    pub content_sha256: String,
    /// Length of the decoded content in bytes. S3 takes at most 5 GB in one piece, and 5 TB in
    /// parts.
    pub content_length: u64,
}

impl BlobArtifactRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: BlobArtifactRequestRequired) -> Self {
        Self {
            content_encoding: None,
            content_length: required.content_length,
            content_sha256: required.content_sha256,
            content_type: required.content_type,
            expires: required.expires,
            parts: None,
            transfer_length: None,
            transfer_sha256: None,
        }
    }

    /// Sets [`content_encoding`](Self::content_encoding).
    #[must_use]
    pub fn content_encoding(mut self, content_encoding: impl Into<String>) -> Self {
        self.content_encoding = Some(content_encoding.into());
        self
    }

    /// Sets [`parts`](Self::parts).
    #[must_use]
    pub fn parts(mut self, parts: impl IntoIterator<Item = BlobPart>) -> Self {
        self.parts = Some(parts.into_iter().collect());
        self
    }

    /// Sets [`transfer_length`](Self::transfer_length).
    #[must_use]
    pub fn transfer_length(mut self, transfer_length: u64) -> Self {
        self.transfer_length = Some(transfer_length);
        self
    }

    /// Sets [`transfer_sha256`](Self::transfer_sha256).
    #[must_use]
    pub fn transfer_sha256(mut self, transfer_sha256: impl Into<String>) -> Self {
        self.transfer_sha256 = Some(transfer_sha256.into());
        self
    }
}

/// A piece of a file that is uploaded in several requests.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct BlobPart {
    /// SHA-256 of the piece, as 64 hexadecimal digits.
    pub sha256: Option<String>,
    /// Length of the piece in bytes: at most 5 GB and, except for the last piece, at least 5 MB.
    pub size: Option<u64>,
}

taskcluster_core::members! {
    BlobPart {
        0 sha256 = "sha256": optional,
        1 size = "size": optional,
    }
}

impl BlobPart {
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

    /// Sets [`size`](Self::size).
    #[must_use]
    pub fn size(mut self, size: u64) -> Self {
        self.size = Some(size);
        self
    }
}

/// Asks for a signed URL with which to upload a file to S3.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct S3ArtifactRequest {
    /// Length of the content in bytes. Leave it out if it is not known, and for servers of 2018,
    /// which do not take it.
    ///
    /// Today's servers only.
    pub content_length: Option<u64>,
    /// Media type of the content, such as `text/plain`. The upload must have the same value in its
    /// `Content-Type` header.
    ///
    /// Length: at most 255.
    pub content_type: String,
    /// Date-time (UTC) after which the artifact may be deleted. It must not be later than the
    /// `expires` of the task, nor, on servers of 2018, in the past.
    pub expires: OffsetDateTime,
}

taskcluster_core::members! {
    S3ArtifactRequest {
        0 content_length = "contentLength": optional,
        1 content_type = "contentType": required,
        2 expires = "expires": date,
    }
}

impl S3ArtifactRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(expires: OffsetDateTime, content_type: impl Into<String>) -> Self {
        Self {
            content_length: None,
            content_type: content_type.into(),
            expires,
        }
    }

    /// Sets [`content_length`](Self::content_length).
    #[must_use]
    pub fn content_length(mut self, content_length: u64) -> Self {
        self.content_length = Some(content_length);
        self
    }
}

/// Asks for a signed URL with which to write a file to Azure Blob Storage. Deprecated.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AzureArtifactRequest {
    /// Media type of the content, such as `text/plain`. Use the same in the `Content-Type` header
    /// of the upload.
    ///
    /// Length: at most 255.
    pub content_type: String,
    /// Date-time (UTC) after which the artifact may be deleted. It must not be in the past nor
    /// later than the `expires` of the task.
    pub expires: OffsetDateTime,
}

taskcluster_core::members! {
    AzureArtifactRequest {
        0 content_type = "contentType": required,
        1 expires = "expires": date,
    }
}

impl AzureArtifactRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(expires: OffsetDateTime, content_type: impl Into<String>) -> Self {
        Self {
            content_type: content_type.into(),
            expires,
        }
    }
}

/// Makes the artifact a redirect to something that is stored elsewhere.
///
/// Access to the artifact is checked as usual, but nothing protects what the URL points to.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReferenceArtifactRequest {
    /// Media type of what the URL points to, such as `text/html`.
    ///
    /// Length: at most 255.
    pub content_type: String,
    /// Date-time (UTC) after which the queue may forget the reference; it does not delete what is
    /// behind it. It must not be later than the `expires` of the task, nor, on servers of 2018, in
    /// the past.
    pub expires: OffsetDateTime,
    /// Absolute URL to which readers are redirected with a 303.
    pub url: String,
}

taskcluster_core::members! {
    ReferenceArtifactRequest {
        0 content_type = "contentType": required,
        1 expires = "expires": date,
        2 url = "url": required,
    }
}

/// What a [`ReferenceArtifactRequest`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferenceArtifactRequestRequired {
    /// Date-time (UTC) after which the queue may forget the reference; it does not delete what is
    /// behind it. It must not be later than the `expires` of the task, nor, on servers of 2018, in
    /// the past.
    pub expires: OffsetDateTime,
    /// Absolute URL to which readers are redirected with a 303.
    pub url: String,
    /// Media type of what the URL points to, such as `text/html`.
    ///
    /// Length: at most 255.
    pub content_type: String,
}

impl ReferenceArtifactRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ReferenceArtifactRequestRequired) -> Self {
        Self {
            content_type: required.content_type,
            expires: required.expires,
            url: required.url,
        }
    }
}

/// Records that an artifact could not be produced, and why. Readers get a 424 with the reason and
/// the message.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ErrorArtifactRequest {
    /// Date-time (UTC) after which the queue may forget the record and answer with 404 instead. It
    /// must not be later than the `expires` of the task, nor, on servers of 2018, in the past.
    pub expires: OffsetDateTime,
    /// Explanation for people, of at most 4096 characters.
    pub message: String,
    /// Why there is no content:
    ///
    /// * `file-missing-on-worker`: there was no such file.
    /// * `invalid-resource-on-worker`: it was not something that can be uploaded, like a directory.
    /// * `too-large-file-on-worker`: it was too large.
    /// * `file-not-readable-on-worker`: it could not be read.
    pub reason: ArtifactErrorReason,
}

taskcluster_core::members! {
    ErrorArtifactRequest {
        0 expires = "expires": date,
        1 message = "message": required,
        2 reason = "reason": required,
    }
}

impl ErrorArtifactRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        expires: OffsetDateTime,
        reason: ArtifactErrorReason,
        message: impl Into<String>,
    ) -> Self {
        Self {
            expires,
            message: message.into(),
            reason,
        }
    }
}

taskcluster_core::string_enum! {
    /// Why there is no content:
    ///
    /// * `file-missing-on-worker`: there was no such file.
    /// * `invalid-resource-on-worker`: it was not something that can be uploaded, like a directory.
    /// * `too-large-file-on-worker`: it was too large.
    /// * `file-not-readable-on-worker`: it could not be read.
    pub enum ArtifactErrorReason {
        /// `file-missing-on-worker`
        FileMissingOnWorker = "file-missing-on-worker",
        /// `invalid-resource-on-worker`
        InvalidResourceOnWorker = "invalid-resource-on-worker",
        /// `too-large-file-on-worker`
        TooLargeFileOnWorker = "too-large-file-on-worker",
        /// `file-not-readable-on-worker`. Today's servers only.
        FileNotReadableOnWorker = "file-not-readable-on-worker",
    }
}

/// Asks for the means to upload a file to the object service. After the upload, call
/// `finishArtifact`.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ObjectArtifactRequest {
    /// Length of the content in bytes. Leave it out if it is not known.
    pub content_length: Option<u64>,
    /// Media type of the content, such as `text/plain`.
    ///
    /// Length: at most 255.
    pub content_type: String,
    /// Date-time (UTC) after which the artifact may be deleted. It must not be later than the
    /// `expires` of the task, nor, on servers of 2018, in the past.
    pub expires: OffsetDateTime,
}

taskcluster_core::members! {
    ObjectArtifactRequest {
        0 content_length = "contentLength": optional,
        1 content_type = "contentType": required,
        2 expires = "expires": date,
    }
}

impl ObjectArtifactRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(expires: OffsetDateTime, content_type: impl Into<String>) -> Self {
        Self {
            content_length: None,
            content_type: content_type.into(),
            expires,
        }
    }

    /// Sets [`content_length`](Self::content_length).
    #[must_use]
    pub fn content_length(mut self, content_length: u64) -> Self {
        self.content_length = Some(content_length);
        self
    }
}

/// Makes the artifact another name for an artifact of the same run. Readers of the link get the
/// artifact that it names.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LinkArtifactRequest {
    /// Name of the artifact that the link leads to, in the same run.
    pub artifact: String,
    /// Media type of the content, such as `text/plain`. It may be left out.
    ///
    /// Length: at most 255.
    pub content_type: Option<String>,
    /// Date-time (UTC) after which the queue may forget the link. It must not be later than the
    /// `expires` of the task, nor, on servers of 2018, in the past.
    pub expires: OffsetDateTime,
}

taskcluster_core::members! {
    LinkArtifactRequest {
        0 artifact = "artifact": required,
        1 content_type = "contentType": optional,
        2 expires = "expires": date,
    }
}

impl LinkArtifactRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(expires: OffsetDateTime, artifact: impl Into<String>) -> Self {
        Self {
            artifact: artifact.into(),
            content_type: None,
            expires,
        }
    }

    /// Sets [`content_type`](Self::content_type).
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }
}
