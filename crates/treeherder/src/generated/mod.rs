// Written by `cargo xtask generate` from the references of the service `treeherder`. Do not edit.

//! The service as its references describe it.

mod events;
pub mod selections;
mod topics;
pub mod types;

pub use events::TreeherderEvents;
pub use topics::TOPICS;
