// Links of the README within this documentation; elsewhere they lead to docs.rs.
//! [`types::PulseJob`]: types::PulseJob
#![doc = include_str!("../README.md")]

mod generated;

pub use generated::*;
