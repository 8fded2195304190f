// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The types of the schema `create-comment`.

/// A comment to post.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateComment {
    /// The text of the comment, in GitHub's Markdown.
    pub body: String,
}

taskcluster_core::members! {
    CreateComment {
        0 body = "body": required,
    }
}

impl CreateComment {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(body: impl Into<String>) -> Self {
        Self { body: body.into() }
    }
}
