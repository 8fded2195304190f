//! What other services see of tasks.

use serde_json::Value;

use super::artifact::{Artifact, Kind};
use super::objects;
use super::task::Task;
use crate::services::context::Call;
use crate::services::state::State;

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

/// An artifact of a task's last run.
pub(super) struct Latest<'s> {
    pub(super) artifact: &'s Artifact,
    run_id: usize,
    /// The name that was asked for, and each that a link led to.
    names: Vec<&'s str>,
}

/// The artifact that a name stands for in the last run, if it is there.
pub(super) fn latest<'s>(call: &'s Call<'_>, task_id: &str, name: &'s str) -> Option<Latest<'s>> {
    let runs = &call.state.queue.tasks.get(task_id)?.runs;
    let run_id = runs.len().checked_sub(1)?;
    let mut names = vec![name];
    loop {
        let artifact = runs[run_id].artifacts.get(names[names.len() - 1])?;
        if !artifact.is_there(call.now) {
            return None;
        }
        match &artifact.kind {
            Kind::Link { artifact } if names.contains(&artifact.as_str()) => return None,
            Kind::Link { artifact } => names.push(artifact),
            _ => {
                return Some(Latest {
                    artifact,
                    run_id,
                    names,
                });
            }
        }
    }
}

/// Whether somebody without credentials may have artifacts of this name. What was public in 2018 was so by its
/// name.
pub(in crate::services) fn is_anybodys(call: &Call<'_>, name: &str) -> bool {
    let (is_today, has_both) = (call.apis.is_today, call.apis.has_both);
    if name.starts_with("public/") && (has_both || !is_today) {
        return true;
    }
    let roles = call.state.roles.expander();
    let scopes = roles.expand(["assume:anonymous"]);
    is_today
        && scopes.is_ok_and(|scopes| scopes.satisfies(&[[format!("queue:get-artifact:{name}")]]))
}

/// The content of an artifact of the task's last run, as anybody gets it from this deployment.
pub(in crate::services) fn latest_content(
    call: &Call<'_>,
    task_id: &str,
    name: &str,
) -> Option<Vec<u8>> {
    let found = latest(call, task_id, name)?;
    if !found.names.iter().all(|name| is_anybodys(call, name)) {
        return None;
    }
    let state = &call.state;
    let content = match &found.artifact.kind {
        Kind::Object { .. } => {
            let object = objects::name(task_id, found.run_id, found.names.last()?);
            state.objects.content(&object)?
        }
        _ => found.artifact.object()?,
    };
    state.storage.decoded(content)
}
