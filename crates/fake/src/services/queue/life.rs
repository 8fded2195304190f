//! The steps in the life of a task, each with the messages that tell of it.

use serde_json::Map;
use time::OffsetDateTime;

use super::messages::{publish, publish_group, publish_with};
use super::task::{Run, Task};
use super::text;
use crate::services::index;
use crate::services::state::State;

/// Takes in a task that is new, into its group. It is pending at once where it waits for no other.
pub(super) fn add(state: &mut State, task: Task, now: OffsetDateTime) {
    let queue = &mut state.queue;
    let id = task.id.clone();
    let is_ready = task.waits_for.is_empty();
    queue.open.insert(id.clone());
    queue.relate(&task);
    queue.tasks.insert(id.clone(), task);
    queue.note(&id);
    if is_ready {
        add_run(state, &id, "scheduled", now);
    }
}

/// Tells of a task that is new, or that a client believes to be. Today the first message says what
/// the task was before it had a run; once it was left out where the first run was under way.
pub(super) fn announce(state: &mut State, id: &str) {
    let Some(task) = state.queue.tasks.get(id) else {
        return;
    };
    let first = task.runs.first().map(|run| run.state.clone());
    if state.messages.are_of_today() {
        let more = Map::from_iter([("status".to_owned(), task.first_status())]);
        publish_with(state, "taskDefined", id, None, more);
    } else if first.as_ref().is_none_or(|state| state == "pending") {
        publish(state, "taskDefined", id, None);
    }
    if first.is_some_and(|state| state == "pending") {
        publish(state, "taskPending", id, Some(0));
    }
}

/// Gives a task another run, which is pending.
pub(super) fn make_pending(state: &mut State, id: &str, reason: &'static str, now: OffsetDateTime) {
    let run_id = add_run(state, id, reason, now);
    publish(state, "taskPending", id, run_id);
}

fn add_run(
    state: &mut State,
    id: &str,
    reason: &'static str,
    now: OffsetDateTime,
) -> Option<usize> {
    let queue = &mut state.queue;
    let task = queue.tasks.get_mut(id)?;
    queue.scheduled += 1;
    queue.open.insert(id.to_owned());
    task.runs.push(Run::pending(reason, now, queue.scheduled));
    let run_id = task.runs.len() - 1;
    queue.note(id);
    Some(run_id)
}

/// Ends a run as `exception`. The task is tried again where there is a reason to, and retries left;
/// the exception is then told too, as it was not in 2018.
pub(super) fn end_by_exception(
    state: &mut State,
    id: &str,
    run_id: usize,
    reason: &str,
    now: OffsetDateTime,
) {
    let again = match reason {
        "worker-shutdown" | "claim-expired" => Some("retry"),
        "intermittent-task" => Some("task-retry"),
        _ => None,
    };
    let Some(task) = state.queue.tasks.get_mut(id) else {
        return;
    };
    task.runs[run_id].resolve("exception", reason, now);
    match again.filter(|_| task.retries_left > 0) {
        Some(again) => {
            task.retries_left -= 1;
            let next = add_run(state, id, again, now);
            if state.messages.are_of_today() {
                publish(state, "taskException", id, Some(run_id));
            }
            publish(state, "taskPending", id, next);
        }
        None => resolved(state, id, now),
    }
}

/// Cancels a task whatever its state is.
pub(super) fn cancel(state: &mut State, id: &str, now: OffsetDateTime) {
    abandon(state, id, "canceled", now);
    resolved(state, id, now);
}

/// Ends a task whose deadline has come. The queue tells of it last.
pub(super) fn end_by_deadline(state: &mut State, id: &str, now: OffsetDateTime) {
    abandon(state, id, "deadline-exceeded", now);
    settle(state, id, now);
    tell_end(state, id);
}

/// Ends a task as `exception`, with a run for it where there is none.
fn abandon(state: &mut State, id: &str, reason: &str, now: OffsetDateTime) {
    let Some(task) = state.queue.tasks.get_mut(id) else {
        return;
    };
    if task.runs.is_empty() {
        task.runs.push(Run::pending("exception", now, 0));
    }
    if let Some(run) = task.runs.last_mut() {
        run.resolve("exception", reason, now);
    }
}

/// Tells of a task whose last run has ended, and does what others have waited for.
pub(super) fn resolved(state: &mut State, id: &str, now: OffsetDateTime) {
    tell_end(state, id);
    settle(state, id, now);
}

fn tell_end(state: &mut State, id: &str) {
    let Some(task) = state.queue.tasks.get(id) else {
        return;
    };
    let message = match task.state() {
        "completed" => "taskCompleted",
        "failed" => "taskFailed",
        _ => "taskException",
    };
    let run_id = task.runs.len().checked_sub(1);
    publish(state, message, id, run_id);
}

/// Does what has waited for the end of a task.
fn settle(state: &mut State, id: &str, now: OffsetDateTime) {
    state.queue.open.remove(id);
    let Some(task) = state.queue.tasks.get(id) else {
        return;
    };
    let outcome = task.state().to_owned();
    if outcome == "completed" {
        let definition = task.definition.clone();
        index::insert_completed(state, id, &definition);
    }
    release_dependents(state, id, &outcome, now);
    end_group(state, id);
}

/// Makes pending what has waited for this task alone. What a task once need not wait for any more
/// it does not wait for again when that is rerun.
fn release_dependents(state: &mut State, id: &str, outcome: &str, now: OffsetDateTime) {
    let dependents = state.queue.dependents.get(id).cloned();
    for other in dependents.unwrap_or_default() {
        let Some(task) = state.queue.tasks.get_mut(&other) else {
            continue;
        };
        if outcome == "completed" || task.definition["requires"] == "all-resolved" {
            task.waits_for.retain(|waited| waited != id);
        }
        if task.waits_for.is_empty() && task.runs.is_empty() && task.deadline > now {
            make_pending(state, &other, "scheduled", now);
        }
    }
}

/// Tells of the task's group, if this was the last of its tasks.
fn end_group(state: &mut State, id: &str) {
    let Some(task) = state.queue.tasks.get(id) else {
        return;
    };
    let group_id = text(&task.definition, "taskGroupId");
    let Some(group) = state.queue.groups.get_mut(&group_id) else {
        return;
    };
    group.active.remove(id);
    group.held_by.remove(id);
    if !group.active.is_empty() || !group.held_by.is_empty() {
        return;
    }
    publish_group(state, "taskGroupResolved", &group_id, Map::new());
}
