// Written by `cargo xtask generate` from the references of the service `index`. Do not edit.

//! The service as its references describe it.

mod api;
mod endpoints;
pub mod types;

pub use api::Index;
pub use endpoints::ENDPOINTS;
