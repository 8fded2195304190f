// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

use super::{CreateTaskRequest, TaskMetadata};

/// What is to be done, by which workers, when, and on whose behalf.
///
/// This is the definition as the queue keeps it, with a value for everything that the creator left
/// out.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Task {
    /// Date-time (UTC) of the creation, as the creator stated it.
    pub created: OffsetDateTime,
    /// Date-time (UTC) by which the task is resolved; after it, the queue resolves it with the
    /// reason `deadline-exceeded`.
    pub deadline: OffsetDateTime,
    /// Slugids of the tasks to wait for, at most 10000 (100 on servers of 2018). A task that names
    /// itself waits until somebody calls `scheduleTask`.
    pub dependencies: Vec<String>,
    /// Date-time (UTC) when the task and its artifacts are forgotten. It is a year after `deadline`
    /// if the creator gave none.
    pub expires: Option<OffsetDateTime>,
    /// Further data of any form for other services, each under a key of its own, for instance for
    /// an index or a dashboard. The queue does not look into it.
    pub extra: Value,
    /// Description of the task for people.
    pub metadata: TaskMetadata,
    /// What to do, in the form that the workers of this pool understand. The queue does not look
    /// into it. No place for secrets, since most deployments let everybody read it.
    pub payload: Value,
    /// Which tasks of the same worker pool are claimed first. One of these, from first to last:
    ///
    /// * `highest`: claimed before all others.
    /// * `very-high`, `high`, `medium`, `low` and `very-low`: in this order.
    /// * `lowest`: claimed after all others.
    ///
    /// Servers of 2018 also take the old value `normal`, and turn it into `lowest`.
    ///
    /// Default: `"lowest"`.
    pub priority: TaskPriority,
    /// The project that the task belongs to, 1 to 500 letters, digits, `.`, `_`, `/` or `-`. Some
    /// scopes refer to it. It is `none` if the creator gave none.
    ///
    /// Default: `"none"`.
    ///
    /// Today's servers only.
    pub project_id: Option<String>,
    /// First half of the name of the worker pool that should execute the task, 1 to 38 letters,
    /// digits, `-` or `_` (22 on servers of 2018).
    pub provisioner_id: String,
    /// What has to become of the dependencies before the task starts: each must be completed
    /// (`all-completed`), or it is enough that each is resolved in any way (`all-resolved`). With
    /// the former, a dependency that fails leaves the task unscheduled until its deadline.
    ///
    /// Default: `"all-completed"`.
    pub requires: DependencyRequirement,
    /// How often, from 0 to 49, the queue runs the task again when its worker disappears, shuts
    /// down or reports `intermittent-task`. Failed runs are not retried.
    ///
    /// Default: `5`.
    pub retries: u64,
    /// Extra addresses for the messages about the task, which also carry the routing key
    /// `route.<route>` for each of them. At most 64, each of up to 249 characters; dots divide a
    /// route into words that patterns can match.
    pub routes: Vec<String>,
    /// Name of whatever schedules the tasks of the group, the same for all of them. Permissions to
    /// schedule, cancel and rerun tasks refer to it. It is `-` if the creator gave none.
    ///
    /// Length: 1 to 38; until 2019: 1 to 22.
    ///
    /// Default: `"-"`.
    pub scheduler_id: String,
    /// Scopes which the task may use while it runs; the credentials that come with a claim include
    /// them. A scope that ends in `*` stands for all that begin with what precedes it.
    pub scopes: Vec<String>,
    /// Strings of up to 4096 characters, by name, to classify the task with.
    pub tags: BTreeMap<String, String>,
    /// The group that the task belongs to, a slugid. It is the `taskId` if the creator gave none.
    pub task_group_id: String,
    /// Name of the task queue, `provisionerId/workerType`: the two halves of the name of a worker
    /// pool with a slash between. Servers of 2018 only have the halves.
    ///
    /// Today's servers only.
    pub task_queue_id: Option<String>,
    /// Second half of the name of the worker pool that should execute the task, 1 to 38 characters:
    /// lower-case letters, digits and `-`, from a letter on. Servers of 2018 take 22 letters,
    /// digits, `-` or `_`.
    pub worker_type: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    Task and extra_members {
        0 created = "created": date,
        1 deadline = "deadline": date,
        2 dependencies = "dependencies": required,
        3 expires = "expires": optional_date,
        4 extra = "extra": required,
        5 metadata = "metadata": required,
        6 payload = "payload": required,
        7 priority = "priority": required,
        8 project_id = "projectId": optional,
        9 provisioner_id = "provisionerId": required,
        10 requires = "requires": required,
        11 retries = "retries": required,
        12 routes = "routes": required,
        13 scheduler_id = "schedulerId": required,
        14 scopes = "scopes": required,
        15 tags = "tags": required,
        16 task_group_id = "taskGroupId": required,
        17 task_queue_id = "taskQueueId": optional,
        18 worker_type = "workerType": required,
    }
}

/// What a [`Task`] must have.
pub struct TaskRequired {
    /// See [`Task::provisioner_id`].
    pub provisioner_id: String,
    /// See [`Task::worker_type`].
    pub worker_type: String,
    /// See [`Task::scheduler_id`].
    pub scheduler_id: String,
    /// See [`Task::task_group_id`].
    pub task_group_id: String,
    /// See [`Task::dependencies`].
    pub dependencies: Vec<String>,
    /// See [`Task::requires`].
    pub requires: DependencyRequirement,
    /// See [`Task::routes`].
    pub routes: Vec<String>,
    /// See [`Task::priority`].
    pub priority: TaskPriority,
    /// See [`Task::retries`].
    pub retries: u64,
    /// See [`Task::created`].
    pub created: OffsetDateTime,
    /// See [`Task::deadline`].
    pub deadline: OffsetDateTime,
    /// See [`Task::scopes`].
    pub scopes: Vec<String>,
    /// See [`Task::payload`].
    pub payload: Value,
    /// See [`Task::metadata`].
    pub metadata: TaskMetadata,
    /// See [`Task::tags`].
    pub tags: BTreeMap<String, String>,
    /// See [`Task::extra`].
    pub extra: Value,
}

impl Task {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskRequired) -> Self {
        Self {
            created: required.created,
            deadline: required.deadline,
            dependencies: required.dependencies,
            expires: None,
            extra: required.extra,
            metadata: required.metadata,
            payload: required.payload,
            priority: required.priority,
            project_id: None,
            provisioner_id: required.provisioner_id,
            requires: required.requires,
            retries: required.retries,
            routes: required.routes,
            scheduler_id: required.scheduler_id,
            scopes: required.scopes,
            tags: required.tags,
            task_group_id: required.task_group_id,
            task_queue_id: None,
            worker_type: required.worker_type,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for Task {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Task")
            .field("created", &self.created)
            .field("deadline", &self.deadline)
            .field("dependencies", &self.dependencies)
            .field("expires", &self.expires)
            .field("extra", &taskcluster_core::json::shown(&self.extra))
            .field("metadata", &self.metadata)
            .field("payload", &taskcluster_core::json::shown(&self.payload))
            .field("priority", &self.priority)
            .field("project_id", &self.project_id)
            .field("provisioner_id", &self.provisioner_id)
            .field("requires", &self.requires)
            .field("retries", &self.retries)
            .field("routes", &self.routes)
            .field("scheduler_id", &self.scheduler_id)
            .field("scopes", &self.scopes)
            .field("tags", &taskcluster_core::json::shown(&self.tags))
            .field("task_group_id", &self.task_group_id)
            .field("task_queue_id", &self.task_queue_id)
            .field("worker_type", &self.worker_type)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

impl From<Task> for CreateTaskRequest {
    /// What can be sent back of an answer. Members that the request does not have are left out;
    /// those that no schema names are kept.
    fn from(from: Task) -> Self {
        Self {
            created: from.created,
            deadline: from.deadline,
            dependencies: Some(from.dependencies),
            expires: from.expires,
            extra: Some(from.extra),
            metadata: from.metadata,
            payload: from.payload,
            priority: Some(from.priority),
            project_id: from.project_id,
            provisioner_id: from.provisioner_id,
            requires: Some(from.requires),
            retries: Some(from.retries),
            routes: Some(from.routes),
            scheduler_id: Some(from.scheduler_id),
            scopes: Some(from.scopes),
            tags: Some(from.tags),
            task_group_id: Some(from.task_group_id),
            task_queue_id: from.task_queue_id,
            worker_type: from.worker_type,
            extra_members: from.extra_members,
        }
    }
}

taskcluster_core::string_enum! {
    /// Which tasks of the same worker pool are claimed first. One of these, from first to last:
    ///
    /// * `highest`: claimed before all others.
    /// * `very-high`, `high`, `medium`, `low` and `very-low`: in this order.
    /// * `lowest`: claimed after all others.
    ///
    /// Servers of 2018 also take the old value `normal`, and turn it into `lowest`.
    ///
    /// Default: `"lowest"`.
    pub enum TaskPriority {
        /// `highest`
        Highest = "highest",
        /// `very-high`
        VeryHigh = "very-high",
        /// `high`
        High = "high",
        /// `medium`
        Medium = "medium",
        /// `low`
        Low = "low",
        /// `very-low`
        VeryLow = "very-low",
        /// `lowest`
        Lowest = "lowest",
        /// `normal`. Until 2019.
        Normal = "normal",
    }
}

taskcluster_core::string_enum! {
    /// What has to become of the dependencies before the task starts: each must be completed
    /// (`all-completed`), or it is enough that each is resolved in any way (`all-resolved`). With
    /// the former, a dependency that fails leaves the task unscheduled until its deadline.
    ///
    /// Default: `"all-completed"`.
    pub enum DependencyRequirement {
        /// `all-completed`
        AllCompleted = "all-completed",
        /// `all-resolved`
        AllResolved = "all-resolved",
    }
}
