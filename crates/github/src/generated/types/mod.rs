// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The payloads, answers and messages of the service.

mod build_list;
mod create_comment;
mod create_status;
mod github_pull_request_message;
mod github_push_message;
mod github_release_message;
mod github_rerun_message;
mod render_taskcluster_yml_input;
mod render_taskcluster_yml_output;
mod repository;
mod task_group_creation_requested;
mod task_group_defined_message;
mod taskcluster_yml_update_message;

pub use build_list::*;
pub use create_comment::*;
pub use create_status::*;
pub use github_pull_request_message::*;
pub use github_push_message::*;
pub use github_release_message::*;
pub use github_rerun_message::*;
pub use render_taskcluster_yml_input::*;
pub use render_taskcluster_yml_output::*;
pub use repository::*;
pub use task_group_creation_requested::*;
pub use task_group_defined_message::*;
pub use taskcluster_yml_update_message::*;
