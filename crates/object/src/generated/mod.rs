// Written by `cargo xtask generate` from the references of the service `object`. Do not edit.

//! The service as its references describe it.

mod api;
mod endpoints;
pub mod types;

pub use api::Object;
pub use endpoints::ENDPOINTS;
