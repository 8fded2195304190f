// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `worker-pool-full`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

use super::{CreateWorkerPoolRequest, UpdateWorkerPoolRequest};

/// A worker pool: its definition, and figures about its workers.
///
/// The nine figures are filled in by `workerPool` alone. In the answers to `createWorkerPool`,
/// `updateWorkerPool`, `deleteWorkerPool` and `listWorkerPools` they are 0, whatever the pool has;
/// `listWorkerPoolsStats` gives those of many pools.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkerPoolFull {
    /// How the provider is to run the pool: what the machines look like, how many there may be and
    /// how workers are configured. Its form depends on the type of the provider, and the service
    /// checks it; `createWorkerPool` tells what each type needs.
    pub config: Value,
    /// Date-time (UTC) when the pool was created.
    pub created: OffsetDateTime,
    /// How many tasks the workers that are not stopped can run at once.
    pub current_capacity: u64,
    /// What the pool is for, as text for people, perhaps in Markdown. At most 10240 characters.
    pub description: String,
    /// Whether each error of the pool is sent to `owner` by email.
    pub email_on_error: bool,
    /// Date-time (UTC) when the definition was last changed.
    pub last_modified: OffsetDateTime,
    /// Email address of whoever answers for the pool. It gets the errors of the pool if
    /// `emailOnError` is set.
    pub owner: String,
    /// Name of the provider that looks after the workers of the pool; `listProviders` lists them.
    /// It is `null-provider` for a pool that waits to be deleted.
    ///
    /// Length: 1 to 38.
    pub provider_id: String,
    /// How many tasks the workers in the state `requested` can run at once.
    pub requested_capacity: u64,
    /// How many workers are in the state `requested`.
    pub requested_count: u64,
    /// How many tasks the workers in the state `running` can run at once.
    pub running_capacity: u64,
    /// How many workers are in the state `running`.
    pub running_count: u64,
    /// How many tasks the workers in the state `stopped` could run at once while they ran.
    pub stopped_capacity: u64,
    /// How many workers are in the state `stopped`.
    pub stopped_count: u64,
    /// How many tasks the workers in the state `stopping` can run at once.
    pub stopping_capacity: u64,
    /// How many workers are in the state `stopping`.
    pub stopping_count: u64,
    /// Name of the worker pool: `provisionerId/workerType`, the same as the name of its task queue.
    /// The first part has 1 to 38 letters, digits, `-` or `_`; the second 1 to 38 lower-case
    /// letters, digits or `-`, beginning with a letter and not ending in `-`.
    pub worker_pool_id: Option<String>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    WorkerPoolFull and extra_members {
        0 config = "config": required,
        1 created = "created": date,
        2 current_capacity = "currentCapacity": required,
        3 description = "description": required,
        4 email_on_error = "emailOnError": required,
        5 last_modified = "lastModified": date,
        6 owner = "owner": required,
        7 provider_id = "providerId": required,
        8 requested_capacity = "requestedCapacity": required,
        9 requested_count = "requestedCount": required,
        10 running_capacity = "runningCapacity": required,
        11 running_count = "runningCount": required,
        12 stopped_capacity = "stoppedCapacity": required,
        13 stopped_count = "stoppedCount": required,
        14 stopping_capacity = "stoppingCapacity": required,
        15 stopping_count = "stoppingCount": required,
        16 worker_pool_id = "workerPoolId": optional,
    }
}

/// What a [`WorkerPoolFull`] must have.
pub struct WorkerPoolFullRequired {
    /// See [`WorkerPoolFull::provider_id`].
    pub provider_id: String,
    /// See [`WorkerPoolFull::description`].
    pub description: String,
    /// See [`WorkerPoolFull::created`].
    pub created: OffsetDateTime,
    /// See [`WorkerPoolFull::last_modified`].
    pub last_modified: OffsetDateTime,
    /// See [`WorkerPoolFull::config`].
    pub config: Value,
    /// See [`WorkerPoolFull::owner`].
    pub owner: String,
    /// See [`WorkerPoolFull::email_on_error`].
    pub email_on_error: bool,
    /// See [`WorkerPoolFull::current_capacity`].
    pub current_capacity: u64,
    /// See [`WorkerPoolFull::requested_count`].
    pub requested_count: u64,
    /// See [`WorkerPoolFull::running_count`].
    pub running_count: u64,
    /// See [`WorkerPoolFull::stopping_count`].
    pub stopping_count: u64,
    /// See [`WorkerPoolFull::stopped_count`].
    pub stopped_count: u64,
    /// See [`WorkerPoolFull::requested_capacity`].
    pub requested_capacity: u64,
    /// See [`WorkerPoolFull::running_capacity`].
    pub running_capacity: u64,
    /// See [`WorkerPoolFull::stopping_capacity`].
    pub stopping_capacity: u64,
    /// See [`WorkerPoolFull::stopped_capacity`].
    pub stopped_capacity: u64,
}

impl WorkerPoolFull {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: WorkerPoolFullRequired) -> Self {
        Self {
            config: required.config,
            created: required.created,
            current_capacity: required.current_capacity,
            description: required.description,
            email_on_error: required.email_on_error,
            last_modified: required.last_modified,
            owner: required.owner,
            provider_id: required.provider_id,
            requested_capacity: required.requested_capacity,
            requested_count: required.requested_count,
            running_capacity: required.running_capacity,
            running_count: required.running_count,
            stopped_capacity: required.stopped_capacity,
            stopped_count: required.stopped_count,
            stopping_capacity: required.stopping_capacity,
            stopping_count: required.stopping_count,
            worker_pool_id: None,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for WorkerPoolFull {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WorkerPoolFull")
            .field("config", &taskcluster_core::json::shown(&self.config))
            .field("created", &self.created)
            .field("current_capacity", &self.current_capacity)
            .field("description", &self.description)
            .field("email_on_error", &self.email_on_error)
            .field("last_modified", &self.last_modified)
            .field("owner", &self.owner)
            .field("provider_id", &self.provider_id)
            .field("requested_capacity", &self.requested_capacity)
            .field("requested_count", &self.requested_count)
            .field("running_capacity", &self.running_capacity)
            .field("running_count", &self.running_count)
            .field("stopped_capacity", &self.stopped_capacity)
            .field("stopped_count", &self.stopped_count)
            .field("stopping_capacity", &self.stopping_capacity)
            .field("stopping_count", &self.stopping_count)
            .field("worker_pool_id", &self.worker_pool_id)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

impl From<WorkerPoolFull> for CreateWorkerPoolRequest {
    /// What can be sent back of an answer. Members that the request does not have are left out;
    /// those that no schema names are kept.
    fn from(from: WorkerPoolFull) -> Self {
        Self {
            config: from.config,
            description: from.description,
            email_on_error: from.email_on_error,
            owner: from.owner,
            provider_id: from.provider_id,
            extra_members: from.extra_members,
        }
    }
}

impl From<WorkerPoolFull> for UpdateWorkerPoolRequest {
    /// What can be sent back of an answer. Members that the request does not have are left out;
    /// those that no schema names are kept.
    fn from(from: WorkerPoolFull) -> Self {
        Self {
            config: from.config,
            created: Some(from.created),
            description: from.description,
            email_on_error: from.email_on_error,
            last_modified: Some(from.last_modified),
            owner: from.owner,
            provider_id: from.provider_id,
            worker_pool_id: from.worker_pool_id,
            extra_members: from.extra_members,
        }
    }
}
