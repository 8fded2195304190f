// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! The types of the schema `health`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

/// Statistics on instances, for one worker type or for the whole account. Each list has one element
/// per region, availability zone and instance type with something to report.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct Health {
    /// Outcomes of the requests for instances that were made in the last 24 hours.
    pub request_health: Option<Vec<RequestOutcome>>,
    /// Instances that exist at the moment, regardless of when they were started.
    pub running: Option<Vec<RunningInstanceCount>>,
    /// Causes of the terminations of the last 24 hours.
    pub termination_health: Option<Vec<TerminationOutcome>>,
}

taskcluster_core::members! {
    Health {
        0 request_health = "requestHealth": optional,
        1 running = "running": optional,
        2 termination_health = "terminationHealth": optional,
    }
}

impl Health {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Outcomes of the requests for instances of one type in one zone. The causes of failure are
/// guessed from error codes, so they need not add up to `failed`.
///
/// Until 2019.
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct RequestOutcome {
    /// Availability zone in the region, for example `us-east-1a`.
    pub az: Option<String>,
    /// Number of requests refused because a parameter was invalid (codes starting with `Invalid`),
    /// which points to a mistake in the definition of the worker type.
    pub configuration_issue: Option<i64>,
    /// Number of requests that EC2 refused, for any reason.
    pub failed: Option<i64>,
    /// EC2 instance type, for example `c4.2xlarge`.
    pub instance_type: Option<String>,
    /// Number of requests refused because AWS had no machines of this type to spare.
    pub insufficient_capacity: Option<i64>,
    /// Number of requests refused because of an account limit (codes ending in `LimitExceeded`),
    /// not counting `throttled_calls`.
    pub limit_exceeded: Option<i64>,
    /// AWS region, for example `us-east-1`.
    pub region: Option<String>,
    /// Number of requests that EC2 accepted.
    pub successful: Option<i64>,
    /// Number of requests refused because calls to AWS came too fast (code `RequestLimitExceeded`).
    pub throttled_calls: Option<i64>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    RequestOutcome and extra_members {
        0 az = "az": optional,
        1 configuration_issue = "configuration_issue": optional,
        2 failed = "failed": optional,
        3 instance_type = "instanceType": optional,
        4 insufficient_capacity = "insufficient_capacity": optional,
        5 limit_exceeded = "limit_exceeded": optional,
        6 region = "region": optional,
        7 successful = "successful": optional,
        8 throttled_calls = "throttled_calls": optional,
    }
}

impl RequestOutcome {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl fmt::Debug for RequestOutcome {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestOutcome")
            .field("az", &self.az)
            .field("configuration_issue", &self.configuration_issue)
            .field("failed", &self.failed)
            .field("instance_type", &self.instance_type)
            .field("insufficient_capacity", &self.insufficient_capacity)
            .field("limit_exceeded", &self.limit_exceeded)
            .field("region", &self.region)
            .field("successful", &self.successful)
            .field("throttled_calls", &self.throttled_calls)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

/// Number of instances of one type in one zone.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct RunningInstanceCount {
    /// Availability zone in the region, for example `us-east-1a`.
    pub az: Option<String>,
    /// EC2 instance type, for example `c4.2xlarge`.
    pub instance_type: Option<String>,
    /// AWS region, for example `us-east-1`.
    pub region: Option<String>,
    /// Number of instances at the moment. It may include some that are still starting.
    pub running: Option<i64>,
}

taskcluster_core::members! {
    RunningInstanceCount {
        0 az = "az": optional,
        1 instance_type = "instanceType": optional,
        2 region = "region": optional,
        3 running = "running": optional,
    }
}

impl RunningInstanceCount {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Causes for which instances of one type in one zone were terminated.
///
/// Until 2019.
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct TerminationOutcome {
    /// Availability zone in the region, for example `us-east-1a`.
    pub az: Option<String>,
    /// Number of instances that shut themselves down or were terminated by the service. This says
    /// nothing on whether their tasks succeeded.
    pub clean_shutdown: Option<i64>,
    /// EC2 instance type, for example `c4.2xlarge`.
    pub instance_type: Option<String>,
    /// Number of instances ended because AWS had no machine for them. Usually `0`, because such a
    /// shortage already makes the request fail.
    pub insufficient_capacity: Option<i64>,
    /// Number of instances ended because their machine image, or a snapshot it consists of, was not
    /// found.
    pub missing_ami: Option<i64>,
    /// Number of instances whose cause of termination is unknown, because EC2 had forgotten them
    /// before it could be asked.
    pub no_code: Option<i64>,
    /// AWS region, for example `us-east-1`.
    pub region: Option<String>,
    /// Number of spot instances that AWS reclaimed.
    pub spot_kill: Option<i64>,
    /// Number of instances that did not come up because of an internal error, on the side of AWS or
    /// of the image.
    pub startup_failed: Option<i64>,
    /// Number of instances ended with a code that fits none of the other causes. The server of 2018
    /// sends this number under the name `unknown_codes`, so expect this one to be absent.
    pub unknown_code: Option<i64>,
    /// Number of instances ended because the account limit for EBS volumes was reached.
    pub volume_limit_exceeded: Option<i64>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    TerminationOutcome and extra_members {
        0 az = "az": optional,
        1 clean_shutdown = "clean_shutdown": optional,
        2 instance_type = "instanceType": optional,
        3 insufficient_capacity = "insufficient_capacity": optional,
        4 missing_ami = "missing_ami": optional,
        5 no_code = "no_code": optional,
        6 region = "region": optional,
        7 spot_kill = "spot_kill": optional,
        8 startup_failed = "startup_failed": optional,
        9 unknown_code = "unknown_code": optional,
        10 volume_limit_exceeded = "volume_limit_exceeded": optional,
    }
}

impl TerminationOutcome {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

impl fmt::Debug for TerminationOutcome {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TerminationOutcome")
            .field("az", &self.az)
            .field("clean_shutdown", &self.clean_shutdown)
            .field("instance_type", &self.instance_type)
            .field("insufficient_capacity", &self.insufficient_capacity)
            .field("missing_ami", &self.missing_ami)
            .field("no_code", &self.no_code)
            .field("region", &self.region)
            .field("spot_kill", &self.spot_kill)
            .field("startup_failed", &self.startup_failed)
            .field("unknown_code", &self.unknown_code)
            .field("volume_limit_exceeded", &self.volume_limit_exceeded)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}
