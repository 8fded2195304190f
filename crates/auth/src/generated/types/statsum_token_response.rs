// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `statsum-token-response`.

use std::fmt;

use time::OffsetDateTime;

/// How to send metrics to statsum for a project, and until when.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct StatsumTokenResponse {
    /// Base URL of the statsum server to send metrics to.
    pub base_url: String,
    /// When to stop using the token, in UTC. Get a new one before that.
    pub expires: OffsetDateTime,
    /// Name of the project that the token is limited to.
    pub project: String,
    /// Token that statsum accepts for the project. Keep it secret.
    pub token: String,
}

taskcluster_core::members! {
    StatsumTokenResponse {
        0 base_url = "baseUrl": required,
        1 expires = "expires": date,
        2 project = "project": required,
        3 token = "token": required,
    }
}

/// What a [`StatsumTokenResponse`] must have.
pub struct StatsumTokenResponseRequired {
    /// See [`StatsumTokenResponse::project`].
    pub project: String,
    /// See [`StatsumTokenResponse::token`].
    pub token: String,
    /// See [`StatsumTokenResponse::expires`].
    pub expires: OffsetDateTime,
    /// See [`StatsumTokenResponse::base_url`].
    pub base_url: String,
}

impl StatsumTokenResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: StatsumTokenResponseRequired) -> Self {
        Self {
            base_url: required.base_url,
            expires: required.expires,
            project: required.project,
            token: required.token,
        }
    }
}

impl fmt::Debug for StatsumTokenResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StatsumTokenResponse")
            .field("base_url", &self.base_url)
            .field("expires", &self.expires)
            .field("project", &self.project)
            .finish_non_exhaustive()
    }
}
