// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The payloads, answers and messages of the service.

mod bindings;
mod create_hook_request;
mod hook_definition;
mod hook_metadata;
mod hook_status;
mod list_hook_groups_response;
mod list_hooks_response;
mod list_last_fires_response;
mod pulse_hook_changed_message;
mod task_status;
mod trigger_token_response;

pub use bindings::*;
pub use create_hook_request::*;
pub use hook_definition::*;
pub use hook_metadata::*;
pub use hook_status::*;
pub use list_hook_groups_response::*;
pub use list_hooks_response::*;
pub use list_last_fires_response::*;
pub use pulse_hook_changed_message::*;
pub use task_status::*;
pub use trigger_token_response::*;
