// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The service as its references describe it.

mod api;
mod calls;
mod endpoints;
mod events;
pub mod selections;
mod topics;
pub mod types;

pub use api::Queue;
pub use calls::ListWorkers;
pub use endpoints::ENDPOINTS;
pub use events::QueueEvents;
pub use topics::TOPICS;
