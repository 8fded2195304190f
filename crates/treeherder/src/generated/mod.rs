// Written by `cargo xtask generate` from the references of the service `treeherder`. Do not edit.

//! The service as its references describe it.

pub mod types;
