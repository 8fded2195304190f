// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `should-worker-terminate-response`.

/// Whether the service can do without the worker.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ShouldWorkerTerminateResponse {
    /// Why, in a few words, for logs: for instance that the pool has more workers than it needs.
    /// `none` if the service has not decided anything about the worker.
    pub reason: String,
    /// Whether the worker should shut down once it has finished its tasks, instead of claiming
    /// more.
    pub terminate: bool,
}

taskcluster_core::members! {
    ShouldWorkerTerminateResponse {
        0 reason = "reason": required,
        1 terminate = "terminate": required,
    }
}

impl ShouldWorkerTerminateResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(terminate: bool, reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            terminate,
        }
    }
}
