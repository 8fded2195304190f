// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `list-dependent-tasks-response`.

use taskcluster_core::Page;

use super::TaskDefinitionAndStatus;

/// A page of the tasks that depend on a given one.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListDependentTasksResponse {
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    pub continuation_token: Option<String>,
    /// The task which the others depend on, a slugid.
    pub task_id: String,
    /// The dependent tasks on this page; there may be none.
    pub tasks: Vec<TaskDefinitionAndStatus>,
}

taskcluster_core::members! {
    ListDependentTasksResponse {
        0 continuation_token = "continuationToken": optional,
        1 task_id = "taskId": required,
        2 tasks = "tasks": required,
    }
}

impl ListDependentTasksResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        task_id: impl Into<String>,
        tasks: impl IntoIterator<Item = TaskDefinitionAndStatus>,
    ) -> Self {
        Self {
            continuation_token: None,
            task_id: task_id.into(),
            tasks: tasks.into_iter().collect(),
        }
    }
}

impl Page for ListDependentTasksResponse {
    type Item = TaskDefinitionAndStatus;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.tasks
    }
}
