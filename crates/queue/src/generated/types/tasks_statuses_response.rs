// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `tasks-statuses-response`.

use taskcluster_core::Page;

use super::TaskStatus;

/// A page of the states of the tasks that were asked for.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TasksStatusesResponse {
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    pub continuation_token: Option<String>,
    /// The states on this page; there may be none. Tasks that do not exist are left out.
    pub statuses: Vec<StatusByTaskId>,
}

taskcluster_core::members! {
    TasksStatusesResponse {
        0 continuation_token = "continuationToken": optional,
        1 statuses = "statuses": required,
    }
}

impl TasksStatusesResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(statuses: impl IntoIterator<Item = StatusByTaskId>) -> Self {
        Self {
            continuation_token: None,
            statuses: statuses.into_iter().collect(),
        }
    }
}

impl Page for TasksStatusesResponse {
    type Item = StatusByTaskId;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.statuses
    }
}

/// The state of a task, under its slugid.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StatusByTaskId {
    /// Where a task stands: its state, its runs so far, and the parts of its definition that
    /// listeners need most.
    pub status: TaskStatus,
    /// The task, a slugid.
    pub task_id: String,
}

taskcluster_core::members! {
    StatusByTaskId {
        0 status = "status": required,
        1 task_id = "taskId": required,
    }
}

impl StatusByTaskId {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(task_id: impl Into<String>, status: TaskStatus) -> Self {
        Self {
            status,
            task_id: task_id.into(),
        }
    }
}
