// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `tasks-response`.

use taskcluster_core::Page;

use super::Task;

/// A page of the definitions of the tasks that were asked for.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TasksResponse {
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    pub continuation_token: Option<String>,
    /// The definitions on this page; there may be none. Tasks that do not exist are left out.
    pub tasks: Vec<TaskById>,
}

taskcluster_core::members! {
    TasksResponse {
        0 continuation_token = "continuationToken": optional,
        1 tasks = "tasks": required,
    }
}

impl TasksResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(tasks: impl IntoIterator<Item = TaskById>) -> Self {
        Self {
            continuation_token: None,
            tasks: tasks.into_iter().collect(),
        }
    }
}

impl Page for TasksResponse {
    type Item = TaskById;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.tasks
    }
}

/// The definition of a task, under its slugid.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskById {
    /// What is to be done, by which workers, when, and on whose behalf.
    ///
    /// This is the definition as the queue keeps it, with a value for everything that the creator
    /// left out.
    pub task: Task,
    /// The task, a slugid.
    pub task_id: String,
}

taskcluster_core::members! {
    TaskById {
        0 task = "task": required,
        1 task_id = "taskId": required,
    }
}

impl TaskById {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(task_id: impl Into<String>, task: Task) -> Self {
        Self {
            task,
            task_id: task_id.into(),
        }
    }
}
