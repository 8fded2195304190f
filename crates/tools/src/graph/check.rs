//! Whether a graph can be created.

use super::Graph;
use super::nodes::Nodes;
use super::plan::Links;
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

    /// As [`check`](Self::check); which tasks depend on which.
    pub(super) fn checked(&self) -> Result<Links> {
        if let Some(label) = self.tasks.doubled() {
            return Err(Error::refused(format!(
                "two tasks have the label {label:?}"
            )));
        }
        let labels = &self.tasks.labels;
        for node in &self.tasks.list {
            let mut after = node.after.iter();
            if let Some(&missing) = after.find(|&&label| labels.place(label).is_none()) {
                return Err(Error::refused(format!(
                    "{:?} depends on {:?}, and no task has that label",
                    self.tasks.label(node),
                    labels.text(missing)
                )));
            }
        }
        let links = Links::of(&self.tasks);
        match self.circle(&links) {
            Some(labels) => Err(Error::refused(format!(
                "tasks depend on each other in a circle: {}",
                labels.join(" → ")
            ))),
            None => Ok(links),
        }
    }

    /// The labels of a circle, the first of them once more at the end.
    fn circle(&self, links: &Links) -> Option<Vec<&str>> {
        let Nodes { list, labels, .. } = &self.tasks;
        let mut standing = vec![false; self.len()];
        for at in links.in_order() {
            standing[at] = true;
        }
        let mut at = standing.iter().position(|stands| !stands)?;
        // Each that does not stand depends on another that does not: going back ends in a circle.
        let mut path = Vec::new();
        let mut passed = vec![false; self.len()];
        while !std::mem::replace(&mut passed[at], true) {
            path.push(at);
            let mut before = labels.before(&list[at]);
            at = before.find(|&it| !standing[it])?;
        }
        let begin = path.iter().position(|&it| it == at)?;
        let mut circle: Vec<usize> = path.split_off(begin);
        circle.push(at);
        // From what is done first to what is done last.
        circle.reverse();
        let label = |at: usize| labels.text(list[at].label);
        Some(circle.into_iter().map(label).collect())
    }
}
