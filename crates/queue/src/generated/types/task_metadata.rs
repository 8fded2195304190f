// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-metadata`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

/// Description of a task for people.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskMetadata {
    /// What the task is for, possibly in Markdown; at most 32768 characters.
    pub description: String,
    /// Short name that tells what the task does, of at most 255 characters. It need not be unique.
    pub name: String,
    /// E-mail address of the person to ask about the task, usually whoever caused it to be created;
    /// at most 255 characters.
    pub owner: String,
    /// URL, with `http` or `https`, of the file from which the task was made, best with repository
    /// and revision; at most 4096 characters.
    pub source: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    TaskMetadata and extra_members {
        0 description = "description": required,
        1 name = "name": required,
        2 owner = "owner": required,
        3 source = "source": required,
    }
}

/// What a [`TaskMetadata`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskMetadataRequired {
    /// Short name that tells what the task does, of at most 255 characters. It need not be unique.
    pub name: String,
    /// What the task is for, possibly in Markdown; at most 32768 characters.
    pub description: String,
    /// E-mail address of the person to ask about the task, usually whoever caused it to be created;
    /// at most 255 characters.
    pub owner: String,
    /// URL, with `http` or `https`, of the file from which the task was made, best with repository
    /// and revision; at most 4096 characters.
    pub source: String,
}

impl TaskMetadata {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskMetadataRequired) -> Self {
        Self {
            description: required.description,
            name: required.name,
            owner: required.owner,
            source: required.source,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for TaskMetadata {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TaskMetadata")
            .field("description", &self.description)
            .field("name", &self.name)
            .field("owner", &self.owner)
            .field("source", &self.source)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}
