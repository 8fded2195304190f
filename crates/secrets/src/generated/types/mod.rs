// Written by `cargo xtask generate` from the references of the service `secrets`. Do not edit.

//! The payloads, answers and messages of the service.

mod secret;
mod secret_list;

pub use secret::*;
pub use secret_list::*;
