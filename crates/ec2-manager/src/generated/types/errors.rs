// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! The types of the schema `errors`.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// Errors in requesting and keeping instances, from the last 24 hours.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
#[non_exhaustive]
pub struct Errors {
    /// The errors, ordered by time and at most 1000 of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<InstanceError>>,
}

/// One failed request for an instance, or one termination that was not a regular shutdown.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InstanceError {
    /// Availability zone in the region, for example `us-east-1a`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub az: Option<String>,
    /// Error code of EC2, for example `InsufficientInstanceCapacity` for a request or
    /// `Server.SpotInstanceTermination` for a termination.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// EC2 instance type, for example `c4.2xlarge`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance_type: Option<String>,
    /// Explanation by EC2, in English. It is masked for codes that might disclose confidential
    /// details.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// AWS region, for example `us-east-1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// When the request was made or the instance ended (UTC).
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
    pub time: Option<OffsetDateTime>,
    /// What failed: `instance-request` if EC2 refused to start an instance, `termination` if an
    /// instance ended in an irregular way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<ErrorType>,
    /// Worker type of the instance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worker_type: Option<String>,
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
