// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `list-workers-response`.

use serde::{Deserialize, Serialize};
use taskcluster_core::Page;
use time::OffsetDateTime;

use super::TaskRun;

/// A page of the workers of a worker pool.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ListWorkersResponse {
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub continuation_token: Option<String>,
    /// The workers on this page; there may be none.
    pub workers: Vec<Worker>,
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Worker {
    /// Date-time (UTC) when the queue first saw the worker ask for work, or when the worker was
    /// declared.
    #[serde(with = "taskcluster_core::timestamp")]
    pub first_claim: OffsetDateTime,
    /// Date-time (UTC) of the last time the queue noticed activity of it. It is not updated with
    /// every activity, so do not expect it to be precise. Absent on servers of 2018.
    ///
    /// Today's servers only.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
    pub last_date_active: Option<OffsetDateTime>,
    /// The run which the worker claimed last. Absent if it has claimed none so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest_task: Option<TaskRun>,
    /// Date-time (UTC) until which the worker gets no tasks. Absent if it is not in quarantine.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
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
