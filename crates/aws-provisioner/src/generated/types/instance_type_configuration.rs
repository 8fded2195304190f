// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The types of the schema `instance-type-configuration`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

/// An EC2 instance type that a worker type may use, with its rating and the settings that apply
/// only to it.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct InstanceTypeConfiguration {
    /// Number of tasks that one such instance runs at the same time. It must not be `0`. The
    /// provisioner counts an instance as that many tasks served.
    pub capacity: f64,
    /// Name that EC2 gives to the instance type, for example `c4.2xlarge`.
    pub instance_type: String,
    /// Launch specification keys for this instance type. They replace equal keys of the worker
    /// type, the region and the availability zone. `ImageId` must not be among them.
    pub launch_spec: Value,
    /// Further scopes for workers on this instance type. Use printable ASCII only. Services from
    /// 2018 on keep the list but do not grant it: there a worker gets the scopes of the role
    /// `worker-type:<provisionerId>/<workerType>`.
    pub scopes: Vec<String>,
    /// Secret values for workers on this instance type. Later deployments accept only an empty
    /// object here and expect such values in the secrets service, under the name
    /// `worker-type:<provisionerId>/<workerType>`.
    pub secrets: Value,
    /// Settings for workers on this instance type, merged like `launchSpec`.
    pub user_data: Value,
    /// Worth of one such instance relative to the other instance types of the worker type. An
    /// instance type with utility 2 is preferred over one with utility 1 as long as it costs less
    /// than twice as much.
    pub utility: f64,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    InstanceTypeConfiguration and extra_members {
        0 capacity = "capacity": required,
        1 instance_type = "instanceType": required,
        2 launch_spec = "launchSpec": required,
        3 scopes = "scopes": required,
        4 secrets = "secrets": required,
        5 user_data = "userData": required,
        6 utility = "utility": required,
    }
}

/// What a [`InstanceTypeConfiguration`] must have.
#[derive(Clone, PartialEq)]
pub struct InstanceTypeConfigurationRequired {
    /// Name that EC2 gives to the instance type, for example `c4.2xlarge`.
    pub instance_type: String,
    /// Number of tasks that one such instance runs at the same time. It must not be `0`. The
    /// provisioner counts an instance as that many tasks served.
    pub capacity: f64,
    /// Worth of one such instance relative to the other instance types of the worker type. An
    /// instance type with utility 2 is preferred over one with utility 1 as long as it costs less
    /// than twice as much.
    pub utility: f64,
    /// Launch specification keys for this instance type. They replace equal keys of the worker
    /// type, the region and the availability zone. `ImageId` must not be among them.
    pub launch_spec: Value,
    /// Secret values for workers on this instance type. Later deployments accept only an empty
    /// object here and expect such values in the secrets service, under the name
    /// `worker-type:<provisionerId>/<workerType>`.
    pub secrets: Value,
    /// Settings for workers on this instance type, merged like `launchSpec`.
    pub user_data: Value,
    /// Further scopes for workers on this instance type. Use printable ASCII only. Services from
    /// 2018 on keep the list but do not grant it: there a worker gets the scopes of the role
    /// `worker-type:<provisionerId>/<workerType>`.
    pub scopes: Vec<String>,
}

impl fmt::Debug for InstanceTypeConfigurationRequired {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InstanceTypeConfigurationRequired")
            .field("instance_type", &self.instance_type)
            .field("capacity", &self.capacity)
            .field("utility", &self.utility)
            .field(
                "launch_spec",
                &taskcluster_core::json::shown(&self.launch_spec),
            )
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

impl InstanceTypeConfiguration {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: InstanceTypeConfigurationRequired) -> Self {
        Self {
            capacity: required.capacity,
            instance_type: required.instance_type,
            launch_spec: required.launch_spec,
            scopes: required.scopes,
            secrets: required.secrets,
            user_data: required.user_data,
            utility: required.utility,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for InstanceTypeConfiguration {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InstanceTypeConfiguration")
            .field("capacity", &self.capacity)
            .field("instance_type", &self.instance_type)
            .field(
                "launch_spec",
                &taskcluster_core::json::shown(&self.launch_spec),
            )
            .field("scopes", &self.scopes)
            .field("utility", &self.utility)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish_non_exhaustive()
    }
}
