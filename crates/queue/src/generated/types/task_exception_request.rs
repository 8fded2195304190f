// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-exception-request`.

/// Why a run could not be executed properly.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskExceptionRequest {
    /// Why the run is given up:
    ///
    /// * `worker-shutdown`: the worker has to stop, for instance because its machine is taken away.
    ///   The task is retried if it has retries left.
    /// * `intermittent-task`: the task itself asked for another attempt. It is retried if it has
    ///   retries left.
    /// * `malformed-payload`: the payload of the task is not valid for this kind of worker.
    /// * `resource-unavailable`: something that the payload refers to does not exist or cannot be
    ///   had.
    /// * `internal-error`: the worker ran into an error of its own, after which the task had better
    ///   not be retried.
    /// * `superseded`: a newer task makes this one pointless.
    pub reason: ExceptionReason,
}

taskcluster_core::members! {
    TaskExceptionRequest {
        0 reason = "reason": required,
    }
}

impl TaskExceptionRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(reason: ExceptionReason) -> Self {
        Self { reason }
    }
}

taskcluster_core::string_enum! {
    /// Why the run is given up:
    ///
    /// * `worker-shutdown`: the worker has to stop, for instance because its machine is taken away.
    ///   The task is retried if it has retries left.
    /// * `intermittent-task`: the task itself asked for another attempt. It is retried if it has
    ///   retries left.
    /// * `malformed-payload`: the payload of the task is not valid for this kind of worker.
    /// * `resource-unavailable`: something that the payload refers to does not exist or cannot be
    ///   had.
    /// * `internal-error`: the worker ran into an error of its own, after which the task had better
    ///   not be retried.
    /// * `superseded`: a newer task makes this one pointless.
    pub enum ExceptionReason {
        /// `worker-shutdown`
        WorkerShutdown = "worker-shutdown",
        /// `malformed-payload`
        MalformedPayload = "malformed-payload",
        /// `resource-unavailable`
        ResourceUnavailable = "resource-unavailable",
        /// `internal-error`
        InternalError = "internal-error",
        /// `superseded`. Until 2019.
        Superseded = "superseded",
        /// `intermittent-task`
        IntermittentTask = "intermittent-task",
    }
}
