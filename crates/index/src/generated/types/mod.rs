// Written by `cargo xtask generate` from the references of the service `index`. Do not edit.

//! The payloads, answers and messages of the service.

mod indexed_task_response;
mod insert_task_request;
mod list_namespaces_response;
mod list_tasks_at_index;
mod list_tasks_response;

pub use indexed_task_response::*;
pub use insert_task_request::*;
pub use list_namespaces_response::*;
pub use list_tasks_at_index::*;
pub use list_tasks_response::*;
