// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `worker-response`.

use std::fmt;

use serde::{Deserialize, Serialize};
use taskcluster_core::json::Value;
use time::OffsetDateTime;

use super::TaskRun;

/// What the queue knows about a worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct WorkerResponse {
    /// Requests that a user interface may offer for the worker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actions: Option<Vec<WorkerAction>>,
    /// Date-time (UTC) when the entry is forgotten, unless activity prolongs it before.
    #[serde(with = "taskcluster_core::timestamp")]
    pub expires: OffsetDateTime,
    /// Date-time (UTC) when the queue first saw the worker ask for work, or when the worker was
    /// declared.
    #[serde(with = "taskcluster_core::timestamp")]
    pub first_claim: OffsetDateTime,
    /// First half of the name of a worker pool, 1 to 22 letters, digits, `-` or `_`.
    ///
    /// Length: 1 to 22.
    pub provisioner_id: String,
    /// Date-time (UTC) until which the worker gets no tasks. Absent, or in the past, if it is not
    /// in quarantine.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
    pub quarantine_until: Option<OffsetDateTime>,
    /// The runs which the worker claimed last, the latest at the end; about 20 at most.
    pub recent_tasks: Vec<TaskRun>,
    /// Group of the worker, such as its data center or region.
    ///
    /// Length: 1 to 22.
    pub worker_group: String,
    /// Name of the worker, unique within its group.
    ///
    /// Length: 1 to 22.
    pub worker_id: String,
    /// Second half of the name of a worker pool, 1 to 22 letters, digits, `-` or `_`.
    ///
    /// Length: 1 to 22.
    pub worker_type: String,
}

/// A request that can be made to act on a worker, for example to restart it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WorkerAction {
    /// Always `worker`.
    pub context: WorkerActionContext,
    /// What the action does, as text for people.
    pub description: String,
    /// HTTP method to use for the request.
    pub method: WorkerActionMethod,
    /// Short identifier of the action.
    pub name: String,
    /// Label of the action for people, for example on a button. A string, although the schema
    /// allows any value.
    pub title: Value,
    /// URL to request. It may contain `<provisionerId>`, `<workerType>`, `<workerGroup>` and
    /// `<workerId>`, as far as the context has them, to be replaced with the actual names.
    pub url: String,
}

impl fmt::Debug for WorkerAction {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WorkerAction")
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
    /// Always `worker`.
    pub enum WorkerActionContext {
        /// `worker`
        Worker = "worker",
    }
}

taskcluster_core::string_enum! {
    /// HTTP method to use for the request.
    pub enum WorkerActionMethod {
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
