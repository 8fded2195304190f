// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `report-worker-error-request`.

use std::fmt;

use taskcluster_core::json::Value;

/// Something that went wrong on a worker, for those who look after the pool to see.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ReportWorkerErrorRequest {
    /// The error in full, as text for people, perhaps in Markdown. At most 10240 characters.
    pub description: String,
    /// Further data of any form. For an error which a worker has reported, the service adds
    /// `workerGroup` and `workerId`.
    pub extra: Value,
    /// What sort of error it is, as a short word for programs, such as `creation-error`. Lower-case
    /// letters, digits and `-`, at most 128 characters. The set of kinds is open.
    pub kind: String,
    /// The error in a few words, at most 128 characters.
    pub title: String,
    /// Group of the worker within its pool, often the region or zone it is in. 1 to 38 letters,
    /// digits, `-` or `_`.
    pub worker_group: String,
    /// Name of the worker, unique within its group. 1 to 38 letters, digits, `-` or `_`.
    pub worker_id: String,
}

taskcluster_core::members! {
    ReportWorkerErrorRequest {
        0 description = "description": required,
        1 extra = "extra": required,
        2 kind = "kind": required,
        3 title = "title": required,
        4 worker_group = "workerGroup": required,
        5 worker_id = "workerId": required,
    }
}

/// What a [`ReportWorkerErrorRequest`] must have.
#[derive(Clone, PartialEq)]
pub struct ReportWorkerErrorRequestRequired {
    /// Group of the worker within its pool, often the region or zone it is in. 1 to 38 letters,
    /// digits, `-` or `_`.
    pub worker_group: String,
    /// Name of the worker, unique within its group. 1 to 38 letters, digits, `-` or `_`.
    pub worker_id: String,
    /// What sort of error it is, as a short word for programs, such as `creation-error`. Lower-case
    /// letters, digits and `-`, at most 128 characters. The set of kinds is open.
    pub kind: String,
    /// The error in a few words, at most 128 characters.
    pub title: String,
    /// The error in full, as text for people, perhaps in Markdown. At most 10240 characters.
    pub description: String,
    /// Further data of any form. For an error which a worker has reported, the service adds
    /// `workerGroup` and `workerId`.
    pub extra: Value,
}

impl fmt::Debug for ReportWorkerErrorRequestRequired {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReportWorkerErrorRequestRequired")
            .field("worker_group", &self.worker_group)
            .field("worker_id", &self.worker_id)
            .field("kind", &self.kind)
            .field("title", &self.title)
            .field("description", &self.description)
            .field("extra", &taskcluster_core::json::shown(&self.extra))
            .finish()
    }
}

impl ReportWorkerErrorRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ReportWorkerErrorRequestRequired) -> Self {
        Self {
            description: required.description,
            extra: required.extra,
            kind: required.kind,
            title: required.title,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
        }
    }
}

impl fmt::Debug for ReportWorkerErrorRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReportWorkerErrorRequest")
            .field("description", &self.description)
            .field("extra", &taskcluster_core::json::shown(&self.extra))
            .field("kind", &self.kind)
            .field("title", &self.title)
            .field("worker_group", &self.worker_group)
            .field("worker_id", &self.worker_id)
            .finish()
    }
}
