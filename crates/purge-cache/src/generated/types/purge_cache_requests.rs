// Written by `cargo xtask generate` from the references of the service `purge-cache`. Do not edit.

//! The types of the schema `purge-cache-requests`.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// A cache that is to be discarded where it is older than a given time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PurgeRequest {
    /// Caches created before this time (UTC) are to go, later ones may stay. It is the time of the
    /// latest request for this cache.
    #[serde(with = "taskcluster_core::timestamp")]
    pub before: OffsetDateTime,
    /// The name of the cache to discard.
    pub cache_name: String,
    /// The provisioner of the workers concerned: the first half of their `workerPoolId`, 1 to 38
    /// characters.
    ///
    /// Length: 1 to 38.
    pub provisioner_id: String,
    /// The worker type of the workers concerned, within the provisioner: the second half of their
    /// `workerPoolId`, 1 to 38 characters.
    ///
    /// Length: 1 to 38.
    pub worker_type: String,
}
