// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The types of the schema `region-configuration`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

use super::RegionLaunchSpec;

/// An AWS region that a worker type may use, with the settings that apply only there.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RegionConfiguration {
    /// Launch specification keys for this region, with the image to boot. They replace equal keys
    /// of the worker type, and are replaced by those of the availability zone and the instance
    /// type.
    pub launch_spec: RegionLaunchSpec,
    /// AWS region that is configured, by its API name. The provisioner supports only those listed.
    pub region: Region,
    /// Further scopes for workers in this region. Use printable ASCII only. Services from 2018 on
    /// keep the list but do not grant it: there a worker gets the scopes of the role
    /// `worker-type:<provisionerId>/<workerType>`.
    pub scopes: Vec<String>,
    /// Secret values for workers in this region. Later deployments accept only an empty object here
    /// and expect such values in the secrets service, under the name
    /// `worker-type:<provisionerId>/<workerType>`.
    pub secrets: Value,
    /// Settings for workers in this region, merged like `launchSpec`.
    pub user_data: Value,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    RegionConfiguration and extra_members {
        0 launch_spec = "launchSpec": required,
        1 region = "region": required,
        2 scopes = "scopes": required,
        3 secrets = "secrets": required,
        4 user_data = "userData": required,
    }
}

/// What a [`RegionConfiguration`] must have.
#[derive(Clone, PartialEq)]
pub struct RegionConfigurationRequired {
    /// AWS region that is configured, by its API name. The provisioner supports only those listed.
    pub region: Region,
    /// Launch specification keys for this region, with the image to boot. They replace equal keys
    /// of the worker type, and are replaced by those of the availability zone and the instance
    /// type.
    pub launch_spec: RegionLaunchSpec,
    /// Secret values for workers in this region. Later deployments accept only an empty object here
    /// and expect such values in the secrets service, under the name
    /// `worker-type:<provisionerId>/<workerType>`.
    pub secrets: Value,
    /// Settings for workers in this region, merged like `launchSpec`.
    pub user_data: Value,
    /// Further scopes for workers in this region. Use printable ASCII only. Services from 2018 on
    /// keep the list but do not grant it: there a worker gets the scopes of the role
    /// `worker-type:<provisionerId>/<workerType>`.
    pub scopes: Vec<String>,
}

impl fmt::Debug for RegionConfigurationRequired {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RegionConfigurationRequired")
            .field("region", &self.region)
            .field("launch_spec", &self.launch_spec)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

impl RegionConfiguration {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: RegionConfigurationRequired) -> Self {
        Self {
            launch_spec: required.launch_spec,
            region: required.region,
            scopes: required.scopes,
            secrets: required.secrets,
            user_data: required.user_data,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for RegionConfiguration {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RegionConfiguration")
            .field("launch_spec", &self.launch_spec)
            .field("region", &self.region)
            .field("scopes", &self.scopes)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish_non_exhaustive()
    }
}

taskcluster_core::string_enum! {
    /// AWS region that is configured, by its API name. The provisioner supports only those listed.
    ///
    /// Until 2019.
    pub enum Region {
        /// `us-west-2`
        UsWest2 = "us-west-2",
        /// `us-east-1`
        UsEast1 = "us-east-1",
        /// `us-east-2`
        UsEast2 = "us-east-2",
        /// `us-west-1`
        UsWest1 = "us-west-1",
        /// `eu-central-1`
        EuCentral1 = "eu-central-1",
    }
}
