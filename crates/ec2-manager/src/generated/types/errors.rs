// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! The types of the schema `errors`.

use time::OffsetDateTime;

/// Errors in requesting and keeping instances, from the last 24 hours.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct Errors {
    /// The errors, ordered by time and at most 1000 of them.
    pub errors: Option<Vec<InstanceError>>,
}

taskcluster_core::members! {
    Errors {
        0 errors = "errors": optional,
    }
}

impl Errors {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

/// One failed request for an instance, or one termination that was not a regular shutdown.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct InstanceError {
    /// Availability zone in the region, for example `us-east-1a`.
    pub az: Option<String>,
    /// Error code of EC2, for example `InsufficientInstanceCapacity` for a request or
    /// `Server.SpotInstanceTermination` for a termination.
    pub code: Option<String>,
    /// EC2 instance type, for example `c4.2xlarge`.
    pub instance_type: Option<String>,
    /// Explanation by EC2, in English. It is masked for codes that might disclose confidential
    /// details.
    pub message: Option<String>,
    /// AWS region, for example `us-east-1`.
    pub region: Option<String>,
    /// When the request was made or the instance ended (UTC).
    pub time: Option<OffsetDateTime>,
    /// What failed: `instance-request` if EC2 refused to start an instance, `termination` if an
    /// instance ended in an irregular way.
    pub r#type: Option<ErrorType>,
    /// Worker type of the instance.
    pub worker_type: Option<String>,
}

taskcluster_core::members! {
    InstanceError {
        0 az = "az": optional,
        1 code = "code": optional,
        2 instance_type = "instanceType": optional,
        3 message = "message": optional,
        4 region = "region": optional,
        5 time = "time": optional_date,
        6 r#type = "type": optional,
        7 worker_type = "workerType": optional,
    }
}

impl InstanceError {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

taskcluster_core::string_enum! {
    /// What failed: `instance-request` if EC2 refused to start an instance, `termination` if an
    /// instance ended in an irregular way.
    ///
    /// Until 2019.
    pub enum ErrorType {
        /// `instance-request`
        InstanceRequest = "instance-request",
        /// `termination`
        Termination = "termination",
    }
}
