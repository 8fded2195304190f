// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The service as its references describe it.

mod api;
mod calls;
mod endpoints;
pub mod types;

pub use api::Github;
pub use calls::Builds;
pub use endpoints::ENDPOINTS;
