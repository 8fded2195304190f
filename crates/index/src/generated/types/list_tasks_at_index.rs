// Written by `cargo xtask generate` from the references of the service `index`. Do not edit.

//! The types of the schema `list-tasks-at-index`.

/// The index paths whose entries to find.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct ListTasksAtIndex {
    /// The full index paths, each with its last word. The caller needs a scope for each. Left out,
    /// the list is empty.
    pub indexes: Option<Vec<String>>,
}

taskcluster_core::members! {
    ListTasksAtIndex {
        0 indexes = "indexes": optional,
    }
}

impl ListTasksAtIndex {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`indexes`](Self::indexes).
    #[must_use]
    pub fn indexes(mut self, indexes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.indexes = Some(indexes.into_iter().map(Into::into).collect());
        self
    }
}
