// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! The types of the schema `run-instance-request`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

/// A request for one EC2 instance. Although the schema lets you leave fields out, all but
/// `SpotPrice` should be given.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct RunInstanceRequest {
    /// Token by which EC2 recognizes a repeated request, 1 to 64 characters out of letters, digits,
    /// `-` and `_`. Use a new one for each instance and the same one for retries. Let it start with
    /// a letter: the pattern that is checked accepts no digit from 1 to 9 at the start.
    pub client_token: Option<String>,
    /// Parameters of the instance, handed on to the EC2 call `RunInstances`. Besides the fields
    /// below it may have further ones of that call, for example `UserData`, `Placement` or
    /// `BlockDeviceMappings`. The service itself sets `ClientToken`, `MinCount`, `MaxCount`,
    /// `TagSpecifications` and `InstanceMarketOptions`.
    pub launch_info: Option<LaunchInfo>,
    /// AWS region to start the instance in, for example `us-east-1`. It must be one that the
    /// service manages.
    pub region: Option<String>,
    /// Whether to buy on the `spot` market or `on-demand`. It is not inferred from `SpotPrice`;
    /// leaving it out has the effect of `on-demand`, which costs more.
    pub request_type: Option<RequestType>,
    /// Highest spot price to pay, in US dollars per hour and with no allowance for utility or
    /// capacity. Left out, EC2 caps it at the on-demand price. It has no effect on an `on-demand`
    /// request.
    pub spot_price: Option<f64>,
}

taskcluster_core::members! {
    RunInstanceRequest {
        0 client_token = "ClientToken": optional,
        1 launch_info = "LaunchInfo": optional,
        2 region = "Region": optional,
        3 request_type = "RequestType": optional,
        4 spot_price = "SpotPrice": optional,
    }
}

impl RunInstanceRequest {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`client_token`](Self::client_token).
    #[must_use]
    pub fn client_token(mut self, client_token: impl Into<String>) -> Self {
        self.client_token = Some(client_token.into());
        self
    }

    /// Sets [`launch_info`](Self::launch_info).
    #[must_use]
    pub fn launch_info(mut self, launch_info: LaunchInfo) -> Self {
        self.launch_info = Some(launch_info);
        self
    }

    /// Sets [`region`](Self::region).
    #[must_use]
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// Sets [`request_type`](Self::request_type).
    #[must_use]
    pub fn request_type(mut self, request_type: RequestType) -> Self {
        self.request_type = Some(request_type);
        self
    }

    /// Sets [`spot_price`](Self::spot_price).
    #[must_use]
    pub fn spot_price(mut self, spot_price: f64) -> Self {
        self.spot_price = Some(spot_price);
        self
    }
}

/// Parameters of the instance, handed on to the EC2 call `RunInstances`. Besides the fields below
/// it may have further ones of that call, for example `UserData`, `Placement` or
/// `BlockDeviceMappings`. The service itself sets `ClientToken`, `MinCount`, `MaxCount`,
/// `TagSpecifications` and `InstanceMarketOptions`.
///
/// Until 2019.
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct LaunchInfo {
    /// Id of the machine image (AMI) to boot, which must exist in the region. Required in practice.
    pub image_id: Option<String>,
    /// EC2 instance type, for example `c4.2xlarge`. Required in practice.
    pub instance_type: Option<String>,
    /// Name of the SSH key pair, which must exist in the region; see `ensureKeyPair`. Required in
    /// practice.
    pub key_name: Option<String>,
    /// Names of the security groups to put the instance in. They must exist in the region.
    pub security_groups: Option<Vec<String>>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    LaunchInfo and extra_members {
        0 image_id = "ImageId": optional,
        1 instance_type = "InstanceType": optional,
        2 key_name = "KeyName": optional,
        3 security_groups = "SecurityGroups": optional,
    }
}

impl LaunchInfo {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`image_id`](Self::image_id).
    #[must_use]
    pub fn image_id(mut self, image_id: impl Into<String>) -> Self {
        self.image_id = Some(image_id.into());
        self
    }

    /// Sets [`instance_type`](Self::instance_type).
    #[must_use]
    pub fn instance_type(mut self, instance_type: impl Into<String>) -> Self {
        self.instance_type = Some(instance_type.into());
        self
    }

    /// Sets [`key_name`](Self::key_name).
    #[must_use]
    pub fn key_name(mut self, key_name: impl Into<String>) -> Self {
        self.key_name = Some(key_name.into());
        self
    }

    /// Sets [`security_groups`](Self::security_groups).
    #[must_use]
    pub fn security_groups(
        mut self,
        security_groups: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.security_groups = Some(security_groups.into_iter().map(Into::into).collect());
        self
    }
}

impl fmt::Debug for LaunchInfo {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LaunchInfo")
            .field("image_id", &self.image_id)
            .field("instance_type", &self.instance_type)
            .field("key_name", &self.key_name)
            .field("security_groups", &self.security_groups)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

taskcluster_core::string_enum! {
    /// Whether to buy on the `spot` market or `on-demand`. It is not inferred from `SpotPrice`;
    /// leaving it out has the effect of `on-demand`, which costs more.
    ///
    /// Until 2019.
    pub enum RequestType {
        /// `spot`
        Spot = "spot",
        /// `on-demand`
        OnDemand = "on-demand",
    }
}
