// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The types of the schema `availability-zone-configuration`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

/// An availability zone that a worker type may use, with the settings that apply only there.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AvailabilityZoneConfiguration {
    /// Name of the zone, for example `eu-central-1b`.
    pub availability_zone: String,
    /// Launch specification keys for this zone, for example a `SubnetId`. They replace equal keys
    /// of the worker type and the region, and are replaced by those of the instance type. With a
    /// `SubnetId`, give `SecurityGroupIds` in place of `SecurityGroups`.
    pub launch_spec: Value,
    /// Region that the zone belongs to, for example `eu-central-1`. The worker type must list it in
    /// `regions` too.
    pub region: String,
    /// Secret values for workers in this zone. Left out means none. Later deployments accept only
    /// an empty object here and expect such values in the secrets service, under the name
    /// `worker-type:<provisionerId>/<workerType>`.
    pub secrets: Option<Value>,
    /// Settings for workers in this zone, merged like `launchSpec`. Left out means none.
    pub user_data: Option<Value>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    AvailabilityZoneConfiguration and extra_members {
        0 availability_zone = "availabilityZone": required,
        1 launch_spec = "launchSpec": required,
        2 region = "region": required,
        3 secrets = "secrets": optional,
        4 user_data = "userData": optional,
    }
}

/// What a [`AvailabilityZoneConfiguration`] must have.
#[derive(Clone, PartialEq)]
pub struct AvailabilityZoneConfigurationRequired {
    /// Region that the zone belongs to, for example `eu-central-1`. The worker type must list it in
    /// `regions` too.
    pub region: String,
    /// Name of the zone, for example `eu-central-1b`.
    pub availability_zone: String,
    /// Launch specification keys for this zone, for example a `SubnetId`. They replace equal keys
    /// of the worker type and the region, and are replaced by those of the instance type. With a
    /// `SubnetId`, give `SecurityGroupIds` in place of `SecurityGroups`.
    pub launch_spec: Value,
}

impl fmt::Debug for AvailabilityZoneConfigurationRequired {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AvailabilityZoneConfigurationRequired")
            .field("region", &self.region)
            .field("availability_zone", &self.availability_zone)
            .field(
                "launch_spec",
                &taskcluster_core::json::shown(&self.launch_spec),
            )
            .finish()
    }
}

impl AvailabilityZoneConfiguration {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: AvailabilityZoneConfigurationRequired) -> Self {
        Self {
            availability_zone: required.availability_zone,
            launch_spec: required.launch_spec,
            region: required.region,
            secrets: None,
            user_data: None,
            extra_members: BTreeMap::new(),
        }
    }

    /// Sets [`secrets`](Self::secrets).
    #[must_use]
    pub fn secrets(mut self, secrets: impl Into<Value>) -> Self {
        self.secrets = Some(secrets.into());
        self
    }

    /// Sets [`user_data`](Self::user_data).
    #[must_use]
    pub fn user_data(mut self, user_data: impl Into<Value>) -> Self {
        self.user_data = Some(user_data.into());
        self
    }
}

impl fmt::Debug for AvailabilityZoneConfiguration {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AvailabilityZoneConfiguration")
            .field("availability_zone", &self.availability_zone)
            .field(
                "launch_spec",
                &taskcluster_core::json::shown(&self.launch_spec),
            )
            .field("region", &self.region)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish_non_exhaustive()
    }
}
