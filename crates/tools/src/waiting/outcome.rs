//! What waiting for tasks ends in.

use std::collections::HashMap;
use std::fmt;

use taskcluster_queue::types::{RunResolutionReason, TaskState, TaskStatus};

/// A task has moved on.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskChange {
    /// Where it stood at the look before; `None` at the first.
    pub before: Option<TaskState>,
    /// Where it stands.
    pub status: TaskStatus,
}

/// Tasks that are all resolved. `Display` tells in lines which of them did not complete, and why.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Finished {
    /// The tasks: in the order in which they were named, or in the group's own.
    pub tasks: Vec<TaskStatus>,
}

impl Finished {
    /// Whether all tasks have completed.
    pub fn is_success(&self) -> bool {
        self.failed().next().is_none()
    }

    /// The tasks that ended as `failed` or `exception`.
    pub fn failed(&self) -> impl Iterator<Item = &TaskStatus> {
        let failed = |status: &&TaskStatus| status.state != TaskState::Completed;
        self.tasks.iter().filter(failed)
    }

    /// Why a task ended as it did, by its latest run: `claim-expired`, `malformed-payload`…
    pub fn reason(status: &TaskStatus) -> Option<&RunResolutionReason> {
        status.runs.last()?.reason_resolved.as_ref()
    }
}

impl fmt::Display for Finished {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let failed = self.failed().count();
        match (self.tasks.len(), failed) {
            (all, 0) => return write!(f, "{all} of {all} tasks have completed"),
            (all, failed) => write!(f, "{failed} of {all} tasks have not completed:")?,
        }
        for status in self.failed() {
            write!(f, "\n{}: {}", status.task_id, status.state)?;
            // A plain failure gives its state as the reason.
            let reason = Self::reason(status).map(ToString::to_string);
            if let Some(reason) = reason.filter(|reason| *reason != status.state.to_string()) {
                write!(f, " ({reason})")?;
            }
        }
        Ok(())
    }
}

/// What is known of tasks, and tells of changes.
#[derive(Default)]
pub(super) struct Known(HashMap<String, TaskStatus>);

impl Known {
    /// Takes a status over. Whether it is another than before.
    pub(super) fn take(
        &mut self,
        status: TaskStatus,
        tell: &mut (dyn FnMut(TaskChange) + Send),
    ) -> bool {
        let before = self.0.insert(status.task_id.clone(), status.clone());
        // A task that is retried is pending once more, in a run of its own.
        let stand = |status: &TaskStatus| (status.state.clone(), status.runs.len());
        if before.as_ref().map(stand) == Some(stand(&status)) {
            return false;
        }
        let before = before.map(|status| status.state);
        tell(TaskChange { before, status });
        true
    }

    /// Takes over what a message tells, unless more is known: messages of different exchanges come in
    /// any order. Whether it is another than before.
    pub(super) fn hear(
        &mut self,
        status: TaskStatus,
        tell: &mut (dyn FnMut(TaskChange) + Send),
    ) -> bool {
        let known = self.get(&status.task_id).map(progress);
        known.is_none_or(|known| known < progress(&status)) && self.take(status, tell)
    }

    pub(super) fn get(&self, task_id: &str) -> Option<&TaskStatus> {
        self.0.get(task_id)
    }

    pub(super) fn is_resolved(&self, task_id: &str) -> bool {
        self.get(task_id)
            .is_some_and(|status| status.state.is_resolved())
    }

    /// These tasks, which are all known.
    pub(super) fn finished(&self, task_ids: &[String]) -> Finished {
        let tasks = task_ids.iter().filter_map(|id| self.get(id).cloned());
        Finished {
            tasks: tasks.collect(),
        }
    }
}

/// How far a task has come: each retry and rerun is a run more.
fn progress(status: &TaskStatus) -> (usize, u8) {
    let state = match status.state {
        TaskState::Unscheduled => 0,
        TaskState::Pending => 1,
        TaskState::Running => 2,
        _ if status.state.is_resolved() => 3,
        _ => 2,
    };
    (status.runs.len(), state)
}
