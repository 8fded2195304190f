//! What follows from tasks alone, and so is not saved: who belongs to which group, and who waits for whom.

use std::collections::{BTreeMap, BTreeSet};

use super::groups::Group;
use super::task::Task;
use super::{Queue, text};
use crate::services::book::Book;

/// The tasks that depend on a task, in the order of their IDs.
pub(super) type Dependents = BTreeMap<String, BTreeSet<String>>;

impl Queue {
    /// Notes what a task that is new here is to others.
    pub(super) fn relate(&mut self, task: &Task) {
        relate(&mut self.groups, &mut self.dependents, task);
    }

    /// Notes what all tasks are to each other, in a queue that comes from a file.
    pub(super) fn relate_all(&mut self) {
        for task in self.tasks.values() {
            relate(&mut self.groups, &mut self.dependents, task);
        }
    }
}

fn relate(groups: &mut Book<Group>, dependents: &mut Dependents, task: &Task) {
    if let Some(group) = groups.get_mut(&text(&task.definition, "taskGroupId")) {
        group.task_ids.insert(task.id.clone());
        if !task.was_resolved() {
            group.active.insert(task.id.clone());
        }
    }
    for other in task.list("dependencies") {
        dependents.entry(other).or_default().insert(task.id.clone());
    }
}
