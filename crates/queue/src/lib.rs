// Links of the README within this documentation; elsewhere they lead to docs.rs.
//! [`Queue`]: Queue
//! [`types`]: types
//! [`taskcluster-core`]: taskcluster_core
#![doc = include_str!("../README.md")]

mod ext;
mod generated;

pub use generated::*;

/// The payloads, answers and messages of the service.
pub mod types {
    pub use crate::ext::CreateTaskRequestIn;
    pub use crate::generated::types::*;
}
