// Written by `cargo xtask generate` from the references of the service `index`. Do not edit.

//! The types of the schema `indexed-task-response`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

use super::InsertTaskRequest;

/// An entry of the index: a name and the task it stands for.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct IndexedTaskResponse {
    /// Free-form JSON that was stored along with the task. An empty object if there was none.
    pub data: Value,
    /// When the entry is dropped from the index (UTC). It says nothing about when the task or its
    /// artifacts expire.
    pub expires: OffsetDateTime,
    /// The full index path of the entry, its last word included.
    ///
    /// Length: at most 255.
    pub namespace: String,
    /// How the entry ranks against others for the same path. A task indexed later takes the path if
    /// its rank is at least this.
    pub rank: f64,
    /// The task the path points to, a slugid.
    pub task_id: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    IndexedTaskResponse and extra_members {
        0 data = "data": required,
        1 expires = "expires": date,
        2 namespace = "namespace": required,
        3 rank = "rank": required,
        4 task_id = "taskId": required,
    }
}

/// What a [`IndexedTaskResponse`] must have.
pub struct IndexedTaskResponseRequired {
    /// See [`IndexedTaskResponse::namespace`].
    pub namespace: String,
    /// See [`IndexedTaskResponse::task_id`].
    pub task_id: String,
    /// See [`IndexedTaskResponse::rank`].
    pub rank: f64,
    /// See [`IndexedTaskResponse::data`].
    pub data: Value,
    /// See [`IndexedTaskResponse::expires`].
    pub expires: OffsetDateTime,
}

impl IndexedTaskResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: IndexedTaskResponseRequired) -> Self {
        Self {
            data: required.data,
            expires: required.expires,
            namespace: required.namespace,
            rank: required.rank,
            task_id: required.task_id,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for IndexedTaskResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IndexedTaskResponse")
            .field("data", &taskcluster_core::json::shown(&self.data))
            .field("expires", &self.expires)
            .field("namespace", &self.namespace)
            .field("rank", &self.rank)
            .field("task_id", &self.task_id)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

impl From<IndexedTaskResponse> for InsertTaskRequest {
    /// What can be sent back of an answer. Members that the request does not have are left out;
    /// those that no schema names are kept.
    fn from(from: IndexedTaskResponse) -> Self {
        Self {
            data: from.data,
            expires: from.expires,
            rank: from.rank,
            task_id: from.task_id,
            extra_members: from.extra_members,
        }
    }
}
