// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `list-task-group-response`.

use serde::{Deserialize, Serialize};
use taskcluster_core::Page;
use time::OffsetDateTime;

use super::TaskDefinitionAndStatus;

/// A page of the tasks of a task group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ListTaskGroupResponse {
    /// Pass this to the next call to get the next page. Absent on the last page; an empty page may
    /// have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub continuation_token: Option<String>,
    /// Date-time (UTC) when the task group is forgotten, not before the last of its tasks.
    ///
    /// Today's servers only.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
    pub expires: Option<OffsetDateTime>,
    /// The member `schedulerId`.
    ///
    /// Today's servers only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheduler_id: Option<String>,
    /// Date-time (UTC) when the group was sealed, so that it takes no more tasks. Absent if it was
    /// not.
    ///
    /// Today's servers only.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
    pub sealed: Option<OffsetDateTime>,
    /// The task group, a slugid.
    pub task_group_id: String,
    /// The tasks on this page; there may be none.
    pub tasks: Vec<TaskDefinitionAndStatus>,
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
