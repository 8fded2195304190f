// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! The payloads, answers and messages of the service.

mod create_key_pair;
mod errors;
mod health;
mod prices;
mod prices_request;
mod run_instance_request;
mod worker_type_resources;
mod worker_type_state;

pub use create_key_pair::*;
pub use errors::*;
pub use health::*;
pub use prices::*;
pub use prices_request::*;
pub use run_instance_request::*;
pub use worker_type_resources::*;
pub use worker_type_state::*;
