//! What a program listens to that wants all of Taskcluster's messages.
//!
//! The crate `taskcluster-listener` does the listening. [`event`] puts the crates' exchanges into one table, so
//! that a check can go through all of them.

pub mod event;
pub mod group;
