// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The payloads, answers and messages of the service.

mod build_list;
mod create_comment;
mod create_status;
mod github_pull_request_message;
mod github_push_message;
mod github_release_message;
mod repository;
mod task_group_defined_message;

pub use build_list::*;
pub use create_comment::*;
pub use create_status::*;
pub use github_pull_request_message::*;
pub use github_push_message::*;
pub use github_release_message::*;
pub use repository::*;
pub use task_group_defined_message::*;
