//! Waiting for tasks by their IDs.

use std::collections::HashSet;

use taskcluster_core::Error as ClientError;
use taskcluster_queue::Queue;
use taskcluster_queue::types::{TaskStatus, TasksRequest};

use super::hint::{Heard, Hint};
use super::outcome::{Finished, Known, TaskChange};
use super::{Look, Watched};
use crate::caller::Caller;
use crate::error::Result;

/// Tasks that are waited for, of any groups.
pub struct Tasks {
    task_ids: Vec<String>,
    known: Known,
    /// The server has no list of statuses: it is one of 2018.
    has_no_lists: bool,
    /// Whose turn it is to be asked for, where there is no list.
    turn: usize,
}

impl Tasks {
    pub(crate) fn new(task_ids: impl IntoIterator<Item = String>) -> Self {
        let mut seen = HashSet::new();
        Self {
            task_ids: task_ids
                .into_iter()
                .filter(|id| seen.insert(id.clone()))
                .collect(),
            known: Known::default(),
            has_no_lists: false,
            turn: 0,
        }
    }

    async fn ask<C: Caller>(&mut self, client: &C) -> Result<Vec<TaskStatus>> {
        let queue = Queue::new(client);
        let open = self.missing();
        if let [task_id] = &open[..] {
            return Ok(vec![one(&queue, task_id).await?]);
        }
        if !self.has_no_lists {
            match listed(&queue, &open).await {
                Err(e) if is_unknown_method(&e) => self.has_no_lists = true,
                statuses => return named(&queue, &open, statuses?).await,
            }
        }
        self.turn += 1;
        let task_id = &open[self.turn % open.len()];
        let Some(status) = self.known.get(task_id) else {
            return Ok(vec![one(&queue, task_id).await?]);
        };
        let mut statuses = of_group(&queue, &status.task_group_id).await?;
        statuses.retain(|status| open.contains(&status.task_id));
        Ok(statuses)
    }
}

impl Watched for Tasks {
    type Change = TaskChange;
    type Found = Finished;

    async fn look<C: Caller>(
        &mut self,
        client: &C,
        tell: &mut (dyn FnMut(TaskChange) + Send),
    ) -> Result<Look<Finished>> {
        let mut changed = false;
        if !self.missing().is_empty() {
            for status in self.ask(client).await? {
                changed |= self.known.take(status, tell);
            }
        }
        Ok(match self.missing().is_empty() {
            true => Look::Done(self.known.finished(&self.task_ids)),
            false if changed => Look::Changed,
            false => Look::Same,
        })
    }

    fn hear(&mut self, hint: Hint, tell: &mut (dyn FnMut(TaskChange) + Send)) -> Heard<Finished> {
        match hint {
            Hint::Task(status) if self.task_ids.contains(&status.task_id) => {
                self.known.hear(*status, tell);
                match self.missing().is_empty() {
                    true => Heard::Done(self.known.finished(&self.task_ids)),
                    false => Heard::Nothing,
                }
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

async fn one<C: Caller>(queue: &Queue<C>, task_id: &str) -> Result<TaskStatus> {
    Ok(C::fetch(queue.status(task_id)).await?.status)
}

async fn listed<C: Caller>(
    queue: &Queue<C>,
    task_ids: &[String],
) -> Result<Vec<TaskStatus>, ClientError> {
    let wanted = TasksRequest::new().task_ids(task_ids);
    let mut pages = queue.statuses(&wanted).pages();
    let mut statuses = Vec::with_capacity(task_ids.len());
    while let Some(page) = C::page(&mut pages).await {
        statuses.extend(page?.statuses.into_iter().map(|listed| listed.status));
    }
    Ok(statuses)
}

/// A list leaves out tasks that there are not. Asking for one of them gives the server's own error.
async fn named<C: Caller>(
    queue: &Queue<C>,
    task_ids: &[String],
    mut statuses: Vec<TaskStatus>,
) -> Result<Vec<TaskStatus>> {
    let listed: HashSet<&String> = statuses.iter().map(|status| &status.task_id).collect();
    if let Some(task_id) = task_ids.iter().find(|id| !listed.contains(id)) {
        let late = one(queue, task_id).await?;
        statuses.push(late);
    }
    Ok(statuses)
}

/// All tasks of a group.
pub(crate) async fn of_group<C: Caller>(
    queue: &Queue<C>,
    task_group_id: &str,
) -> Result<Vec<TaskStatus>> {
    let mut pages = queue.list_task_group(task_group_id).pages();
    let mut statuses = Vec::new();
    while let Some(page) = C::page(&mut pages).await {
        statuses.extend(page?.tasks.into_iter().map(|task| task.status));
    }
    Ok(statuses)
}

/// A 404 of the server's front, which knows no such route, and not of the service.
fn is_unknown_method(error: &ClientError) -> bool {
    error.status() == Some(404) && error.code().is_none()
}
