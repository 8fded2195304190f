// Written by `cargo xtask generate` from the references of the service `purge-cache`. Do not edit.

//! The types of the schema `purge-cache-requests`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

use super::PurgeCacheRequest;

/// A cache that is to be discarded where it is older than a given time.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PurgeRequest {
    /// Caches created before this time (UTC) are to go, later ones may stay. It is the time of the
    /// latest request for this cache.
    pub before: OffsetDateTime,
    /// The name of the cache to discard.
    pub cache_name: String,
    /// The provisioner of the workers concerned: the first half of their `workerPoolId`, 1 to 38
    /// characters.
    pub provisioner_id: String,
    /// The worker type of the workers concerned, within the provisioner: the second half of their
    /// `workerPoolId`, 1 to 38 characters.
    pub worker_type: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    PurgeRequest and extra_members {
        0 before = "before": date,
        1 cache_name = "cacheName": required,
        2 provisioner_id = "provisionerId": required,
        3 worker_type = "workerType": required,
    }
}

/// What a [`PurgeRequest`] must have.
pub struct PurgeRequestRequired {
    /// See [`PurgeRequest::provisioner_id`].
    pub provisioner_id: String,
    /// See [`PurgeRequest::worker_type`].
    pub worker_type: String,
    /// See [`PurgeRequest::cache_name`].
    pub cache_name: String,
    /// See [`PurgeRequest::before`].
    pub before: OffsetDateTime,
}

impl PurgeRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: PurgeRequestRequired) -> Self {
        Self {
            before: required.before,
            cache_name: required.cache_name,
            provisioner_id: required.provisioner_id,
            worker_type: required.worker_type,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for PurgeRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PurgeRequest")
            .field("before", &self.before)
            .field("cache_name", &self.cache_name)
            .field("provisioner_id", &self.provisioner_id)
            .field("worker_type", &self.worker_type)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

impl From<PurgeRequest> for PurgeCacheRequest {
    /// What can be sent back of an answer. Members that the request does not have are left out;
    /// those that no schema names are kept.
    fn from(from: PurgeRequest) -> Self {
        Self {
            cache_name: from.cache_name,
            extra_members: from.extra_members,
        }
    }
}
