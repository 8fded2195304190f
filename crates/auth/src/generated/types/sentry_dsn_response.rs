// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `sentry-dsn-response`.

use std::fmt;

use time::OffsetDateTime;

/// How to report errors to a Sentry project, and until when.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SentryDsnResponse {
    /// The URLs that Sentry libraries are configured with.
    pub dsn: SentryDsn,
    /// When the DSN stops working, in UTC. Get a new one before that.
    pub expires: OffsetDateTime,
    /// Name of the Sentry project.
    pub project: String,
}

taskcluster_core::members! {
    SentryDsnResponse {
        0 dsn = "dsn": required,
        1 expires = "expires": date,
        2 project = "project": required,
    }
}

impl SentryDsnResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(project: impl Into<String>, dsn: SentryDsn, expires: OffsetDateTime) -> Self {
        Self {
            dsn,
            expires,
            project: project.into(),
        }
    }
}

/// The URLs that Sentry libraries are configured with.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SentryDsn {
    /// DSN without the secret key, for programs that users can look into, such as web pages.
    pub public: String,
    /// DSN that includes the secret key, for programs on servers. Keep it secret.
    pub secret: String,
}

taskcluster_core::members! {
    SentryDsn {
        0 public = "public": required,
        1 secret = "secret": required,
    }
}

/// What a [`SentryDsn`] must have.
pub struct SentryDsnRequired {
    /// See [`SentryDsn::secret`].
    pub secret: String,
    /// See [`SentryDsn::public`].
    pub public: String,
}

impl SentryDsn {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: SentryDsnRequired) -> Self {
        Self {
            public: required.public,
            secret: required.secret,
        }
    }
}

impl fmt::Debug for SentryDsn {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SentryDsn")
            .field("public", &self.public)
            .finish_non_exhaustive()
    }
}
