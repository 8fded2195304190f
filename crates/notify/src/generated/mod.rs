// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! The service as its references describe it.

mod api;
mod endpoints;
mod events;
pub mod selections;
mod topics;
pub mod types;

pub use api::Notify;
pub use endpoints::ENDPOINTS;
pub use events::NotifyEvents;
pub use topics::TOPICS;
