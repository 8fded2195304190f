// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-queue-counts-response`.

/// How many tasks there are in a task queue.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskQueueCountsResponse {
    /// Number of tasks that workers have claimed and not resolved yet.
    pub claimed_tasks: u64,
    /// Number of tasks that wait to be claimed.
    pub pending_tasks: u64,
    /// First half of the name of the worker pool that should execute the task, 1 to 38 letters,
    /// digits, `-` or `_` (22 on servers of 2018).
    pub provisioner_id: String,
    /// Name of the task queue, `provisionerId/workerType`: the two halves of the name of a worker
    /// pool with a slash between. Servers of 2018 only have the halves.
    pub task_queue_id: String,
    /// Second half of the name of the worker pool that should execute the task, 1 to 38 characters:
    /// lower-case letters, digits and `-`, from a letter on. Servers of 2018 take 22 letters,
    /// digits, `-` or `_`.
    pub worker_type: String,
}

taskcluster_core::members! {
    TaskQueueCountsResponse {
        0 claimed_tasks = "claimedTasks": required,
        1 pending_tasks = "pendingTasks": required,
        2 provisioner_id = "provisionerId": required,
        3 task_queue_id = "taskQueueId": required,
        4 worker_type = "workerType": required,
    }
}

/// What a [`TaskQueueCountsResponse`] must have.
pub struct TaskQueueCountsResponseRequired {
    /// See [`TaskQueueCountsResponse::provisioner_id`].
    pub provisioner_id: String,
    /// See [`TaskQueueCountsResponse::worker_type`].
    pub worker_type: String,
    /// See [`TaskQueueCountsResponse::task_queue_id`].
    pub task_queue_id: String,
    /// See [`TaskQueueCountsResponse::pending_tasks`].
    pub pending_tasks: u64,
    /// See [`TaskQueueCountsResponse::claimed_tasks`].
    pub claimed_tasks: u64,
}

impl TaskQueueCountsResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskQueueCountsResponseRequired) -> Self {
        Self {
            claimed_tasks: required.claimed_tasks,
            pending_tasks: required.pending_tasks,
            provisioner_id: required.provisioner_id,
            task_queue_id: required.task_queue_id,
            worker_type: required.worker_type,
        }
    }
}
