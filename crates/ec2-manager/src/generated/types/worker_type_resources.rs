// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! The types of the schema `worker-type-resources`.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use taskcluster_core::json::Value;

/// Numbers of instances of a worker type, in all regions together.
///
/// Until 2019.
#[derive(Clone, PartialEq, Serialize, Deserialize, Default)]
#[non_exhaustive]
pub struct WorkerTypeResources {
    /// Instances that EC2 is starting, with one element per instance type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<Vec<InstanceCount>>,
    /// Instances that run, with one element per instance type. The schema leaves the elements open;
    /// they have the same fields as those of `pending`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub running: Option<Vec<Value>>,
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
#[derive(Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InstanceCount {
    /// Number of instances.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<f64>,
    /// EC2 instance type, for example `c4.2xlarge`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance_type: Option<String>,
    /// Kind of resource that is counted, always `instance`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<ResourceType>,
    /// Members that the schema does not name.
    #[serde(flatten)]
    pub extra_members: BTreeMap<String, Value>,
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
