// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-group-priority-changed-message`.

/// Tells that the tasks of a task group have got another priority.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskGroupPriorityChangedMessage {
    /// The priority which the tasks have now. One of these, from first to last:
    ///
    /// * `highest`: claimed before all others.
    /// * `very-high`, `high`, `medium`, `low` and `very-low`: in this order.
    /// * `lowest`: claimed after all others.
    pub new_priority: GroupPriorityAfterChange,
    /// The member `schedulerId`.
    pub scheduler_id: String,
    /// The task group, a slugid.
    pub task_group_id: String,
    /// Number of the tasks that were concerned.
    pub tasks_affected: u64,
    /// Version of the message format, always 1.
    pub version: u64,
}

taskcluster_core::members! {
    TaskGroupPriorityChangedMessage {
        0 new_priority = "newPriority": required,
        1 scheduler_id = "schedulerId": required,
        2 task_group_id = "taskGroupId": required,
        3 tasks_affected = "tasksAffected": required,
        4 version = "version": required,
    }
}

/// What a [`TaskGroupPriorityChangedMessage`] must have.
pub struct TaskGroupPriorityChangedMessageRequired {
    /// See [`TaskGroupPriorityChangedMessage::version`].
    pub version: u64,
    /// See [`TaskGroupPriorityChangedMessage::task_group_id`].
    pub task_group_id: String,
    /// See [`TaskGroupPriorityChangedMessage::scheduler_id`].
    pub scheduler_id: String,
    /// See [`TaskGroupPriorityChangedMessage::new_priority`].
    pub new_priority: GroupPriorityAfterChange,
    /// See [`TaskGroupPriorityChangedMessage::tasks_affected`].
    pub tasks_affected: u64,
}

impl TaskGroupPriorityChangedMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskGroupPriorityChangedMessageRequired) -> Self {
        Self {
            new_priority: required.new_priority,
            scheduler_id: required.scheduler_id,
            task_group_id: required.task_group_id,
            tasks_affected: required.tasks_affected,
            version: required.version,
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
    pub enum GroupPriorityAfterChange {
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
