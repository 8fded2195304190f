// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! The types of the schema `prices`.

use serde::{Deserialize, Serialize};

/// What an instance of some type costs in some availability zone.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Price {
    /// EC2 instance type, for example `c4.2xlarge`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance_type: Option<String>,
    /// Price of an instance in US dollars per hour. It takes no account of how much work the
    /// instance type can do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<f64>,
    /// AWS region, for example `us-east-1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Market that the price is for: `spot`, or `ondemand` for the fixed price. A server may report
    /// spot prices only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<PriceType>,
    /// Availability zone in the region, for example `us-east-1a`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
}

taskcluster_core::string_enum! {
    /// Market that the price is for: `spot`, or `ondemand` for the fixed price. A server may report
    /// spot prices only.
    ///
    /// Until 2019.
    pub enum PriceType {
        /// `spot`
        Spot = "spot",
        /// `ondemand`
        Ondemand = "ondemand",
    }
}
