// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `github-token-response`.

use std::fmt;

use time::OffsetDateTime;

/// A token for calls to GitHub's API.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GithubTokenResponse {
    /// Date-time (UTC) until which the token works.
    pub expires: OffsetDateTime,
    /// The token, to be sent with requests to GitHub. Secret.
    pub token: String,
}

taskcluster_core::members! {
    GithubTokenResponse {
        0 expires = "expires": date,
        1 token = "token": required,
    }
}

impl GithubTokenResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(token: impl Into<String>, expires: OffsetDateTime) -> Self {
        Self {
            expires,
            token: token.into(),
        }
    }
}

impl fmt::Debug for GithubTokenResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GithubTokenResponse")
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}
