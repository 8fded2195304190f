// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! The types of the schema `worker-type-state`.

use std::fmt;

use serde::{Deserialize, Serialize};
use taskcluster_core::json::Value;

/// Instances of a worker type.
///
/// Until 2019.
#[derive(Clone, PartialEq, Serialize, Deserialize, Default)]
#[non_exhaustive]
pub struct WorkerTypeState {
    /// The instances in all regions. The schema leaves the elements open; they have the fields
    /// shown under `items`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instances: Option<Vec<Value>>,
    /// Not sent by the server. Its place in the schema is a slip, but it shows the fields which the
    /// elements of `instances` have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<TrackedInstance>,
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TrackedInstance {
    /// Availability zone in the region, for example `us-east-1a`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub az: Option<String>,
    /// Id that EC2 gave to the instance, for example `i-0123456789abcdef0`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Machine image (AMI) that the instance was started from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// EC2 instance type, for example `c4.2xlarge`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance_type: Option<String>,
    /// Time of the last change of state that EC2 reported (date and time, UTC).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_event: Option<String>,
    /// Time at which EC2 started the instance (date and time, UTC).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub launched: Option<String>,
    /// AWS region, for example `us-east-1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// State of the instance in the words of EC2, for example `pending`, `running` or
    /// `shutting-down`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Time at which the record of the instance last changed (date and time, UTC).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touched: Option<String>,
    /// Worker type of the instance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worker_type: Option<String>,
}
