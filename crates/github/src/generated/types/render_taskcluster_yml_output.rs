// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The types of the schema `render-taskcluster-yml-output`.

use std::fmt;

use taskcluster_core::json::Value;

/// What a `.taskcluster.yml` makes of an event.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RenderTaskclusterYmlOutput {
    /// The scopes the tasks would be created with.
    pub scopes: Vec<String>,
    /// The definitions of the tasks, much as `createTask` of the Queue takes them. Empty when the
    /// event creates none.
    pub tasks: Vec<Value>,
}

taskcluster_core::members! {
    RenderTaskclusterYmlOutput {
        0 scopes = "scopes": required,
        1 tasks = "tasks": required,
    }
}

impl RenderTaskclusterYmlOutput {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        tasks: impl IntoIterator<Item = impl Into<Value>>,
        scopes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            scopes: scopes.into_iter().map(Into::into).collect(),
            tasks: tasks.into_iter().map(Into::into).collect(),
        }
    }
}

impl fmt::Debug for RenderTaskclusterYmlOutput {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RenderTaskclusterYmlOutput")
            .field("scopes", &self.scopes)
            .field("tasks", &taskcluster_core::json::shown(&self.tasks))
            .finish()
    }
}
