// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-group-priority-change-response`.

/// What came of changing the priority of a task group.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskGroupPriorityChangeResponse {
    /// The priority which the tasks have now. One of these, from first to last:
    ///
    /// * `highest`: claimed before all others.
    /// * `very-high`, `high`, `medium`, `low` and `very-low`: in this order.
    /// * `lowest`: claimed after all others.
    pub new_priority: ChangedGroupPriority,
    /// The member `schedulerId`.
    pub scheduler_id: String,
    /// The task group, a slugid.
    pub task_group_id: String,
    /// Slugids of the tasks that were concerned.
    pub task_ids: Vec<String>,
    /// Number of the tasks that were concerned.
    pub tasks_affected: u64,
}

taskcluster_core::members! {
    TaskGroupPriorityChangeResponse {
        0 new_priority = "newPriority": required,
        1 scheduler_id = "schedulerId": required,
        2 task_group_id = "taskGroupId": required,
        3 task_ids = "taskIds": required,
        4 tasks_affected = "tasksAffected": required,
    }
}

/// What a [`TaskGroupPriorityChangeResponse`] must have.
pub struct TaskGroupPriorityChangeResponseRequired {
    /// See [`TaskGroupPriorityChangeResponse::task_group_id`].
    pub task_group_id: String,
    /// See [`TaskGroupPriorityChangeResponse::scheduler_id`].
    pub scheduler_id: String,
    /// See [`TaskGroupPriorityChangeResponse::new_priority`].
    pub new_priority: ChangedGroupPriority,
    /// See [`TaskGroupPriorityChangeResponse::tasks_affected`].
    pub tasks_affected: u64,
    /// See [`TaskGroupPriorityChangeResponse::task_ids`].
    pub task_ids: Vec<String>,
}

impl TaskGroupPriorityChangeResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskGroupPriorityChangeResponseRequired) -> Self {
        Self {
            new_priority: required.new_priority,
            scheduler_id: required.scheduler_id,
            task_group_id: required.task_group_id,
            task_ids: required.task_ids,
            tasks_affected: required.tasks_affected,
        }
    }
}

taskcluster_core::string_enum! {
    /// The priority which the tasks have now. One of these, from first to last:
    ///
    /// * `highest`: claimed before all others.
    /// * `very-high`, `high`, `medium`, `low` and `very-low`: in this order.
    /// * `lowest`: claimed after all others.
    ///
    /// Today's servers only.
    pub enum ChangedGroupPriority {
        /// `highest`
        Highest = "highest",
        /// `very-high`
        VeryHigh = "very-high",
        /// `high`
        High = "high",
        /// `medium`
        Medium = "medium",
        /// `low`
        Low = "low",
        /// `very-low`
        VeryLow = "very-low",
        /// `lowest`
        Lowest = "lowest",
    }
}
