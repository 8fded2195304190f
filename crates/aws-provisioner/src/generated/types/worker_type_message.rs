// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The types of the schema `worker-type-message`.

use serde::{Deserialize, Serialize};

/// Tells that something happened to a worker type. What it was follows from the exchange.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct WorkerTypeMessage {
    /// Version of the message format, currently `1`.
    pub version: f64,
    /// Name of the worker type concerned.
    pub worker_type: String,
}
