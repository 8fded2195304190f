//! What today's servers do with many tasks at once: batches, task queues, groups and their priorities.

use taskcluster_client::queue::types::{
    ChangeTaskPriorityRequest, NewTaskPriority, TaskPriority, TaskQueueCountsRequest, TasksRequest,
};
use taskcluster_client::{Queue, slugid};

use super::Run;
use super::tasks::{Tasks, create};
use super::undo::Undo;
use crate::checks::{Checks, Outcome, Problem, ensure, ensure_same, eventually};
use crate::live::callers::refused;

pub fn check(run: &Run<'_>, undo: &mut Undo, checks: &mut Checks<'_>) {
    // A queue of their own, from which nobody claims.
    let tasks = Tasks::new(run, "waiting");
    let ids = [&*tasks.good, &*tasks.bad];
    let created = run.services.check("queue.createTask: two", checks, || {
        ids.iter()
            .try_for_each(|id| create(run, undo, &tasks, id, &[]))
    });
    if created.is_none() {
        return;
    }
    let queue = Queue::new(run.client);
    batches(&queue, ids, checks);
    queues(&queue, &tasks.queue(), ids, checks);
    priorities(&queue, &tasks, ids, checks);
    checks.check("queue.sealTaskGroup", || {
        let sealed = queue.seal_task_group(&tasks.group).send()?.sealed;
        ensure(sealed.is_some(), || "it is not sealed".to_owned())?;
        let found = queue.get_task_group(&tasks.group).send()?;
        ensure_same(&found.sealed, &sealed)?;
        let late = tasks.request(run, &[]);
        let created = queue.create_task(&slugid::nice(), &late).send();
        refused(created, 409, "RequestConflict")
    });
    checks.check("queue.cancelTaskGroup", || {
        let cancelled = queue.cancel_task_group(&tasks.group).send()?;
        ensure_same(&cancelled.cancelled_count, &2)?;
        same_ids(cancelled.task_ids, ids)?;
        let status = queue.status(ids[0]).send()?.status;
        ensure_same(status.state.as_str(), "exception")
    });
}

fn same_ids(mut found: Vec<String>, mut wanted: [&str; 2]) -> Outcome {
    found.sort();
    wanted.sort_unstable();
    ensure_same(&found, &wanted)
}

fn batches(queue: &Queue, ids: [&str; 2], checks: &mut Checks<'_>) {
    let unknown = slugid::nice();
    let request = TasksRequest::new().task_ids(ids.into_iter().chain([&*unknown]));
    checks.check("queue.tasks: page by page", || {
        let found: Result<Vec<_>, _> = queue.tasks(&request).limit(1).items().collect();
        same_ids(found?.into_iter().map(|it| it.task_id).collect(), ids)
    });
    checks.check("queue.statuses", || {
        let found: Result<Vec<_>, _> = queue.statuses(&request).items().collect();
        same_ids(found?.into_iter().map(|it| it.task_id).collect(), ids)
    });
}

fn queues(queue: &Queue, name: &str, ids: [&str; 2], checks: &mut Checks<'_>) {
    checks.check("queue.taskQueueCounts", || {
        // The figures may be some seconds old.
        eventually(|| {
            let counts = queue.task_queue_counts(name).send()?;
            ensure_same(&(counts.pending_tasks, counts.claimed_tasks), &(2, 0))
        })
    });
    checks.check("queue.taskQueueCountsBatch", || {
        let request = TaskQueueCountsRequest::new([name]);
        let counts = queue.task_queue_counts_batch(&request).send()?;
        let counts = counts.task_queue_counts;
        let found: Vec<&str> = counts.iter().map(|it| &*it.task_queue_id).collect();
        ensure_same(&found, &[name])
    });
    checks.check("queue.listPendingTasks", || {
        let found: Result<Vec<_>, _> = queue.list_pending_tasks(name).items().collect();
        same_ids(found?.into_iter().map(|it| it.task_id).collect(), ids)
    });
    checks.check("queue.listClaimedTasks", || {
        let found = queue.list_claimed_tasks(name).items();
        match found.collect::<Result<Vec<_>, _>>()?.len() {
            0 => Ok(()),
            claimed => Err(Problem::failed(format!("{claimed} are claimed"))),
        }
    });
    checks.check("queue.listTaskQueues", || {
        Ok(queue.list_task_queues().limit(10).send().map(drop)?)
    });
}

fn priorities(queue: &Queue, tasks: &Tasks, ids: [&str; 2], checks: &mut Checks<'_>) {
    checks.check("queue.changeTaskPriority", || {
        let request = ChangeTaskPriorityRequest::new(NewTaskPriority::High);
        let status = queue.change_task_priority(ids[0], &request).send()?.status;
        ensure_same(&status.priority, &Some(TaskPriority::High))
    });
    checks.check("queue.changeTaskGroupPriority", || {
        let request = ChangeTaskPriorityRequest::new(NewTaskPriority::Medium);
        let call = queue.change_task_group_priority(&tasks.group, &request);
        same_ids(call.send()?.task_ids, ids)?;
        let found = queue.task(ids[0]).send()?;
        ensure_same(&found.priority, &TaskPriority::Medium)
    });
    checks.check("queue.getTaskGroup", || {
        let found = queue.get_task_group(&tasks.group).send()?;
        ensure_same(&found.task_group_id, &tasks.group)?;
        ensure_same(&found.sealed, &None)
    });
}
