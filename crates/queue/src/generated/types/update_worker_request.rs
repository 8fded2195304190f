// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `update-worker-request`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

/// The properties of a worker to set. Those that are left out stay as they are.
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct UpdateWorkerRequest {
    /// Date-time (UTC) when the entry is forgotten, unless activity prolongs it before. Leave it
    /// out to keep the present value.
    pub expires: Option<OffsetDateTime>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    UpdateWorkerRequest and extra_members {
        0 expires = "expires": optional_date,
    }
}

impl UpdateWorkerRequest {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`expires`](Self::expires).
    #[must_use]
    pub fn expires(mut self, expires: OffsetDateTime) -> Self {
        self.expires = Some(expires);
        self
    }
}

impl fmt::Debug for UpdateWorkerRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateWorkerRequest")
            .field("expires", &self.expires)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}
