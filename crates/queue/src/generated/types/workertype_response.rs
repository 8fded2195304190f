// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `workertype-response`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

use super::UpdateWorkertypeRequest;

/// What the queue knows about a worker type.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkertypeResponse {
    /// Requests that a user interface may offer for the worker type.
    ///
    /// Until 2019.
    pub actions: Option<Vec<WorkerTypeAction>>,
    /// What it is for, as text for people, possibly in Markdown. Empty if nobody has given one.
    pub description: String,
    /// Date-time (UTC) when the entry is forgotten, unless activity prolongs it before.
    pub expires: OffsetDateTime,
    /// Date-time (UTC) of the last time the queue noticed activity of it. It is updated only every
    /// few hours, so do not expect it to be precise.
    pub last_date_active: OffsetDateTime,
    /// First half of the name of a worker pool, 1 to 38 letters, digits, `-` or `_` (22 on servers
    /// of 2018).
    pub provisioner_id: String,
    /// Hint for users how far to rely on it; the queue itself makes no use of it.
    pub stability: WorkerTypeResponseStability,
    /// Name of the task queue, `provisionerId/workerType`: the two halves of the name of a worker
    /// pool with a slash between. Servers of 2018 only have the halves.
    ///
    /// Today's servers only.
    pub task_queue_id: Option<String>,
    /// Second half of the name of a worker pool, 1 to 38 characters: lower-case letters, digits and
    /// `-`, from a letter on. Servers of 2018 take 22 letters, digits, `-` or `_`.
    pub worker_type: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    WorkertypeResponse and extra_members {
        0 actions = "actions": optional,
        1 description = "description": required,
        2 expires = "expires": date,
        3 last_date_active = "lastDateActive": date,
        4 provisioner_id = "provisionerId": required,
        5 stability = "stability": required,
        6 task_queue_id = "taskQueueId": optional,
        7 worker_type = "workerType": required,
    }
}

/// What a [`WorkertypeResponse`] must have.
pub struct WorkertypeResponseRequired {
    /// See [`WorkertypeResponse::worker_type`].
    pub worker_type: String,
    /// See [`WorkertypeResponse::provisioner_id`].
    pub provisioner_id: String,
    /// See [`WorkertypeResponse::description`].
    pub description: String,
    /// See [`WorkertypeResponse::stability`].
    pub stability: WorkerTypeResponseStability,
    /// See [`WorkertypeResponse::expires`].
    pub expires: OffsetDateTime,
    /// See [`WorkertypeResponse::last_date_active`].
    pub last_date_active: OffsetDateTime,
}

impl WorkertypeResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: WorkertypeResponseRequired) -> Self {
        Self {
            actions: None,
            description: required.description,
            expires: required.expires,
            last_date_active: required.last_date_active,
            provisioner_id: required.provisioner_id,
            stability: required.stability,
            task_queue_id: None,
            worker_type: required.worker_type,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for WorkertypeResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WorkertypeResponse")
            .field("actions", &self.actions)
            .field("description", &self.description)
            .field("expires", &self.expires)
            .field("last_date_active", &self.last_date_active)
            .field("provisioner_id", &self.provisioner_id)
            .field("stability", &self.stability)
            .field("task_queue_id", &self.task_queue_id)
            .field("worker_type", &self.worker_type)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

impl From<WorkertypeResponse> for UpdateWorkertypeRequest {
    /// What can be sent back of an answer. Members that the request does not have are left out;
    /// those that no schema names are kept.
    fn from(from: WorkertypeResponse) -> Self {
        let mut extra_members = from.extra_members;
        Self {
            description: Some(from.description),
            expires: Some(from.expires),
            stability: taskcluster_core::json::fitting(
                from.stability,
                "stability",
                &mut extra_members,
            ),
            extra_members,
        }
    }
}

/// A request that can be made to act on a worker type.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkerTypeAction {
    /// Always `worker-type`.
    pub context: WorkerTypeActionContext,
    /// What the action does, as text for people.
    pub description: String,
    /// HTTP method to use for the request.
    pub method: WorkerTypeActionMethod,
    /// Short identifier of the action.
    pub name: String,
    /// Label of the action for people, for example on a button. A string, although the schema
    /// allows any value.
    pub title: Value,
    /// URL to request. It may contain `<provisionerId>`, `<workerType>`, `<workerGroup>` and
    /// `<workerId>`, as far as the context has them, to be replaced with the actual names.
    pub url: String,
}

taskcluster_core::members! {
    WorkerTypeAction {
        0 context = "context": required,
        1 description = "description": required,
        2 method = "method": required,
        3 name = "name": required,
        4 title = "title": required,
        5 url = "url": required,
    }
}

impl WorkerTypeAction {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        name: impl Into<String>,
        title: impl Into<Value>,
        context: WorkerTypeActionContext,
        url: impl Into<String>,
        method: WorkerTypeActionMethod,
        description: impl Into<String>,
    ) -> Self {
        Self {
            context,
            description: description.into(),
            method,
            name: name.into(),
            title: title.into(),
            url: url.into(),
        }
    }
}

impl fmt::Debug for WorkerTypeAction {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WorkerTypeAction")
            .field("context", &self.context)
            .field("description", &self.description)
            .field("method", &self.method)
            .field("name", &self.name)
            .field("title", &taskcluster_core::json::shown(&self.title))
            .field("url", &self.url)
            .finish()
    }
}

taskcluster_core::string_enum! {
    /// Always `worker-type`.
    ///
    /// Until 2019.
    pub enum WorkerTypeActionContext {
        /// `worker-type`
        WorkerType = "worker-type",
    }
}

taskcluster_core::string_enum! {
    /// HTTP method to use for the request.
    ///
    /// Until 2019.
    pub enum WorkerTypeActionMethod {
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

taskcluster_core::string_enum! {
    /// Hint for users how far to rely on it; the queue itself makes no use of it.
    pub enum WorkerTypeResponseStability {
        /// `experimental`
        Experimental = "experimental",
        /// `stable`
        Stable = "stable",
        /// `deprecated`
        Deprecated = "deprecated",
    }
}
