// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `tasks-request`.

use serde::{Deserialize, Serialize};

/// Which tasks to read.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TasksRequest {
    /// Slugids of the tasks. Defaults to none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_ids: Option<Vec<String>>,
}

impl TasksRequest {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`task_ids`](Self::task_ids).
    #[must_use]
    pub fn task_ids(mut self, task_ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.task_ids = Some(task_ids.into_iter().map(Into::into).collect());
        self
    }
}
