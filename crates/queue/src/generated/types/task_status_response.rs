// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-status-response`.

use super::TaskStatus;

/// The status of one task.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskStatusResponse {
    /// Status of the task when the call returned.
    pub status: TaskStatus,
}

taskcluster_core::members! {
    TaskStatusResponse {
        0 status = "status": required,
    }
}

impl TaskStatusResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(status: TaskStatus) -> Self {
        Self { status }
    }
}
