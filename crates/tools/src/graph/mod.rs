//! Graphs of tasks, as decision tasks make them.

mod check;
mod create;
mod nodes;
mod plan;
mod show;
#[cfg(feature = "schemas")]
mod validate;

use std::collections::HashSet;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use taskcluster_core::slugid;
use taskcluster_queue::types::CreateTaskRequest;
use time::OffsetDateTime;

pub use create::{Creation, CreationFailed};
use nodes::{Labels, Node, Nodes};

/// Tasks with labels that depend on each other by label, to be created in one group.
///
/// IDs and dates are fixed when the graph and its tasks are made, and a graph can be kept as JSON. So it
/// can be [created](Self::create) once more after a failure, also by another program: what is there
/// already stays one task.
///
/// ```
/// use std::time::Duration;
/// # use taskcluster_queue::types::CreateTaskRequest;
/// use taskcluster_tools::Graph;
///
/// # fn example(build: CreateTaskRequest, test: CreateTaskRequest) -> taskcluster_tools::Result<()> {
/// let mut graph = Graph::new().deadline_in(Duration::from_secs(3 * 3600));
/// graph.add("build", build);
/// graph.add("test", test).after("build");
/// graph.check()?;
/// print!("{}", graph.to_text());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Graph {
    task_group_id: String,
    scheduler_id: Option<String>,
    /// Tasks outside of the graph on which all of it depends.
    after: Vec<String>,
    #[serde(with = "taskcluster_core::timestamp")]
    created: OffsetDateTime,
    deadline_in: Option<Duration>,
    expires_in: Option<Duration>,
    tasks: Nodes,
}

/// A task that was added to a [`Graph`].
#[derive(Debug)]
pub struct Added<'a> {
    node: &'a mut Node,
    labels: &'a mut Labels,
    /// The labels that it stands behind, to be looked up among many.
    after: HashSet<usize>,
    created: OffsetDateTime,
}

/// The last date that there is where the time leads beyond it: the queue refuses that in words of its own.
fn later(date: OffsetDateTime, time: Duration) -> OffsetDateTime {
    date.saturating_add(time.try_into().unwrap_or(time::Duration::MAX))
}

impl Default for Graph {
    fn default() -> Self {
        Self::new()
    }
}

impl Graph {
    /// A graph without tasks, in a task group of its own.
    pub fn new() -> Self {
        Self {
            task_group_id: slugid::nice(),
            scheduler_id: None,
            after: Vec::new(),
            created: OffsetDateTime::now_utc(),
            deadline_in: None,
            expires_in: None,
            tasks: Nodes::default(),
        }
    }

    /// Puts all tasks into this task group. Set it before tasks are added.
    #[must_use]
    pub fn task_group_id(mut self, task_group_id: impl Into<String>) -> Self {
        self.task_group_id = task_group_id.into();
        self
    }

    /// The scheduler of all tasks: the queue wants one and the same for a whole group.
    #[must_use]
    pub fn scheduler_id(mut self, scheduler_id: impl Into<String>) -> Self {
        self.scheduler_id = Some(scheduler_id.into());
        self
    }

    /// A task outside of the graph, by its ID, on which all tasks depend that depend on no other.
    #[must_use]
    pub fn after_task(mut self, task_id: impl Into<String>) -> Self {
        self.after.push(task_id.into());
        self
    }

    /// The deadline of tasks that are added from now on, counted from when the graph was made.
    #[must_use]
    pub fn deadline_in(mut self, time: Duration) -> Self {
        self.deadline_in = Some(time);
        self
    }

    /// When tasks that are added from now on expire, counted from when the graph was made.
    #[must_use]
    pub fn expires_in(mut self, time: Duration) -> Self {
        self.expires_in = Some(time);
        self
    }

    /// Adds a task. Its date of creation is that of the graph, its group and scheduler are the graph's,
    /// and so are deadline and expiry where the graph has some. What its definition says of dependencies
    /// stands beside those by label.
    pub fn add(&mut self, label: impl Into<String>, definition: CreateTaskRequest) -> Added<'_> {
        let mut definition = definition.task_group_id(&self.task_group_id);
        definition.created = self.created;
        if let Some(scheduler_id) = &self.scheduler_id {
            definition.scheduler_id = Some(scheduler_id.clone());
        }
        if let Some(time) = self.deadline_in {
            definition.deadline = later(self.created, time);
        }
        if let Some(time) = self.expires_in {
            definition.expires = Some(later(self.created, time));
        }
        let label: String = label.into();
        let Nodes {
            list,
            is_created,
            labels,
        } = &mut self.tasks;
        is_created.push(false);
        let place = list.len();
        list.push(Node {
            label: labels.number_of_task(&label, place),
            task_id: slugid::nice(),
            after: Vec::new(),
            definition,
        });
        Added {
            node: &mut list[place],
            labels,
            after: HashSet::new(),
            created: self.created,
        }
    }

    /// The group's ID.
    pub fn group(&self) -> &str {
        &self.task_group_id
    }

    /// The ID of a task, fixed since it was added.
    pub fn task_id(&self, label: &str) -> Option<&str> {
        let node = self.tasks.find(label)?;
        Some(&node.task_id)
    }

    /// Labels and IDs of all tasks, in the order in which they were added.
    pub fn tasks(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        let tasks = self.tasks.list.iter();
        tasks.map(|node| (self.tasks.label(node), node.task_id.as_str()))
    }

    /// How many tasks there are.
    pub fn len(&self) -> usize {
        self.tasks.list.len()
    }

    /// Whether there is no task.
    pub fn is_empty(&self) -> bool {
        self.tasks.list.is_empty()
    }
}

impl Added<'_> {
    /// The task waits until another one, by its label, has completed. The other may be added later.
    pub fn after(mut self, label: impl Into<String>) -> Self {
        let label: String = label.into();
        let label = self.labels.number(&label);
        if self.after.insert(label) {
            self.node.after.push(label);
        }
        self
    }

    /// The deadline, counted from when the graph was made.
    pub fn deadline_in(self, time: Duration) -> Self {
        self.node.definition.deadline = later(self.created, time);
        self
    }

    /// When the task expires, counted from when the graph was made.
    pub fn expires_in(self, time: Duration) -> Self {
        self.node.definition.expires = Some(later(self.created, time));
        self
    }

    /// The task's ID.
    pub fn task_id(&self) -> &str {
        &self.node.task_id
    }
}
