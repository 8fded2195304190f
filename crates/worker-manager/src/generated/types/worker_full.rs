// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `worker-full`.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// A worker as the worker manager knows it.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct WorkerFull {
    /// How many tasks the worker can run at once.
    pub capacity: u64,
    /// Date-time (UTC) when the worker was recorded.
    #[serde(with = "taskcluster_core::timestamp")]
    pub created: OffsetDateTime,
    /// Date-time (UTC) after which the service forgets the worker.
    #[serde(with = "taskcluster_core::timestamp")]
    pub expires: OffsetDateTime,
    /// Date-time (UTC) when the service last looked how the worker is doing.
    #[serde(with = "taskcluster_core::timestamp")]
    pub last_checked: OffsetDateTime,
    /// Date-time (UTC) when the entry was last changed.
    #[serde(with = "taskcluster_core::timestamp")]
    pub last_modified: OffsetDateTime,
    /// Name of the launch config which the worker was started from. Missing if there was none.
    ///
    /// Length: 1 to 38.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub launch_config_id: Option<String>,
    /// Name of the provider that looks after the worker. It is that of the pool unless the pool was
    /// moved to another provider since.
    ///
    /// Length: 1 to 38.
    pub provider_id: String,
    /// Where the worker stands:
    ///
    /// * `requested`: the provider was asked for it, and it has not registered yet;
    /// * `running`: it has registered, or was created by `createWorker`;
    /// * `stopping`: it is being shut down;
    /// * `stopped`: it is gone.
    pub state: WorkerState,
    /// Group of the worker within its pool, often the region or zone it is in. 1 to 38 letters,
    /// digits, `-` or `_`.
    ///
    /// Length: 1 to 38.
    pub worker_group: String,
    /// Name of the worker, unique within its group. 1 to 38 letters, digits, `-` or `_`.
    ///
    /// Length: 1 to 38.
    pub worker_id: String,
    /// Name of the worker pool: `provisionerId/workerType`, the same as the name of its task queue.
    /// The first part has 1 to 38 letters, digits, `-` or `_`; the second 1 to 38 lower-case
    /// letters, digits or `-`, beginning with a letter and not ending in `-`.
    pub worker_pool_id: String,
}

taskcluster_core::string_enum! {
    /// Where the worker stands:
    ///
    /// * `requested`: the provider was asked for it, and it has not registered yet;
    /// * `running`: it has registered, or was created by `createWorker`;
    /// * `stopping`: it is being shut down;
    /// * `stopped`: it is gone.
    ///
    /// Today's servers only.
    pub enum WorkerState {
        /// `requested`
        Requested = "requested",
        /// `running`
        Running = "running",
        /// `stopping`
        Stopping = "stopping",
        /// `stopped`
        Stopped = "stopped",
    }
}
