// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! The payloads, answers and messages of the service.

mod r#box;
mod box_message;
mod list_boxes_response;
mod many;
mod put_box_request;
mod tree;

pub use r#box::*;
pub use box_message::*;
pub use list_boxes_response::*;
pub use many::*;
pub use put_box_request::*;
pub use tree::*;
