// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-priority-changed-message`.

use super::TaskStatus;

/// Tells that a task has got another priority.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskPriorityChangedMessage {
    /// The priority which the task has now. One of these, from first to last:
    ///
    /// * `highest`: claimed before all others.
    /// * `very-high`, `high`, `medium`, `low` and `very-low`: in this order.
    /// * `lowest`: claimed after all others.
    pub new_priority: PriorityAfterChange,
    /// The priority which the task had before. One of these, from first to last:
    ///
    /// * `highest`: claimed before all others.
    /// * `very-high`, `high`, `medium`, `low` and `very-low`: in this order.
    /// * `lowest`: claimed after all others.
    pub old_priority: PriorityBeforeChange,
    /// Where a task stands: its state, its runs so far, and the parts of its definition that
    /// listeners need most.
    pub status: TaskStatus,
    /// Version of the message format, always 1.
    pub version: u64,
}

taskcluster_core::members! {
    TaskPriorityChangedMessage {
        0 new_priority = "newPriority": required,
        1 old_priority = "oldPriority": required,
        2 status = "status": required,
        3 version = "version": required,
    }
}

impl TaskPriorityChangedMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        version: u64,
        status: TaskStatus,
        old_priority: PriorityBeforeChange,
        new_priority: PriorityAfterChange,
    ) -> Self {
        Self {
            new_priority,
            old_priority,
            status,
            version,
        }
    }
}

taskcluster_core::string_enum! {
    /// The priority which the task has now. One of these, from first to last:
    ///
    /// * `highest`: claimed before all others.
    /// * `very-high`, `high`, `medium`, `low` and `very-low`: in this order.
    /// * `lowest`: claimed after all others.
    ///
    /// Today's servers only.
    pub enum PriorityAfterChange {
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

taskcluster_core::string_enum! {
    /// The priority which the task had before. One of these, from first to last:
    ///
    /// * `highest`: claimed before all others.
    /// * `very-high`, `high`, `medium`, `low` and `very-low`: in this order.
    /// * `lowest`: claimed after all others.
    ///
    /// Today's servers only.
    pub enum PriorityBeforeChange {
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
