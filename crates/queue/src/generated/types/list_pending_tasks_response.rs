// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `list-pending-tasks-response`.

use taskcluster_core::Page;
use time::OffsetDateTime;

use super::Task;

/// A page of the tasks of a task queue that wait to be claimed.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListPendingTasksResponse {
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    pub continuation_token: Option<String>,
    /// The pending tasks on this page; there may be none.
    pub tasks: Vec<PendingTaskEntry>,
}

taskcluster_core::members! {
    ListPendingTasksResponse {
        0 continuation_token = "continuationToken": optional,
        1 tasks = "tasks": required,
    }
}

impl ListPendingTasksResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(tasks: impl IntoIterator<Item = PendingTaskEntry>) -> Self {
        Self {
            continuation_token: None,
            tasks: tasks.into_iter().collect(),
        }
    }
}

impl Page for ListPendingTasksResponse {
    type Item = PendingTaskEntry;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.tasks
    }
}

/// A run that waits to be claimed, with the definition of its task.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PendingTaskEntry {
    /// Date-time (UTC) when the run was put among those that wait.
    pub inserted: OffsetDateTime,
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
}

taskcluster_core::members! {
    PendingTaskEntry {
        0 inserted = "inserted": date,
        1 run_id = "runId": required,
        2 task = "task": required,
        3 task_id = "taskId": required,
    }
}

impl PendingTaskEntry {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        task_id: impl Into<String>,
        run_id: u64,
        task: Task,
        inserted: OffsetDateTime,
    ) -> Self {
        Self {
            inserted,
            run_id,
            task,
            task_id: task_id.into(),
        }
    }
}
