//! What the references cannot express.

use crate::types::TaskState;

impl TaskState {
    /// Whether the task has come to its end: `completed`, `failed` or `exception`. A state that
    /// this version does not know is none.
    ///
    /// ```
    /// use taskcluster_queue::types::TaskState;
    ///
    /// assert!(TaskState::Failed.is_resolved());
    /// assert!(!TaskState::Running.is_resolved());
    /// ```
    pub fn is_resolved(&self) -> bool {
        matches!(self, Self::Completed | Self::Failed | Self::Exception)
    }
}
