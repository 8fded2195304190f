// Links of the README within this documentation; elsewhere they lead to docs.rs.
//! [`Ec2Manager`]: Ec2Manager
//! [`types`]: types
//! [`taskcluster-core`]: taskcluster_core
#![doc = include_str!("../README.md")]

mod generated;

pub use generated::*;
