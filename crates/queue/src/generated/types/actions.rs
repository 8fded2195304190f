// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `actions`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

/// A request that can be made to act on a provisioner, a worker type or a worker, for example to
/// restart a machine.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Action {
    /// What the action applies to: the provisioner as a whole (`provisioner`), one of its worker
    /// types (`worker-type`) or a single worker (`worker`).
    pub context: ActionContext,
    /// What the action does, as text for people.
    pub description: String,
    /// HTTP method to use for the request.
    pub method: ActionMethod,
    /// Short identifier of the action.
    pub name: String,
    /// Label of the action for people, for example on a button. A string, although the schema
    /// allows any value.
    pub title: Value,
    /// URL to request. It may contain `<provisionerId>`, `<workerType>`, `<workerGroup>` and
    /// `<workerId>`, as far as the context has them, to be replaced with the actual names.
    pub url: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    Action and extra_members {
        0 context = "context": required,
        1 description = "description": required,
        2 method = "method": required,
        3 name = "name": required,
        4 title = "title": required,
        5 url = "url": required,
    }
}

impl Action {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        name: impl Into<String>,
        title: impl Into<Value>,
        context: ActionContext,
        url: impl Into<String>,
        method: ActionMethod,
        description: impl Into<String>,
    ) -> Self {
        Self {
            context,
            description: description.into(),
            method,
            name: name.into(),
            title: title.into(),
            url: url.into(),
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for Action {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Action")
            .field("context", &self.context)
            .field("description", &self.description)
            .field("method", &self.method)
            .field("name", &self.name)
            .field("title", &taskcluster_core::json::shown(&self.title))
            .field("url", &self.url)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

taskcluster_core::string_enum! {
    /// What the action applies to: the provisioner as a whole (`provisioner`), one of its worker
    /// types (`worker-type`) or a single worker (`worker`).
    ///
    /// Until 2019.
    pub enum ActionContext {
        /// `provisioner`
        Provisioner = "provisioner",
        /// `worker-type`
        WorkerType = "worker-type",
        /// `worker`
        Worker = "worker",
    }
}

taskcluster_core::string_enum! {
    /// HTTP method to use for the request.
    ///
    /// Until 2019.
    pub enum ActionMethod {
        /// `POST`
        Post = "POST",
        /// `PUT`
        Put = "PUT",
        /// `DELETE`
        Delete = "DELETE",
        /// `PATCH`
        Patch = "PATCH",
    }
}
