//! What other services see of tasks.

use serde_json::Value;

use super::artifact::{Artifact, Kind};
use super::objects;
use super::task::Task;
use crate::services::state::State;

/// How many links lead from a name to content at most.
const MAX_LINKS: usize = 10;

/// The state of a task, if there is such a task.
pub(in crate::services) fn state_of<'s>(state: &'s State, id: &str) -> Option<&'s str> {
    state.queue.tasks.get(id).map(Task::state)
}

/// The definition and the status of a task.
pub(in crate::services) fn known(state: &State, id: &str) -> Option<(Value, Value)> {
    let task = state.queue.tasks.get(id)?;
    Some((task.definition.clone(), task.status()))
}

/// The same of all tasks of a group.
pub(in crate::services) fn members(state: &State, group: &str) -> Option<Vec<(Value, Value)>> {
    let group = state.queue.groups.get(group)?;
    let tasks = group.task_ids.iter().filter_map(|id| known(state, id));
    Some(tasks.collect())
}

/// What an artifact of the task's last run holds, if its content is in the storage as it is: what was
/// compressed before is not.
pub(in crate::services) fn latest_content(
    state: &State,
    task_id: &str,
    name: &str,
) -> Option<Vec<u8>> {
    let runs = &state.queue.tasks.get(task_id)?.runs;
    let run_id = runs.len().checked_sub(1)?;
    let mut name = name.to_owned();
    for _ in 0..MAX_LINKS {
        let artifact: &Artifact = runs[run_id].artifacts.get(&name)?;
        match &artifact.kind {
            Kind::Link { artifact } => name.clone_from(artifact),
            Kind::Object { .. } => {
                let object = objects::name(task_id, run_id, &name);
                return state.storage.bytes(state.objects.content(&object)?);
            }
            _ => return state.storage.bytes(artifact.object()?),
        }
    }
    None
}
