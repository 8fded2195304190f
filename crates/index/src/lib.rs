// Links of the README within this documentation; elsewhere they lead to docs.rs.
//! [`Index`]: Index
//! [`types`]: types
//! [`taskcluster-core`]: taskcluster_core
#![doc = include_str!("../README.md")]

mod generated;

pub use generated::*;
