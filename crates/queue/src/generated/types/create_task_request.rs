// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `create-task-request`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

use super::{DependencyRequirement, TaskMetadata, TaskPriority};

/// Definition of a new task.
///
/// The worker pool, `created`, `deadline`, `payload` and `metadata` have to be given; for all else
/// there is a default. Name the pool by `provisionerId` and `workerType`, which servers of 2018 and
/// of today take. Those of today take `taskQueueId` in their place; if all three are there, they
/// have to agree.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateTaskRequest {
    /// Date-time (UTC) of the creation, as the creator sees it. It may differ from the server's
    /// clock by at most 15 minutes.
    pub created: OffsetDateTime,
    /// Date-time (UTC) by which the task has to be resolved; after it, the queue resolves it with
    /// the reason `deadline-exceeded`. It must lie in the future, after `created`, and no more than
    /// 5 days ahead.
    pub deadline: OffsetDateTime,
    /// Slugids of at most 10000 tasks to wait for (100 on servers of 2018); they must exist. The
    /// task's own id makes it wait for `scheduleTask`. Defaults to none, and the task is pending at
    /// once.
    pub dependencies: Option<Vec<String>>,
    /// Date-time (UTC) when the task and its artifacts are forgotten. It must not be before
    /// `deadline`. Defaults to a year after `deadline`.
    pub expires: Option<OffsetDateTime>,
    /// Further data of any form for other services, each under a key of its own. The queue does not
    /// look into it. Defaults to an empty object.
    pub extra: Option<Value>,
    /// Description of the task for people.
    pub metadata: TaskMetadata,
    /// What to do, in the form that the workers of this pool understand. The queue does not look
    /// into it. Most deployments let everybody who knows the `taskId` read it, so it must not
    /// contain secrets.
    pub payload: Value,
    /// Which tasks of the same worker pool are claimed first. Defaults to `lowest`.
    pub priority: Option<TaskPriority>,
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
    /// What has to become of the dependencies before the task starts. Defaults to `all-completed`.
    pub requires: Option<DependencyRequirement>,
    /// How often, from 0 to 49, to run the task again when its worker disappears, shuts down or
    /// reports `intermittent-task`. Defaults to 5. Failed runs are not retried.
    pub retries: Option<u64>,
    /// Extra addresses for the messages about this task: for each route, they also carry the
    /// routing key `route.<route>`. At most 64, each of up to 249 characters. Defaults to none.
    pub routes: Option<Vec<String>>,
    /// Name of whatever schedules the tasks of the group. It must be the same for all of them, and
    /// permissions to schedule, cancel and rerun tasks refer to it. Defaults to `-`.
    ///
    /// Length: 1 to 38; until 2019: 1 to 22.
    pub scheduler_id: Option<String>,
    /// Scopes which the task may use while it runs. The creator must have all of them. Defaults to
    /// none.
    pub scopes: Option<Vec<String>>,
    /// Strings of up to 4096 characters, by name, to classify the task with. Defaults to none.
    pub tags: Option<BTreeMap<String, String>>,
    /// Task group to put the task into, a slugid. Defaults to the `taskId`, which makes the task
    /// the first of a new group.
    pub task_group_id: Option<String>,
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
    CreateTaskRequest and extra_members {
        0 created = "created": date,
        1 deadline = "deadline": date,
        2 dependencies = "dependencies": optional,
        3 expires = "expires": optional_date,
        4 extra = "extra": optional,
        5 metadata = "metadata": required,
        6 payload = "payload": required,
        7 priority = "priority": optional,
        8 project_id = "projectId": optional,
        9 provisioner_id = "provisionerId": required,
        10 requires = "requires": optional,
        11 retries = "retries": optional,
        12 routes = "routes": optional,
        13 scheduler_id = "schedulerId": optional,
        14 scopes = "scopes": optional,
        15 tags = "tags": optional,
        16 task_group_id = "taskGroupId": optional,
        17 task_queue_id = "taskQueueId": optional,
        18 worker_type = "workerType": required,
    }
}

/// What a [`CreateTaskRequest`] must have.
#[derive(Clone, PartialEq)]
pub struct CreateTaskRequestRequired {
    /// First half of the name of the worker pool that should execute the task, 1 to 38 letters,
    /// digits, `-` or `_` (22 on servers of 2018).
    pub provisioner_id: String,
    /// Second half of the name of the worker pool that should execute the task, 1 to 38 characters:
    /// lower-case letters, digits and `-`, from a letter on. Servers of 2018 take 22 letters,
    /// digits, `-` or `_`.
    pub worker_type: String,
    /// Date-time (UTC) of the creation, as the creator sees it. It may differ from the server's
    /// clock by at most 15 minutes.
    pub created: OffsetDateTime,
    /// Date-time (UTC) by which the task has to be resolved; after it, the queue resolves it with
    /// the reason `deadline-exceeded`. It must lie in the future, after `created`, and no more than
    /// 5 days ahead.
    pub deadline: OffsetDateTime,
    /// What to do, in the form that the workers of this pool understand. The queue does not look
    /// into it. Most deployments let everybody who knows the `taskId` read it, so it must not
    /// contain secrets.
    pub payload: Value,
    /// Description of the task for people.
    pub metadata: TaskMetadata,
}

impl fmt::Debug for CreateTaskRequestRequired {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateTaskRequestRequired")
            .field("provisioner_id", &self.provisioner_id)
            .field("worker_type", &self.worker_type)
            .field("created", &self.created)
            .field("deadline", &self.deadline)
            .field("payload", &taskcluster_core::json::shown(&self.payload))
            .field("metadata", &self.metadata)
            .finish()
    }
}

impl CreateTaskRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: CreateTaskRequestRequired) -> Self {
        Self {
            created: required.created,
            deadline: required.deadline,
            dependencies: None,
            expires: None,
            extra: None,
            metadata: required.metadata,
            payload: required.payload,
            priority: None,
            project_id: None,
            provisioner_id: required.provisioner_id,
            requires: None,
            retries: None,
            routes: None,
            scheduler_id: None,
            scopes: None,
            tags: None,
            task_group_id: None,
            task_queue_id: None,
            worker_type: required.worker_type,
            extra_members: BTreeMap::new(),
        }
    }

    /// Sets [`dependencies`](Self::dependencies).
    #[must_use]
    pub fn dependencies(
        mut self,
        dependencies: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.dependencies = Some(dependencies.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`expires`](Self::expires).
    #[must_use]
    pub fn expires(mut self, expires: OffsetDateTime) -> Self {
        self.expires = Some(expires);
        self
    }

    /// Sets [`extra`](Self::extra).
    #[must_use]
    pub fn extra(mut self, extra: impl Into<Value>) -> Self {
        self.extra = Some(extra.into());
        self
    }

    /// Sets [`priority`](Self::priority).
    #[must_use]
    pub fn priority(mut self, priority: TaskPriority) -> Self {
        self.priority = Some(priority);
        self
    }

    /// Sets [`project_id`](Self::project_id).
    #[must_use]
    pub fn project_id(mut self, project_id: impl Into<String>) -> Self {
        self.project_id = Some(project_id.into());
        self
    }

    /// Sets [`requires`](Self::requires).
    #[must_use]
    pub fn requires(mut self, requires: DependencyRequirement) -> Self {
        self.requires = Some(requires);
        self
    }

    /// Sets [`retries`](Self::retries).
    #[must_use]
    pub fn retries(mut self, retries: u64) -> Self {
        self.retries = Some(retries);
        self
    }

    /// Sets [`routes`](Self::routes).
    #[must_use]
    pub fn routes(mut self, routes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.routes = Some(routes.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`scheduler_id`](Self::scheduler_id).
    #[must_use]
    pub fn scheduler_id(mut self, scheduler_id: impl Into<String>) -> Self {
        self.scheduler_id = Some(scheduler_id.into());
        self
    }

    /// Sets [`scopes`](Self::scopes).
    #[must_use]
    pub fn scopes(mut self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`tags`](Self::tags).
    #[must_use]
    pub fn tags(
        mut self,
        tags: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.tags = Some(
            tags.into_iter()
                .map(|(key, value)| (key.into(), value.into()))
                .collect(),
        );
        self
    }

    /// Sets [`task_group_id`](Self::task_group_id).
    #[must_use]
    pub fn task_group_id(mut self, task_group_id: impl Into<String>) -> Self {
        self.task_group_id = Some(task_group_id.into());
        self
    }

    /// Sets [`task_queue_id`](Self::task_queue_id).
    #[must_use]
    pub fn task_queue_id(mut self, task_queue_id: impl Into<String>) -> Self {
        self.task_queue_id = Some(task_queue_id.into());
        self
    }
}

impl fmt::Debug for CreateTaskRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateTaskRequest")
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
