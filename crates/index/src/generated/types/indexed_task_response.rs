// Written by `cargo xtask generate` from the references of the service `index`. Do not edit.

//! The types of the schema `indexed-task-response`.

use serde::{Deserialize, Serialize};
use taskcluster_core::json::Value;
use time::OffsetDateTime;

/// An entry of the index: a name and the task it stands for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct IndexedTaskResponse {
    /// Free-form JSON that was stored along with the task. An empty object if there was none.
    pub data: Value,
    /// When the entry is dropped from the index (UTC). It says nothing about when the task or its
    /// artifacts expire.
    #[serde(with = "taskcluster_core::timestamp")]
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
}
