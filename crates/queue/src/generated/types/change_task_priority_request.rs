// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `change-task-priority-request`.

/// The priority which a task, or the tasks of a group, are to have.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChangeTaskPriorityRequest {
    /// The priority to set. One of these, from first to last:
    ///
    /// * `highest`: claimed before all others.
    /// * `very-high`, `high`, `medium`, `low` and `very-low`: in this order.
    /// * `lowest`: claimed after all others.
    pub new_priority: NewTaskPriority,
}

taskcluster_core::members! {
    ChangeTaskPriorityRequest {
        0 new_priority = "newPriority": required,
    }
}

impl ChangeTaskPriorityRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(new_priority: NewTaskPriority) -> Self {
        Self { new_priority }
    }
}

taskcluster_core::string_enum! {
    /// The priority to set. One of these, from first to last:
    ///
    /// * `highest`: claimed before all others.
    /// * `very-high`, `high`, `medium`, `low` and `very-low`: in this order.
    /// * `lowest`: claimed after all others.
    ///
    /// Today's servers only.
    pub enum NewTaskPriority {
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
