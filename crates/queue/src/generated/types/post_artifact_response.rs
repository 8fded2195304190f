// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `post-artifact-response`.

use std::collections::BTreeMap;
use std::fmt;

use time::OffsetDateTime;

use super::ObjectCredentials;

taskcluster_core::tagged_union! {
    /// How to go on with the artifact that was created; `storageType` is that of the request.
    pub enum PostArtifactResponse by "storageType" {
        /// The requests with which to upload the file. Pass the `ETag` headers of their responses
        /// to `completeArtifact`, in the same order.
        ///
        /// Until 2019.
        Blob(BlobArtifactResponse) = "blob",
        /// Where to upload the file.
        S3(S3ArtifactResponse) = "s3",
        /// Where to write the file.
        ///
        /// Until 2019.
        Azure(AzureArtifactResponse) = "azure",
        /// Confirms that the reference was stored; there is nothing more to do.
        Reference(ReferenceArtifactResponse) = "reference",
        /// Confirms that the error was stored; there is nothing more to do.
        Error(ErrorArtifactResponse) = "error",
        /// How to upload the file to the object service.
        ///
        /// Call `createUpload` of that service with these credentials, upload the content, call its
        /// `finishUpload`, and in the end `finishArtifact` of the queue.
        ///
        /// Today's servers only.
        Object(ObjectArtifactResponse) = "object",
        /// Confirms that the link was stored; there is nothing more to do.
        ///
        /// Today's servers only.
        Link(LinkArtifactResponse) = "link",
    }
}

/// The requests with which to upload the file. Pass the `ETag` headers of their responses to
/// `completeArtifact`, in the same order.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BlobArtifactResponse {
    /// Date-time (UTC) until which the upload can be made. After that, repeat the call to get fresh
    /// signatures.
    pub expires: OffsetDateTime,
    /// The requests to make: one, or as many as there are parts, in the order of the parts.
    pub requests: Vec<UploadRequest>,
}

taskcluster_core::members! {
    BlobArtifactResponse {
        0 expires = "expires": date,
        1 requests = "requests": required,
    }
}

impl BlobArtifactResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(requests: impl IntoIterator<Item = UploadRequest>, expires: OffsetDateTime) -> Self {
        Self {
            expires,
            requests: requests.into_iter().collect(),
        }
    }
}

/// A signed HTTP request which uploads the file or a part of it; the body has to be added.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UploadRequest {
    /// Headers of the request, by name, all to be sent unchanged. They carry the signature, so keep
    /// them secret.
    pub headers: BTreeMap<String, String>,
    /// HTTP method of the request.
    pub method: UploadMethod,
    /// URL of the request, to be used unchanged.
    pub url: String,
}

taskcluster_core::members! {
    UploadRequest {
        0 headers = "headers": required,
        1 method = "method": required,
        2 url = "url": required,
    }
}

impl UploadRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        url: impl Into<String>,
        method: UploadMethod,
        headers: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        Self {
            headers: headers
                .into_iter()
                .map(|(key, value)| (key.into(), value.into()))
                .collect(),
            method,
            url: url.into(),
        }
    }
}

impl fmt::Debug for UploadRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadRequest")
            .field("method", &self.method)
            .finish_non_exhaustive()
    }
}

taskcluster_core::string_enum! {
    /// HTTP method of the request.
    ///
    /// Until 2019.
    pub enum UploadMethod {
        /// `GET`
        Get = "GET",
        /// `POST`
        Post = "POST",
        /// `PUT`
        Put = "PUT",
        /// `DELETE`
        Delete = "DELETE",
        /// `OPTIONS`
        Options = "OPTIONS",
        /// `HEAD`
        Head = "HEAD",
        /// `PATCH`
        Patch = "PATCH",
    }
}

/// Where to upload the file.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct S3ArtifactResponse {
    /// Value that the upload must have in its `Content-Type` header, as declared in the request.
    ///
    /// Length: at most 255.
    pub content_type: String,
    /// Date-time (UTC) until which the upload can be made. After that, repeat the call to get a
    /// fresh signature.
    pub expires: OffsetDateTime,
    /// Signed URL to which to `PUT` the content, with a `Content-Length` header. Whoever has it can
    /// write, so keep it secret.
    pub put_url: String,
}

taskcluster_core::members! {
    S3ArtifactResponse {
        0 content_type = "contentType": required,
        1 expires = "expires": date,
        2 put_url = "putUrl": required,
    }
}

impl S3ArtifactResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        put_url: impl Into<String>,
        expires: OffsetDateTime,
        content_type: impl Into<String>,
    ) -> Self {
        Self {
            content_type: content_type.into(),
            expires,
            put_url: put_url.into(),
        }
    }
}

impl fmt::Debug for S3ArtifactResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("S3ArtifactResponse")
            .field("content_type", &self.content_type)
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}

/// Where to write the file.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AzureArtifactResponse {
    /// Media type of the content, as declared in the request.
    ///
    /// Length: at most 255.
    pub content_type: String,
    /// Date-time (UTC) until which the upload can be made. After that, repeat the call to get fresh
    /// signatures.
    pub expires: OffsetDateTime,
    /// URL of the blob with a shared access signature for writing. Whoever has it can write, so
    /// keep it secret.
    pub put_url: String,
}

taskcluster_core::members! {
    AzureArtifactResponse {
        0 content_type = "contentType": required,
        1 expires = "expires": date,
        2 put_url = "putUrl": required,
    }
}

/// What a [`AzureArtifactResponse`] must have.
pub struct AzureArtifactResponseRequired {
    /// See [`AzureArtifactResponse::expires`].
    pub expires: OffsetDateTime,
    /// See [`AzureArtifactResponse::content_type`].
    pub content_type: String,
    /// See [`AzureArtifactResponse::put_url`].
    pub put_url: String,
}

impl AzureArtifactResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: AzureArtifactResponseRequired) -> Self {
        Self {
            content_type: required.content_type,
            expires: required.expires,
            put_url: required.put_url,
        }
    }
}

impl fmt::Debug for AzureArtifactResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AzureArtifactResponse")
            .field("content_type", &self.content_type)
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}

/// Confirms that the reference was stored; there is nothing more to do.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct ReferenceArtifactResponse {}

taskcluster_core::members! {
    ReferenceArtifactResponse {
    }
}

impl ReferenceArtifactResponse {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Confirms that the error was stored; there is nothing more to do.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct ErrorArtifactResponse {}

taskcluster_core::members! {
    ErrorArtifactResponse {
    }
}

impl ErrorArtifactResponse {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

/// How to upload the file to the object service.
///
/// Call `createUpload` of that service with these credentials, upload the content, call its
/// `finishUpload`, and in the end `finishArtifact` of the queue.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ObjectArtifactResponse {
    /// Temporary credentials for one object in the object service, either to upload it or to
    /// download it.
    ///
    /// The three values belong together, and they are secret.
    pub credentials: ObjectCredentials,
    /// Date-time (UTC) when the artifact expires, which is what the upload has to declare as its
    /// `expires`.
    pub expires: OffsetDateTime,
    /// Name under which to upload the object.
    pub name: String,
    /// Project which the upload has to declare.
    ///
    /// Length: 1 to 500.
    pub project_id: String,
    /// The upload, a slugid, for `createUpload`, `finishUpload` and `finishArtifact` alike. Keep it
    /// secret.
    pub upload_id: String,
}

taskcluster_core::members! {
    ObjectArtifactResponse {
        0 credentials = "credentials": required,
        1 expires = "expires": date,
        2 name = "name": required,
        3 project_id = "projectId": required,
        4 upload_id = "uploadId": required,
    }
}

/// What a [`ObjectArtifactResponse`] must have.
pub struct ObjectArtifactResponseRequired {
    /// See [`ObjectArtifactResponse::name`].
    pub name: String,
    /// See [`ObjectArtifactResponse::project_id`].
    pub project_id: String,
    /// See [`ObjectArtifactResponse::upload_id`].
    pub upload_id: String,
    /// See [`ObjectArtifactResponse::credentials`].
    pub credentials: ObjectCredentials,
    /// See [`ObjectArtifactResponse::expires`].
    pub expires: OffsetDateTime,
}

impl ObjectArtifactResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ObjectArtifactResponseRequired) -> Self {
        Self {
            credentials: required.credentials,
            expires: required.expires,
            name: required.name,
            project_id: required.project_id,
            upload_id: required.upload_id,
        }
    }
}

/// Confirms that the link was stored; there is nothing more to do.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct LinkArtifactResponse {}

taskcluster_core::members! {
    LinkArtifactResponse {
    }
}

impl LinkArtifactResponse {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}
