// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `list-workers-response`.

use taskcluster_core::Page;
use time::OffsetDateTime;

use super::TaskRun;

/// A page of the workers of a worker pool.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListWorkersResponse {
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    pub continuation_token: Option<String>,
    /// The workers on this page; there may be none.
    pub workers: Vec<Worker>,
}

taskcluster_core::members! {
    ListWorkersResponse {
        0 continuation_token = "continuationToken": optional,
        1 workers = "workers": required,
    }
}

impl ListWorkersResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(workers: impl IntoIterator<Item = Worker>) -> Self {
        Self {
            continuation_token: None,
            workers: workers.into_iter().collect(),
        }
    }
}

impl Page for ListWorkersResponse {
    type Item = Worker;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.workers
    }
}

/// A machine, or a part of one, that claims tasks.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Worker {
    /// Date-time (UTC) when the queue first saw the worker ask for work, or when the worker was
    /// declared.
    pub first_claim: OffsetDateTime,
    /// Date-time (UTC) of the last time the queue noticed activity of it. It is not updated with
    /// every activity, so do not expect it to be precise.
    ///
    /// Today's servers only.
    pub last_date_active: Option<OffsetDateTime>,
    /// The run which the worker claimed last. Absent if it has claimed none so far.
    pub latest_task: Option<TaskRun>,
    /// Date-time (UTC) until which the worker gets no tasks. Absent if it is not in quarantine.
    pub quarantine_until: Option<OffsetDateTime>,
    /// Group of the worker, such as its data center or region.
    ///
    /// Length: 1 to 38; until 2019: 1 to 22.
    pub worker_group: String,
    /// Name of the worker, unique within its group.
    ///
    /// Length: 1 to 38; until 2019: 1 to 22.
    pub worker_id: String,
}

taskcluster_core::members! {
    Worker {
        0 first_claim = "firstClaim": date,
        1 last_date_active = "lastDateActive": optional_date,
        2 latest_task = "latestTask": optional,
        3 quarantine_until = "quarantineUntil": optional_date,
        4 worker_group = "workerGroup": required,
        5 worker_id = "workerId": required,
    }
}

/// What a [`Worker`] must have.
pub struct WorkerRequired {
    /// See [`Worker::worker_group`].
    pub worker_group: String,
    /// See [`Worker::worker_id`].
    pub worker_id: String,
    /// See [`Worker::first_claim`].
    pub first_claim: OffsetDateTime,
}

impl Worker {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: WorkerRequired) -> Self {
        Self {
            first_claim: required.first_claim,
            last_date_active: None,
            latest_task: None,
            quarantine_until: None,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
        }
    }
}
