// Written by `cargo xtask generate` from the references of the service `object`. Do not edit.

//! The payloads, answers and messages of the service.

mod create_upload_request;
mod create_upload_response;
mod download_method_geturl;
mod download_method_simple;
mod download_object_request;
mod download_object_response;
mod finish_upload_request;
mod get_object_response;
mod hashes;
mod upload_method_data_inline;
mod upload_method_put_url;

pub use create_upload_request::*;
pub use create_upload_response::*;
pub use download_method_geturl::*;
pub use download_method_simple::*;
pub use download_object_request::*;
pub use download_object_response::*;
pub use finish_upload_request::*;
pub use get_object_response::*;
pub use hashes::*;
pub use upload_method_data_inline::*;
pub use upload_method_put_url::*;
