//! What happens to tasks as time passes.

use std::collections::BTreeSet;

use time::OffsetDateTime;

use super::task::Task;
use super::{Queue, life};
use crate::services::state::State;

/// What is due for a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Deadline,
    ClaimEnds(usize),
}

/// When to look at which task that is not resolved. A date that has been put off since it was noted
/// is passed over when it comes.
#[derive(Debug, Default)]
pub(super) struct Agenda(BTreeSet<(OffsetDateTime, Event, String)>);

impl Queue {
    /// Notes what is next due for a task: to be done whenever that is something else than before.
    pub(super) fn note(&mut self, id: &str) {
        if let Some(task) = self.tasks.get(id) {
            let (at, event) = due(task);
            self.agenda.0.insert((at, event, id.to_owned()));
        }
    }

    /// Notes what follows from all tasks, in a queue that comes from a file.
    pub(crate) fn note_all(&mut self) {
        self.tasks.touch_all();
        self.relate_all();
        let is_open = |task: &&Task| matches!(task.state(), "unscheduled" | "pending" | "running");
        let open = self.tasks.values().filter(is_open);
        self.open = open.map(|task| task.id.clone()).collect();
        for id in self.open.clone() {
            self.note(&id);
        }
    }

    /// Takes what is due for some task by now, if anything is.
    fn take_due(&mut self, now: OffsetDateTime) -> Option<(OffsetDateTime, Event, String)> {
        while self.agenda.0.first().is_some_and(|(at, _, _)| *at <= now) {
            let (at, event, id) = self.agenda.0.pop_first()?;
            let task = self.tasks.get(&id).filter(|_| self.open.contains(&id));
            if task.is_some_and(|task| due(task) == (at, event)) {
                return Some((at, event, id));
            }
        }
        None
    }
}

/// Does what has been due since this was last called, in the order and with the times in which it
/// would have happened.
pub(crate) fn catch_up(state: &mut State, now: OffsetDateTime) {
    state.storage.forget_expired(now);
    while let Some((at, event, id)) = state.queue.take_due(now) {
        match event {
            Event::Deadline => life::end_by_deadline(state, &id, at),
            Event::ClaimEnds(run_id) => {
                life::end_by_exception(state, &id, run_id, "claim-expired", at);
            }
        }
    }
}

/// The next event of a task that is not resolved. A claim that ends after the deadline does not
/// count.
fn due(task: &Task) -> (OffsetDateTime, Event) {
    let last = task.runs.iter().enumerate().next_back();
    let running = last.filter(|(_, run)| run.state == "running");
    let claim_ends = running.and_then(|(run_id, run)| {
        let until = run.taken_until.filter(|until| *until < task.deadline)?;
        Some((until, Event::ClaimEnds(run_id)))
    });
    claim_ends.unwrap_or((task.deadline, Event::Deadline))
}

/// Forgets the tasks and groups that have expired by now.
pub(crate) fn forget_expired(state: &mut State, now: OffsetDateTime) {
    let queue = &mut state.queue;
    queue.tasks.retain(|task| task.expires > now);
    let tasks = &queue.tasks;
    queue.open.retain(|id| tasks.contains_key(id));
    queue.dependents.retain(|_, ids| {
        ids.retain(|id| tasks.contains_key(id));
        !ids.is_empty()
    });
    queue.groups.retain(|_, group| {
        group.task_ids.retain(|id| tasks.contains_key(id));
        group.expires > now
    });
}
