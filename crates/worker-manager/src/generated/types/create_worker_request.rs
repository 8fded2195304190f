// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `create-worker-request`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

/// What to record about a worker that exists outside the reach of a cloud provider.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkerRequest {
    /// How many tasks the worker can run at once.
    pub capacity: Option<u64>,
    /// Date-time (UTC) after which the worker can no longer register and the service forgets it.
    /// `createWorker` wants it in the future; `updateWorker` takes a time in the past, to end the
    /// worker now.
    pub expires: OffsetDateTime,
    /// What the provider needs to know about the worker. Providers of the type `static` demand it.
    pub provider_info: Option<StaticWorkerInfo>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    CreateWorkerRequest and extra_members {
        0 capacity = "capacity": optional,
        1 expires = "expires": date,
        2 provider_info = "providerInfo": optional,
    }
}

impl CreateWorkerRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(expires: OffsetDateTime) -> Self {
        Self {
            capacity: None,
            expires,
            provider_info: None,
            extra_members: BTreeMap::new(),
        }
    }

    /// Sets [`capacity`](Self::capacity).
    #[must_use]
    pub fn capacity(mut self, capacity: u64) -> Self {
        self.capacity = Some(capacity);
        self
    }

    /// Sets [`provider_info`](Self::provider_info).
    #[must_use]
    pub fn provider_info(mut self, provider_info: StaticWorkerInfo) -> Self {
        self.provider_info = Some(provider_info);
        self
    }
}

impl fmt::Debug for CreateWorkerRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateWorkerRequest")
            .field("capacity", &self.capacity)
            .field("expires", &self.expires)
            .field("provider_info", &self.provider_info)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

/// What a provider of the type `static` needs to know.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct StaticWorkerInfo {
    /// Secret by which the worker proves who it is when it registers: 44 letters, digits, `-` or
    /// `_`. Choose it at random for each worker, for example as two slugids, and give it to that
    /// worker alone.
    pub static_secret: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    StaticWorkerInfo and extra_members {
        0 static_secret = "staticSecret": required,
    }
}

impl StaticWorkerInfo {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(static_secret: impl Into<String>) -> Self {
        Self {
            static_secret: static_secret.into(),
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for StaticWorkerInfo {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StaticWorkerInfo")
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish_non_exhaustive()
    }
}
