// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! The types of the schema `worker-type-resources`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

/// Numbers of instances of a worker type, in all regions together.
///
/// Until 2019.
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct WorkerTypeResources {
    /// Instances that EC2 is starting, with one element per instance type.
    pub pending: Option<Vec<InstanceCount>>,
    /// Instances that run, with one element per instance type. The schema leaves the elements open;
    /// they have the same fields as those of `pending`.
    pub running: Option<Vec<Value>>,
}

taskcluster_core::members! {
    WorkerTypeResources {
        0 pending = "pending": optional,
        1 running = "running": optional,
    }
}

impl WorkerTypeResources {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl fmt::Debug for WorkerTypeResources {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WorkerTypeResources")
            .field("pending", &self.pending)
            .field("running", &taskcluster_core::json::shown(&self.running))
            .finish()
    }
}

/// Number of instances of one instance type.
///
/// Until 2019.
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct InstanceCount {
    /// Number of instances.
    pub count: Option<f64>,
    /// EC2 instance type, for example `c4.2xlarge`.
    pub instance_type: Option<String>,
    /// Kind of resource that is counted, always `instance`.
    pub r#type: Option<ResourceType>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    InstanceCount and extra_members {
        0 count = "count": optional,
        1 instance_type = "instanceType": optional,
        2 r#type = "type": optional,
    }
}

impl InstanceCount {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl fmt::Debug for InstanceCount {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InstanceCount")
            .field("count", &self.count)
            .field("instance_type", &self.instance_type)
            .field("type", &self.r#type)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

taskcluster_core::string_enum! {
    /// Kind of resource that is counted, always `instance`.
    ///
    /// Until 2019.
    pub enum ResourceType {
        /// `instance`
        Instance = "instance",
    }
}
