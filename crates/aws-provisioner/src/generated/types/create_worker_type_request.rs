// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The types of the schema `create-worker-type-request`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

use super::{AvailabilityZoneConfiguration, InstanceTypeConfiguration, RegionConfiguration};

/// Definition of a worker type: what its instances look like, where they may run, how many there
/// may be and what they may cost.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkerTypeRequest {
    /// Availability zones to use, each at most once, with settings of their own. Left out or empty,
    /// all zones of the regions are considered; otherwise only the listed ones, so name at least
    /// one for each region.
    pub availability_zones: Option<Vec<AvailabilityZoneConfiguration>>,
    /// Whether on-demand instances may be used. It has no effect, because all instances are spot
    /// instances.
    pub can_use_ondemand: Option<bool>,
    /// Whether spot instances may be used. It has no effect, because all instances are spot
    /// instances.
    pub can_use_spot: Option<bool>,
    /// What the worker type is for, written for people.
    pub description: String,
    /// EC2 instance types to choose from, each at most once. Every one of them is combined with
    /// every region, so all regions must offer it.
    pub instance_types: Vec<InstanceTypeConfiguration>,
    /// Launch specification keys shared by all instances of the worker type, in EC2's own spelling,
    /// for example `SecurityGroups` or `BlockDeviceMappings`. To these are added the keys of the
    /// region, then of the availability zone, then of the instance type, each replacing equal keys
    /// that came before. `ImageId` belongs into the region and must not be here; `InstanceType`,
    /// `KeyName` and the zone are filled in by the provisioner, and `UserData` is made from
    /// `userData`.
    pub launch_spec: Value,
    /// Highest capacity to run, counted in tasks at a time and including instances that are still
    /// starting. The provisioner requests nothing beyond it, except that the last instance may
    /// exceed it by part of its own capacity.
    pub max_capacity: f64,
    /// Highest price to accept, in US dollars per hour and unit of utility, that is the spot price
    /// divided by the utility of the instance type. While the best offer is above it, no instances
    /// are requested and tasks wait.
    pub max_price: f64,
    /// Capacity to keep at all times, even without tasks, counted in tasks at a time. The schema
    /// lets you leave it out, but no default is documented; send `0` for none.
    pub min_capacity: Option<f64>,
    /// Lowest price to bid with, in US dollars per hour and unit of utility. When the best offer is
    /// below it, the bid is derived from this value and the utility of the instance type, which
    /// protects instances from being lost to small price rises.
    pub min_price: f64,
    /// Who is responsible for the worker type, for example an email address.
    pub owner: String,
    /// AWS regions to choose from, each at most once.
    pub regions: Vec<RegionConfiguration>,
    /// Number of tasks to leave waiting, as a fraction of the running capacity. With `0` every
    /// pending task gets capacity of its own at once; with `0.2` new instances are requested only
    /// for what exceeds 20% of the running capacity. Higher values use instances better and cost
    /// less, at the price of longer waits; they suit short tasks.
    pub scaling_ratio: f64,
    /// Scopes for the temporary credentials of all workers of the type, in addition to those listed
    /// per region and instance type. Use printable ASCII only. Services from 2018 on keep the list
    /// but do not grant it: there a worker gets the scopes of the role
    /// `worker-type:<provisionerId>/<workerType>`.
    pub scopes: Vec<String>,
    /// Free-form secret values for all workers of the type, merged with those of the region,
    /// availability zone and instance type, and handed to the worker in `data` of `getSecret`.
    /// Later deployments accept only an empty object here and expect such values in the secrets
    /// service, under the name `worker-type:<provisionerId>/<workerType>`.
    pub secrets: Value,
    /// Free-form settings for all workers of the type, merged with those of the region,
    /// availability zone and instance type like `launchSpec`. A worker finds the result under the
    /// key `data` of the JSON in its EC2 user data. Anything that runs on the instance can read it,
    /// so put no secrets here.
    pub user_data: Value,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    CreateWorkerTypeRequest and extra_members {
        0 availability_zones = "availabilityZones": optional,
        1 can_use_ondemand = "canUseOndemand": optional,
        2 can_use_spot = "canUseSpot": optional,
        3 description = "description": required,
        4 instance_types = "instanceTypes": required,
        5 launch_spec = "launchSpec": required,
        6 max_capacity = "maxCapacity": required,
        7 max_price = "maxPrice": required,
        8 min_capacity = "minCapacity": optional,
        9 min_price = "minPrice": required,
        10 owner = "owner": required,
        11 regions = "regions": required,
        12 scaling_ratio = "scalingRatio": required,
        13 scopes = "scopes": required,
        14 secrets = "secrets": required,
        15 user_data = "userData": required,
    }
}

/// What a [`CreateWorkerTypeRequest`] must have.
#[derive(Clone, PartialEq)]
pub struct CreateWorkerTypeRequestRequired {
    /// Launch specification keys shared by all instances of the worker type, in EC2's own spelling,
    /// for example `SecurityGroups` or `BlockDeviceMappings`. To these are added the keys of the
    /// region, then of the availability zone, then of the instance type, each replacing equal keys
    /// that came before. `ImageId` belongs into the region and must not be here; `InstanceType`,
    /// `KeyName` and the zone are filled in by the provisioner, and `UserData` is made from
    /// `userData`.
    pub launch_spec: Value,
    /// Free-form settings for all workers of the type, merged with those of the region,
    /// availability zone and instance type like `launchSpec`. A worker finds the result under the
    /// key `data` of the JSON in its EC2 user data. Anything that runs on the instance can read it,
    /// so put no secrets here.
    pub user_data: Value,
    /// Free-form secret values for all workers of the type, merged with those of the region,
    /// availability zone and instance type, and handed to the worker in `data` of `getSecret`.
    /// Later deployments accept only an empty object here and expect such values in the secrets
    /// service, under the name `worker-type:<provisionerId>/<workerType>`.
    pub secrets: Value,
    /// Scopes for the temporary credentials of all workers of the type, in addition to those listed
    /// per region and instance type. Use printable ASCII only. Services from 2018 on keep the list
    /// but do not grant it: there a worker gets the scopes of the role
    /// `worker-type:<provisionerId>/<workerType>`.
    pub scopes: Vec<String>,
    /// Highest capacity to run, counted in tasks at a time and including instances that are still
    /// starting. The provisioner requests nothing beyond it, except that the last instance may
    /// exceed it by part of its own capacity.
    pub max_capacity: f64,
    /// Number of tasks to leave waiting, as a fraction of the running capacity. With `0` every
    /// pending task gets capacity of its own at once; with `0.2` new instances are requested only
    /// for what exceeds 20% of the running capacity. Higher values use instances better and cost
    /// less, at the price of longer waits; they suit short tasks.
    pub scaling_ratio: f64,
    /// Lowest price to bid with, in US dollars per hour and unit of utility. When the best offer is
    /// below it, the bid is derived from this value and the utility of the instance type, which
    /// protects instances from being lost to small price rises.
    pub min_price: f64,
    /// Highest price to accept, in US dollars per hour and unit of utility, that is the spot price
    /// divided by the utility of the instance type. While the best offer is above it, no instances
    /// are requested and tasks wait.
    pub max_price: f64,
    /// EC2 instance types to choose from, each at most once. Every one of them is combined with
    /// every region, so all regions must offer it.
    pub instance_types: Vec<InstanceTypeConfiguration>,
    /// AWS regions to choose from, each at most once.
    pub regions: Vec<RegionConfiguration>,
    /// What the worker type is for, written for people.
    pub description: String,
    /// Who is responsible for the worker type, for example an email address.
    pub owner: String,
}

impl fmt::Debug for CreateWorkerTypeRequestRequired {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateWorkerTypeRequestRequired")
            .field(
                "launch_spec",
                &taskcluster_core::json::shown(&self.launch_spec),
            )
            .field("scopes", &self.scopes)
            .field("max_capacity", &self.max_capacity)
            .field("scaling_ratio", &self.scaling_ratio)
            .field("min_price", &self.min_price)
            .field("max_price", &self.max_price)
            .field("instance_types", &self.instance_types)
            .field("regions", &self.regions)
            .field("description", &self.description)
            .field("owner", &self.owner)
            .finish_non_exhaustive()
    }
}

impl CreateWorkerTypeRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: CreateWorkerTypeRequestRequired) -> Self {
        Self {
            availability_zones: None,
            can_use_ondemand: None,
            can_use_spot: None,
            description: required.description,
            instance_types: required.instance_types,
            launch_spec: required.launch_spec,
            max_capacity: required.max_capacity,
            max_price: required.max_price,
            min_capacity: None,
            min_price: required.min_price,
            owner: required.owner,
            regions: required.regions,
            scaling_ratio: required.scaling_ratio,
            scopes: required.scopes,
            secrets: required.secrets,
            user_data: required.user_data,
            extra_members: BTreeMap::new(),
        }
    }

    /// Sets [`availability_zones`](Self::availability_zones).
    #[must_use]
    pub fn availability_zones(
        mut self,
        availability_zones: impl IntoIterator<Item = AvailabilityZoneConfiguration>,
    ) -> Self {
        self.availability_zones = Some(availability_zones.into_iter().collect());
        self
    }

    /// Sets [`can_use_ondemand`](Self::can_use_ondemand).
    #[must_use]
    pub fn can_use_ondemand(mut self, can_use_ondemand: bool) -> Self {
        self.can_use_ondemand = Some(can_use_ondemand);
        self
    }

    /// Sets [`can_use_spot`](Self::can_use_spot).
    #[must_use]
    pub fn can_use_spot(mut self, can_use_spot: bool) -> Self {
        self.can_use_spot = Some(can_use_spot);
        self
    }

    /// Sets [`min_capacity`](Self::min_capacity).
    #[must_use]
    pub fn min_capacity(mut self, min_capacity: f64) -> Self {
        self.min_capacity = Some(min_capacity);
        self
    }
}

impl fmt::Debug for CreateWorkerTypeRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateWorkerTypeRequest")
            .field("availability_zones", &self.availability_zones)
            .field("can_use_ondemand", &self.can_use_ondemand)
            .field("can_use_spot", &self.can_use_spot)
            .field("description", &self.description)
            .field("instance_types", &self.instance_types)
            .field(
                "launch_spec",
                &taskcluster_core::json::shown(&self.launch_spec),
            )
            .field("max_capacity", &self.max_capacity)
            .field("max_price", &self.max_price)
            .field("min_capacity", &self.min_capacity)
            .field("min_price", &self.min_price)
            .field("owner", &self.owner)
            .field("regions", &self.regions)
            .field("scaling_ratio", &self.scaling_ratio)
            .field("scopes", &self.scopes)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish_non_exhaustive()
    }
}
