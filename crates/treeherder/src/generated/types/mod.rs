// Written by `cargo xtask generate` from the references of the service `treeherder`. Do not edit.

//! The payloads, answers and messages of the service.

mod pulse_job;

pub use pulse_job::*;
