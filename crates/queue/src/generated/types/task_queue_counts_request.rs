// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-queue-counts-request`.

/// Which task queues to count the tasks of.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskQueueCountsRequest {
    /// Names of the task queues, at most 1000 and none of them twice.
    pub task_queue_ids: Vec<String>,
}

taskcluster_core::members! {
    TaskQueueCountsRequest {
        0 task_queue_ids = "taskQueueIds": required,
    }
}

impl TaskQueueCountsRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(task_queue_ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            task_queue_ids: task_queue_ids.into_iter().map(Into::into).collect(),
        }
    }
}
