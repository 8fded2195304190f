// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `sentry-dsn-response`.

use std::fmt;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// How to report errors to a Sentry project, and until when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SentryDsnResponse {
    /// The URLs that Sentry libraries are configured with.
    pub dsn: SentryDsn,
    /// When the DSN stops working, in UTC. Get a new one before that.
    #[serde(with = "taskcluster_core::timestamp")]
    pub expires: OffsetDateTime,
    /// Name of the Sentry project.
    pub project: String,
}

/// The URLs that Sentry libraries are configured with.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SentryDsn {
    /// DSN without the secret key, for programs that users can look into, such as web pages.
    pub public: String,
    /// DSN that includes the secret key, for programs on servers. Keep it secret.
    pub secret: String,
}

impl fmt::Debug for SentryDsn {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SentryDsn")
            .field("public", &self.public)
            .finish_non_exhaustive()
    }
}
