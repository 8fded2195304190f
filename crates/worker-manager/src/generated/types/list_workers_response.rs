// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `list-workers-response`.

use taskcluster_core::Page;
use time::OffsetDateTime;

use super::TaskRun;

/// One page of the workers of a pool which have asked the queue for work.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListWorkersResponse {
    /// Token that asks for the next page. Missing on the last page.
    pub continuation_token: Option<String>,
    /// The workers of this page. May be empty although more pages follow.
    pub workers: Vec<ListedWorker>,
}

taskcluster_core::members! {
    ListWorkersResponse {
        0 continuation_token = "continuationToken": optional,
        1 workers = "workers": required,
    }
}

impl ListWorkersResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(workers: impl IntoIterator<Item = ListedWorker>) -> Self {
        Self {
            continuation_token: None,
            workers: workers.into_iter().collect(),
        }
    }
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListedWorker {
    /// How many tasks the worker can run at once. It is 0 for a worker that the worker manager does
    /// not look after.
    pub capacity: Option<u64>,
    /// Date-time (UTC) when the worker first asked the queue for work. Missing if that is not
    /// known.
    pub first_claim: Option<OffsetDateTime>,
    /// Date-time (UTC) when the worker last asked the queue for work or prolonged a claim. Missing
    /// if that is not known.
    pub last_date_active: Option<OffsetDateTime>,
    /// Names one run of a task.
    pub latest_task: Option<TaskRun>,
    /// Name of the launch config which the worker was started from. Missing if there was none.
    ///
    /// Length: 1 to 38.
    pub launch_config_id: Option<String>,
    /// Name of the provider that looks after the worker, or `none` for a worker that the worker
    /// manager does not look after.
    ///
    /// Length: 1 to 38.
    pub provider_id: Option<String>,
    /// Date-time (UTC) until which the queue gives the worker no tasks. Missing, or in the past, if
    /// it is not in quarantine.
    pub quarantine_until: Option<OffsetDateTime>,
    /// Where the worker stands:
    ///
    /// * `requested`: the provider was asked for it, and it has not registered yet;
    /// * `running`: it has registered, or was created by `createWorker`;
    /// * `stopping`: it is being shut down;
    /// * `stopped`: it is gone;
    /// * `standalone`: the queue knows the worker, but the worker manager does not look after it.
    pub state: Option<ListedWorkerState>,
    /// Group of the worker within its pool, often the region or zone it is in. 1 to 38 letters,
    /// digits, `-` or `_`.
    pub worker_group: String,
    /// Name of the worker, unique within its group. 1 to 38 letters, digits, `-` or `_`.
    pub worker_id: String,
    /// Name of the worker pool: `provisionerId/workerType`.
    pub worker_pool_id: Option<String>,
}

taskcluster_core::members! {
    ListedWorker {
        0 capacity = "capacity": optional,
        1 first_claim = "firstClaim": optional_date,
        2 last_date_active = "lastDateActive": optional_date,
        3 latest_task = "latestTask": optional,
        4 launch_config_id = "launchConfigId": optional,
        5 provider_id = "providerId": optional,
        6 quarantine_until = "quarantineUntil": optional_date,
        7 state = "state": optional,
        8 worker_group = "workerGroup": required,
        9 worker_id = "workerId": required,
        10 worker_pool_id = "workerPoolId": optional,
    }
}

/// What a [`ListedWorker`] must have.
pub struct ListedWorkerRequired {
    /// See [`ListedWorker::worker_group`].
    pub worker_group: String,
    /// See [`ListedWorker::worker_id`].
    pub worker_id: String,
}

impl ListedWorker {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ListedWorkerRequired) -> Self {
        Self {
            capacity: None,
            first_claim: None,
            last_date_active: None,
            latest_task: None,
            launch_config_id: None,
            provider_id: None,
            quarantine_until: None,
            state: None,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
            worker_pool_id: None,
        }
    }
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
