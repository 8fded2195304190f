// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-pulse-definition`.

use std::collections::BTreeMap;
use std::fmt;

/// Parts of the definition of a task, as messages about it carry them.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskPulseDefinition {
    /// Strings of up to 4096 characters, by name, to classify the task with.
    pub tags: BTreeMap<String, String>,
}

taskcluster_core::members! {
    TaskPulseDefinition {
        0 tags = "tags": required,
    }
}

impl TaskPulseDefinition {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(tags: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>) -> Self {
        Self {
            tags: tags
                .into_iter()
                .map(|(key, value)| (key.into(), value.into()))
                .collect(),
        }
    }
}

impl fmt::Debug for TaskPulseDefinition {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TaskPulseDefinition")
            .field("tags", &taskcluster_core::json::shown(&self.tags))
            .finish()
    }
}
