// Written by `cargo xtask generate` from the references of the service `purge-cache`. Do not edit.

//! The service as its references describe it.

mod api;
mod calls;
mod endpoints;
mod events;
pub mod selections;
mod topics;
pub mod types;

pub use api::PurgeCache;
pub use calls::PurgeRequests;
pub use endpoints::ENDPOINTS;
pub use events::PurgeCacheEvents;
pub use topics::TOPICS;
