// Written by `cargo xtask generate` from the references of the service `pulse`. Do not edit.

//! The service as its references describe it.

mod api;
mod endpoints;
pub mod types;

pub use api::Pulse;
pub use endpoints::ENDPOINTS;
