// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The service as its references describe it.

mod api;
mod calls;
mod endpoints;
mod events;
pub mod selections;
mod topics;
pub mod types;

pub use api::WorkerManager;
pub use calls::{
    ListWorkerPoolErrors, ListWorkerPoolLaunchConfigs, ListWorkers, ListWorkersForWorkerPool,
    WorkerPoolErrorStats,
};
pub use endpoints::ENDPOINTS;
pub use events::WorkerManagerEvents;
pub use topics::TOPICS;
