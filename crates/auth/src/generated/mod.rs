// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The service as its references describe it.

mod api;
mod calls;
mod endpoints;
mod events;
pub mod selections;
mod topics;
pub mod types;

pub use api::Auth;
pub use calls::{AwsS3Credentials, ListClients};
pub use endpoints::ENDPOINTS;
pub use events::AuthEvents;
pub use topics::TOPICS;
