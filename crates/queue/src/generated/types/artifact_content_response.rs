// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `artifact-content-response`.

use std::fmt;

use super::ObjectCredentials;

taskcluster_core::tagged_union! {
    /// Where the content of an artifact is; `storageType` tells the forms apart.
    ///
    /// Today's servers only.
    pub enum ArtifactContentResponse by "storageType" {
        /// The content is a file in S3.
        S3(S3Content) = "s3",
        /// The content is with the object service: call `startDownload` there with this name and
        /// these credentials.
        Object(ObjectContent) = "object",
        /// The content is outside, wherever the creator of the artifact said.
        Reference(ReferenceContent) = "reference",
        /// There is no content, because it could not be produced.
        Error(ErrorContent) = "error",
    }
}

/// The content is a file in S3.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct S3Content {
    /// URL to `GET` the content from. It may be signed and so expire soon; whoever has it can read,
    /// so treat it as a secret.
    pub url: String,
}

taskcluster_core::members! {
    S3Content {
        0 url = "url": required,
    }
}

impl S3Content {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into() }
    }
}

impl fmt::Debug for S3Content {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("S3Content").finish_non_exhaustive()
    }
}

/// The content is with the object service: call `startDownload` there with this name and these
/// credentials.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ObjectContent {
    /// Temporary credentials for one object in the object service, either to upload it or to
    /// download it.
    ///
    /// The three values belong together, and they are secret.
    pub credentials: ObjectCredentials,
    /// Name of the object, for the object service.
    pub name: String,
}

taskcluster_core::members! {
    ObjectContent {
        0 credentials = "credentials": required,
        1 name = "name": required,
    }
}

impl ObjectContent {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(name: impl Into<String>, credentials: ObjectCredentials) -> Self {
        Self {
            credentials,
            name: name.into(),
        }
    }
}

/// The content is outside, wherever the creator of the artifact said.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ReferenceContent {
    /// URL to `GET` the content from. It need not lead to anything any more.
    pub url: String,
}

taskcluster_core::members! {
    ReferenceContent {
        0 url = "url": required,
    }
}

impl ReferenceContent {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into() }
    }
}

impl fmt::Debug for ReferenceContent {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReferenceContent").finish_non_exhaustive()
    }
}

/// There is no content, because it could not be produced.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ErrorContent {
    /// Explanation for people.
    pub message: String,
    /// Why there is no content, as one of the reasons that `createArtifact` takes, such as
    /// `file-missing-on-worker`.
    pub reason: String,
}

taskcluster_core::members! {
    ErrorContent {
        0 message = "message": required,
        1 reason = "reason": required,
    }
}

/// What a [`ErrorContent`] must have.
pub struct ErrorContentRequired {
    /// See [`ErrorContent::reason`].
    pub reason: String,
    /// See [`ErrorContent::message`].
    pub message: String,
}

impl ErrorContent {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ErrorContentRequired) -> Self {
        Self {
            message: required.message,
            reason: required.reason,
        }
    }
}
