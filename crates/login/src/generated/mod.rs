// Written by `cargo xtask generate` from the references of the service `login`. Do not edit.

//! The service as its references describe it.

mod api;
mod endpoints;
pub mod types;

pub use api::Login;
pub use endpoints::ENDPOINTS;
