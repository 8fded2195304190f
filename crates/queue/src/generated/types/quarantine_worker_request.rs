// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `quarantine-worker-request`.

use time::OffsetDateTime;

/// How long a worker is to be kept from claiming tasks.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct QuarantineWorkerRequest {
    /// Why the worker is put into quarantine, as text for people, of at most 4000 characters. Leave
    /// it out for servers of 2018, which do not take it.
    ///
    /// Length: 0 to 4000.
    ///
    /// Today's servers only.
    pub quarantine_info: Option<String>,
    /// Date-time (UTC) until which the worker gets no tasks. A time in the past ends the
    /// quarantine. Always give it.
    pub quarantine_until: Option<OffsetDateTime>,
}

taskcluster_core::members! {
    QuarantineWorkerRequest {
        0 quarantine_info = "quarantineInfo": optional,
        1 quarantine_until = "quarantineUntil": optional_date,
    }
}

impl QuarantineWorkerRequest {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`quarantine_info`](Self::quarantine_info).
    #[must_use]
    pub fn quarantine_info(mut self, quarantine_info: impl Into<String>) -> Self {
        self.quarantine_info = Some(quarantine_info.into());
        self
    }

    /// Sets [`quarantine_until`](Self::quarantine_until).
    #[must_use]
    pub fn quarantine_until(mut self, quarantine_until: OffsetDateTime) -> Self {
        self.quarantine_until = Some(quarantine_until);
        self
    }
}
