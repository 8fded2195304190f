// Written by `cargo xtask generate` from the references of the service `purge-cache`. Do not edit.

//! The types of the schema `purge-cache-message`.

/// The announcement that a cache is to be purged.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PurgeCacheMessage {
    /// The name of the cache to discard.
    pub cache_name: String,
    /// The provisioner of the workers that shall purge the cache.
    ///
    /// Length: 1 to 22.
    pub provisioner_id: String,
    /// The version of the message format, always 1.
    pub version: u64,
    /// The worker type, within the provisioner, of the workers that shall purge the cache.
    ///
    /// Length: 1 to 22.
    pub worker_type: String,
}

taskcluster_core::members! {
    PurgeCacheMessage {
        0 cache_name = "cacheName": required,
        1 provisioner_id = "provisionerId": required,
        2 version = "version": required,
        3 worker_type = "workerType": required,
    }
}

/// What a [`PurgeCacheMessage`] must have.
pub struct PurgeCacheMessageRequired {
    /// See [`PurgeCacheMessage::version`].
    pub version: u64,
    /// See [`PurgeCacheMessage::provisioner_id`].
    pub provisioner_id: String,
    /// See [`PurgeCacheMessage::worker_type`].
    pub worker_type: String,
    /// See [`PurgeCacheMessage::cache_name`].
    pub cache_name: String,
}

impl PurgeCacheMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: PurgeCacheMessageRequired) -> Self {
        Self {
            cache_name: required.cache_name,
            provisioner_id: required.provisioner_id,
            version: required.version,
            worker_type: required.worker_type,
        }
    }
}
