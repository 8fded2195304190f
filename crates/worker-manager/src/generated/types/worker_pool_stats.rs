// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `worker-pool-stats`.

/// Figures about the workers of one worker pool, by the launch config which they were started from.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkerPoolStats {
    /// One entry for each launch config. Workers which come from none are counted under the name
    /// `unknown`, and a pool without launch configs has that entry alone.
    pub launch_config_stats: Vec<LaunchConfigCounts>,
}

taskcluster_core::members! {
    WorkerPoolStats {
        0 launch_config_stats = "launchConfigStats": required,
    }
}

impl WorkerPoolStats {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(launch_config_stats: impl IntoIterator<Item = LaunchConfigCounts>) -> Self {
        Self {
            launch_config_stats: launch_config_stats.into_iter().collect(),
        }
    }
}

/// How many workers were started from a launch config, by state, and how many tasks they can run at
/// once.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LaunchConfigCounts {
    /// How many tasks the workers that are not stopped can run at once.
    pub current_capacity: u64,
    /// Name of the launch config, or `unknown`.
    pub launch_config_id: String,
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
    /// Name of the worker pool: `provisionerId/workerType`.
    pub worker_pool_id: String,
}

taskcluster_core::members! {
    LaunchConfigCounts {
        0 current_capacity = "currentCapacity": required,
        1 launch_config_id = "launchConfigId": required,
        2 requested_capacity = "requestedCapacity": required,
        3 requested_count = "requestedCount": required,
        4 running_capacity = "runningCapacity": required,
        5 running_count = "runningCount": required,
        6 stopped_capacity = "stoppedCapacity": required,
        7 stopped_count = "stoppedCount": required,
        8 stopping_capacity = "stoppingCapacity": required,
        9 stopping_count = "stoppingCount": required,
        10 worker_pool_id = "workerPoolId": required,
    }
}

/// What a [`LaunchConfigCounts`] must have.
pub struct LaunchConfigCountsRequired {
    /// See [`LaunchConfigCounts::worker_pool_id`].
    pub worker_pool_id: String,
    /// See [`LaunchConfigCounts::launch_config_id`].
    pub launch_config_id: String,
    /// See [`LaunchConfigCounts::current_capacity`].
    pub current_capacity: u64,
    /// See [`LaunchConfigCounts::requested_capacity`].
    pub requested_capacity: u64,
    /// See [`LaunchConfigCounts::running_capacity`].
    pub running_capacity: u64,
    /// See [`LaunchConfigCounts::stopping_capacity`].
    pub stopping_capacity: u64,
    /// See [`LaunchConfigCounts::stopped_capacity`].
    pub stopped_capacity: u64,
    /// See [`LaunchConfigCounts::requested_count`].
    pub requested_count: u64,
    /// See [`LaunchConfigCounts::running_count`].
    pub running_count: u64,
    /// See [`LaunchConfigCounts::stopping_count`].
    pub stopping_count: u64,
    /// See [`LaunchConfigCounts::stopped_count`].
    pub stopped_count: u64,
}

impl LaunchConfigCounts {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: LaunchConfigCountsRequired) -> Self {
        Self {
            current_capacity: required.current_capacity,
            launch_config_id: required.launch_config_id,
            requested_capacity: required.requested_capacity,
            requested_count: required.requested_count,
            running_capacity: required.running_capacity,
            running_count: required.running_count,
            stopped_capacity: required.stopped_capacity,
            stopped_count: required.stopped_count,
            stopping_capacity: required.stopping_capacity,
            stopping_count: required.stopping_count,
            worker_pool_id: required.worker_pool_id,
        }
    }
}
