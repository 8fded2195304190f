// Written by `cargo xtask generate` from the references of the service `web-server`. Do not edit.

//! The service as its references describe it.

mod api;
mod endpoints;

pub use api::WebServer;
pub use endpoints::ENDPOINTS;
