// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `worker-response`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

use super::{TaskRun, UpdateWorkerRequest};

/// What the queue knows about a worker.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkerResponse {
    /// Requests that a user interface may offer for the worker.
    ///
    /// Until 2019.
    pub actions: Option<Vec<WorkerAction>>,
    /// Date-time (UTC) when the entry is forgotten, unless activity prolongs it before.
    pub expires: OffsetDateTime,
    /// Date-time (UTC) when the queue first saw the worker ask for work, or when the worker was
    /// declared.
    pub first_claim: OffsetDateTime,
    /// Date-time (UTC) of the last time the queue noticed activity of it. It is not updated with
    /// every activity, so do not expect it to be precise.
    ///
    /// Today's servers only.
    pub last_date_active: Option<OffsetDateTime>,
    /// First half of the name of a worker pool, 1 to 38 letters, digits, `-` or `_` (22 on servers
    /// of 2018).
    pub provisioner_id: String,
    /// The quarantines that were set for the worker. Absent if there are none, and on servers of 2018.
    ///
    /// Today's servers only.
    pub quarantine_details: Option<Vec<QuarantineDetail>>,
    /// Date-time (UTC) until which the worker gets no tasks. Absent, or in the past, if it is not
    /// in quarantine.
    pub quarantine_until: Option<OffsetDateTime>,
    /// The runs which the worker claimed last, the latest at the end; about 20 at most.
    pub recent_tasks: Vec<TaskRun>,
    /// Name of the task queue, `provisionerId/workerType`: the two halves of the name of a worker
    /// pool with a slash between. Servers of 2018 only have the halves.
    ///
    /// Today's servers only.
    pub task_queue_id: Option<String>,
    /// Group of the worker, such as its data center or region.
    ///
    /// Length: 1 to 38; until 2019: 1 to 22.
    pub worker_group: String,
    /// Name of the worker, unique within its group.
    ///
    /// Length: 1 to 38; until 2019: 1 to 22.
    pub worker_id: String,
    /// Second half of the name of a worker pool, 1 to 38 characters: lower-case letters, digits and
    /// `-`, from a letter on. Servers of 2018 take 22 letters, digits, `-` or `_`.
    pub worker_type: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    WorkerResponse and extra_members {
        0 actions = "actions": optional,
        1 expires = "expires": date,
        2 first_claim = "firstClaim": date,
        3 last_date_active = "lastDateActive": optional_date,
        4 provisioner_id = "provisionerId": required,
        5 quarantine_details = "quarantineDetails": optional,
        6 quarantine_until = "quarantineUntil": optional_date,
        7 recent_tasks = "recentTasks": required,
        8 task_queue_id = "taskQueueId": optional,
        9 worker_group = "workerGroup": required,
        10 worker_id = "workerId": required,
        11 worker_type = "workerType": required,
    }
}

/// What a [`WorkerResponse`] must have.
pub struct WorkerResponseRequired {
    /// See [`WorkerResponse::provisioner_id`].
    pub provisioner_id: String,
    /// See [`WorkerResponse::worker_type`].
    pub worker_type: String,
    /// See [`WorkerResponse::worker_group`].
    pub worker_group: String,
    /// See [`WorkerResponse::worker_id`].
    pub worker_id: String,
    /// See [`WorkerResponse::recent_tasks`].
    pub recent_tasks: Vec<TaskRun>,
    /// See [`WorkerResponse::expires`].
    pub expires: OffsetDateTime,
    /// See [`WorkerResponse::first_claim`].
    pub first_claim: OffsetDateTime,
}

impl WorkerResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: WorkerResponseRequired) -> Self {
        Self {
            actions: None,
            expires: required.expires,
            first_claim: required.first_claim,
            last_date_active: None,
            provisioner_id: required.provisioner_id,
            quarantine_details: None,
            quarantine_until: None,
            recent_tasks: required.recent_tasks,
            task_queue_id: None,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
            worker_type: required.worker_type,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for WorkerResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WorkerResponse")
            .field("actions", &self.actions)
            .field("expires", &self.expires)
            .field("first_claim", &self.first_claim)
            .field("last_date_active", &self.last_date_active)
            .field("provisioner_id", &self.provisioner_id)
            .field("quarantine_details", &self.quarantine_details)
            .field("quarantine_until", &self.quarantine_until)
            .field("recent_tasks", &self.recent_tasks)
            .field("task_queue_id", &self.task_queue_id)
            .field("worker_group", &self.worker_group)
            .field("worker_id", &self.worker_id)
            .field("worker_type", &self.worker_type)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

impl From<WorkerResponse> for UpdateWorkerRequest {
    /// What can be sent back of an answer. Members that the request does not have are left out;
    /// those that no schema names are kept.
    fn from(from: WorkerResponse) -> Self {
        Self {
            expires: Some(from.expires),
            extra_members: from.extra_members,
        }
    }
}

/// A request that can be made to act on a worker, for example to restart it.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
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

taskcluster_core::members! {
    WorkerAction {
        0 context = "context": required,
        1 description = "description": required,
        2 method = "method": required,
        3 name = "name": required,
        4 title = "title": required,
        5 url = "url": required,
    }
}

impl WorkerAction {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        name: impl Into<String>,
        title: impl Into<Value>,
        context: WorkerActionContext,
        url: impl Into<String>,
        method: WorkerActionMethod,
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
    ///
    /// Until 2019.
    pub enum WorkerActionContext {
        /// `worker`
        Worker = "worker",
    }
}

taskcluster_core::string_enum! {
    /// HTTP method to use for the request.
    ///
    /// Until 2019.
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

/// One call of `quarantineWorker`.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct QuarantineDetail {
    /// The client that made the call.
    pub client_id: String,
    /// Why the worker was put into quarantine, as text for people.
    pub quarantine_info: String,
    /// Date-time (UTC) until which the worker was to get no tasks.
    pub quarantine_until: OffsetDateTime,
    /// Date-time (UTC) of the call.
    pub updated_at: OffsetDateTime,
}

taskcluster_core::members! {
    QuarantineDetail {
        0 client_id = "clientId": required,
        1 quarantine_info = "quarantineInfo": required,
        2 quarantine_until = "quarantineUntil": date,
        3 updated_at = "updatedAt": date,
    }
}

/// What a [`QuarantineDetail`] must have.
pub struct QuarantineDetailRequired {
    /// See [`QuarantineDetail::client_id`].
    pub client_id: String,
    /// See [`QuarantineDetail::updated_at`].
    pub updated_at: OffsetDateTime,
    /// See [`QuarantineDetail::quarantine_until`].
    pub quarantine_until: OffsetDateTime,
    /// See [`QuarantineDetail::quarantine_info`].
    pub quarantine_info: String,
}

impl QuarantineDetail {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: QuarantineDetailRequired) -> Self {
        Self {
            client_id: required.client_id,
            quarantine_info: required.quarantine_info,
            quarantine_until: required.quarantine_until,
            updated_at: required.updated_at,
        }
    }
}
