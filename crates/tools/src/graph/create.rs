//! Creating a graph: each task as soon as those are created that it depends on, many at once.

use std::fmt;
use std::future::Future;

#[cfg(feature = "blocking")]
use taskcluster_core::Client;
use taskcluster_queue::Queue;
use taskcluster_queue::types::{CreateTaskRequest, TaskStatusResponse};

use super::Graph;
use super::check::dependents;
#[cfg(feature = "blocking")]
use crate::caller::now;
use crate::caller::{Caller, Work};
use crate::error::{Error, Result};

/// How many tasks are created at the same time, where nothing else is said.
const AT_ONCE: usize = 16;

/// The creation of a graph, to be begun: see [`Graph::create`].
#[must_use = "nothing is created until `send` is called"]
pub struct Creation<'a, C> {
    graph: &'a mut Graph,
    queue: Queue<C>,
    at_once: usize,
    on_created: Tell<'a>,
}

/// What is told of a task that was created: its label, and how many there are.
type Tell<'a> = Box<dyn FnMut(&str, usize) + Send + 'a>;

/// A task could not be created. Those that stood before it, and perhaps others, are there; creating the
/// graph once more goes on with the rest.
#[derive(Debug)]
#[non_exhaustive]
pub struct CreationFailed {
    /// The label of the task.
    pub label: String,
    /// How many tasks of the graph are there.
    pub created: usize,
    /// How many tasks the graph has.
    pub of: usize,
    /// Why.
    pub error: taskcluster_core::Error,
}

impl fmt::Display for CreationFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            label,
            created,
            of,
            error,
        } = self;
        write!(
            f,
            "{created} of {of} tasks are created; {label:?} could not be: {error}"
        )
    }
}

impl Graph {
    /// Creates the tasks that are not created yet, each behind those that it depends on.
    ///
    /// What was created before is remembered by the graph. A task that is there although the graph does
    /// not know it, since a program ended too early, is asked for once more, and stays one.
    pub fn create<C: Caller>(&mut self, queue: &Queue<C>) -> Creation<'_, C> {
        Creation {
            graph: self,
            queue: queue.clone(),
            at_once: AT_ONCE,
            on_created: Box::new(|_, _| {}),
        }
    }
}

impl<'a, C: Caller> Creation<'a, C> {
    /// How many tasks are created at the same time: 16 where nothing else is said, 1 at least.
    pub fn at_once(mut self, tasks: usize) -> Self {
        self.at_once = tasks.max(1);
        self
    }

    /// Calls this behind each task, with its label and the number of those that are created.
    pub fn on_created(mut self, tell: impl FnMut(&str, usize) + Send + 'a) -> Self {
        self.on_created = Box::new(tell);
        self
    }

    async fn run(self) -> Result<()> {
        let before = self.graph.checked()?;
        let client = self.queue.client().clone();
        let at_once = self.at_once;
        let creating = client.all(at_once, Creating::new(self, before)).await;
        creating.failure.map_or(Ok(()), |(at, error)| {
            let tasks = &creating.graph.tasks;
            Err(Error::Creation(Box::new(CreationFailed {
                label: tasks[at].label.clone(),
                created: creating.created,
                of: tasks.len(),
                error,
            })))
        })
    }
}

#[cfg(feature = "blocking")]
impl Creation<'_, Client> {
    /// Creates the tasks.
    ///
    /// # Errors
    /// The graph is not right ([`Graph::check`]), or a task could not be created. No other one is begun
    /// behind the first that fails.
    pub fn send(self) -> Result<()> {
        now(self.run())
    }
}

#[cfg(feature = "async")]
#[cfg_attr(docsrs, doc(cfg(feature = "async")))]
impl Creation<'_, taskcluster_core::AsyncClient> {
    /// Creates the tasks.
    ///
    /// # Errors
    /// The graph is not right ([`Graph::check`]), or a task could not be created. No other one is begun
    /// behind the first that fails.
    pub async fn send(self) -> Result<()> {
        self.run().await
    }
}

impl<C> fmt::Debug for Creation<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Creation")
            .field("graph", &self.graph)
            .field("at_once", &self.at_once)
            .finish_non_exhaustive()
    }
}

struct Creating<'a, C> {
    graph: &'a mut Graph,
    queue: Queue<C>,
    on_created: Tell<'a>,
    before: Vec<Vec<usize>>,
    dependents: Vec<Vec<usize>>,
    /// How many of the tasks that it depends on are not created yet, for each task.
    waits: Vec<usize>,
    ready: Vec<usize>,
    created: usize,
    failure: Option<(usize, taskcluster_core::Error)>,
}

impl<'a, C: Caller> Creating<'a, C> {
    fn new(creation: Creation<'a, C>, before: Vec<Vec<usize>>) -> Self {
        let Creation {
            graph,
            queue,
            on_created,
            ..
        } = creation;
        let mut creating = Self {
            graph,
            queue,
            on_created,
            dependents: dependents(&before),
            waits: before.iter().map(Vec::len).collect(),
            before,
            ready: Vec::new(),
            created: 0,
            failure: None,
        };
        let waits = creating.waits.iter().enumerate();
        let first = waits.filter(|(_, waits)| **waits == 0).map(|(at, _)| at);
        creating.stand(first.rev().collect());
        creating
    }

    /// All is there that these tasks depend on: they can be created, or were before.
    fn stand(&mut self, mut tasks: Vec<usize>) {
        while let Some(at) = tasks.pop() {
            if !self.graph.tasks[at].is_created {
                self.ready.push(at);
                continue;
            }
            self.created += 1;
            for dependent in std::mem::take(&mut self.dependents[at]) {
                self.waits[dependent] -= 1;
                if self.waits[dependent] == 0 {
                    tasks.push(dependent);
                }
            }
        }
    }
}

/// A task to be created. It is written as JSON by who sends it, so that many can be at the same time.
struct Step<C> {
    at: usize,
    task_id: String,
    definition: CreateTaskRequest,
    queue: Queue<C>,
}

impl<C: Caller> Work for Creating<'_, C> {
    type Step = Step<C>;
    type Done = (usize, taskcluster_core::Result<TaskStatusResponse>);

    fn next(&mut self) -> Option<Self::Step> {
        if self.failure.is_some() {
            return None;
        }
        let at = self.ready.pop()?;
        Some(Step {
            at,
            task_id: self.graph.tasks[at].task_id.clone(),
            definition: self.graph.definition(at, &self.before[at]),
            queue: self.queue.clone(),
        })
    }

    fn has_next(&self) -> bool {
        self.failure.is_none() && !self.ready.is_empty()
    }

    fn run(step: Self::Step) -> impl Future<Output = Self::Done> + Send {
        let call = step.queue.create_task(&step.task_id, &step.definition);
        let sent = C::fetch(call);
        async move { (step.at, sent.await) }
    }

    fn done(&mut self, (at, answer): Self::Done) {
        if let Err(error) = answer {
            self.failure.get_or_insert((at, error));
            return;
        }
        self.graph.tasks[at].is_created = true;
        self.stand(vec![at]);
        (self.on_created)(&self.graph.tasks[at].label, self.created);
    }
}
