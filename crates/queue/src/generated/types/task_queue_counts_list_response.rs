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
