//! The same thing done to many tasks.

use std::future::Future;

use taskcluster_core::{Call, Result as ClientResult};
use taskcluster_queue::Queue;
use taskcluster_queue::types::{TaskState, TaskStatus, TaskStatusResponse};

use crate::caller::{Caller, Work};
use crate::error::Result;
use crate::waiting::of_group;

/// How many calls are under way at the same time.
const AT_ONCE: usize = 16;

/// What came of calls for many tasks.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Handled {
    /// Where the tasks stand now.
    pub tasks: Vec<TaskStatus>,
    /// The tasks for which the call failed, by ID.
    pub failed: Vec<(String, taskcluster_core::Error)>,
}

/// Cancels the tasks of a group that are not resolved.
pub(crate) async fn cancel_all<C: Caller>(queue: Queue<C>, group: String) -> Result<Handled> {
    handle(
        &queue,
        &group,
        |status| !status.state.is_resolved(),
        Queue::cancel_task,
    )
    .await
}

/// Runs the tasks of a group once more that ended as `failed` or `exception`.
pub(crate) async fn rerun_failed<C: Caller>(queue: Queue<C>, group: String) -> Result<Handled> {
    let failed =
        |status: &TaskStatus| matches!(status.state, TaskState::Failed | TaskState::Exception);
    handle(&queue, &group, failed, Queue::rerun_task).await
}

async fn handle<C: Caller>(
    queue: &Queue<C>,
    group: &str,
    is_meant: impl Fn(&TaskStatus) -> bool,
    call: fn(&Queue<C>, &str) -> Call<C, TaskStatusResponse>,
) -> Result<Handled> {
    let mut tasks = of_group(queue, group).await?;
    tasks.retain(is_meant);
    let calls = tasks.into_iter().rev().map(|status| {
        let call = call(queue, &status.task_id);
        (status.task_id, call)
    });
    let handling = Handling {
        calls: calls.collect(),
        handled: Handled::default(),
    };
    Ok(queue.client().all(AT_ONCE, handling).await.handled)
}

struct Handling<C> {
    calls: Vec<(String, Call<C, TaskStatusResponse>)>,
    handled: Handled,
}

impl<C: Caller> Work for Handling<C> {
    type Step = (String, Call<C, TaskStatusResponse>);
    type Done = (String, ClientResult<TaskStatusResponse>);

    fn next(&mut self) -> Option<Self::Step> {
        self.calls.pop()
    }

    fn has_next(&self) -> bool {
        !self.calls.is_empty()
    }

    fn run((task_id, call): Self::Step) -> impl Future<Output = Self::Done> + Send {
        let sent = C::fetch(call);
        async move { (task_id, sent.await) }
    }

    fn done(&mut self, (task_id, answer): Self::Done) {
        match answer {
            Ok(answer) => self.handled.tasks.push(answer.status),
            Err(error) => self.handled.failed.push((task_id, error)),
        }
    }
}
