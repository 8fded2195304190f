// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The types of the schema `worker-type-summary`.

/// Limits and present capacity of a worker type. Every capacity is a number of tasks at a time: the
/// instances of each type times the capacity of that type.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkerTypeSummary {
    /// Capacity beyond which no instances are requested.
    pub max_capacity: i64,
    /// Capacity that is kept even without tasks.
    pub min_capacity: i64,
    /// Capacity of instances which EC2 is starting.
    pub pending_capacity: i64,
    /// Capacity of spot requests which EC2 has not fulfilled yet. It stays `0` where the EC2
    /// manager keeps track of instances, because it does not follow spot requests.
    pub requested_capacity: i64,
    /// Capacity of instances which run, whether or not their worker has begun to take tasks.
    pub running_capacity: i64,
    /// Name of the worker type.
    pub worker_type: String,
}

taskcluster_core::members! {
    WorkerTypeSummary {
        0 max_capacity = "maxCapacity": required,
        1 min_capacity = "minCapacity": required,
        2 pending_capacity = "pendingCapacity": required,
        3 requested_capacity = "requestedCapacity": required,
        4 running_capacity = "runningCapacity": required,
        5 worker_type = "workerType": required,
    }
}

/// What a [`WorkerTypeSummary`] must have.
pub struct WorkerTypeSummaryRequired {
    /// See [`WorkerTypeSummary::worker_type`].
    pub worker_type: String,
    /// See [`WorkerTypeSummary::min_capacity`].
    pub min_capacity: i64,
    /// See [`WorkerTypeSummary::max_capacity`].
    pub max_capacity: i64,
    /// See [`WorkerTypeSummary::requested_capacity`].
    pub requested_capacity: i64,
    /// See [`WorkerTypeSummary::pending_capacity`].
    pub pending_capacity: i64,
    /// See [`WorkerTypeSummary::running_capacity`].
    pub running_capacity: i64,
}

impl WorkerTypeSummary {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: WorkerTypeSummaryRequired) -> Self {
        Self {
            max_capacity: required.max_capacity,
            min_capacity: required.min_capacity,
            pending_capacity: required.pending_capacity,
            requested_capacity: required.requested_capacity,
            running_capacity: required.running_capacity,
            worker_type: required.worker_type,
        }
    }
}
