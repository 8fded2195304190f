// Written by `cargo xtask generate` from the references of the service `pulse`. Do not edit.

//! The payloads, answers and messages of the service.

mod list_namespaces_response;
mod namespace;
mod namespace_request;
mod namespace_response;

pub use list_namespaces_response::*;
pub use namespace::*;
pub use namespace_request::*;
pub use namespace_response::*;
