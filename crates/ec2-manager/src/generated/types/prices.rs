// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! The types of the schema `prices`.

/// What an instance of some type costs in some availability zone.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct Price {
    /// EC2 instance type, for example `c4.2xlarge`.
    pub instance_type: Option<String>,
    /// Price of an instance in US dollars per hour. It takes no account of how much work the
    /// instance type can do.
    pub price: Option<f64>,
    /// AWS region, for example `us-east-1`.
    pub region: Option<String>,
    /// Market that the price is for: `spot`, or `ondemand` for the fixed price. A server may report
    /// spot prices only.
    pub r#type: Option<PriceType>,
    /// Availability zone in the region, for example `us-east-1a`.
    pub zone: Option<String>,
}

taskcluster_core::members! {
    Price {
        0 instance_type = "instanceType": optional,
        1 price = "price": optional,
        2 region = "region": optional,
        3 r#type = "type": optional,
        4 zone = "zone": optional,
    }
}

impl Price {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
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
