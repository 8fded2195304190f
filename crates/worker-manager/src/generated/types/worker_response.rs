// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `worker-response`.

use time::OffsetDateTime;

use super::TaskRun;

/// A worker as the queue and the worker manager know it, with the runs it claimed last.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkerResponse {
    /// How many tasks the worker can run at once. It is 0 for a worker that the worker manager does
    /// not look after.
    pub capacity: Option<u64>,
    /// Date-time (UTC) when the queue forgets the worker, unless it asks for work again before.
    pub expires: OffsetDateTime,
    /// Date-time (UTC) when the worker first asked the queue for work.
    pub first_claim: OffsetDateTime,
    /// Date-time (UTC) when the worker last asked the queue for work or prolonged a claim. Missing
    /// if that is not known.
    pub last_date_active: Option<OffsetDateTime>,
    /// Name of the launch config which the worker was started from. Missing if there was none.
    ///
    /// Length: 1 to 38.
    pub launch_config_id: Option<String>,
    /// Name of the provider that looks after the worker, or `none` for a worker that the worker
    /// manager does not look after.
    ///
    /// Length: 1 to 38.
    pub provider_id: Option<String>,
    /// First part of the name of a worker pool. 1 to 38 letters, digits, `-` or `_`.
    pub provisioner_id: String,
    /// How the worker came into quarantine and out of it: one entry for each time somebody set the
    /// end of its quarantine. Missing or empty if nobody has.
    pub quarantine_details: Option<Vec<QuarantineDetail>>,
    /// Date-time (UTC) until which the queue gives the worker no tasks. Missing, or in the past, if
    /// it is not in quarantine.
    pub quarantine_until: Option<OffsetDateTime>,
    /// The runs which the worker claimed last, the latest at the end.
    pub recent_tasks: Vec<TaskRun>,
    /// Where the worker stands:
    ///
    /// * `requested`: the provider was asked for it, and it has not registered yet;
    /// * `running`: it has registered, or was created by `createWorker`;
    /// * `stopping`: it is being shut down;
    /// * `stopped`: it is gone;
    /// * `standalone`: the queue knows the worker, but the worker manager does not look after it.
    pub state: Option<WorkerResponseState>,
    /// Group of the worker within its pool, often the region or zone it is in. 1 to 38 letters,
    /// digits, `-` or `_`.
    pub worker_group: String,
    /// Name of the worker, unique within its group. 1 to 38 letters, digits, `-` or `_`.
    pub worker_id: String,
    /// Name of the worker pool: `provisionerId/workerType`.
    pub worker_pool_id: Option<String>,
    /// Second part of the name of a worker pool. 1 to 38 lower-case letters, digits or `-`,
    /// beginning with a letter and not ending in `-`.
    pub worker_type: String,
}

taskcluster_core::members! {
    WorkerResponse {
        0 capacity = "capacity": optional,
        1 expires = "expires": date,
        2 first_claim = "firstClaim": date,
        3 last_date_active = "lastDateActive": optional_date,
        4 launch_config_id = "launchConfigId": optional,
        5 provider_id = "providerId": optional,
        6 provisioner_id = "provisionerId": required,
        7 quarantine_details = "quarantineDetails": optional,
        8 quarantine_until = "quarantineUntil": optional_date,
        9 recent_tasks = "recentTasks": required,
        10 state = "state": optional,
        11 worker_group = "workerGroup": required,
        12 worker_id = "workerId": required,
        13 worker_pool_id = "workerPoolId": optional,
        14 worker_type = "workerType": required,
    }
}

/// What a [`WorkerResponse`] must have.
pub struct WorkerResponseRequired {
    /// See [`WorkerResponse::provisioner_id`].
    pub provisioner_id: String,
    /// See [`WorkerResponse::worker_type`].
    pub worker_type: String,
    /// See [`WorkerResponse::worker_group`].
    pub worker_group: String,
    /// See [`WorkerResponse::worker_id`].
    pub worker_id: String,
    /// See [`WorkerResponse::recent_tasks`].
    pub recent_tasks: Vec<TaskRun>,
    /// See [`WorkerResponse::expires`].
    pub expires: OffsetDateTime,
    /// See [`WorkerResponse::first_claim`].
    pub first_claim: OffsetDateTime,
}

impl WorkerResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: WorkerResponseRequired) -> Self {
        Self {
            capacity: None,
            expires: required.expires,
            first_claim: required.first_claim,
            last_date_active: None,
            launch_config_id: None,
            provider_id: None,
            provisioner_id: required.provisioner_id,
            quarantine_details: None,
            quarantine_until: None,
            recent_tasks: required.recent_tasks,
            state: None,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
            worker_pool_id: None,
            worker_type: required.worker_type,
        }
    }
}

/// One change of the quarantine of a worker.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct QuarantineDetail {
    /// Name of the client that made the change.
    pub client_id: String,
    /// Why, as text for people.
    pub quarantine_info: String,
    /// Date-time (UTC) until which the worker was to get no tasks. A time that was past already
    /// ended the quarantine.
    pub quarantine_until: OffsetDateTime,
    /// Date-time (UTC) of the change.
    pub updated_at: OffsetDateTime,
}

taskcluster_core::members! {
    QuarantineDetail {
        0 client_id = "clientId": required,
        1 quarantine_info = "quarantineInfo": required,
        2 quarantine_until = "quarantineUntil": date,
        3 updated_at = "updatedAt": date,
    }
}

/// What a [`QuarantineDetail`] must have.
pub struct QuarantineDetailRequired {
    /// See [`QuarantineDetail::client_id`].
    pub client_id: String,
    /// See [`QuarantineDetail::updated_at`].
    pub updated_at: OffsetDateTime,
    /// See [`QuarantineDetail::quarantine_until`].
    pub quarantine_until: OffsetDateTime,
    /// See [`QuarantineDetail::quarantine_info`].
    pub quarantine_info: String,
}

impl QuarantineDetail {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: QuarantineDetailRequired) -> Self {
        Self {
            client_id: required.client_id,
            quarantine_info: required.quarantine_info,
            quarantine_until: required.quarantine_until,
            updated_at: required.updated_at,
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
    pub enum WorkerResponseState {
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
