//! How urgent tasks are, changed after they were created.

use serde_json::{Map, Value, json};
use taskcluster_core::scopes::Arguments;

use super::groups;
use super::messages::{publish_group, publish_with};
use super::{Queue, text};
use crate::http::errors::ApiError;
use crate::services::Handler;
use crate::services::context::{Call, Outcome};

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "changeTaskPriority" => change,
        "changeTaskGroupPriority" => change_group,
        _ => return None,
    })
}

impl Queue {
    /// Gives a task another priority; returns the one that it had.
    fn set_priority(&mut self, id: &str, priority: &str) -> Result<String, ApiError> {
        let task = self.task_mut(id)?;
        let old = text(&task.definition, "priority");
        task.definition["priority"] = priority.into();
        Ok(old)
    }
}

fn change(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (id, priority) = (call.param("taskId"), text(&call.payload, "newPriority"));
    let task = call.state.queue.task(&id)?;
    let [provisioner_id, worker_type] = task.pool();
    let arguments = Arguments::new()
        .with("taskId", &id)
        .with("provisionerId", provisioner_id)
        .with("workerType", worker_type);
    call.authorize(&arguments)?;
    let task = call.state.queue.task(&id)?;
    if task.deadline <= call.now {
        let deadline = text(&task.definition, "deadline");
        return Err(ApiError::conflict(format!(
            "Task `{id}` can't be reprioritized past its deadline of {deadline}."
        )));
    }
    if task.is_resolved() {
        return Err(ApiError::conflict(format!(
            "Task `{id}` is already resolved and cannot be reprioritized."
        )));
    }
    let old = call.state.queue.set_priority(&id, &priority)?;
    let mut more = Map::new();
    more.insert("oldPriority".to_owned(), old.into());
    more.insert("newPriority".to_owned(), priority.into());
    publish_with(call.state, "taskPriorityChanged", &id, None, more);
    let status = call.state.queue.task(&id)?.status();
    Ok(Outcome::Json(json!({ "status": status })))
}

fn change_group(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (id, priority) = (
        call.param("taskGroupId"),
        text(&call.payload, "newPriority"),
    );
    let Some(group) = call.state.queue.groups.get(&id) else {
        return Err(ApiError::not_found(format!("Task group `{id}` not found.")));
    };
    let mut changed: Vec<String> = group.active.iter().cloned().collect();
    groups::authorize(call, &id)?;
    let queue = &mut call.state.queue;
    changed.retain(|id| {
        let old = queue.set_priority(id, &priority);
        old.is_ok_and(|old| old != priority)
    });
    let mut answer = Map::new();
    let mut add = |name: &str, value: Value| answer.insert(name.to_owned(), value);
    add("taskGroupId", id.as_str().into());
    add("schedulerId", groups::scheduler_id(call, &id).into());
    add("newPriority", priority.into());
    add("tasksAffected", changed.len().into());
    publish_group(call.state, "taskGroupPriorityChanged", &id, answer.clone());
    answer.insert("taskIds".to_owned(), changed.into());
    Ok(Outcome::Json(answer.into()))
}
