// Written by `cargo xtask generate` from the references of the service `purge-cache`. Do not edit.

//! The payloads, answers and messages of the service.

mod all_purge_cache_request_list;
mod purge_cache_message;
mod purge_cache_request;
mod purge_cache_request_list;
mod purge_cache_requests;

pub use all_purge_cache_request_list::*;
pub use purge_cache_message::*;
pub use purge_cache_request::*;
pub use purge_cache_request_list::*;
pub use purge_cache_requests::*;
