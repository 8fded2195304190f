// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `list-task-group-response`.

use taskcluster_core::Page;
use time::OffsetDateTime;

use super::TaskDefinitionAndStatus;

/// A page of the tasks of a task group.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListTaskGroupResponse {
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    pub continuation_token: Option<String>,
    /// Date-time (UTC) when the task group is forgotten, not before the last of its tasks.
    ///
    /// Today's servers only.
    pub expires: Option<OffsetDateTime>,
    /// The member `schedulerId`.
    ///
    /// Today's servers only.
    pub scheduler_id: Option<String>,
    /// Date-time (UTC) when the group was sealed, so that it takes no more tasks. Absent if it was
    /// not.
    ///
    /// Today's servers only.
    pub sealed: Option<OffsetDateTime>,
    /// The task group, a slugid.
    pub task_group_id: String,
    /// The tasks on this page; there may be none.
    pub tasks: Vec<TaskDefinitionAndStatus>,
}

taskcluster_core::members! {
    ListTaskGroupResponse {
        0 continuation_token = "continuationToken": optional,
        1 expires = "expires": optional_date,
        2 scheduler_id = "schedulerId": optional,
        3 sealed = "sealed": optional_date,
        4 task_group_id = "taskGroupId": required,
        5 tasks = "tasks": required,
    }
}

impl ListTaskGroupResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        task_group_id: impl Into<String>,
        tasks: impl IntoIterator<Item = TaskDefinitionAndStatus>,
    ) -> Self {
        Self {
            continuation_token: None,
            expires: None,
            scheduler_id: None,
            sealed: None,
            task_group_id: task_group_id.into(),
            tasks: tasks.into_iter().collect(),
        }
    }
}

impl Page for ListTaskGroupResponse {
    type Item = TaskDefinitionAndStatus;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.tasks
    }
}
