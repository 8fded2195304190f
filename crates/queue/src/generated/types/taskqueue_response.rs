// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `taskqueue-response`.

use time::OffsetDateTime;

/// What the queue knows about a task queue.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskqueueResponse {
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
    pub stability: TaskQueueResponseStability,
    /// Name of the task queue, `provisionerId/workerType`: the two halves of the name of a worker
    /// pool with a slash between. Servers of 2018 only have the halves.
    pub task_queue_id: String,
}

taskcluster_core::members! {
    TaskqueueResponse {
        0 description = "description": required,
        1 expires = "expires": date,
        2 last_date_active = "lastDateActive": date,
        3 stability = "stability": required,
        4 task_queue_id = "taskQueueId": required,
    }
}

/// What a [`TaskqueueResponse`] must have.
pub struct TaskqueueResponseRequired {
    /// See [`TaskqueueResponse::task_queue_id`].
    pub task_queue_id: String,
    /// See [`TaskqueueResponse::description`].
    pub description: String,
    /// See [`TaskqueueResponse::stability`].
    pub stability: TaskQueueResponseStability,
    /// See [`TaskqueueResponse::expires`].
    pub expires: OffsetDateTime,
    /// See [`TaskqueueResponse::last_date_active`].
    pub last_date_active: OffsetDateTime,
}

impl TaskqueueResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskqueueResponseRequired) -> Self {
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
    pub enum TaskQueueResponseStability {
        /// `experimental`
        Experimental = "experimental",
        /// `stable`
        Stable = "stable",
        /// `deprecated`
        Deprecated = "deprecated",
    }
}
