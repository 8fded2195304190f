// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The types of the schema `create-comment`.

use serde::{Deserialize, Serialize};

/// A comment to post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateComment {
    /// The text of the comment, in GitHub's Markdown.
    pub body: String,
}

impl CreateComment {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(body: impl Into<String>) -> Self {
        Self { body: body.into() }
    }
}
