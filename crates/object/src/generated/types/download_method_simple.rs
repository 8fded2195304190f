// Written by `cargo xtask generate` from the references of the service `object`. Do not edit.

//! The types of the schema `download-method-simple`.

use std::fmt;

/// Where to `GET` the content from.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SimpleDownload {
    /// URL to `GET` the content from. It may be signed; whoever has it can read, so treat it as a
    /// secret.
    pub url: String,
}

taskcluster_core::members! {
    SimpleDownload {
        0 url = "url": required,
    }
}

impl SimpleDownload {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into() }
    }
}

impl fmt::Debug for SimpleDownload {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SimpleDownload").finish_non_exhaustive()
    }
}
