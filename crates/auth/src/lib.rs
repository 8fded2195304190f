// Links of the README within this documentation; elsewhere they lead to docs.rs.
//! [`Auth`]: Auth
//! [`types`]: types
//! [`taskcluster-core`]: taskcluster_core
#![doc = include_str!("../README.md")]

mod ext;
mod generated;

pub use generated::*;
