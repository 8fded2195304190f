// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! The service as its references describe it.

mod api;
mod endpoints;
pub mod types;

pub use api::Ec2Manager;
pub use endpoints::ENDPOINTS;
