// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The types of the schema `backend-status-response`.

use time::OffsetDateTime;

/// What the external watchdog knows about the provisioning loop.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BackendStatusResponse {
    /// Time at which the loop last completed a round (UTC).
    pub last_checked_in: OffsetDateTime,
    /// Verdict of the watchdog in its own words, for example `healthy`.
    pub status: String,
}

taskcluster_core::members! {
    BackendStatusResponse {
        0 last_checked_in = "lastCheckedIn": date,
        1 status = "status": required,
    }
}

impl BackendStatusResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(status: impl Into<String>, last_checked_in: OffsetDateTime) -> Self {
        Self {
            last_checked_in,
            status: status.into(),
        }
    }
}
