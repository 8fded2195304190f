//! Creating a graph: each task as soon as those are created that it depends on, many at once.

use std::fmt;
use std::future::Future;

#[cfg(feature = "blocking")]
use taskcluster_core::Client;
use taskcluster_core::{Call, Endpoint};
use taskcluster_queue::Queue;
use taskcluster_queue::types::TaskStatusResponse;

use super::Graph;
use super::nodes::{Labels, Node, Nodes};
use super::plan::{Links, Sent};
#[cfg(feature = "blocking")]
use crate::caller::now;
use crate::caller::{Caller, Work, endpoint};
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
        let Links { behind, open } = self.graph.checked()?;
        let Nodes {
            list,
            is_created,
            labels,
        } = &mut self.graph.tasks;
        let plan = Plan {
            tasks: list,
            labels,
            behind,
            of_all: &self.graph.after,
            queue: self.queue,
            create_task: endpoint(taskcluster_queue::ENDPOINTS, "createTask")?,
        };
        let creating = Creating::new(&plan, is_created, open, self.on_created);
        let client = plan.queue.client();
        let creating = client.all(self.at_once, creating).await;
        creating.failure.map_or(Ok(()), |(at, error)| {
            Err(Error::Creation(Box::new(CreationFailed {
                label: plan.label(at).to_owned(),
                created: creating.created,
                of: plan.tasks.len(),
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

/// What all steps look at, and none changes.
struct Plan<'g, C> {
    tasks: &'g [Node],
    labels: &'g Labels,
    /// For each task those that depend on it.
    behind: Vec<Vec<usize>>,
    /// Tasks outside of the graph, for those that depend on no other.
    of_all: &'g [String],
    queue: Queue<C>,
    create_task: &'static Endpoint,
}

impl<C: Caller> Plan<'_, C> {
    fn call(&self, at: usize) -> Call<C, TaskStatusResponse> {
        let task = &self.tasks[at];
        let sent = Sent::new(task, self.tasks, self.labels, self.of_all);
        Call::json(self.queue.client(), self.create_task, &[&task.task_id]).payload(&sent)
    }

    fn label(&self, at: usize) -> &str {
        self.labels.text(self.tasks[at].label)
    }
}

/// What is held together: which tasks can be begun. They are numbers here, by their places.
struct Creating<'p, C> {
    plan: &'p Plan<'p, C>,
    is_created: &'p mut [bool],
    on_created: Tell<'p>,
    /// For each task how many of those that it depends on are not created yet.
    open: Vec<usize>,
    ready: Vec<usize>,
    created: usize,
    failure: Option<(usize, taskcluster_core::Error)>,
}

impl<'p, C: Caller> Creating<'p, C> {
    fn new(
        plan: &'p Plan<'p, C>,
        is_created: &'p mut [bool],
        open: Vec<usize>,
        on_created: Tell<'p>,
    ) -> Self {
        let first = open.iter().enumerate().filter(|(_, open)| **open == 0);
        let first = first.map(|(at, _)| at).rev().collect();
        let mut creating = Self {
            plan,
            is_created,
            on_created,
            open,
            ready: Vec::new(),
            created: 0,
            failure: None,
        };
        creating.stand(first);
        creating
    }

    /// All is there that these tasks depend on: they can be created, or were before.
    fn stand(&mut self, mut tasks: Vec<usize>) {
        while let Some(at) = tasks.pop() {
            if !self.is_created[at] {
                self.ready.push(at);
                continue;
            }
            self.created += 1;
            for &behind in &self.plan.behind[at] {
                self.open[behind] -= 1;
                if self.open[behind] == 0 {
                    tasks.push(behind);
                }
            }
        }
    }
}

impl<'p, C: Caller> Work for Creating<'p, C> {
    /// A task, by its place.
    type Step = (usize, &'p Plan<'p, C>);
    type Done = (usize, taskcluster_core::Result<TaskStatusResponse>);

    fn next(&mut self) -> Option<Self::Step> {
        if self.failure.is_some() {
            return None;
        }
        Some((self.ready.pop()?, self.plan))
    }

    fn has_next(&self) -> bool {
        self.failure.is_none() && !self.ready.is_empty()
    }

    fn run((at, plan): Self::Step) -> impl Future<Output = Self::Done> + Send {
        let sent = C::fetch(plan.call(at));
        async move { (at, sent.await) }
    }

    fn done(&mut self, (at, answer): Self::Done) {
        if let Err(error) = answer {
            self.failure.get_or_insert((at, error));
            return;
        }
        self.is_created[at] = true;
        self.stand(vec![at]);
        (self.on_created)(self.plan.label(at), self.created);
    }
}
