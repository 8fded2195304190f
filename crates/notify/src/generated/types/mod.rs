// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! The payloads, answers and messages of the service.

mod email_request;
mod irc_request;
mod matrix_request;
mod notification_address;
mod notification_address_list;
mod notification_message;
mod pulse_request;
mod slack_request;

pub use email_request::*;
pub use irc_request::*;
pub use matrix_request::*;
pub use notification_address::*;
pub use notification_address_list::*;
pub use notification_message::*;
pub use pulse_request::*;
pub use slack_request::*;
