// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `list-workertypes-response`.

use taskcluster_core::Page;
use time::OffsetDateTime;

/// A page of the worker types of a provisioner.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListWorkertypesResponse {
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    pub continuation_token: Option<String>,
    /// The worker types on this page; there may be none.
    pub worker_types: Vec<WorkerType>,
}

taskcluster_core::members! {
    ListWorkertypesResponse {
        0 continuation_token = "continuationToken": optional,
        1 worker_types = "workerTypes": required,
    }
}

impl ListWorkertypesResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(worker_types: impl IntoIterator<Item = WorkerType>) -> Self {
        Self {
            continuation_token: None,
            worker_types: worker_types.into_iter().collect(),
        }
    }
}

impl Page for ListWorkertypesResponse {
    type Item = WorkerType;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.worker_types
    }
}

/// A pool of workers that execute the same kind of tasks.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct WorkerType {
    /// What it is for, as text for people, possibly in Markdown. Empty if nobody has given one.
    pub description: Option<String>,
    /// Date-time (UTC) when the entry is forgotten, unless activity prolongs it before.
    pub expires: Option<OffsetDateTime>,
    /// Date-time (UTC) of the last time the queue noticed activity of it. It is updated only every
    /// few hours, so do not expect it to be precise.
    pub last_date_active: Option<OffsetDateTime>,
    /// First half of the name of a worker pool, 1 to 38 letters, digits, `-` or `_` (22 on servers
    /// of 2018).
    pub provisioner_id: Option<String>,
    /// Hint for users how far to rely on it; the queue itself makes no use of it.
    pub stability: Option<WorkerTypeStability>,
    /// Name of the task queue, `provisionerId/workerType`: the two halves of the name of a worker
    /// pool with a slash between. Servers of 2018 only have the halves.
    ///
    /// Today's servers only.
    pub task_queue_id: Option<String>,
    /// Second half of the name of a worker pool, 1 to 38 characters: lower-case letters, digits and
    /// `-`, from a letter on. Servers of 2018 take 22 letters, digits, `-` or `_`.
    pub worker_type: Option<String>,
}

taskcluster_core::members! {
    WorkerType {
        0 description = "description": optional,
        1 expires = "expires": optional_date,
        2 last_date_active = "lastDateActive": optional_date,
        3 provisioner_id = "provisionerId": optional,
        4 stability = "stability": optional,
        5 task_queue_id = "taskQueueId": optional,
        6 worker_type = "workerType": optional,
    }
}

impl WorkerType {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

taskcluster_core::string_enum! {
    /// Hint for users how far to rely on it; the queue itself makes no use of it.
    pub enum WorkerTypeStability {
        /// `experimental`
        Experimental = "experimental",
        /// `stable`
        Stable = "stable",
        /// `deprecated`
        Deprecated = "deprecated",
    }
}
