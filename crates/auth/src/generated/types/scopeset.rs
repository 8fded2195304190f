// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `scopeset`.

/// A set of scopes.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct Scopeset {
    /// The scopes, in no particular order. A scope is a string of printable ASCII characters, and
    /// none may be repeated.
    pub scopes: Option<Vec<String>>,
}

taskcluster_core::members! {
    Scopeset {
        0 scopes = "scopes": optional,
    }
}

impl Scopeset {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`scopes`](Self::scopes).
    #[must_use]
    pub fn scopes(mut self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }
}
