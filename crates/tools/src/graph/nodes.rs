//! The tasks of a graph. Labels are numbers here, from the first time on that one is named, so that nothing is
//! looked up by text but what users say.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use taskcluster_queue::types::CreateTaskRequest;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    /// By number.
    pub(super) label: usize,
    pub(super) task_id: String,
    /// Labels, by number.
    pub(super) after: Vec<usize>,
    pub(super) definition: CreateTaskRequest,
}

/// In the order in which they were added.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Nodes {
    pub(super) list: Vec<Node>,
    /// Of each.
    pub(super) is_created: Vec<bool>,
    pub(super) labels: Labels,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Labels {
    numbers: HashMap<Arc<str>, usize>,
    texts: Vec<Arc<str>>,
    /// Where the first task stands that has the label, for those that a task has.
    places: Vec<Option<usize>>,
}

impl Labels {
    /// The number of a label, which may have been named before.
    pub(super) fn number(&mut self, label: &str) -> usize {
        if let Some(number) = self.numbers.get(label) {
            return *number;
        }
        let number = self.texts.len();
        let label: Arc<str> = label.into();
        self.texts.push(Arc::clone(&label));
        self.places.push(None);
        self.numbers.insert(label, number);
        number
    }

    pub(super) fn text(&self, number: usize) -> &str {
        &self.texts[number]
    }

    /// As [`number`](Self::number), for a task that stands there.
    pub(super) fn number_of_task(&mut self, label: &str, place: usize) -> usize {
        let number = self.number(label);
        self.places[number].get_or_insert(place);
        number
    }

    /// Where the task of a label stands.
    pub(super) fn place(&self, number: usize) -> Option<usize> {
        self.places[number]
    }

    /// Where those stand that a task depends on, as far as they are there.
    pub(super) fn before<'a>(&'a self, node: &'a Node) -> impl Iterator<Item = usize> + 'a {
        node.after.iter().filter_map(|&label| self.place(label))
    }
}

impl Nodes {
    /// A label that more than one task has.
    pub(super) fn doubled(&self) -> Option<&str> {
        let mut labels = self.list.iter().map(|node| node.label).zip(0..);
        let doubled = labels.find(|(label, at)| self.labels.place(*label) != Some(*at))?;
        Some(self.labels.text(doubled.0))
    }

    pub(super) fn find(&self, label: &str) -> Option<&Node> {
        let place = self.labels.place(*self.labels.numbers.get(label)?)?;
        self.list.get(place)
    }

    pub(super) fn label(&self, node: &Node) -> &str {
        self.labels.text(node.label)
    }
}

/// A task as a graph's JSON has it: with labels as texts.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kept<Text, Definition> {
    label: Text,
    task_id: Text,
    after: Vec<Text>,
    definition: Definition,
    is_created: bool,
}

impl Serialize for Nodes {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let nodes = self.list.iter().zip(&self.is_created);
        to.collect_seq(nodes.map(|(node, &is_created)| Kept {
            label: self.label(node),
            task_id: &node.task_id,
            after: node.after.iter().map(|&it| self.labels.text(it)).collect(),
            definition: &node.definition,
            is_created,
        }))
    }
}

impl<'de> Deserialize<'de> for Nodes {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut labels = Labels::default();
        let kept = Vec::<Kept<String, CreateTaskRequest>>::deserialize(from)?;
        let is_created = kept.iter().map(|kept| kept.is_created).collect();
        let node = |(at, kept): (usize, Kept<String, CreateTaskRequest>)| Node {
            label: labels.number_of_task(&kept.label, at),
            task_id: kept.task_id,
            after: kept.after.iter().map(|it| labels.number(it)).collect(),
            definition: kept.definition,
        };
        let list = kept.into_iter().enumerate().map(node).collect();
        Ok(Self {
            list,
            is_created,
            labels,
        })
    }
}
