// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The payloads, answers and messages of the service.

mod availability_zone_configuration;
mod backend_status_response;
mod create_secret_request;
mod create_worker_type_request;
mod get_secret_response;
mod get_worker_type_last_modified;
mod get_worker_type_response;
mod instance_type_configuration;
mod region_configuration;
mod region_launch_spec;
mod worker_type_message;
mod worker_type_summary;

pub use availability_zone_configuration::*;
pub use backend_status_response::*;
pub use create_secret_request::*;
pub use create_worker_type_request::*;
pub use get_secret_response::*;
pub use get_worker_type_last_modified::*;
pub use get_worker_type_response::*;
pub use instance_type_configuration::*;
pub use region_configuration::*;
pub use region_launch_spec::*;
pub use worker_type_message::*;
pub use worker_type_summary::*;
