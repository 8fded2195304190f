//! What has a path with dots: found by the path, and listed by what it is in.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{join, split};
use crate::services::book::{Book, Saved};

#[derive(Debug)]
pub(super) struct Tree<V> {
    /// By the whole path.
    all: Book<V>,
    /// The names in each namespace; not saved, since paths tell them.
    names: BTreeMap<String, BTreeSet<String>>,
}

impl<V> Default for Tree<V> {
    fn default() -> Self {
        Self {
            all: Book::default(),
            names: BTreeMap::new(),
        }
    }
}

impl<V> Tree<V> {
    pub(super) fn get(&self, path: &str) -> Option<&V> {
        self.all.get(path)
    }

    pub(super) fn insert(&mut self, path: &str, value: V) {
        enter(&mut self.names, path);
        self.all.insert(path.to_owned(), value);
    }

    pub(super) fn remove(&mut self, path: &str) {
        let (namespace, name) = split(path);
        if let Some(names) = self.names.get_mut(namespace) {
            names.remove(name);
        }
        self.all.remove(path);
    }

    /// What is in a namespace, with its name there.
    pub(super) fn within(&self, namespace: &str) -> impl Iterator<Item = (&String, &V)> {
        let names = self.names.get(namespace).into_iter().flatten();
        names.filter_map(move |name| Some((name, self.all.get(&join(namespace, name))?)))
    }

    /// Removes what is not to be kept.
    pub(super) fn keep(&mut self, keep: impl Fn(&V) -> bool) {
        self.all.keep(|_, value| keep(value));
        self.enter_all();
    }

    /// Notes the names of all that is there, such as what comes from a file.
    pub(super) fn enter_all(&mut self) {
        self.names.clear();
        for path in self.all.keys() {
            enter(&mut self.names, path);
        }
    }
}

impl<V: Serialize + DeserializeOwned> Tree<V> {
    /// What is saved entry by entry.
    pub(super) fn book(&mut self) -> &mut dyn Saved {
        &mut self.all
    }
}

fn enter(names: &mut BTreeMap<String, BTreeSet<String>>, path: &str) {
    let (namespace, name) = split(path);
    let names = names.entry(namespace.to_owned()).or_default();
    names.insert(name.to_owned());
}
