// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `pending-tasks-response`.

/// Length of the backlog of a worker pool.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PendingTasksResponse {
    /// Approximate number of tasks that wait to be claimed, on servers of 2018 up to about 20
    /// seconds old.
    pub pending_tasks: u64,
    /// First half of the name of a worker pool, 1 to 38 letters, digits, `-` or `_` (22 on servers
    /// of 2018).
    pub provisioner_id: String,
    /// Name of the task queue, `provisionerId/workerType`: the two halves of the name of a worker
    /// pool with a slash between. Servers of 2018 only have the halves.
    ///
    /// Today's servers only.
    pub task_queue_id: Option<String>,
    /// Second half of the name of a worker pool, 1 to 38 characters: lower-case letters, digits and
    /// `-`, from a letter on. Servers of 2018 take 22 letters, digits, `-` or `_`.
    pub worker_type: String,
}

taskcluster_core::members! {
    PendingTasksResponse {
        0 pending_tasks = "pendingTasks": required,
        1 provisioner_id = "provisionerId": required,
        2 task_queue_id = "taskQueueId": optional,
        3 worker_type = "workerType": required,
    }
}

/// What a [`PendingTasksResponse`] must have.
pub struct PendingTasksResponseRequired {
    /// See [`PendingTasksResponse::provisioner_id`].
    pub provisioner_id: String,
    /// See [`PendingTasksResponse::worker_type`].
    pub worker_type: String,
    /// See [`PendingTasksResponse::pending_tasks`].
    pub pending_tasks: u64,
}

impl PendingTasksResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: PendingTasksResponseRequired) -> Self {
        Self {
            pending_tasks: required.pending_tasks,
            provisioner_id: required.provisioner_id,
            task_queue_id: None,
            worker_type: required.worker_type,
        }
    }
}
