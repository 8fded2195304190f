// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The service as its references describe it.

mod api;
mod calls;
mod endpoints;
mod events;
pub mod selections;
mod topics;
pub mod types;

pub use api::Github;
pub use calls::{Builds, CancelBuilds};
pub use endpoints::ENDPOINTS;
pub use events::GithubEvents;
pub use topics::TOPICS;
