// Written by `cargo xtask generate` from the references of the service `object`. Do not edit.

//! The types of the schema `upload-method-data-inline`.

/// The content itself.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InlineData {
    /// Media type of the content, such as `text/plain`.
    pub content_type: String,
    /// The content in Base64, at most 10926 characters, which is about 8 KB of content.
    pub object_data: String,
}

taskcluster_core::members! {
    InlineData {
        0 content_type = "contentType": required,
        1 object_data = "objectData": required,
    }
}

/// What a [`InlineData`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct InlineDataRequired {
    /// Media type of the content, such as `text/plain`.
    pub content_type: String,
    /// The content in Base64, at most 10926 characters, which is about 8 KB of content.
    pub object_data: String,
}

impl InlineData {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: InlineDataRequired) -> Self {
        Self {
            content_type: required.content_type,
            object_data: required.object_data,
        }
    }
}
