// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! The types of the schema `worker-type-state`.

use std::fmt;

use taskcluster_core::json::Value;

/// Instances of a worker type.
///
/// Until 2019.
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct WorkerTypeState {
    /// The instances in all regions. The schema leaves the elements open; they have the fields
    /// shown under `items`.
    pub instances: Option<Vec<Value>>,
    /// Not sent by the server. Its place in the schema is a slip, but it shows the fields which the
    /// elements of `instances` have.
    pub items: Option<TrackedInstance>,
}

taskcluster_core::members! {
    WorkerTypeState {
        0 instances = "instances": optional,
        1 items = "items": optional,
    }
}

impl WorkerTypeState {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl fmt::Debug for WorkerTypeState {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WorkerTypeState")
            .field("instances", &taskcluster_core::json::shown(&self.instances))
            .field("items", &self.items)
            .finish()
    }
}

/// Not sent by the server. Its place in the schema is a slip, but it shows the fields which the
/// elements of `instances` have.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct TrackedInstance {
    /// Availability zone in the region, for example `us-east-1a`.
    pub az: Option<String>,
    /// Id that EC2 gave to the instance, for example `i-0123456789abcdef0`.
    pub id: Option<String>,
    /// Machine image (AMI) that the instance was started from.
    pub image_id: Option<String>,
    /// EC2 instance type, for example `c4.2xlarge`.
    pub instance_type: Option<String>,
    /// Time of the last change of state that EC2 reported (date and time, UTC).
    pub last_event: Option<String>,
    /// Time at which EC2 started the instance (date and time, UTC).
    pub launched: Option<String>,
    /// AWS region, for example `us-east-1`.
    pub region: Option<String>,
    /// State of the instance in the words of EC2, for example `pending`, `running` or
    /// `shutting-down`.
    pub state: Option<String>,
    /// Time at which the record of the instance last changed (date and time, UTC).
    pub touched: Option<String>,
    /// Worker type of the instance.
    pub worker_type: Option<String>,
}

taskcluster_core::members! {
    TrackedInstance {
        0 az = "az": optional,
        1 id = "id": optional,
        2 image_id = "imageId": optional,
        3 instance_type = "instanceType": optional,
        4 last_event = "lastEvent": optional,
        5 launched = "launched": optional,
        6 region = "region": optional,
        7 state = "state": optional,
        8 touched = "touched": optional,
        9 worker_type = "workerType": optional,
    }
}

impl TrackedInstance {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}
