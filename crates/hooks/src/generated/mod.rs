// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The service as its references describe it.

mod api;
mod endpoints;
mod events;
pub mod selections;
mod topics;
pub mod types;

pub use api::Hooks;
pub use endpoints::ENDPOINTS;
pub use events::HooksEvents;
pub use topics::TOPICS;
