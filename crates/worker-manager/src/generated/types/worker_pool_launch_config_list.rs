// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `worker-pool-launch-config-list`.

use std::fmt;

use taskcluster_core::Page;
use taskcluster_core::json::Value;
use time::OffsetDateTime;

/// One page of the launch configs of a worker pool.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkerPoolLaunchConfigList {
    /// Token that asks for the next page. Missing on the last page.
    pub continuation_token: Option<String>,
    /// The launch configs of this page. May be empty although more pages follow.
    pub worker_pool_launch_configs: Vec<LaunchConfig>,
}

taskcluster_core::members! {
    WorkerPoolLaunchConfigList {
        0 continuation_token = "continuationToken": optional,
        1 worker_pool_launch_configs = "workerPoolLaunchConfigs": required,
    }
}

impl WorkerPoolLaunchConfigList {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(worker_pool_launch_configs: impl IntoIterator<Item = LaunchConfig>) -> Self {
        Self {
            continuation_token: None,
            worker_pool_launch_configs: worker_pool_launch_configs.into_iter().collect(),
        }
    }
}

impl Page for WorkerPoolLaunchConfigList {
    type Item = LaunchConfig;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.worker_pool_launch_configs
    }
}

/// One way to start workers of a pool, such as a kind of machine in one region.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct LaunchConfig {
    /// The launch config as it stands in the definition of the pool. Its form depends on the type
    /// of the provider.
    pub configuration: Value,
    /// Date-time (UTC) when the service first recorded it.
    pub created: OffsetDateTime,
    /// Whether it is no longer part of the definition of the pool. No workers are started from it
    /// any more; those that were may still run.
    pub is_archived: bool,
    /// Date-time (UTC) when it was last changed.
    pub last_modified: OffsetDateTime,
    /// Name of the launch config, unique within its worker pool.
    pub launch_config_id: String,
    /// Name of the worker pool that it belongs to: `provisionerId/workerType`.
    pub worker_pool_id: String,
}

taskcluster_core::members! {
    LaunchConfig {
        0 configuration = "configuration": required,
        1 created = "created": date,
        2 is_archived = "isArchived": required,
        3 last_modified = "lastModified": date,
        4 launch_config_id = "launchConfigId": required,
        5 worker_pool_id = "workerPoolId": required,
    }
}

/// What a [`LaunchConfig`] must have.
pub struct LaunchConfigRequired {
    /// See [`LaunchConfig::launch_config_id`].
    pub launch_config_id: String,
    /// See [`LaunchConfig::worker_pool_id`].
    pub worker_pool_id: String,
    /// See [`LaunchConfig::is_archived`].
    pub is_archived: bool,
    /// See [`LaunchConfig::configuration`].
    pub configuration: Value,
    /// See [`LaunchConfig::created`].
    pub created: OffsetDateTime,
    /// See [`LaunchConfig::last_modified`].
    pub last_modified: OffsetDateTime,
}

impl LaunchConfig {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: LaunchConfigRequired) -> Self {
        Self {
            configuration: required.configuration,
            created: required.created,
            is_archived: required.is_archived,
            last_modified: required.last_modified,
            launch_config_id: required.launch_config_id,
            worker_pool_id: required.worker_pool_id,
        }
    }
}

impl fmt::Debug for LaunchConfig {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LaunchConfig")
            .field(
                "configuration",
                &taskcluster_core::json::shown(&self.configuration),
            )
            .field("created", &self.created)
            .field("is_archived", &self.is_archived)
            .field("last_modified", &self.last_modified)
            .field("launch_config_id", &self.launch_config_id)
            .field("worker_pool_id", &self.worker_pool_id)
            .finish()
    }
}
