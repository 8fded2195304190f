// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! The payloads, answers and messages of the service.

mod email_request;
mod irc_request;
mod pulse_request;

pub use email_request::*;
pub use irc_request::*;
pub use pulse_request::*;
