// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! The service as its references describe it.

mod api;
mod calls;
mod endpoints;
mod events;
pub mod selections;
mod topics;
pub mod types;

pub use api::Toy;
pub use calls::FindBoxes;
pub use endpoints::ENDPOINTS;
pub use events::ToyEvents;
pub use topics::TOPICS;
