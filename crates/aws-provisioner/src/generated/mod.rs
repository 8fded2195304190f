// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The service as its references describe it.

mod api;
mod endpoints;
mod events;
pub mod selections;
mod topics;
pub mod types;

pub use api::AwsProvisioner;
pub use endpoints::ENDPOINTS;
pub use events::AwsProvisionerEvents;
pub use topics::TOPICS;
