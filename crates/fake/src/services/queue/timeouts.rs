//! What happens to tasks as time passes.

use time::OffsetDateTime;

use super::artifact::Artifact;
use super::life;
use super::task::Task;
use crate::state::State;

/// What is due for a task.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Deadline,
    ClaimEnds(usize),
}

/// Does what has been due since this was last called, in the order and with the times in which it
/// would have happened.
pub(crate) fn catch_up(state: &mut State, now: OffsetDateTime) {
    while let Some((at, id, event)) = next(state).filter(|(at, _, _)| *at <= now) {
        match event {
            Event::Deadline => life::abandon(state, &id, "deadline-exceeded", at),
            Event::ClaimEnds(run_id) => {
                life::end_by_exception(state, &id, run_id, "claim-expired", at);
            }
        }
    }
}

fn next(state: &State) -> Option<(OffsetDateTime, String, Event)> {
    let queue = &state.queue;
    let tasks = queue.open.iter().filter_map(|id| queue.tasks.get(id));
    let due = tasks
        .map(|task| (due(task), task))
        .min_by_key(|(due, _)| *due);
    due.map(|((at, event), task)| (at, task.id.clone(), event))
}

/// The next event of a task that is not resolved. A claim that ends after the deadline does not
/// count.
fn due(task: &Task) -> (OffsetDateTime, Event) {
    let running = task.runs.iter().enumerate().next_back();
    let claim_ends = running.and_then(|(run_id, run)| {
        let until = run.taken_until.filter(|until| *until < task.deadline)?;
        Some((until, Event::ClaimEnds(run_id)))
    });
    claim_ends.unwrap_or((task.deadline, Event::Deadline))
}

/// Forgets the tasks that have expired by now.
pub(crate) fn forget_expired(state: &mut State, now: OffsetDateTime) {
    let queue = &mut state.queue;
    queue.tasks.retain(|_, task| task.expires > now);
    let tasks = &queue.tasks;
    let runs = tasks.values().flat_map(|task| &task.runs);
    let artifacts = runs.flat_map(|run| run.artifacts.values());
    let objects = artifacts.filter_map(Artifact::object).collect();
    queue.storage.keep(&objects);
    queue.open.retain(|id| tasks.contains_key(id));
    queue.dependents.retain(|_, ids| {
        ids.retain(|id| tasks.contains_key(id));
        !ids.is_empty()
    });
    queue.groups.retain(|_, group| {
        group.task_ids.retain(|id| tasks.contains_key(id));
        !group.task_ids.is_empty()
    });
}
