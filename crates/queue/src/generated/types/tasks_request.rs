// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `tasks-request`.

/// Which tasks to read.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct TasksRequest {
    /// Slugids of the tasks. Defaults to none.
    pub task_ids: Option<Vec<String>>,
}

taskcluster_core::members! {
    TasksRequest {
        0 task_ids = "taskIds": optional,
    }
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
