// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `worker-full`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

use super::CreateWorkerRequest;

/// A worker as the worker manager knows it.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkerFull {
    /// How many tasks the worker can run at once.
    pub capacity: u64,
    /// Date-time (UTC) when the worker was recorded.
    pub created: OffsetDateTime,
    /// Date-time (UTC) after which the service forgets the worker.
    pub expires: OffsetDateTime,
    /// Date-time (UTC) when the service last looked how the worker is doing.
    pub last_checked: OffsetDateTime,
    /// Date-time (UTC) when the entry was last changed.
    pub last_modified: OffsetDateTime,
    /// Name of the launch config which the worker was started from. Missing if there was none.
    ///
    /// Length: 1 to 38.
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
    pub worker_group: String,
    /// Name of the worker, unique within its group. 1 to 38 letters, digits, `-` or `_`.
    pub worker_id: String,
    /// Name of the worker pool: `provisionerId/workerType`, the same as the name of its task queue.
    /// The first part has 1 to 38 letters, digits, `-` or `_`; the second 1 to 38 lower-case
    /// letters, digits or `-`, beginning with a letter and not ending in `-`.
    pub worker_pool_id: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    WorkerFull and extra_members {
        0 capacity = "capacity": required,
        1 created = "created": date,
        2 expires = "expires": date,
        3 last_checked = "lastChecked": date,
        4 last_modified = "lastModified": date,
        5 launch_config_id = "launchConfigId": optional,
        6 provider_id = "providerId": required,
        7 state = "state": required,
        8 worker_group = "workerGroup": required,
        9 worker_id = "workerId": required,
        10 worker_pool_id = "workerPoolId": required,
    }
}

/// What a [`WorkerFull`] must have.
pub struct WorkerFullRequired {
    /// See [`WorkerFull::worker_pool_id`].
    pub worker_pool_id: String,
    /// See [`WorkerFull::worker_group`].
    pub worker_group: String,
    /// See [`WorkerFull::worker_id`].
    pub worker_id: String,
    /// See [`WorkerFull::provider_id`].
    pub provider_id: String,
    /// See [`WorkerFull::created`].
    pub created: OffsetDateTime,
    /// See [`WorkerFull::expires`].
    pub expires: OffsetDateTime,
    /// See [`WorkerFull::state`].
    pub state: WorkerState,
    /// See [`WorkerFull::capacity`].
    pub capacity: u64,
    /// See [`WorkerFull::last_checked`].
    pub last_checked: OffsetDateTime,
    /// See [`WorkerFull::last_modified`].
    pub last_modified: OffsetDateTime,
}

impl WorkerFull {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: WorkerFullRequired) -> Self {
        Self {
            capacity: required.capacity,
            created: required.created,
            expires: required.expires,
            last_checked: required.last_checked,
            last_modified: required.last_modified,
            launch_config_id: None,
            provider_id: required.provider_id,
            state: required.state,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
            worker_pool_id: required.worker_pool_id,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for WorkerFull {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WorkerFull")
            .field("capacity", &self.capacity)
            .field("created", &self.created)
            .field("expires", &self.expires)
            .field("last_checked", &self.last_checked)
            .field("last_modified", &self.last_modified)
            .field("launch_config_id", &self.launch_config_id)
            .field("provider_id", &self.provider_id)
            .field("state", &self.state)
            .field("worker_group", &self.worker_group)
            .field("worker_id", &self.worker_id)
            .field("worker_pool_id", &self.worker_pool_id)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

impl From<WorkerFull> for CreateWorkerRequest {
    /// What can be sent back of an answer. Members that the request does not have are left out;
    /// those that no schema names are kept.
    fn from(from: WorkerFull) -> Self {
        Self {
            capacity: Some(from.capacity),
            expires: from.expires,
            provider_info: None,
            extra_members: from.extra_members,
        }
    }
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
