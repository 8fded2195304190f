// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `list-taskqueues-response`.

use taskcluster_core::Page;
use time::OffsetDateTime;

/// A page of the task queues that were active lately.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListTaskqueuesResponse {
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    pub continuation_token: Option<String>,
    /// The task queues on this page; there may be none.
    pub task_queues: Vec<TaskQueue>,
}

taskcluster_core::members! {
    ListTaskqueuesResponse {
        0 continuation_token = "continuationToken": optional,
        1 task_queues = "taskQueues": required,
    }
}

impl ListTaskqueuesResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(task_queues: impl IntoIterator<Item = TaskQueue>) -> Self {
        Self {
            continuation_token: None,
            task_queues: task_queues.into_iter().collect(),
        }
    }
}

impl Page for ListTaskqueuesResponse {
    type Item = TaskQueue;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.task_queues
    }
}

/// A queue of tasks for one pool of workers.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskQueue {
    /// What it is for, as text for people, possibly in Markdown. Empty if nobody has given one.
    pub description: String,
    /// Date-time (UTC) when the entry is forgotten, unless activity prolongs it before.
    pub expires: OffsetDateTime,
    /// Date-time (UTC) of the last time the queue noticed activity of it. It is not updated with
    /// every activity, so do not expect it to be precise.
    pub last_date_active: OffsetDateTime,
    /// Hint for users how far to rely on it; the queue itself makes no use of it.
    ///
    /// * `experimental`: it may change or go away; this is what an entry has at first.
    /// * `stable`: it is meant to stay.
    /// * `deprecated`: it should not be used any more.
    pub stability: TaskQueueStability,
    /// Name of the task queue, `provisionerId/workerType`: the two halves of the name of a worker
    /// pool with a slash between. Servers of 2018 only have the halves.
    pub task_queue_id: String,
}

taskcluster_core::members! {
    TaskQueue {
        0 description = "description": required,
        1 expires = "expires": date,
        2 last_date_active = "lastDateActive": date,
        3 stability = "stability": required,
        4 task_queue_id = "taskQueueId": required,
    }
}

/// What a [`TaskQueue`] must have.
pub struct TaskQueueRequired {
    /// See [`TaskQueue::task_queue_id`].
    pub task_queue_id: String,
    /// See [`TaskQueue::stability`].
    pub stability: TaskQueueStability,
    /// See [`TaskQueue::description`].
    pub description: String,
    /// See [`TaskQueue::expires`].
    pub expires: OffsetDateTime,
    /// See [`TaskQueue::last_date_active`].
    pub last_date_active: OffsetDateTime,
}

impl TaskQueue {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskQueueRequired) -> Self {
        Self {
            description: required.description,
            expires: required.expires,
            last_date_active: required.last_date_active,
            stability: required.stability,
            task_queue_id: required.task_queue_id,
        }
    }
}

taskcluster_core::string_enum! {
    /// Hint for users how far to rely on it; the queue itself makes no use of it.
    ///
    /// * `experimental`: it may change or go away; this is what an entry has at first.
    /// * `stable`: it is meant to stay.
    /// * `deprecated`: it should not be used any more.
    ///
    /// Today's servers only.
    pub enum TaskQueueStability {
        /// `experimental`
        Experimental = "experimental",
        /// `stable`
        Stable = "stable",
        /// `deprecated`
        Deprecated = "deprecated",
    }
}
