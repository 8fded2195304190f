// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! The types of the schema `tree`.

/// A type inside itself.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct Tree {
    /// The member `branches`.
    pub branches: Option<Vec<Tree>>,
    /// A type inside itself.
    pub left: Option<Box<Tree>>,
    /// The member `name`.
    pub name: Option<String>,
}

taskcluster_core::members! {
    Tree {
        0 branches = "branches": optional,
        1 left = "left": optional,
        2 name = "name": optional,
    }
}

impl Tree {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`branches`](Self::branches).
    #[must_use]
    pub fn branches(mut self, branches: impl IntoIterator<Item = Tree>) -> Self {
        self.branches = Some(branches.into_iter().collect());
        self
    }

    /// Sets [`left`](Self::left).
    #[must_use]
    pub fn left(mut self, left: Box<Tree>) -> Self {
        self.left = Some(left);
        self
    }

    /// Sets [`name`](Self::name).
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}
