// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-queue-counts-list-response`.

use super::TaskQueueCountsResponse;

/// How many tasks there are in each of several task queues.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskQueueCountsListResponse {
    /// The counts of each task queue that was asked for. Find an entry by its `taskQueueId`.
    pub task_queue_counts: Vec<TaskQueueCountsResponse>,
}

taskcluster_core::members! {
    TaskQueueCountsListResponse {
        0 task_queue_counts = "taskQueueCounts": required,
    }
}

impl TaskQueueCountsListResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(task_queue_counts: impl IntoIterator<Item = TaskQueueCountsResponse>) -> Self {
        Self {
            task_queue_counts: task_queue_counts.into_iter().collect(),
        }
    }
}
