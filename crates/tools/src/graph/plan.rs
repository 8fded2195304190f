//! What is known of a graph before any of it is created: which task waits for which, and what the queue is sent
//! of each.

use serde::ser::{Serialize, SerializeMap, Serializer};
use taskcluster_core::json::members::{Members as _, Target};
use taskcluster_queue::types::CreateTaskRequest;

use super::nodes::{Labels, Node, Nodes};

/// Which tasks wait for which, by place.
pub(super) struct Links {
    /// For each task those that depend on it.
    pub(super) behind: Vec<Vec<usize>>,
    /// For each task how many it depends on.
    pub(super) open: Vec<usize>,
}

impl Links {
    /// Without dependencies that are not there.
    pub(super) fn of(nodes: &Nodes) -> Self {
        let before = |node| nodes.labels.before(node);
        let open: Vec<usize> = nodes.list.iter().map(|node| before(node).count()).collect();
        let mut counts = vec![0; open.len()];
        let all = nodes.list.iter().flat_map(before);
        all.for_each(|it| counts[it] += 1);
        let mut behind: Vec<Vec<usize>> = counts.into_iter().map(Vec::with_capacity).collect();
        for (at, node) in nodes.list.iter().enumerate() {
            before(node).for_each(|it| behind[it].push(at));
        }
        Self { behind, open }
    }

    /// The tasks in an order in which each stands behind those that it depends on; without those that
    /// never come to stand, since they are part of a circle or behind one.
    pub(super) fn in_order(&self) -> Vec<usize> {
        let mut open = self.open.clone();
        let mut order: Vec<usize> = (0..open.len()).filter(|&at| open[at] == 0).collect();
        let mut next = 0;
        while let Some(&at) = order.get(next) {
            next += 1;
            for &behind in &self.behind[at] {
                open[behind] -= 1;
                if open[behind] == 0 {
                    order.push(behind);
                }
            }
        }
        order
    }
}

/// What the queue is sent of a task: its definition, with the dependencies that the graph adds.
pub(super) struct Sent<'g> {
    definition: &'g CreateTaskRequest,
    dependencies: Vec<&'g str>,
}

impl<'g> Sent<'g> {
    /// Behind the tasks that its definition names and those that it has by label; where there are none, behind
    /// those of the whole graph.
    pub(super) fn new(
        node: &'g Node,
        list: &'g [Node],
        labels: &Labels,
        of_all: &'g [String],
    ) -> Self {
        let definition = &node.definition;
        let own = definition.dependencies.as_deref().unwrap_or_default();
        let before = labels.before(node).map(|at| list[at].task_id.as_str());
        let mut dependencies = Vec::with_capacity(own.len() + node.after.len());
        dependencies.extend(own.iter().map(String::as_str).chain(before));
        if dependencies.is_empty() {
            dependencies.extend(of_all.iter().map(String::as_str));
        }
        Self {
            definition,
            dependencies,
        }
    }
}

impl Serialize for Sent<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut rest = Rest(to.serialize_map(None)?);
        self.definition.write(&mut rest)?;
        let Rest(mut to) = rest;
        if !self.dependencies.is_empty() {
            to.serialize_entry(DEPENDENCIES, &self.dependencies)?;
        }
        to.end()
    }
}

const DEPENDENCIES: &str = "dependencies";

/// Takes all members but the dependencies.
struct Rest<M>(M);

impl<M: SerializeMap> Target for Rest<M> {
    type Error = M::Error;

    fn member<V: Serialize + ?Sized>(&mut self, name: &str, value: &V) -> Result<(), M::Error> {
        match name {
            DEPENDENCIES => Ok(()),
            _ => self.0.serialize_entry(name, value),
        }
    }
}
