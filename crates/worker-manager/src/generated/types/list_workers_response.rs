// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `list-workers-response`.

use serde::{Deserialize, Serialize};
use taskcluster_core::Page;
use time::OffsetDateTime;

use super::TaskRun;

/// One page of the workers of a pool which have asked the queue for work.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ListWorkersResponse {
    /// Token that asks for the next page. Missing on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub continuation_token: Option<String>,
    /// The workers of this page. May be empty although more pages follow.
    pub workers: Vec<ListedWorker>,
}

impl Page for ListWorkersResponse {
    type Item = ListedWorker;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.workers
    }
}

/// A worker as the queue and the worker manager know it.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ListedWorker {
    /// How many tasks the worker can run at once. It is 0 for a worker that the worker manager does
    /// not look after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u64>,
    /// Date-time (UTC) when the worker first asked the queue for work. Missing if that is not
    /// known.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
    pub first_claim: Option<OffsetDateTime>,
    /// Date-time (UTC) when the worker last asked the queue for work or prolonged a claim. Missing
    /// if that is not known.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
    pub last_date_active: Option<OffsetDateTime>,
    /// Names one run of a task.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest_task: Option<TaskRun>,
    /// Name of the launch config which the worker was started from. Missing if there was none.
    ///
    /// Length: 1 to 38.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub launch_config_id: Option<String>,
    /// Name of the provider that looks after the worker, or `none` for a worker that the worker
    /// manager does not look after.
    ///
    /// Length: 1 to 38.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_id: Option<String>,
    /// Date-time (UTC) until which the queue gives the worker no tasks. Missing, or in the past, if
    /// it is not in quarantine.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
    pub quarantine_until: Option<OffsetDateTime>,
    /// Where the worker stands:
    ///
    /// * `requested`: the provider was asked for it, and it has not registered yet;
    /// * `running`: it has registered, or was created by `createWorker`;
    /// * `stopping`: it is being shut down;
    /// * `stopped`: it is gone;
    /// * `standalone`: the queue knows the worker, but the worker manager does not look after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<ListedWorkerState>,
    /// Group of the worker within its pool, often the region or zone it is in. 1 to 38 letters,
    /// digits, `-` or `_`.
    ///
    /// Length: 1 to 38.
    pub worker_group: String,
    /// Name of the worker, unique within its group. 1 to 38 letters, digits, `-` or `_`.
    ///
    /// Length: 1 to 38.
    pub worker_id: String,
    /// Name of the worker pool: `provisionerId/workerType`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worker_pool_id: Option<String>,
}

taskcluster_core::string_enum! {
    /// Where the worker stands:
    ///
    /// * `requested`: the provider was asked for it, and it has not registered yet;
    /// * `running`: it has registered, or was created by `createWorker`;
    /// * `stopping`: it is being shut down;
    /// * `stopped`: it is gone;
    /// * `standalone`: the queue knows the worker, but the worker manager does not look after it.
    ///
    /// Today's servers only.
    pub enum ListedWorkerState {
        /// `requested`
        Requested = "requested",
        /// `running`
        Running = "running",
        /// `stopping`
        Stopping = "stopping",
        /// `stopped`
        Stopped = "stopped",
        /// `standalone`
        Standalone = "standalone",
    }
}
