// Written by `cargo xtask generate` from the references of the service `purge-cache`. Do not edit.

//! Which messages of an exchange to hear of, field by field.

use super::topics;

taskcluster_core::selection! {
    /// Selects messages of [`PurgeCacheEvents::purge_cache`](super::PurgeCacheEvents::purge_cache).
    pub struct PurgeCache of topics::PURGE_CACHE => super::types::PurgeCacheMessage [task_queue_id] {
        /// The first half of the kind of worker that is addressed.
        provisioner_id = "provisionerId",
        /// The second half of the kind of worker that is addressed.
        worker_type = "workerType",
    }
}
