// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The types of the schema `get-worker-type-response`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

use super::{
    AvailabilityZoneConfiguration, CreateWorkerTypeRequest, InstanceTypeConfiguration,
    RegionConfiguration,
};

/// Definition of a worker type as it is stored. It contains secrets.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkerTypeResponse {
    /// Availability zones to use, each at most once, with settings of their own. Left out or empty,
    /// all zones of the regions are considered; otherwise only the listed ones, so name at least
    /// one for each region.
    pub availability_zones: Option<Vec<AvailabilityZoneConfiguration>>,
    /// Whether on-demand instances may be used. It has no effect, and is mostly reported as `false`
    /// whatever was sent.
    pub can_use_ondemand: Option<bool>,
    /// Whether spot instances may be used. It has no effect, because all instances are spot
    /// instances.
    pub can_use_spot: Option<bool>,
    /// What the worker type is for, written for people.
    pub description: String,
    /// EC2 instance types to choose from, each at most once. Every one of them is combined with
    /// every region, so all regions must offer it.
    pub instance_types: Vec<InstanceTypeConfiguration>,
    /// Time of the last creation or update (UTC), set by the service. Not part of what
    /// `updateWorkerType` accepts.
    pub last_modified: OffsetDateTime,
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
    /// Capacity to keep at all times, even without tasks, counted in tasks at a time.
    pub min_capacity: f64,
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
    /// Name of the worker type. Not part of what `updateWorkerType` accepts.
    pub worker_type: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    GetWorkerTypeResponse and extra_members {
        0 availability_zones = "availabilityZones": optional,
        1 can_use_ondemand = "canUseOndemand": optional,
        2 can_use_spot = "canUseSpot": optional,
        3 description = "description": required,
        4 instance_types = "instanceTypes": required,
        5 last_modified = "lastModified": date,
        6 launch_spec = "launchSpec": required,
        7 max_capacity = "maxCapacity": required,
        8 max_price = "maxPrice": required,
        9 min_capacity = "minCapacity": required,
        10 min_price = "minPrice": required,
        11 owner = "owner": required,
        12 regions = "regions": required,
        13 scaling_ratio = "scalingRatio": required,
        14 scopes = "scopes": required,
        15 secrets = "secrets": required,
        16 user_data = "userData": required,
        17 worker_type = "workerType": required,
    }
}

/// What a [`GetWorkerTypeResponse`] must have.
pub struct GetWorkerTypeResponseRequired {
    /// See [`GetWorkerTypeResponse::worker_type`].
    pub worker_type: String,
    /// See [`GetWorkerTypeResponse::launch_spec`].
    pub launch_spec: Value,
    /// See [`GetWorkerTypeResponse::user_data`].
    pub user_data: Value,
    /// See [`GetWorkerTypeResponse::secrets`].
    pub secrets: Value,
    /// See [`GetWorkerTypeResponse::scopes`].
    pub scopes: Vec<String>,
    /// See [`GetWorkerTypeResponse::min_capacity`].
    pub min_capacity: f64,
    /// See [`GetWorkerTypeResponse::max_capacity`].
    pub max_capacity: f64,
    /// See [`GetWorkerTypeResponse::scaling_ratio`].
    pub scaling_ratio: f64,
    /// See [`GetWorkerTypeResponse::min_price`].
    pub min_price: f64,
    /// See [`GetWorkerTypeResponse::max_price`].
    pub max_price: f64,
    /// See [`GetWorkerTypeResponse::last_modified`].
    pub last_modified: OffsetDateTime,
    /// See [`GetWorkerTypeResponse::instance_types`].
    pub instance_types: Vec<InstanceTypeConfiguration>,
    /// See [`GetWorkerTypeResponse::regions`].
    pub regions: Vec<RegionConfiguration>,
    /// See [`GetWorkerTypeResponse::description`].
    pub description: String,
    /// See [`GetWorkerTypeResponse::owner`].
    pub owner: String,
}

impl GetWorkerTypeResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: GetWorkerTypeResponseRequired) -> Self {
        Self {
            availability_zones: None,
            can_use_ondemand: None,
            can_use_spot: None,
            description: required.description,
            instance_types: required.instance_types,
            last_modified: required.last_modified,
            launch_spec: required.launch_spec,
            max_capacity: required.max_capacity,
            max_price: required.max_price,
            min_capacity: required.min_capacity,
            min_price: required.min_price,
            owner: required.owner,
            regions: required.regions,
            scaling_ratio: required.scaling_ratio,
            scopes: required.scopes,
            secrets: required.secrets,
            user_data: required.user_data,
            worker_type: required.worker_type,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for GetWorkerTypeResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GetWorkerTypeResponse")
            .field("availability_zones", &self.availability_zones)
            .field("can_use_ondemand", &self.can_use_ondemand)
            .field("can_use_spot", &self.can_use_spot)
            .field("description", &self.description)
            .field("instance_types", &self.instance_types)
            .field("last_modified", &self.last_modified)
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
            .field("worker_type", &self.worker_type)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish_non_exhaustive()
    }
}

impl From<GetWorkerTypeResponse> for CreateWorkerTypeRequest {
    /// What can be sent back of an answer. Members that the request does not have are left out;
    /// those that no schema names are kept.
    fn from(from: GetWorkerTypeResponse) -> Self {
        Self {
            availability_zones: from.availability_zones,
            can_use_ondemand: from.can_use_ondemand,
            can_use_spot: from.can_use_spot,
            description: from.description,
            instance_types: from.instance_types,
            launch_spec: from.launch_spec,
            max_capacity: from.max_capacity,
            max_price: from.max_price,
            min_capacity: Some(from.min_capacity),
            min_price: from.min_price,
            owner: from.owner,
            regions: from.regions,
            scaling_ratio: from.scaling_ratio,
            scopes: from.scopes,
            secrets: from.secrets,
            user_data: from.user_data,
            extra_members: from.extra_members,
        }
    }
}
