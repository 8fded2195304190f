//! Waiting for a group of tasks, which may grow all the while.

use taskcluster_queue::Queue;

use super::hint::{Heard, Hint};
use super::outcome::{Finished, Known, TaskChange};
use super::{Look, Watched};
use crate::caller::Caller;
use crate::error::Result;

/// A task group that is waited for: until its tasks are all resolved and no more can come. That is where
/// it is sealed, or else where a second look finds no task that the one before had not.
pub struct Group {
    task_group_id: String,
    task_ids: Vec<String>,
    known: Known,
    /// Whether the look before found all tasks resolved.
    was_resolved: bool,
}

impl Group {
    pub(crate) fn new(task_group_id: &str) -> Self {
        Self {
            task_group_id: task_group_id.to_owned(),
            task_ids: Vec::new(),
            known: Known::default(),
            was_resolved: false,
        }
    }
}

impl Watched for Group {
    type Change = TaskChange;
    type Found = Finished;

    async fn look<C: Caller>(
        &mut self,
        client: &C,
        tell: &mut (dyn FnMut(TaskChange) + Send),
    ) -> Result<Look<Finished>> {
        let mut pages = Queue::new(client)
            .list_task_group(&self.task_group_id)
            .pages();
        let (mut changed, mut sealed) = (false, false);
        while let Some(page) = C::page(&mut pages).await {
            let page = page?;
            sealed |= page.sealed.is_some();
            for task in page.tasks {
                if self.known.get(&task.status.task_id).is_none() {
                    self.task_ids.push(task.status.task_id.clone());
                }
                changed |= self.known.take(task.status, tell);
            }
        }
        let resolved = self.missing().is_empty();
        if resolved && (sealed || (self.was_resolved && !changed)) {
            return Ok(Look::Done(self.known.finished(&self.task_ids)));
        }
        self.was_resolved = resolved;
        Ok(if changed { Look::Changed } else { Look::Same })
    }

    fn hear(&mut self, hint: Hint, tell: &mut (dyn FnMut(TaskChange) + Send)) -> Heard<Finished> {
        match hint {
            Hint::Task(status) if status.task_group_id == self.task_group_id => {
                if self.known.get(&status.task_id).is_none() {
                    self.task_ids.push(status.task_id.clone());
                }
                self.known.hear(*status, tell);
                Heard::Nothing
            }
            // That no more comes, only the queue can tell.
            Hint::Group(id) if id == self.task_group_id => {
                self.was_resolved = true;
                Heard::Look
            }
            Hint::Look => Heard::Look,
            Hint::Task(_) | Hint::Group(_) => Heard::Nothing,
        }
    }

    fn missing(&self) -> Vec<String> {
        let open = self
            .task_ids
            .iter()
            .filter(|id| !self.known.is_resolved(id));
        open.cloned().collect()
    }
}
