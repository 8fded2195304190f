//! Whether a graph can be created.

use std::collections::HashSet;

use super::{Graph, Node};
use crate::error::{Error, Result};

impl Graph {
    /// Whether the graph can be created as far as that can be said without the queue: each label is there
    /// once, dependencies are, and lead in no circle. It is what [`create`](Self::create) begins with.
    ///
    /// # Errors
    /// The first that is wrong, by label.
    pub fn check(&self) -> Result<()> {
        self.checked().map(drop)
    }

    /// As [`check`](Self::check); for each task the tasks that it depends on.
    pub(super) fn checked(&self) -> Result<Vec<Vec<usize>>> {
        let by_label = self.by_label();
        let mut seen = HashSet::new();
        for node in &self.tasks {
            let label = &node.label;
            if !seen.insert(label) {
                return Err(Error::refused(format!(
                    "two tasks have the label {label:?}"
                )));
            }
            if let Some(missing) = node
                .after
                .iter()
                .find(|it| !by_label.contains_key(it.as_str()))
            {
                let why = format!("{label:?} depends on {missing:?}, and no task has that label");
                return Err(Error::refused(why));
            }
        }
        let before = self.before();
        match self.circle(&before) {
            Some(labels) => Err(Error::refused(format!(
                "tasks depend on each other in a circle: {}",
                labels.join(" → ")
            ))),
            None => Ok(before),
        }
    }

    /// For each task the tasks that it depends on.
    pub(super) fn before(&self) -> Vec<Vec<usize>> {
        let by_label = self.by_label();
        let before = |node: &Node| {
            let labels = node.after.iter().map(String::as_str);
            labels
                .filter_map(|label| by_label.get(label).copied())
                .collect()
        };
        self.tasks.iter().map(before).collect()
    }

    /// The tasks in an order in which each stands behind those that it depends on; without those that
    /// never come to stand, since they are part of a circle or behind one.
    pub(super) fn in_order(before: &[Vec<usize>]) -> Vec<usize> {
        let dependents = dependents(before);
        let mut waits: Vec<usize> = before.iter().map(Vec::len).collect();
        let mut order: Vec<usize> = (0..waits.len()).filter(|&at| waits[at] == 0).collect();
        let mut next = 0;
        while let Some(&at) = order.get(next) {
            next += 1;
            for &dependent in &dependents[at] {
                waits[dependent] -= 1;
                if waits[dependent] == 0 {
                    order.push(dependent);
                }
            }
        }
        order
    }

    /// The labels of a circle, the first of them once more at the end.
    fn circle(&self, before: &[Vec<usize>]) -> Option<Vec<&str>> {
        let mut standing = vec![false; before.len()];
        for at in Self::in_order(before) {
            standing[at] = true;
        }
        let mut at = standing.iter().position(|stands| !stands)?;
        // Each that does not stand depends on another that does not: going back ends in a circle.
        let mut path = Vec::new();
        let mut passed = vec![false; before.len()];
        while !std::mem::replace(&mut passed[at], true) {
            path.push(at);
            at = *before[at].iter().find(|&&it| !standing[it])?;
        }
        let begin = path.iter().position(|&it| it == at)?;
        let mut circle: Vec<usize> = path.split_off(begin);
        circle.push(at);
        // From what is done first to what is done last.
        circle.reverse();
        Some(
            circle
                .into_iter()
                .map(|at| self.tasks[at].label.as_str())
                .collect(),
        )
    }
}

/// For each task the tasks that depend on it, from those that each depends on.
pub(super) fn dependents(before: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut dependents = vec![Vec::new(); before.len()];
    for (at, before) in before.iter().enumerate() {
        before
            .iter()
            .for_each(|&before| dependents[before].push(at));
    }
    dependents
}
