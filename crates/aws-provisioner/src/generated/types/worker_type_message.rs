// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The types of the schema `worker-type-message`.

/// Tells that something happened to a worker type. What it was follows from the exchange.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkerTypeMessage {
    /// Version of the message format, currently `1`.
    pub version: f64,
    /// Name of the worker type concerned.
    pub worker_type: String,
}

taskcluster_core::members! {
    WorkerTypeMessage {
        0 version = "version": required,
        1 worker_type = "workerType": required,
    }
}

impl WorkerTypeMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(worker_type: impl Into<String>, version: f64) -> Self {
        Self {
            version,
            worker_type: worker_type.into(),
        }
    }
}
