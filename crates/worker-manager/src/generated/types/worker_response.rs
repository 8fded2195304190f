// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `worker-response`.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::TaskRun;

/// A worker as the queue and the worker manager know it, with the runs it claimed last.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct WorkerResponse {
    /// How many tasks the worker can run at once. It is 0 for a worker that the worker manager does
    /// not look after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u64>,
    /// Date-time (UTC) when the queue forgets the worker, unless it asks for work again before.
    #[serde(with = "taskcluster_core::timestamp")]
    pub expires: OffsetDateTime,
    /// Date-time (UTC) when the worker first asked the queue for work.
    #[serde(with = "taskcluster_core::timestamp")]
    pub first_claim: OffsetDateTime,
    /// Date-time (UTC) when the worker last asked the queue for work or prolonged a claim. Missing
    /// if that is not known.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
    pub last_date_active: Option<OffsetDateTime>,
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
    /// First part of the name of a worker pool. 1 to 38 letters, digits, `-` or `_`.
    pub provisioner_id: String,
    /// How the worker came into quarantine and out of it: one entry for each time somebody set the
    /// end of its quarantine. Missing or empty if nobody has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quarantine_details: Option<Vec<QuarantineDetail>>,
    /// Date-time (UTC) until which the queue gives the worker no tasks. Missing, or in the past, if
    /// it is not in quarantine.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<WorkerResponseState>,
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
    /// Second part of the name of a worker pool. 1 to 38 lower-case letters, digits or `-`,
    /// beginning with a letter and not ending in `-`.
    pub worker_type: String,
}

/// One change of the quarantine of a worker.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct QuarantineDetail {
    /// Name of the client that made the change.
    pub client_id: String,
    /// Why, as text for people.
    pub quarantine_info: String,
    /// Date-time (UTC) until which the worker was to get no tasks. A time that was past already
    /// ended the quarantine.
    #[serde(with = "taskcluster_core::timestamp")]
    pub quarantine_until: OffsetDateTime,
    /// Date-time (UTC) of the change.
    #[serde(with = "taskcluster_core::timestamp")]
    pub updated_at: OffsetDateTime,
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
