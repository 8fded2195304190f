// Links of the README within this documentation; elsewhere they lead to docs.rs.
//! [`Queue`]: Queue
//! [`types`]: types
//! [`taskcluster-core`]: taskcluster_core
#![doc = include_str!("../README.md")]

mod ext;
mod generated;

pub use generated::*;
