// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The types of the schema `repository`.

/// What the service knows about a repository.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Repository {
    /// Whether the App is installed for the repository, so that its events reach Taskcluster.
    pub installed: bool,
}

taskcluster_core::members! {
    Repository {
        0 installed = "installed": required,
    }
}

impl Repository {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(installed: bool) -> Self {
        Self { installed }
    }
}
