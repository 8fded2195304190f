// Written by `cargo xtask generate` from the references of the service `index`. Do not edit.

//! The types of the schema `list-tasks-response`.

use std::fmt;

use taskcluster_core::Page;
use taskcluster_core::json::Value;
use time::OffsetDateTime;

/// One page of entries: those directly in a namespace, or those at the index paths asked for.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListTasksResponse {
    /// Opaque token that asks for the next page. Missing on the last page.
    pub continuation_token: Option<String>,
    /// The entries of this page. May be empty although more pages follow.
    pub tasks: Vec<ListedTask>,
}

taskcluster_core::members! {
    ListTasksResponse {
        0 continuation_token = "continuationToken": optional,
        1 tasks = "tasks": required,
    }
}

impl ListTasksResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(tasks: impl IntoIterator<Item = ListedTask>) -> Self {
        Self {
            continuation_token: None,
            tasks: tasks.into_iter().collect(),
        }
    }
}

impl Page for ListTasksResponse {
    type Item = ListedTask;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.tasks
    }
}

/// An entry of the index: a name and the task it stands for.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ListedTask {
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
}

taskcluster_core::members! {
    ListedTask {
        0 data = "data": required,
        1 expires = "expires": date,
        2 namespace = "namespace": required,
        3 rank = "rank": required,
        4 task_id = "taskId": required,
    }
}

/// What a [`ListedTask`] must have.
pub struct ListedTaskRequired {
    /// See [`ListedTask::namespace`].
    pub namespace: String,
    /// See [`ListedTask::task_id`].
    pub task_id: String,
    /// See [`ListedTask::rank`].
    pub rank: f64,
    /// See [`ListedTask::data`].
    pub data: Value,
    /// See [`ListedTask::expires`].
    pub expires: OffsetDateTime,
}

impl ListedTask {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ListedTaskRequired) -> Self {
        Self {
            data: required.data,
            expires: required.expires,
            namespace: required.namespace,
            rank: required.rank,
            task_id: required.task_id,
        }
    }
}

impl fmt::Debug for ListedTask {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListedTask")
            .field("data", &taskcluster_core::json::shown(&self.data))
            .field("expires", &self.expires)
            .field("namespace", &self.namespace)
            .field("rank", &self.rank)
            .field("task_id", &self.task_id)
            .finish()
    }
}
