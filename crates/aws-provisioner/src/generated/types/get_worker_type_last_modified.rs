// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The types of the schema `get-worker-type-last-modified`.

use time::OffsetDateTime;

/// When a worker type was last changed.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetWorkerTypeLastModified {
    /// Time of the last change (UTC). Equal to the one in the user data of instances that are up to
    /// date.
    pub last_modified: OffsetDateTime,
    /// Name of the worker type.
    pub worker_type: String,
}

taskcluster_core::members! {
    GetWorkerTypeLastModified {
        0 last_modified = "lastModified": date,
        1 worker_type = "workerType": required,
    }
}

impl GetWorkerTypeLastModified {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(worker_type: impl Into<String>, last_modified: OffsetDateTime) -> Self {
        Self {
            last_modified,
            worker_type: worker_type.into(),
        }
    }
}
