// Written by `cargo xtask generate` from the references of the service `index`. Do not edit.

//! The types of the schema `insert-task-request`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

/// The entry to store at an index path.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct InsertTaskRequest {
    /// Free-form JSON to keep with the entry, readable by everyone who may look it up. Keep it
    /// below 16 kB; use an empty object for none.
    pub data: Value,
    /// When to drop the entry (UTC). If the entry exists to find artifacts, their expiry date is a
    /// good choice.
    pub expires: OffsetDateTime,
    /// How the entry ranks against others for the same path. It takes the path if no entry is there
    /// or the rank of that entry is not higher. Zero, a time in seconds or a push number are common
    /// choices. Today's servers keep it as a 32-bit integer and answer 500 to a number beyond that
    /// range, such as a time in milliseconds.
    pub rank: f64,
    /// The task the path shall point to, a slugid. It is not checked for existence.
    pub task_id: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    InsertTaskRequest and extra_members {
        0 data = "data": required,
        1 expires = "expires": date,
        2 rank = "rank": required,
        3 task_id = "taskId": required,
    }
}

impl InsertTaskRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        task_id: impl Into<String>,
        rank: f64,
        data: impl Into<Value>,
        expires: OffsetDateTime,
    ) -> Self {
        Self {
            data: data.into(),
            expires,
            rank,
            task_id: task_id.into(),
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for InsertTaskRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InsertTaskRequest")
            .field("data", &taskcluster_core::json::shown(&self.data))
            .field("expires", &self.expires)
            .field("rank", &self.rank)
            .field("task_id", &self.task_id)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}
