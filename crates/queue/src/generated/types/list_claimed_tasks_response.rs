// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `list-claimed-tasks-response`.

use taskcluster_core::Page;
use time::OffsetDateTime;

use super::Task;

/// A page of the tasks of a task queue that workers have claimed.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListClaimedTasksResponse {
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    pub continuation_token: Option<String>,
    /// The claimed tasks on this page; there may be none.
    pub tasks: Vec<ClaimedTaskEntry>,
}

taskcluster_core::members! {
    ListClaimedTasksResponse {
        0 continuation_token = "continuationToken": optional,
        1 tasks = "tasks": required,
    }
}

impl ListClaimedTasksResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(tasks: impl IntoIterator<Item = ClaimedTaskEntry>) -> Self {
        Self {
            continuation_token: None,
            tasks: tasks.into_iter().collect(),
        }
    }
}

impl Page for ListClaimedTasksResponse {
    type Item = ClaimedTaskEntry;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.tasks
    }
}

/// A run that a worker has claimed, with the definition of its task.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ClaimedTaskEntry {
    /// Date-time (UTC) when the worker claimed the run.
    pub claimed: OffsetDateTime,
    /// Number of the run, counted from 0.
    ///
    /// Range: 0 to 1000.
    pub run_id: u64,
    /// What is to be done, by which workers, when, and on whose behalf.
    ///
    /// This is the definition as the queue keeps it, with a value for everything that the creator
    /// left out.
    pub task: Task,
    /// The task, a slugid.
    pub task_id: String,
    /// Group of the worker that claimed the run, such as its data center or region.
    pub worker_group: String,
    /// Name of the worker that claimed the run, unique within its group.
    pub worker_id: String,
}

taskcluster_core::members! {
    ClaimedTaskEntry {
        0 claimed = "claimed": date,
        1 run_id = "runId": required,
        2 task = "task": required,
        3 task_id = "taskId": required,
        4 worker_group = "workerGroup": required,
        5 worker_id = "workerId": required,
    }
}

/// What a [`ClaimedTaskEntry`] must have.
pub struct ClaimedTaskEntryRequired {
    /// See [`ClaimedTaskEntry::task_id`].
    pub task_id: String,
    /// See [`ClaimedTaskEntry::run_id`].
    pub run_id: u64,
    /// See [`ClaimedTaskEntry::worker_group`].
    pub worker_group: String,
    /// See [`ClaimedTaskEntry::worker_id`].
    pub worker_id: String,
    /// See [`ClaimedTaskEntry::claimed`].
    pub claimed: OffsetDateTime,
    /// See [`ClaimedTaskEntry::task`].
    pub task: Task,
}

impl ClaimedTaskEntry {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ClaimedTaskEntryRequired) -> Self {
        Self {
            claimed: required.claimed,
            run_id: required.run_id,
            task: required.task,
            task_id: required.task_id,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
        }
    }
}
