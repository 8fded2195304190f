// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `github-token-response`.

use std::fmt;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// A token for calls to GitHub's API.
///
/// Today's servers only.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GithubTokenResponse {
    /// Date-time (UTC) until which the token works.
    #[serde(with = "taskcluster_core::timestamp")]
    pub expires: OffsetDateTime,
    /// The token, to be sent with requests to GitHub. Secret.
    pub token: String,
}

impl fmt::Debug for GithubTokenResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GithubTokenResponse")
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}
