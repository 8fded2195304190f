// Written by `cargo xtask generate` from the references of the service `login`. Do not edit.

//! The payloads, answers and messages of the service.

mod oidc_credentials_response;

pub use oidc_credentials_response::*;
