// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, DefaultClient};

use super::calls;
use super::endpoints;
use super::types;

/// Holds the tasks of a deployment and takes each of them from its creation to a final state.
///
/// Three kinds of program talk to it. Schedulers and people create tasks, cancel them or run them
/// again. Workers claim pending tasks, keep their claims alive while they execute, store artifacts
/// and report how it went. Dashboards and other tools read definitions, states, artifacts and what
/// is known about workers.
///
/// A **task** is an immutable definition stored under a `taskId`, a slugid which its creator picks.
/// Each attempt at executing it is a **run**, numbered by `runId` from 0. The state of the task is
/// the state of its latest run, or `unscheduled` as long as it has none. From `unscheduled` it
/// moves on to `pending`, once its dependencies allow, then to `running`, once a worker has claimed
/// it, and in the end to one of the three resolved states:
///
/// * `completed`: the worker executed the task and it succeeded;
/// * `failed`: the worker executed the task and it did not succeed;
/// * `exception`: it could not be executed properly, for instance because it was canceled, ran into
///   its deadline, had an invalid payload or lost its worker more often than it may be retried.
///
/// No task stays unresolved forever: shortly after its `deadline`, which is at most five days after
/// its creation, the queue resolves it with the reason `deadline-exceeded`. At its `expires` date
/// the queue forgets about it.
///
/// Tasks belong to a **task group**, whose tasks all share one `schedulerId`. A group can be
/// cancelled as a whole, or sealed so that it takes no more tasks; servers of 2018 can do neither.
///
/// The pool of workers which may execute a task is named by the pair of `provisionerId` and
/// `workerType`. Servers of today call it a **task queue**, and its `taskQueueId` is the pair with
/// a slash between, `provisionerId/workerType`. Each of the two may have 38 characters today, 22 on
/// servers of 2018.
///
/// Most methods that read ask for a scope today, where servers of 2018 are open to everybody.
/// Deployments usually grant such scopes to all through the role `anonymous`.
///
/// # Methods
///
/// | Category | Methods |
/// |---|---|
/// | Tasks | [`task`](Self::task), [`status`](Self::status), [`list_task_group`](Self::list_task_group), [`list_dependent_tasks`](Self::list_dependent_tasks), [`create_task`](Self::create_task), [`define_task`](Self::define_task), [`schedule_task`](Self::schedule_task), [`rerun_task`](Self::rerun_task), [`cancel_task`](Self::cancel_task), [`tasks`](Self::tasks), [`statuses`](Self::statuses), [`cancel_task_group`](Self::cancel_task_group), [`get_task_group`](Self::get_task_group), [`seal_task_group`](Self::seal_task_group), [`change_task_priority`](Self::change_task_priority), [`change_task_group_priority`](Self::change_task_group_priority) |
/// | Runs | [`claim_work`](Self::claim_work), [`claim_task`](Self::claim_task), [`reclaim_task`](Self::reclaim_task), [`report_completed`](Self::report_completed), [`report_failed`](Self::report_failed), [`report_exception`](Self::report_exception) |
/// | Artifacts | [`create_artifact`](Self::create_artifact), [`complete_artifact`](Self::complete_artifact), [`get_artifact`](Self::get_artifact), [`get_latest_artifact`](Self::get_latest_artifact), [`list_artifacts`](Self::list_artifacts), [`list_latest_artifacts`](Self::list_latest_artifacts), [`finish_artifact`](Self::finish_artifact), [`artifact_info`](Self::artifact_info), [`latest_artifact_info`](Self::latest_artifact_info), [`artifact`](Self::artifact), [`latest_artifact`](Self::latest_artifact) |
/// | Workers | [`list_provisioners`](Self::list_provisioners), [`get_provisioner`](Self::get_provisioner), [`declare_provisioner`](Self::declare_provisioner), [`pending_tasks`](Self::pending_tasks), [`list_worker_types`](Self::list_worker_types), [`get_worker_type`](Self::get_worker_type), [`declare_worker_type`](Self::declare_worker_type), [`list_workers`](Self::list_workers), [`get_worker`](Self::get_worker), [`quarantine_worker`](Self::quarantine_worker), [`declare_worker`](Self::declare_worker), [`task_queue_counts`](Self::task_queue_counts), [`task_queue_counts_batch`](Self::task_queue_counts_batch), [`list_pending_tasks`](Self::list_pending_tasks), [`list_claimed_tasks`](Self::list_claimed_tasks), [`list_task_queues`](Self::list_task_queues), [`get_task_queue`](Self::get_task_queue) |
/// | Health | [`ping`](Self::ping), [`lbheartbeat`](Self::lbheartbeat), [`version`](Self::version), [`heartbeat`](Self::heartbeat) |
#[derive(Clone, Debug)]
pub struct Queue<C = DefaultClient> {
    pub(crate) client: C,
}

impl<C: ApiClient> Queue<C> {
    /// The service as this client reaches it. Clients are cheap to clone and share their
    /// connections.
    pub fn new(client: &C) -> Self {
        Self {
            client: client.clone(),
        }
    }
}

impl<C> Queue<C> {
    /// The client through which the service is reached.
    pub fn client(&self) -> &C {
        &self.client
    }
}

impl<C> AsRef<C> for Queue<C> {
    /// The client through which the service is reached.
    fn as_ref(&self) -> &C {
        &self.client
    }
}

/// # Tasks
impl<C: ApiClient> Queue<C> {
    /// Returns the definition of a task.
    ///
    /// It is what `createTask` received, with all that the creator left out filled in:
    /// `taskGroupId`, `expires`, `priority` and the other properties which have a default. The
    /// definition of a task never changes, so it may be cached; what happens to the task is told by
    /// `status`.
    ///
    /// Fails with 404 if there is no such task, which includes tasks that have expired.
    ///
    /// * Request: `GET /task/<taskId>`, queue API v1
    /// * Scopes: `queue:get-task:<taskId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.task("fN1SbArXTPSVFNUvaOlinQ").send()?;
    /// println!("{}", answer.provisioner_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn task(&self, task_id: &str) -> Call<C, types::Task> {
        Call::json(&self.client, &endpoints::TASK, &[task_id])
    }

    /// Returns the current state of a task, with the history of its runs.
    ///
    /// This is the call for polling one task. To follow many, subscribing to the queue's exchanges
    /// costs less and tells sooner.
    ///
    /// Fails with 404 if there is no such task, which includes tasks that have expired.
    ///
    /// * Request: `GET /task/<taskId>/status`, queue API v1
    /// * Scopes: `queue:status:<taskId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.status("fN1SbArXTPSVFNUvaOlinQ").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn status(&self, task_id: &str) -> Call<C, types::TaskStatusResponse> {
        Call::json(&self.client, &endpoints::STATUS, &[task_id])
    }

    /// Lists the tasks of a task group, each with its definition and status. Servers of today add
    /// the scheduler and the expiry date of the group, and when it was sealed.
    ///
    /// The list comes in pages of at most 1000 entries, or of `limit` if that is smaller. A page
    /// may hold fewer entries, or none at all, and still carry a `continuationToken`; pass that
    /// token to the next call, with the other arguments unchanged, and stop only at a page without
    /// one.
    ///
    /// The order is not defined. Tasks which have expired are missing, and so may be a task that is
    /// created while you are paging.
    ///
    /// Fails with 404 if the group does not exist; a group comes into being with its first task.
    /// The name of the group is often, but not necessarily, the `taskId` of that task.
    ///
    /// * Request: `GET /task-group/<taskGroupId>/list`, queue API v1
    /// * Scopes: `queue:list-task-group:<taskGroupId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// for item in queue.list_task_group("fN1SbArXTPSVFNUvaOlinQ").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listTaskGroup")]
    pub fn list_task_group(&self, task_group_id: &str) -> Call<C, types::ListTaskGroupResponse> {
        Call::json(&self.client, &endpoints::LIST_TASK_GROUP, &[task_group_id])
    }

    /// Lists the tasks that name the given task among their dependencies.
    ///
    /// Only direct dependents are listed, in whichever task group they are, and whether or not they
    /// are still waiting. Each comes with its definition and status.
    ///
    /// The list comes in pages of at most 1000 entries, or of `limit` if that is smaller. A page
    /// may hold fewer entries, or none at all, and still carry a `continuationToken`; pass that
    /// token to the next call, with the other arguments unchanged, and stop only at a page without
    /// one.
    ///
    /// Fails with 404 if there is no task with this `taskId`.
    ///
    /// * Request: `GET /task/<taskId>/dependents`, queue API v1
    /// * Scopes: `queue:list-dependent-tasks:<taskId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// for item in queue.list_dependent_tasks("fN1SbArXTPSVFNUvaOlinQ").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listDependentTasks")]
    pub fn list_dependent_tasks(
        &self,
        task_id: &str,
    ) -> Call<C, types::ListDependentTasksResponse> {
        Call::json(&self.client, &endpoints::LIST_DEPENDENT_TASKS, &[task_id])
    }

    /// Creates a task, and makes it pending at once unless it has to wait for other tasks.
    ///
    /// Choose a fresh slugid as `taskId`. The answer holds the status of the new task: `pending`
    /// with a first run if nothing has to be waited for, otherwise `unscheduled`. A task with
    /// dependencies becomes pending on its own when they are resolved as its `requires` asks.
    /// Creating publishes a message to the exchange `task-defined` and, for a pending task, another
    /// to `task-pending`.
    ///
    /// **Repeating.** Calling again with the same `taskId` and the same definition is safe and
    /// answers with the current status. The definition has to be the same in every detail, so
    /// compute `created`, `deadline` and `expires` once and reuse them for each attempt.
    ///
    /// **Times.** `created` may differ from the server's clock by no more than 15 minutes.
    /// `deadline` must lie after `created` and in the future, by at most 5 days; prefer a much
    /// shorter one. `expires` must not come before `deadline`; when it is left out, the task is
    /// kept for a year after its deadline. Artifacts of the task cannot outlive it.
    ///
    /// **Dependencies.** The tasks named in `dependencies` have to exist already, so create a graph
    /// beginning with the tasks that wait for nothing. None of them may expire before this task's
    /// deadline. A task can have up to 10000 dependencies today, 100 on servers of 2018.
    ///
    /// **Permissions.** What the caller needs depends on the definition: all of `scopes` (a task
    /// cannot be given more than its creator has), a scope for each entry of `routes`, one for the
    /// `schedulerId`, and one for creating tasks of this `priority` for this `provisionerId` and
    /// `workerType`, where the permission for a higher priority includes the lower ones. Servers of
    /// today also ask for `queue:create-task:project:<projectId>`, where the project is `none` if
    /// the definition names no other. Servers of 2018 know some legacy scopes beside these: those
    /// without a priority, and those that begin with `queue:define-task:` and
    /// `queue:task-group-id:`, all good only for the priority `lowest`.
    ///
    /// **Secrets.** Take a definition for public: on servers of 2018 everybody who knows the
    /// `taskId` can read it, and most deployments of today grant the scope for reading to all.
    /// Refer to secrets from it, but do not put them in.
    ///
    /// Fails with 400 if a time or a dependency breaks the rules above or the names of the task
    /// queue do not agree, and with 409 if the `taskId` is taken by a different definition or the
    /// task group already belongs to another `schedulerId` or has been sealed.
    ///
    /// * Request: `PUT /task/<taskId>`, queue API v1
    /// * Scopes: (`<scope>` for each `scope` of `scopes`) and (`queue:route:<route>` for each
    ///   `route` of `routes`) and `queue:create-task:project:<projectId>` and
    ///   `queue:scheduler-id:<schedulerId>` and
    ///   (`queue:create-task:<priority>:<provisionerId>/<workerType>` for each `priority` of
    ///   `priorities`)
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::from_now::from_now;
    /// # use taskcluster_core::json::Value;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = CreateTaskRequest::new(CreateTaskRequestRequired {
    ///     provisioner_id: "proj-app".into(),
    ///     worker_type: "linux".into(),
    ///     created: from_now("0 seconds")?,
    ///     deadline: from_now("1 day")?,
    ///     payload: Value::from_iter([("maxRunTime", 600)]),
    ///     metadata: TaskMetadata::new(TaskMetadataRequired {
    ///         name: "app".into(),
    ///         description: "Runs the tests".into(),
    ///         owner: "me@example.com".into(),
    ///         source: "https://example.com/".into(),
    ///     }),
    /// });
    /// let answer = queue.create_task("fN1SbArXTPSVFNUvaOlinQ", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "createTask")]
    pub fn create_task(
        &self,
        task_id: &str,
        payload: &types::CreateTaskRequest,
    ) -> Call<C, types::TaskStatusResponse> {
        Call::json(&self.client, &endpoints::CREATE_TASK, &[task_id]).payload(payload)
    }

    /// Creates a task that stays unscheduled until somebody schedules it.
    ///
    /// Deprecated, and gone from newer servers. Call `createTask` instead, with the task's own
    /// `taskId` among its `dependencies`: a task which waits for itself stays `unscheduled` until
    /// `scheduleTask` is called. That is also all this method does. The rules, failures and answer
    /// are those of `createTask`.
    ///
    /// Until 2019.
    ///
    /// * Request: `POST /task/<taskId>/define`, queue API v1
    /// * Scopes: (`<scope>` for each `scope` of `scopes`) and (`queue:route:<route>` for each
    ///   `route` of `routes`) and ((`queue:scheduler-id:<schedulerId>` and
    ///   (`queue:create-task:<priority>:<provisionerId>/<workerType>` for each `priority` of
    ///   `priorities`)) or (if `legacyScopes`, (`queue:define-task:<provisionerId>/<workerType>` or
    ///   `queue:create-task:<provisionerId>/<workerType>` or
    ///   (`queue:define-task:<provisionerId>/<workerType>` and
    ///   `queue:task-group-id:<schedulerId>/<taskGroupId>`))))
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::from_now::from_now;
    /// # use taskcluster_core::json::Value;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = CreateTaskRequest::new(CreateTaskRequestRequired {
    ///     provisioner_id: "proj-app".into(),
    ///     worker_type: "linux".into(),
    ///     created: from_now("0 seconds")?,
    ///     deadline: from_now("1 day")?,
    ///     payload: Value::from_iter([("maxRunTime", 600)]),
    ///     metadata: TaskMetadata::new(TaskMetadataRequired {
    ///         name: "app".into(),
    ///         description: "Runs the tests".into(),
    ///         owner: "me@example.com".into(),
    ///         source: "https://example.com/".into(),
    ///     }),
    /// });
    /// let answer = queue.define_task("fN1SbArXTPSVFNUvaOlinQ", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "defineTask")]
    pub fn define_task(
        &self,
        task_id: &str,
        payload: &types::CreateTaskRequest,
    ) -> Call<C, types::TaskStatusResponse> {
        Call::json(&self.client, &endpoints::DEFINE_TASK, &[task_id]).payload(payload)
    }

    /// Makes an unscheduled task pending, whatever it is still waiting for.
    ///
    /// Use it to start a task that depends on itself, or to stop waiting for dependencies that are
    /// not resolved yet. Workers may claim the task right away.
    ///
    /// Returns the status of the task. A task which has a run already, be it pending, running or
    /// resolved, is left as it is, so repeating the call is harmless. To execute a resolved task
    /// once more, use `rerunTask`.
    ///
    /// Fails with 404 if there is no such task, and with 409 if its deadline has passed.
    ///
    /// * Request: `POST /task/<taskId>/schedule`, queue API v1
    /// * Scopes: `queue:schedule-task:<schedulerId>/<taskGroupId>/<taskId>` or
    ///   `queue:schedule-task-in-project:<projectId>` or (`queue:schedule-task` and
    ///   `assume:scheduler-id:<schedulerId>/<taskGroupId>`)
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.schedule_task("fN1SbArXTPSVFNUvaOlinQ").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "scheduleTask")]
    pub fn schedule_task(&self, task_id: &str) -> Call<C, types::TaskStatusResponse> {
        Call::json(&self.client, &endpoints::SCHEDULE_TASK, &[task_id])
    }

    /// Adds a new pending run to a task that has been resolved.
    ///
    /// It does not matter how the task was resolved: completed and canceled tasks can be run again
    /// as well. The counter of automatic retries starts afresh from the `retries` of the
    /// definition, the earlier runs stay in the history, and the deadline stays where it was. Tasks
    /// that were scheduled because this one had completed are not affected.
    ///
    /// Returns the status of the task. A task that is pending or running is left as it is, so
    /// repeating the call in quick succession does not add more runs.
    ///
    /// Fails with 404 if there is no such task, and with 409 if its deadline has passed or it
    /// already has the greatest number of runs a task can have (50).
    ///
    /// Servers of 2018 list the method as deprecated without naming a successor; those of today
    /// list it as stable. Once the deadline has passed, create a copy of the task under a new
    /// `taskId` with `createTask`.
    ///
    /// * Request: `POST /task/<taskId>/rerun`, queue API v1
    /// * Scopes: `queue:rerun-task:<schedulerId>/<taskGroupId>/<taskId>` or
    ///   `queue:rerun-task-in-project:<projectId>` or (`queue:rerun-task` and
    ///   `assume:scheduler-id:<schedulerId>/<taskGroupId>`)
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.rerun_task("fN1SbArXTPSVFNUvaOlinQ").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "rerunTask")]
    pub fn rerun_task(&self, task_id: &str) -> Call<C, types::TaskStatusResponse> {
        Call::json(&self.client, &endpoints::RERUN_TASK, &[task_id])
    }

    /// Resolves a task that is not resolved yet as `exception`, with the reason `canceled`.
    ///
    /// A pending or running run is resolved in place. A task that was never scheduled gets a run
    /// for the sole purpose of recording this, which is why `scheduleTask` has no effect on it
    /// afterwards; `rerunTask` can revive it.
    ///
    /// Returns the status of the task. One that was already resolved keeps its resolution, and
    /// repeating the call is harmless. A worker in the middle of the run is not interrupted by this
    /// call: it learns of the cancellation from the 409 that its next `reclaimTask` gets, or from
    /// the message to the exchange `task-exception`. Dependent tasks that require `all-completed`
    /// will not become pending because of it; those that require `all-resolved` will.
    ///
    /// Fails with 404 if there is no such task, and with 409 if its deadline has passed.
    ///
    /// * Request: `POST /task/<taskId>/cancel`, queue API v1
    /// * Scopes: `queue:cancel-task:<schedulerId>/<taskGroupId>/<taskId>` or
    ///   `queue:cancel-task-in-project:<projectId>` or (`queue:cancel-task` and
    ///   `assume:scheduler-id:<schedulerId>/<taskGroupId>`)
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.cancel_task("fN1SbArXTPSVFNUvaOlinQ").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "cancelTask")]
    pub fn cancel_task(&self, task_id: &str) -> Call<C, types::TaskStatusResponse> {
        Call::json(&self.client, &endpoints::CANCEL_TASK, &[task_id])
    }

    /// Returns the definitions of many tasks with one call.
    ///
    /// The answer tells which definition belongs to which `taskId`. The caller needs the scope of
    /// `task` for each of the tasks.
    ///
    /// The list comes in pages of at most 1000 entries, or of `limit` if that is smaller. A page
    /// may hold fewer entries, or none at all, and still carry a `continuationToken`; pass that
    /// token to the next call, with the other arguments unchanged, and stop only at a page without
    /// one.
    ///
    /// An unknown task is no error: tasks which do not exist or have expired are left out of the
    /// answer, so compare it with what you asked for. On servers of 2018, call `task` for each
    /// task.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /tasks`, queue API v1
    /// * Scopes: `queue:get-task:<taskId>` for each `taskId` of `taskIds`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = TasksRequest::new();
    /// for item in queue.tasks(&payload).items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn tasks(&self, payload: &types::TasksRequest) -> Call<C, types::TasksResponse> {
        Call::json(&self.client, &endpoints::TASKS, &[]).payload(payload)
    }

    /// Returns the current state of many tasks with one call, each with the history of its runs.
    ///
    /// The answer tells which status belongs to which `taskId`. The caller needs the scope of
    /// `status` for each of the tasks.
    ///
    /// The list comes in pages of at most 1000 entries, or of `limit` if that is smaller. A page
    /// may hold fewer entries, or none at all, and still carry a `continuationToken`; pass that
    /// token to the next call, with the other arguments unchanged, and stop only at a page without
    /// one.
    ///
    /// An unknown task is no error: tasks which do not exist or have expired are left out of the
    /// answer, so compare it with what you asked for. On servers of 2018, call `status` for each
    /// task.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /tasks/status`, queue API v1
    /// * Scopes: `queue:status:<taskId>` for each `taskId` of `taskIds`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = TasksRequest::new();
    /// for item in queue.statuses(&payload).items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn statuses(&self, payload: &types::TasksRequest) -> Call<C, types::TasksStatusesResponse> {
        Call::json(&self.client, &endpoints::STATUSES, &[]).payload(payload)
    }

    /// Cancels every task of a sealed task group that is not resolved yet, as `cancelTask` would.
    ///
    /// The group has to be sealed with `sealTaskGroup` first, so that no task can slip in
    /// meanwhile. The answer lists the tasks which this very call has cancelled. Those that were
    /// resolved before keep their resolution, so repeating the call is harmless and finds nothing
    /// more to do, unless somebody has run one of the tasks again.
    ///
    /// Workers in the middle of a run are not interrupted by this call: they learn of it as they do
    /// for `cancelTask`.
    ///
    /// Fails with 404 if there is no such group, and with 409 if it is not sealed. On servers of
    /// 2018, list the group and call `cancelTask` for each task.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /task-group/<taskGroupId>/cancel`, queue API v1
    /// * Scopes: `queue:cancel-task-group:<schedulerId>/<taskGroupId>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.cancel_task_group("fN1SbArXTPSVFNUvaOlinQ").send()?;
    /// println!("{}", answer.task_group_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "cancelTaskGroup")]
    pub fn cancel_task_group(
        &self,
        task_group_id: &str,
    ) -> Call<C, types::CancelTaskGroupResponse> {
        Call::json(
            &self.client,
            &endpoints::CANCEL_TASK_GROUP,
            &[task_group_id],
        )
    }

    /// Returns what the queue knows of a task group itself: its scheduler, when it expires, and
    /// whether it is sealed.
    ///
    /// It does not say anything of the tasks in the group; for these use `listTaskGroup`.
    ///
    /// Fails with 404 if the group does not exist or has expired.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /task-group/<taskGroupId>`, queue API v1
    /// * Scopes: `queue:list-task-group:<taskGroupId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.get_task_group("fN1SbArXTPSVFNUvaOlinQ").send()?;
    /// println!("{}", answer.task_group_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getTaskGroup")]
    pub fn get_task_group(&self, task_group_id: &str) -> Call<C, types::TaskGroupResponse> {
        Call::json(&self.client, &endpoints::GET_TASK_GROUP, &[task_group_id])
    }

    /// Closes a task group for good, so that no more tasks can be added to it.
    ///
    /// From then on `createTask` fails with 409 for new tasks of this group. Tasks that are in it
    /// already go on as before, and can still be run again. There is no way to undo it. A message
    /// goes out to the exchange `task-group-sealed`.
    ///
    /// Returns the group, with the time of sealing. Repeating the call is harmless.
    ///
    /// Fails with 404 if there is no such group.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /task-group/<taskGroupId>/seal`, queue API v1
    /// * Scopes: `queue:seal-task-group:<schedulerId>/<taskGroupId>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.seal_task_group("fN1SbArXTPSVFNUvaOlinQ").send()?;
    /// println!("{}", answer.task_group_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "sealTaskGroup")]
    pub fn seal_task_group(&self, task_group_id: &str) -> Call<C, types::TaskGroupResponse> {
        Call::json(&self.client, &endpoints::SEAL_TASK_GROUP, &[task_group_id])
    }

    /// Gives a task that is not resolved yet another priority.
    ///
    /// If the task is waiting to be claimed, it moves to its new place among the pending tasks of
    /// its task queue. For one that waits for dependencies the new priority counts once it becomes
    /// pending, and one that is running goes on undisturbed. What changes is `priority`, in the
    /// status and in the definition that `task` returns. A message goes out to the exchange
    /// `task-priority-changed`.
    ///
    /// Returns the status of the task. Repeating the call is harmless.
    ///
    /// Once a task is resolved or its deadline has passed, a priority decides nothing.
    ///
    /// Fails with 404 if there is no such task. On servers of 2018 a priority is fixed when the
    /// task is created.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /task/<taskId>/priority`, queue API v1
    /// * Scopes: `queue:change-task-priority:<taskId>` or
    ///   `queue:change-task-priority-in-queue:<taskQueueId>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = ChangeTaskPriorityRequest::new(NewTaskPriority::Highest);
    /// let answer = queue.change_task_priority("fN1SbArXTPSVFNUvaOlinQ", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "changeTaskPriority")]
    pub fn change_task_priority(
        &self,
        task_id: &str,
        payload: &types::ChangeTaskPriorityRequest,
    ) -> Call<C, types::TaskStatusResponse> {
        Call::json(&self.client, &endpoints::CHANGE_TASK_PRIORITY, &[task_id]).payload(payload)
    }

    /// Gives all tasks of a task group that are not resolved yet another priority.
    ///
    /// For each of them the effect is that of `changeTaskPriority`. Tasks that are added to the
    /// group later have the priority of their own definition. A message goes out to the exchange
    /// `task-group-priority-changed`.
    ///
    /// The answer lists the tasks that were concerned. Repeating the call is harmless.
    ///
    /// Fails with 404 if there is no such group.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /task-group/<taskGroupId>/priority`, queue API v1
    /// * Scopes: `queue:change-task-group-priority:<schedulerId>/<taskGroupId>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = ChangeTaskPriorityRequest::new(NewTaskPriority::Highest);
    /// let answer = queue.change_task_group_priority("fN1SbArXTPSVFNUvaOlinQ", &payload).send()?;
    /// println!("{}", answer.task_group_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "changeTaskGroupPriority")]
    pub fn change_task_group_priority(
        &self,
        task_group_id: &str,
        payload: &types::ChangeTaskPriorityRequest,
    ) -> Call<C, types::TaskGroupPriorityChangeResponse> {
        Call::json(
            &self.client,
            &endpoints::CHANGE_TASK_GROUP_PRIORITY,
            &[task_group_id],
        )
        .payload(payload)
    }
}

/// # Runs
impl<C: ApiClient> Queue<C> {
    /// Claims up to `tasks` pending tasks of one worker pool for the calling worker.
    ///
    /// This is how a worker gets its work. Tasks of a higher priority are handed out first. Each
    /// claim makes the latest run of a task `running` on this worker, publishes a message to the
    /// exchange `task-running`, and returns the definition of the task together with temporary
    /// credentials and the time until which the claim holds (`takenUntil`, typically 20 minutes
    /// ahead).
    ///
    /// **Waiting.** If anything can be claimed, the call returns without delay, perhaps with fewer
    /// tasks than asked for. Otherwise the server holds the request for about 20 seconds and then
    /// answers with an empty list. Give the call a timeout well above that, and pause briefly
    /// between two calls so that an error does not turn into a busy loop. A quarantined worker
    /// always gets an empty list.
    ///
    /// **The pool.** Servers of 2018 take `provisionerId` and `workerType` as two parts of the
    /// path, those of today one `taskQueueId` of the form `provisionerId/workerType`. With the
    /// slash left as it is between them, both read the same path.
    ///
    /// **Duties.** Before `takenUntil` the worker has to report the result with `reportCompleted`,
    /// `reportFailed` or `reportException`, or prolong the claim with `reclaimTask`. A claim that
    /// runs out resolves the run as `exception` with the reason `claim-expired`, and the queue
    /// retries the task on another run as long as it has retries left.
    ///
    /// **Repeating.** The call is not idempotent: every successful one claims other tasks. If an
    /// answer is lost on the way, the runs in it stay claimed until they expire.
    ///
    /// The credentials in the answer are secrets. They allow reporting on this very run, uploading
    /// its artifacts and whatever is in the `scopes` of the task; pass to the task's own code no
    /// more than it should have.
    ///
    /// * Request: `POST /claim-work/<provisionerId>/<workerType>`, queue API v1
    /// * Scopes: `queue:claim-work:<provisionerId>/<workerType>` and
    ///   `queue:worker-id:<workerGroup>/<workerId>`
    /// * Stability: stable
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = ClaimWorkRequest::new(ClaimWorkRequestRequired {
    ///     worker_group: "us-west-2".into(),
    ///     worker_id: "i-0123456789abcdef0".into(),
    ///     tasks: 1,
    /// });
    /// let answer = queue.claim_work("proj-app", "linux", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "claimWork")]
    pub fn claim_work(
        &self,
        provisioner_id: &str,
        worker_type: &str,
        payload: &types::ClaimWorkRequest,
    ) -> Call<C, types::ClaimWorkResponse> {
        Call::json(
            &self.client,
            &endpoints::CLAIM_WORK,
            &[provisioner_id, worker_type],
        )
        .payload(payload)
    }

    /// [`claim_work`](Self::claim_work) with both words of the name of a task queue or worker pool
    /// as one: its `taskQueueId` or `workerPoolId`, `provisionerId/workerType`.
    ///
    /// All servers that have the method take it, since the request is the same. A text of another
    /// form is an error, and nothing is sent.
    #[doc(alias = "claimWork")]
    pub fn claim_work_in(
        &self,
        task_queue_id: &str,
        payload: &types::ClaimWorkRequest,
    ) -> Call<C, types::ClaimWorkResponse> {
        Call::json(&self.client, &endpoints::CLAIM_WORK, &[task_queue_id]).payload(payload)
    }

    /// Claims one particular run of a task for the calling worker.
    ///
    /// Deprecated: workers should take what `claimWork` gives them.
    ///
    /// The answer, and what the worker owes afterwards, are the same as for one task of
    /// `claimWork`. Servers of 2018 give a worker that repeats the call while its claim is in force
    /// the claim again. Servers of today answer with 409 if the worker holds the run through
    /// `claimWork`.
    ///
    /// Fails with 404 if the task or the run does not exist, and with 409 if the run was claimed by
    /// another worker, is already resolved or is not the latest, or if the deadline of the task has
    /// passed. A quarantined worker gets no claim.
    ///
    /// * Request: `POST /task/<taskId>/runs/<runId>/claim`, queue API v1
    /// * Scopes: `queue:claim-task:<provisionerId>/<workerType>` and
    ///   `queue:worker-id:<workerGroup>/<workerId>`
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = TaskClaimRequest::new(TaskClaimRequestRequired {
    ///     worker_group: "us-west-2".into(),
    ///     worker_id: "i-0123456789abcdef0".into(),
    /// });
    /// let answer = queue.claim_task("fN1SbArXTPSVFNUvaOlinQ", 0, &payload).send()?;
    /// println!("{}", answer.worker_group);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "claimTask")]
    pub fn claim_task(
        &self,
        task_id: &str,
        run_id: u64,
        payload: &types::TaskClaimRequest,
    ) -> Call<C, types::TaskClaimResponse> {
        Call::json(
            &self.client,
            &endpoints::CLAIM_TASK,
            &[task_id, &run_id.to_string()],
        )
        .payload(payload)
    }

    /// Prolongs the claim on a running run, and issues fresh credentials for it.
    ///
    /// Call it in good time before `takenUntil`, some minutes ahead, and do so again for as long as
    /// the task executes. The answer has the new `takenUntil` and new temporary credentials, which
    /// are secret and replace those of the previous claim: the old ones stop working around the old
    /// `takenUntil`. The definition of the task is not repeated in it.
    ///
    /// It is also how a worker notices that its run is over. The call fails with 409 when the run
    /// is no longer running, most often because the task was canceled or has reached its deadline.
    /// The worker should then stop the task and drop the run, without reporting a result or
    /// uploading anything.
    ///
    /// Fails with 404 if the task or the run does not exist.
    ///
    /// * Request: `POST /task/<taskId>/runs/<runId>/reclaim`, queue API v1
    /// * Scopes: `queue:reclaim-task:<taskId>/<runId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.reclaim_task("fN1SbArXTPSVFNUvaOlinQ", 0).send()?;
    /// println!("{}", answer.worker_group);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "reclaimTask")]
    pub fn reclaim_task(&self, task_id: &str, run_id: u64) -> Call<C, types::TaskReclaimResponse> {
        Call::json(
            &self.client,
            &endpoints::RECLAIM_TASK,
            &[task_id, &run_id.to_string()],
        )
    }

    /// Resolves a running run, and thereby its task, as `completed`.
    ///
    /// Call it when the task was executed and succeeded, after all artifacts have been uploaded:
    /// once the run is completed, no more can be added. A message goes out to the exchange
    /// `task-completed`, and tasks that were waiting for this one become pending shortly
    /// afterwards.
    ///
    /// Returns the status of the task. Repeating the same report is harmless.
    ///
    /// Fails with 404 if the task or the run does not exist. Fails with 409 if the run is not
    /// running, was resolved in another way or is not the latest one, and, on servers of 2018, also
    /// while an artifact of type `blob` was created but not finished with `completeArtifact`.
    ///
    /// * Request: `POST /task/<taskId>/runs/<runId>/completed`, queue API v1
    /// * Scopes: `queue:resolve-task:<taskId>/<runId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.report_completed("fN1SbArXTPSVFNUvaOlinQ", 0).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "reportCompleted")]
    pub fn report_completed(
        &self,
        task_id: &str,
        run_id: u64,
    ) -> Call<C, types::TaskStatusResponse> {
        Call::json(
            &self.client,
            &endpoints::REPORT_COMPLETED,
            &[task_id, &run_id.to_string()],
        )
    }

    /// Resolves a running run, and thereby its task, as `failed`.
    ///
    /// Call it when the code of the task was executed and did not succeed: it exited with an error,
    /// say, or did not produce what it should. The queue does not retry a failed task. If the task
    /// could not be executed in the first place, its payload was invalid or the trouble lies with
    /// the worker, use `reportException`.
    ///
    /// Returns the status of the task. Artifacts cannot be added afterwards. A message goes out to
    /// the exchange `task-failed`; waiting tasks that require `all-resolved` proceed, those that
    /// require `all-completed` do not. Repeating the same report is harmless.
    ///
    /// Fails with 404 if the task or the run does not exist, and with 409 if the run is not
    /// running, was resolved in another way or is not the latest one.
    ///
    /// * Request: `POST /task/<taskId>/runs/<runId>/failed`, queue API v1
    /// * Scopes: `queue:resolve-task:<taskId>/<runId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.report_failed("fN1SbArXTPSVFNUvaOlinQ", 0).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "reportFailed")]
    pub fn report_failed(&self, task_id: &str, run_id: u64) -> Call<C, types::TaskStatusResponse> {
        Call::json(
            &self.client,
            &endpoints::REPORT_FAILED,
            &[task_id, &run_id.to_string()],
        )
    }

    /// Resolves a running run as `exception`, for the given `reason`.
    ///
    /// It is meant for runs that came to nothing for a reason outside the code of the task: the
    /// payload is invalid, something it refers to does not exist or cannot be had, the worker is
    /// shutting down or has an internal error. When the task's own code crashes, or cannot cope
    /// with a service that is temporarily away, report the run with `reportFailed` instead. A task
    /// may ask for another attempt in a way that its worker understands; the worker passes that on
    /// as `intermittent-task`.
    ///
    /// With the reasons `worker-shutdown` and `intermittent-task` the queue adds a new pending run
    /// if the task has retries left, and the task goes on. In all other cases the task is resolved
    /// as `exception`, and a message goes out to the exchange `task-exception`. The returned status
    /// shows which of the two happened.
    ///
    /// Artifacts can still be added for 25 minutes, so a worker may report first and upload its
    /// logs after. Repeating the same report is harmless.
    ///
    /// Fails with 404 if the task or the run does not exist, and with 409 if the run is not running
    /// or was resolved in another way.
    ///
    /// * Request: `POST /task/<taskId>/runs/<runId>/exception`, queue API v1
    /// * Scopes: `queue:resolve-task:<taskId>/<runId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = TaskExceptionRequest::new(ExceptionReason::WorkerShutdown);
    /// let answer = queue.report_exception("fN1SbArXTPSVFNUvaOlinQ", 0, &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "reportException")]
    pub fn report_exception(
        &self,
        task_id: &str,
        run_id: u64,
        payload: &types::TaskExceptionRequest,
    ) -> Call<C, types::TaskStatusResponse> {
        Call::json(
            &self.client,
            &endpoints::REPORT_EXCEPTION,
            &[task_id, &run_id.to_string()],
        )
        .payload(payload)
    }
}

/// # Artifacts
impl<C: ApiClient> Queue<C> {
    /// Registers an artifact of a run, and says how to upload its content if it has any.
    ///
    /// Only the worker that executes the run, or a process of the task itself, should call this.
    /// `name` reads like a path, for example `public/logs/live.log`. Everybody can fetch an
    /// artifact whose name begins with `public/`, on servers of today as far as the role
    /// `anonymous` grants it; for any other, readers need a scope. Today names may have only
    /// printable ASCII characters.
    ///
    /// The `storageType` of the payload decides what happens:
    ///
    /// * `blob`, only on servers of 2018: a file stored by the queue, with its size and SHA-256
    ///   given up front. The answer lists the HTTP requests to make, one for each part. When they
    ///   are done, pass the `ETag` headers of their responses to `completeArtifact`; without that
    ///   the artifact is unfinished and the run cannot be reported as completed.
    /// * `s3`: a file stored by the queue, without such checks. The answer has a `putUrl`: `PUT`
    ///   the content there, with a `Content-Length` header and exactly the `contentType` that was
    ///   declared here. Servers of 2018 call this type deprecated in favour of `blob`.
    /// * `object`, only on servers of today: a file kept by the object service. The answer has a
    ///   `name`, a `projectId`, an `uploadId` and temporary credentials; upload the content with
    ///   `createUpload` and `finishUpload` of that service, then call `finishArtifact`.
    /// * `azure`, only on servers of 2018: the answer has a `putUrl` of Azure Blob Storage, signed
    ///   for writing. Deprecated; it was meant for content that changes during the run.
    /// * `reference`: no content, only a `url` to which readers are redirected. The queue forgets
    ///   the reference when it expires, and never deletes what is behind it.
    /// * `link`, only on servers of today: no content, but the name of another artifact of the same
    ///   run, which readers get instead.
    /// * `error`: no content, but the reason why there is none. Readers get a 424 with it, and so
    ///   can tell an artifact that could not be produced from a name that never existed.
    ///
    /// A type that the server does not know is refused with 400.
    ///
    /// `expires` must not be later than the expiry of the task (400). Servers of 2018 do not allow
    /// a time in the past either. The queue deletes the artifact some time after it.
    ///
    /// **Repeating.** The same request again is fine, gives freshly signed requests or URLs where
    /// the previous ones have run out, and may set a later `expires`. Apart from that an artifact
    /// cannot be changed, with one exception: the process that created a `reference` may point it
    /// to another `url`.
    ///
    /// Signed URLs and requests in the answer allow writing without further credentials, so treat
    /// them as secrets.
    ///
    /// Fails with 400, not 404, if the task or the run does not exist or no worker has claimed the
    /// run. Fails with 409 if an artifact of this name exists and differs or expires later, or if
    /// the run is over; after an `exception`, artifacts are still accepted for 25 minutes.
    ///
    /// * Request: `POST /task/<taskId>/runs/<runId>/artifacts/<name>`, queue API v1
    /// * Scopes: `queue:create-artifact:<taskId>/<runId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::from_now::from_now;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = PostArtifactRequest::Blob(BlobArtifactRequest::new(BlobArtifactRequestRequired {
    ///     expires: from_now("1 day")?,
    ///     content_type: "text/plain".into(),
    ///     content_sha256: "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824".into(),
    ///     content_length: 5,
    /// }));
    /// let answer = queue
    ///     .create_artifact("fN1SbArXTPSVFNUvaOlinQ", 0, "public/log.txt", &payload)
    ///     .send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "createArtifact")]
    pub fn create_artifact(
        &self,
        task_id: &str,
        run_id: u64,
        name: &str,
        payload: &types::PostArtifactRequest,
    ) -> Call<C, types::PostArtifactResponse> {
        Call::json(
            &self.client,
            &endpoints::CREATE_ARTIFACT,
            &[task_id, &run_id.to_string(), name],
        )
        .payload(payload)
    }

    /// Finishes the upload of an artifact that was created with the storage type `blob`.
    ///
    /// Call it after all requests that `createArtifact` returned have succeeded. The queue then
    /// assembles the parts, or checks that the single one has arrived, marks the artifact as
    /// present and publishes a message to the exchange `artifact-created`. Until this is done for
    /// all its blobs, a run cannot be reported as completed. Repeating the call after a success is
    /// harmless.
    ///
    /// Fails with 400 if the run does not exist or the artifact is of another storage type, and
    /// with 409 if the run is over; after an `exception`, uploads can still be completed for 25
    /// minutes.
    ///
    /// Newer servers have neither this method nor the storage type.
    ///
    /// Until 2019.
    ///
    /// * Request: `PUT /task/<taskId>/runs/<runId>/artifacts/<name>`, queue API v1
    /// * Scopes: `queue:create-artifact:<taskId>/<runId>` or (`queue:create-artifact:<name>` and
    ///   `assume:worker-id:<workerGroup>/<workerId>`)
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = PutArtifactRequest::new(["9a0364b9e99bb480dd25e1f0284c8555"]);
    /// queue.complete_artifact("fN1SbArXTPSVFNUvaOlinQ", 0, "public/log.txt", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "completeArtifact")]
    pub fn complete_artifact(
        &self,
        task_id: &str,
        run_id: u64,
        name: &str,
        payload: &types::PutArtifactRequest,
    ) -> Call<C, ()> {
        Call::empty(
            &self.client,
            &endpoints::COMPLETE_ARTIFACT,
            &[task_id, &run_id.to_string(), name],
        )
        .payload(payload)
    }

    /// Fetches the content of an artifact of a given run.
    ///
    /// Nearly always the answer is a 303 redirect, to S3, to the object service's storage or to
    /// wherever a `reference` points, so the usual way is to make a signed URL for this call and
    /// give it to an HTTP client that follows redirects. Such a client must not add an
    /// `Authorization` header, be it to the signed URL or to the host it is redirected to. Names
    /// that begin with `public/` need no signature as long as the deployment lets everybody read
    /// them, which is the usual case, and a plain URL is enough.
    ///
    /// The redirect of today's servers has a body, the documented output, with the storage type and
    /// the URL that is also in the `Location` header. Links are followed: the redirect is that of
    /// the artifact which the link names. A program that wants the location without following it,
    /// or the hashes of an `object`, should use `artifact`, which does not redirect.
    ///
    /// On servers of 2018 two kinds of headers help a careful downloader:
    ///
    /// * `x-taskcluster-artifact-storage-type` names the storage type. Do not cache the answer if
    ///   it is `reference`.
    /// * For `blob`, `x-taskcluster-location-content-sha256` and
    ///   `x-taskcluster-location-content-length` describe the decoded content, and
    ///   `x-taskcluster-location-transfer-sha256` and `x-taskcluster-location-transfer-length` the
    ///   bytes on the wire. The encoding between them is in
    ///   `x-taskcluster-location-content-encoding` (`gzip` or `identity`; it is fixed at creation
    ///   and not negotiated), the media type in `x-taskcluster-location-content-type`. Compare them
    ///   with what you received, and take a blob without the two content headers for an error.
    ///
    /// A public artifact may come from a cache near the caller. The request header
    /// `x-taskcluster-skip-cache: true` avoids that; keep it for content that is rarely fetched.
    ///
    /// Fails with 404 if there is no such artifact, or no longer, or if the upload of an `object`
    /// was not finished. Fails with 424 if its storage type is `error`: the body is then a JSON
    /// object with just `reason` and `message`, without the usual error code. Neither is worth
    /// retrying.
    ///
    /// * Request: `GET /task/<taskId>/runs/<runId>/artifacts/<name>`, queue API v1
    /// * Scopes: `queue:get-artifact:<name>` for each `name` of `names`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let url = queue
    ///     .get_artifact("fN1SbArXTPSVFNUvaOlinQ", 0, "public/log.txt")
    ///     .send()?
    ///     .location;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getArtifact")]
    pub fn get_artifact(
        &self,
        task_id: &str,
        run_id: u64,
        name: &str,
    ) -> Call<C, taskcluster_core::Redirect> {
        Call::redirect(
            &self.client,
            &endpoints::GET_ARTIFACT,
            &[task_id, &run_id.to_string(), name],
        )
    }

    /// Fetches the content of an artifact of the latest run of a task.
    ///
    /// It works like `getArtifact`, including redirects, links, signed URLs, headers and the 424
    /// for error artifacts, but looks up the latest run by itself, which makes it a little slower.
    /// The latest run is not always the one that made the artifact: while a retry or rerun is going
    /// on, an artifact of an earlier run is not found here.
    ///
    /// Fails with 404 if the task does not exist or has no run yet, or if its latest run has no
    /// such artifact.
    ///
    /// * Request: `GET /task/<taskId>/artifacts/<name>`, queue API v1
    /// * Scopes: `queue:get-artifact:<name>` for each `name` of `names`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let url = queue
    ///     .get_latest_artifact("fN1SbArXTPSVFNUvaOlinQ", "public/log.txt")
    ///     .send()?
    ///     .location;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getLatestArtifact")]
    pub fn get_latest_artifact(
        &self,
        task_id: &str,
        name: &str,
    ) -> Call<C, taskcluster_core::Redirect> {
        Call::redirect(
            &self.client,
            &endpoints::GET_LATEST_ARTIFACT,
            &[task_id, name],
        )
    }

    /// Lists the artifacts of a given run, with their types and expiry dates.
    ///
    /// The list comes in pages of at most 1000 entries, or of `limit` if that is smaller. A page
    /// may hold fewer entries, or none at all, and still carry a `continuationToken`; pass that
    /// token to the next call, with the other arguments unchanged, and stop only at a page without
    /// one.
    ///
    /// Being listed does not mean that there is content to fetch: an entry may be of the type
    /// `error`, or its upload may not have finished.
    ///
    /// Fails with 404 if the task or the run does not exist.
    ///
    /// * Request: `GET /task/<taskId>/runs/<runId>/artifacts`, queue API v1
    /// * Scopes: `queue:list-artifacts:<taskId>:<runId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// for item in queue.list_artifacts("fN1SbArXTPSVFNUvaOlinQ", 0).items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listArtifacts")]
    pub fn list_artifacts(
        &self,
        task_id: &str,
        run_id: u64,
    ) -> Call<C, types::ListArtifactsResponse> {
        Call::json(
            &self.client,
            &endpoints::LIST_ARTIFACTS,
            &[task_id, &run_id.to_string()],
        )
    }

    /// Lists the artifacts of the latest run of a task.
    ///
    /// This is `listArtifacts` without having to know the `runId`. If a new run starts while you
    /// are paging, the pages do not fit together any more; where that matters, take the `runId`
    /// from `status` and use `listArtifacts`.
    ///
    /// The list comes in pages of at most 1000 entries, or of `limit` if that is smaller. A page
    /// may hold fewer entries, or none at all, and still carry a `continuationToken`; pass that
    /// token to the next call, with the other arguments unchanged, and stop only at a page without
    /// one.
    ///
    /// Fails with 404 if the task does not exist or has no run yet.
    ///
    /// * Request: `GET /task/<taskId>/artifacts`, queue API v1
    /// * Scopes: `queue:list-artifacts:<taskId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// for item in queue.list_latest_artifacts("fN1SbArXTPSVFNUvaOlinQ").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listLatestArtifacts")]
    pub fn list_latest_artifacts(&self, task_id: &str) -> Call<C, types::ListArtifactsResponse> {
        Call::json(&self.client, &endpoints::LIST_LATEST_ARTIFACTS, &[task_id])
    }

    /// Completes an artifact of the storage type `object` once its content has been uploaded.
    ///
    /// It is the last of the steps that `createArtifact` begins: upload the content to the object
    /// service under the `name`, `projectId` and `uploadId` from that answer, call `finishUpload`
    /// of that service, and then this method with the same `uploadId`. Until then the artifact
    /// cannot be read: those who ask for it get a 404.
    ///
    /// There is no output. Repeating the call is harmless. Artifacts of other storage types are
    /// complete without it.
    ///
    /// Fails with 400 if the `uploadId` is not that of the artifact, and with 404 if there is no
    /// such artifact. The storage type `blob` of servers of 2018 has `completeArtifact` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `PUT /task/<taskId>/runs/<runId>/artifacts/<name>`, queue API v1
    /// * Scopes: `queue:create-artifact:<taskId>/<runId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = FinishArtifactRequest::new("Fj_A0YlXTXKQbRvr2eGqTQ");
    /// queue.finish_artifact("fN1SbArXTPSVFNUvaOlinQ", 0, "public/log.txt", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "finishArtifact")]
    pub fn finish_artifact(
        &self,
        task_id: &str,
        run_id: u64,
        name: &str,
        payload: &types::FinishArtifactRequest,
    ) -> Call<C, ()> {
        Call::empty(
            &self.client,
            &endpoints::FINISH_ARTIFACT,
            &[task_id, &run_id.to_string(), name],
        )
        .payload(payload)
    }

    /// Returns what is known about an artifact of a given run, without its content.
    ///
    /// The answer has the storage type, the media type and the expiry date of the artifact, and
    /// leads to no content. For an artifact of the type `link` it describes the link itself, not
    /// what the link names. The caller needs the scope for listing artifacts, not the one for
    /// reading this one.
    ///
    /// Fails with 404 if there is no such artifact, or no longer.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /task/<taskId>/runs/<runId>/artifact-info/<name>`, queue API v1
    /// * Scopes: `queue:list-artifacts:<taskId>:<runId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.artifact_info("fN1SbArXTPSVFNUvaOlinQ", 0, "public/log.txt").send()?;
    /// println!("{}", answer.name);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "artifactInfo")]
    pub fn artifact_info(
        &self,
        task_id: &str,
        run_id: u64,
        name: &str,
    ) -> Call<C, types::Artifact> {
        Call::json(
            &self.client,
            &endpoints::ARTIFACT_INFO,
            &[task_id, &run_id.to_string(), name],
        )
    }

    /// Returns what is known about an artifact of the latest run of a task, without its content.
    ///
    /// The answer has the storage type, the media type and the expiry date of the artifact, and
    /// leads to no content. For an artifact of the type `link` it describes the link itself, not
    /// what the link names. The caller needs the scope for listing artifacts, not the one for
    /// reading this one.
    ///
    /// It looks up the latest run by itself, so while a retry or rerun is going on, an artifact of
    /// an earlier run is not found here.
    ///
    /// Fails with 404 if the task does not exist or has no run yet, or if its latest run has no
    /// such artifact.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /task/<taskId>/artifact-info/<name>`, queue API v1
    /// * Scopes: `queue:list-artifacts:<taskId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue
    ///     .latest_artifact_info("fN1SbArXTPSVFNUvaOlinQ", "public/log.txt")
    ///     .send()?;
    /// println!("{}", answer.name);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "latestArtifactInfo")]
    pub fn latest_artifact_info(&self, task_id: &str, name: &str) -> Call<C, types::Artifact> {
        Call::json(
            &self.client,
            &endpoints::LATEST_ARTIFACT_INFO,
            &[task_id, name],
        )
    }

    /// Tells where the content of an artifact of a given run is, and how to get at it.
    ///
    /// The answer is JSON and its form depends on `storageType`. For `s3` and `reference` it has
    /// the URL of the content, which may be signed, so treat it as a secret. For `object` it has a
    /// name and temporary credentials, with which to ask the object service for the content by
    /// `startDownload`. For `error` it has the reason why there is no content, and that is a
    /// successful answer here. Links are followed: you get the answer for the artifact that the
    /// link names.
    ///
    /// This is for programs that download with care. Where a plain redirect to the content is
    /// wanted, use `getArtifact`.
    ///
    /// Fails with 404 if there is no such artifact, if it has expired, or if its upload was not
    /// finished.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /task/<taskId>/runs/<runId>/artifact-content/<name>`, queue API v1
    /// * Scopes: `queue:get-artifact:<name>` for each `name` of `names`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.artifact("fN1SbArXTPSVFNUvaOlinQ", 0, "public/log.txt").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn artifact(
        &self,
        task_id: &str,
        run_id: u64,
        name: &str,
    ) -> Call<C, types::ArtifactContentResponse> {
        Call::json(
            &self.client,
            &endpoints::ARTIFACT,
            &[task_id, &run_id.to_string(), name],
        )
    }

    /// Tells where the content of an artifact of the latest run of a task is, and how to get at it.
    ///
    /// The answer is JSON and its form depends on `storageType`. For `s3` and `reference` it has
    /// the URL of the content, which may be signed, so treat it as a secret. For `object` it has a
    /// name and temporary credentials, with which to ask the object service for the content by
    /// `startDownload`. For `error` it has the reason why there is no content, and that is a
    /// successful answer here. Links are followed: you get the answer for the artifact that the
    /// link names.
    ///
    /// This is for programs that download with care. Where a plain redirect to the content is
    /// wanted, use `getLatestArtifact`.
    ///
    /// It looks up the latest run by itself, so while a retry or rerun is going on, an artifact of
    /// an earlier run is not found here.
    ///
    /// Fails with 404 if the task does not exist or has no run yet, or if its latest run has no
    /// such artifact or has not finished its upload.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /task/<taskId>/artifact-content/<name>`, queue API v1
    /// * Scopes: `queue:get-artifact:<name>` for each `name` of `names`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.latest_artifact("fN1SbArXTPSVFNUvaOlinQ", "public/log.txt").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "latestArtifact")]
    pub fn latest_artifact(
        &self,
        task_id: &str,
        name: &str,
    ) -> Call<C, types::ArtifactContentResponse> {
        Call::json(&self.client, &endpoints::LATEST_ARTIFACT, &[task_id, name])
    }
}

/// # Workers
impl<C: ApiClient> Queue<C> {
    /// Lists the provisioners that were active lately.
    ///
    /// Deprecated on servers of today: use `listTaskQueues`.
    ///
    /// A provisioner, here, is whatever a `provisionerId` stands for; there need not be a service
    /// which provisions anything. An entry appears once a worker asks for work under that name or,
    /// on servers of 2018, somebody calls `declareProvisioner`, and disappears when it expires
    /// without further activity.
    ///
    /// The list comes in pages of at most 1000 entries, or of `limit` if that is smaller. A page
    /// may hold fewer entries, or none at all, and still carry a `continuationToken`; pass that
    /// token to the next call, with the other arguments unchanged, and stop only at a page without
    /// one.
    ///
    /// * Request: `GET /provisioners`, queue API v1
    /// * Scopes: `queue:list-provisioners`
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// for item in queue.list_provisioners().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listProvisioners")]
    pub fn list_provisioners(&self) -> Call<C, types::ListProvisionersResponse> {
        Call::json(&self.client, &endpoints::LIST_PROVISIONERS, &[])
    }

    /// Returns what the queue knows about a provisioner.
    ///
    /// Deprecated on servers of today, where nothing takes its place: what is known about a pool of
    /// workers is returned by `getTaskQueue`.
    ///
    /// A provisioner is known from when a worker first asks for work under its `provisionerId`, or
    /// it is declared with `declareProvisioner` of servers of 2018, until it expires.
    ///
    /// Fails with 404 if it is unknown or has expired.
    ///
    /// * Request: `GET /provisioners/<provisionerId>`, queue API v1
    /// * Scopes: `queue:get-provisioner:<provisionerId>`
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.get_provisioner("proj-app").send()?;
    /// println!("{}", answer.provisioner_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getProvisioner")]
    pub fn get_provisioner(&self, provisioner_id: &str) -> Call<C, types::ProvisionerResponse> {
        Call::json(&self.client, &endpoints::GET_PROVISIONER, &[provisioner_id])
    }

    /// Creates the entry of a provisioner or updates some of its properties.
    ///
    /// Properties that are left out of the payload keep their value; in a new entry they get
    /// defaults (empty description, stability `experimental`, no actions, expiry in 5 days). A
    /// given list of `actions` replaces the old one as a whole. The caller needs a permission of
    /// its own for each property in the payload.
    ///
    /// Returns the entry as it is afterwards. Repeating the call is harmless. Newer servers do not
    /// have this method.
    ///
    /// Until 2019.
    ///
    /// * Request: `PUT /provisioners/<provisionerId>`, queue API v1
    /// * Scopes: `queue:declare-provisioner:<provisionerId>#<property>` for each `property` of
    ///   `properties`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = UpdateProvisionerRequest::new();
    /// let answer = queue.declare_provisioner("proj-app", &payload).send()?;
    /// println!("{}", answer.provisioner_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "declareProvisioner")]
    pub fn declare_provisioner(
        &self,
        provisioner_id: &str,
        payload: &types::UpdateProvisionerRequest,
    ) -> Call<C, types::ProvisionerResponse> {
        Call::json(
            &self.client,
            &endpoints::DECLARE_PROVISIONER,
            &[provisioner_id],
        )
        .payload(payload)
    }

    /// Returns roughly how many tasks are pending for a worker pool.
    ///
    /// Deprecated on servers of today: use `taskQueueCounts`.
    ///
    /// The figure is good for deciding how many workers to start and for watching a backlog, not
    /// for exact accounting: servers of 2018 give an estimate, which may be about 20 seconds old. A
    /// pair of `provisionerId` and `workerType` that nobody uses has no pending tasks and is not an
    /// error.
    ///
    /// * Request: `GET /pending/<provisionerId>/<workerType>`, queue API v1
    /// * Scopes: `queue:pending-count:<provisionerId>/<workerType>`
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.pending_tasks("proj-app", "linux").send()?;
    /// println!("{}", answer.provisioner_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "pendingTasks")]
    pub fn pending_tasks(
        &self,
        provisioner_id: &str,
        worker_type: &str,
    ) -> Call<C, types::PendingTasksResponse> {
        Call::json(
            &self.client,
            &endpoints::PENDING_TASKS,
            &[provisioner_id, worker_type],
        )
    }

    /// [`pending_tasks`](Self::pending_tasks) with both words of the name of a task queue or worker
    /// pool as one: its `taskQueueId` or `workerPoolId`, `provisionerId/workerType`.
    ///
    /// All servers that have the method take it, since the request is the same. A text of another
    /// form is an error, and nothing is sent.
    #[doc(alias = "pendingTasks")]
    pub fn pending_tasks_in(&self, task_queue_id: &str) -> Call<C, types::PendingTasksResponse> {
        Call::json(&self.client, &endpoints::PENDING_TASKS, &[task_queue_id])
    }

    /// Lists the worker types of a provisioner that were active lately.
    ///
    /// Deprecated on servers of today: use `listTaskQueues`.
    ///
    /// An entry appears once a worker of that type asks for work or, on servers of 2018, somebody
    /// calls `declareWorkerType`, and disappears when it expires without further activity.
    ///
    /// The list comes in pages of at most 1000 entries, or of `limit` if that is smaller. A page
    /// may hold fewer entries, or none at all, and still carry a `continuationToken`; pass that
    /// token to the next call, with the other arguments unchanged, and stop only at a page without
    /// one.
    ///
    /// * Request: `GET /provisioners/<provisionerId>/worker-types`, queue API v1
    /// * Scopes: `queue:list-worker-types:<provisionerId>`
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// for item in queue.list_worker_types("proj-app").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listWorkerTypes")]
    pub fn list_worker_types(
        &self,
        provisioner_id: &str,
    ) -> Call<C, types::ListWorkertypesResponse> {
        Call::json(
            &self.client,
            &endpoints::LIST_WORKER_TYPES,
            &[provisioner_id],
        )
    }

    /// Returns what the queue knows about a worker type.
    ///
    /// Deprecated on servers of today: use `getTaskQueue`.
    ///
    /// On servers of 2018 those actions of the provisioner that apply to worker types come with it.
    ///
    /// Fails with 404 if the worker type or its provisioner is unknown or has expired.
    ///
    /// * Request: `GET /provisioners/<provisionerId>/worker-types/<workerType>`, queue API v1
    /// * Scopes: `queue:get-worker-type:<provisionerId>/<workerType>`
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.get_worker_type("proj-app", "linux").send()?;
    /// println!("{}", answer.worker_type);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getWorkerType")]
    pub fn get_worker_type(
        &self,
        provisioner_id: &str,
        worker_type: &str,
    ) -> Call<C, types::WorkertypeResponse> {
        Call::json(
            &self.client,
            &endpoints::GET_WORKER_TYPE,
            &[provisioner_id, worker_type],
        )
    }

    /// [`get_worker_type`](Self::get_worker_type) with both words of the name of a task queue or
    /// worker pool as one: its `taskQueueId` or `workerPoolId`, `provisionerId/workerType`.
    ///
    /// All servers that have the method take it, since the request is the same. A text of another
    /// form is an error, and nothing is sent.
    #[doc(alias = "getWorkerType")]
    pub fn get_worker_type_in(&self, task_queue_id: &str) -> Call<C, types::WorkertypeResponse> {
        Call::json(&self.client, &endpoints::GET_WORKER_TYPE, &[task_queue_id])
    }

    /// Creates the entry of a worker type or updates some of its properties.
    ///
    /// Properties that are left out of the payload keep their value; in a new entry they get
    /// defaults (empty description, stability `experimental`, expiry in 5 days). The caller needs a
    /// permission of its own for each property in the payload.
    ///
    /// Returns the entry as it is afterwards. Repeating the call is harmless. Newer servers do not
    /// have this method.
    ///
    /// Until 2019.
    ///
    /// * Request: `PUT /provisioners/<provisionerId>/worker-types/<workerType>`, queue API v1
    /// * Scopes: `queue:declare-worker-type:<provisionerId>/<workerType>#<property>` for each
    ///   `property` of `properties`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = UpdateWorkertypeRequest::new();
    /// let answer = queue.declare_worker_type("proj-app", "linux", &payload).send()?;
    /// println!("{}", answer.worker_type);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "declareWorkerType")]
    pub fn declare_worker_type(
        &self,
        provisioner_id: &str,
        worker_type: &str,
        payload: &types::UpdateWorkertypeRequest,
    ) -> Call<C, types::WorkertypeResponse> {
        Call::json(
            &self.client,
            &endpoints::DECLARE_WORKER_TYPE,
            &[provisioner_id, worker_type],
        )
        .payload(payload)
    }

    /// [`declare_worker_type`](Self::declare_worker_type) with both words of the name of a task
    /// queue or worker pool as one: its `taskQueueId` or `workerPoolId`,
    /// `provisionerId/workerType`.
    ///
    /// All servers that have the method take it, since the request is the same. A text of another
    /// form is an error, and nothing is sent.
    #[doc(alias = "declareWorkerType")]
    pub fn declare_worker_type_in(
        &self,
        task_queue_id: &str,
        payload: &types::UpdateWorkertypeRequest,
    ) -> Call<C, types::WorkertypeResponse> {
        Call::json(
            &self.client,
            &endpoints::DECLARE_WORKER_TYPE,
            &[task_queue_id],
        )
        .payload(payload)
    }

    /// Lists the workers of a worker type that were active lately.
    ///
    /// Deprecated on servers of today: use `listWorkers` of the worker manager.
    ///
    /// A worker is listed from its first `claimWork`, or from when it is declared, until its entry
    /// expires, by default a day after it was last seen. With `quarantined` set to `true` only
    /// workers in quarantine are listed, with `false` only the others; leave it out for both.
    ///
    /// The list comes in pages of at most 1000 entries, or of `limit` if that is smaller. A page
    /// may hold fewer entries, or none at all, and still carry a `continuationToken`; pass that
    /// token to the next call, with the other arguments unchanged, and stop only at a page without
    /// one.
    ///
    /// * Request: `GET /provisioners/<provisionerId>/worker-types/<workerType>/workers`, queue API
    ///   v1
    /// * Scopes: `queue:list-workers:<provisionerId>/<workerType>`
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// for item in queue.list_workers("proj-app", "linux").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listWorkers")]
    pub fn list_workers(&self, provisioner_id: &str, worker_type: &str) -> calls::ListWorkers<C> {
        Call::json(
            &self.client,
            &endpoints::LIST_WORKERS,
            &[provisioner_id, worker_type],
        )
        .into()
    }

    /// [`list_workers`](Self::list_workers) with both words of the name of a task queue or worker
    /// pool as one: its `taskQueueId` or `workerPoolId`, `provisionerId/workerType`.
    ///
    /// All servers that have the method take it, since the request is the same. A text of another
    /// form is an error, and nothing is sent.
    #[doc(alias = "listWorkers")]
    pub fn list_workers_in(&self, task_queue_id: &str) -> calls::ListWorkers<C> {
        Call::json(&self.client, &endpoints::LIST_WORKERS, &[task_queue_id]).into()
    }

    /// Returns what the queue knows about a worker, including the runs it claimed last.
    ///
    /// Deprecated on servers of today: use `getWorker` of the worker manager.
    ///
    /// On servers of 2018 those actions of the provisioner that apply to single workers come with
    /// it.
    ///
    /// Fails with 404 if the worker is unknown or its entry has expired.
    ///
    /// * Request: `GET
    ///   /provisioners/<provisionerId>/worker-types/<workerType>/workers/<workerGroup>/<workerId>`,
    ///   queue API v1
    /// * Scopes: `queue:get-worker:<provisionerId>/<workerType>/<workerGroup>/<workerId>`
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue
    ///     .get_worker("proj-app", "linux", "us-west-2", "i-0123456789abcdef0")
    ///     .send()?;
    /// println!("{}", answer.provisioner_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getWorker")]
    pub fn get_worker(
        &self,
        provisioner_id: &str,
        worker_type: &str,
        worker_group: &str,
        worker_id: &str,
    ) -> Call<C, types::WorkerResponse> {
        Call::json(
            &self.client,
            &endpoints::GET_WORKER,
            &[provisioner_id, worker_type, worker_group, worker_id],
        )
    }

    /// [`get_worker`](Self::get_worker) with both words of the name of a task queue or worker pool
    /// as one: its `taskQueueId` or `workerPoolId`, `provisionerId/workerType`.
    ///
    /// All servers that have the method take it, since the request is the same. A text of another
    /// form is an error, and nothing is sent.
    #[doc(alias = "getWorker")]
    pub fn get_worker_in(
        &self,
        task_queue_id: &str,
        worker_group: &str,
        worker_id: &str,
    ) -> Call<C, types::WorkerResponse> {
        Call::json(
            &self.client,
            &endpoints::GET_WORKER,
            &[task_queue_id, worker_group, worker_id],
        )
    }

    /// Keeps a worker from claiming tasks until a given time.
    ///
    /// Use it for a machine that misbehaves, while somebody looks at it. What the worker is
    /// executing already is not affected; from now until `quarantineUntil`, `claimWork` gives it
    /// nothing. Always send `quarantineUntil`, although the payload does not demand it. To end a
    /// quarantine early, set it to a time in the past. Servers of today also take a
    /// `quarantineInfo`, in which to say why.
    ///
    /// Returns the worker as it is afterwards. Repeating the call is harmless.
    ///
    /// Fails with 404 if the queue does not know the worker.
    ///
    /// * Request: `PUT
    ///   /provisioners/<provisionerId>/worker-types/<workerType>/workers/<workerGroup>/<workerId>`,
    ///   queue API v1
    /// * Scopes: `queue:quarantine-worker:<provisionerId>/<workerType>/<workerGroup>/<workerId>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = QuarantineWorkerRequest::new();
    /// let answer = queue
    ///     .quarantine_worker("proj-app", "linux", "us-west-2", "i-0123456789abcdef0", &payload)
    ///     .send()?;
    /// println!("{}", answer.provisioner_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "quarantineWorker")]
    pub fn quarantine_worker(
        &self,
        provisioner_id: &str,
        worker_type: &str,
        worker_group: &str,
        worker_id: &str,
        payload: &types::QuarantineWorkerRequest,
    ) -> Call<C, types::WorkerResponse> {
        Call::json(
            &self.client,
            &endpoints::QUARANTINE_WORKER,
            &[provisioner_id, worker_type, worker_group, worker_id],
        )
        .payload(payload)
    }

    /// [`quarantine_worker`](Self::quarantine_worker) with both words of the name of a task queue
    /// or worker pool as one: its `taskQueueId` or `workerPoolId`, `provisionerId/workerType`.
    ///
    /// All servers that have the method take it, since the request is the same. A text of another
    /// form is an error, and nothing is sent.
    #[doc(alias = "quarantineWorker")]
    pub fn quarantine_worker_in(
        &self,
        task_queue_id: &str,
        worker_group: &str,
        worker_id: &str,
        payload: &types::QuarantineWorkerRequest,
    ) -> Call<C, types::WorkerResponse> {
        Call::json(
            &self.client,
            &endpoints::QUARANTINE_WORKER,
            &[task_queue_id, worker_group, worker_id],
        )
        .payload(payload)
    }

    /// Creates the entry of a worker or changes when it expires.
    ///
    /// There is rarely a need to call it, since `claimWork` makes and prolongs the entry by itself.
    /// If the payload leaves out `expires`, the entry keeps its value, or, if it is new, expires in
    /// a day. The caller needs a permission of its own for each property in the payload.
    ///
    /// Returns the worker as it is afterwards. Repeating the call is harmless.
    ///
    /// * Request: `PUT
    ///   /provisioners/<provisionerId>/worker-types/<workerType>/<workerGroup>/<workerId>`, queue
    ///   API v1
    /// * Scopes:
    ///   `queue:declare-worker:<provisionerId>/<workerType>/<workerGroup>/<workerId>#<property>`
    ///   for each `property` of `properties`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = UpdateWorkerRequest::new();
    /// let answer = queue
    ///     .declare_worker("proj-app", "linux", "us-west-2", "i-0123456789abcdef0", &payload)
    ///     .send()?;
    /// println!("{}", answer.provisioner_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "declareWorker")]
    pub fn declare_worker(
        &self,
        provisioner_id: &str,
        worker_type: &str,
        worker_group: &str,
        worker_id: &str,
        payload: &types::UpdateWorkerRequest,
    ) -> Call<C, types::WorkerResponse> {
        Call::json(
            &self.client,
            &endpoints::DECLARE_WORKER,
            &[provisioner_id, worker_type, worker_group, worker_id],
        )
        .payload(payload)
    }

    /// [`declare_worker`](Self::declare_worker) with both words of the name of a task queue or
    /// worker pool as one: its `taskQueueId` or `workerPoolId`, `provisionerId/workerType`.
    ///
    /// All servers that have the method take it, since the request is the same. A text of another
    /// form is an error, and nothing is sent.
    #[doc(alias = "declareWorker")]
    pub fn declare_worker_in(
        &self,
        task_queue_id: &str,
        worker_group: &str,
        worker_id: &str,
        payload: &types::UpdateWorkerRequest,
    ) -> Call<C, types::WorkerResponse> {
        Call::json(
            &self.client,
            &endpoints::DECLARE_WORKER,
            &[task_queue_id, worker_group, worker_id],
        )
        .payload(payload)
    }

    /// Returns how many tasks of a task queue wait to be claimed, and how many are claimed at the
    /// moment.
    ///
    /// The figures are those of this moment and change quickly; they are good for deciding how many
    /// workers to start and for watching a backlog. To ask for many task queues at once, use
    /// `taskQueueCountsBatch`.
    ///
    /// The scopes for both figures are needed. On servers of 2018, `pendingTasks` returns the first
    /// of the figures.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /task-queues/<taskQueueId>/counts`, queue API v1
    /// * Scopes: `queue:pending-count:<taskQueueId>` and `queue:claimed-count:<taskQueueId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.task_queue_counts("proj-app/linux").send()?;
    /// println!("{}", answer.provisioner_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "taskQueueCounts")]
    pub fn task_queue_counts(
        &self,
        task_queue_id: &str,
    ) -> Call<C, types::TaskQueueCountsResponse> {
        Call::json(
            &self.client,
            &endpoints::TASK_QUEUE_COUNTS,
            &[task_queue_id],
        )
    }

    /// Returns for each of the given task queues, of which there may be up to 1000, what
    /// `taskQueueCounts` returns for one.
    ///
    /// The scopes for both figures are needed for every one of them; if one is missing, the whole
    /// call is refused with 403. Although it is sent as a POST, the call changes nothing and may be
    /// repeated.
    ///
    /// Fails with 400 if there are more than 1000 names or one of them is not valid.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /task-queues/counts`, queue API v1
    /// * Scopes: (`queue:pending-count:<taskQueueId>` for each `taskQueueId` of `taskQueueIds`) and
    ///   (`queue:claimed-count:<taskQueueId>` for each `taskQueueId` of `taskQueueIds`)
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue, types::*};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let payload = TaskQueueCountsRequest::new(["proj-app/linux"]);
    /// let answer = queue.task_queue_counts_batch(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "taskQueueCountsBatch")]
    pub fn task_queue_counts_batch(
        &self,
        payload: &types::TaskQueueCountsRequest,
    ) -> Call<C, types::TaskQueueCountsListResponse> {
        Call::json(&self.client, &endpoints::TASK_QUEUE_COUNTS_BATCH, &[]).payload(payload)
    }

    /// Lists the tasks of a task queue that wait to be claimed, each with its definition.
    ///
    /// It shows the backlog and claims nothing. By the time the answer arrives, some of the tasks
    /// may have been claimed already.
    ///
    /// The list comes in pages of at most 1000 entries, or of `limit` if that is smaller. A page
    /// may hold fewer entries, or none at all, and still carry a `continuationToken`; pass that
    /// token to the next call, with the other arguments unchanged, and stop only at a page without
    /// one.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /task-queues/<taskQueueId>/pending`, queue API v1
    /// * Scopes: `queue:pending-list:<taskQueueId>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// for item in queue.list_pending_tasks("proj-app/linux").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listPendingTasks")]
    pub fn list_pending_tasks(
        &self,
        task_queue_id: &str,
    ) -> Call<C, types::ListPendingTasksResponse> {
        Call::json(
            &self.client,
            &endpoints::LIST_PENDING_TASKS,
            &[task_queue_id],
        )
    }

    /// Lists the tasks of a task queue that workers have claimed and not resolved yet, each with
    /// its definition and its worker.
    ///
    /// By the time the answer arrives, some of the tasks may be resolved already.
    ///
    /// The list comes in pages of at most 1000 entries, or of `limit` if that is smaller. A page
    /// may hold fewer entries, or none at all, and still carry a `continuationToken`; pass that
    /// token to the next call, with the other arguments unchanged, and stop only at a page without
    /// one.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /task-queues/<taskQueueId>/claimed`, queue API v1
    /// * Scopes: `queue:claimed-list:<taskQueueId>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// for item in queue.list_claimed_tasks("proj-app/linux").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listClaimedTasks")]
    pub fn list_claimed_tasks(
        &self,
        task_queue_id: &str,
    ) -> Call<C, types::ListClaimedTasksResponse> {
        Call::json(
            &self.client,
            &endpoints::LIST_CLAIMED_TASKS,
            &[task_queue_id],
        )
    }

    /// Lists the task queues that were active lately.
    ///
    /// An entry appears once a worker asks for work there, and disappears when it expires without
    /// further activity. A task queue for which tasks are created but no worker ever asked need not
    /// be listed.
    ///
    /// The list comes in pages of at most 1000 entries, or of `limit` if that is smaller. A page
    /// may hold fewer entries, or none at all, and still carry a `continuationToken`; pass that
    /// token to the next call, with the other arguments unchanged, and stop only at a page without
    /// one.
    ///
    /// It takes the place of `listProvisioners` and `listWorkerTypes`, which are what servers of
    /// 2018 have.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /task-queues`, queue API v1
    /// * Scopes: `queue:list-task-queues`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// for item in queue.list_task_queues().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listTaskQueues")]
    pub fn list_task_queues(&self) -> Call<C, types::ListTaskqueuesResponse> {
        Call::json(&self.client, &endpoints::LIST_TASK_QUEUES, &[])
    }

    /// Returns what the queue knows about a task queue.
    ///
    /// A task queue is known from when a worker first asks for work there until its entry expires.
    ///
    /// Fails with 404 if it is unknown or has expired. It takes the place of `getWorkerType`, which
    /// is what servers of 2018 have.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /task-queues/<taskQueueId>`, queue API v1
    /// * Scopes: `queue:get-task-queue:<taskQueueId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.get_task_queue("proj-app/linux").send()?;
    /// println!("{}", answer.task_queue_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getTaskQueue")]
    pub fn get_task_queue(&self, task_queue_id: &str) -> Call<C, types::TaskqueueResponse> {
        Call::json(&self.client, &endpoints::GET_TASK_QUEUE, &[task_queue_id])
    }
}

/// # Health
impl<C: ApiClient> Queue<C> {
    /// Answers as soon as the queue service can be reached.
    ///
    /// Use it to find out whether the service is up. It does not look at credentials, so success
    /// says nothing about them.
    ///
    /// * Request: `GET /ping`, queue API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// queue.ping().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }

    /// Answers as soon as a process of the queue service can take requests.
    ///
    /// It is there for load balancers and checks nothing else, neither credentials nor what the
    /// service depends on. Servers of 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__lbheartbeat__`, queue API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.lbheartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lbheartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::LBHEARTBEAT, &[])
    }

    /// Tells which version of Taskcluster the queue service runs.
    ///
    /// The answer names the release, the commit that was built, and where the source code and the
    /// build are to be found. A build made by hand leaves some of these empty, and `version` need
    /// not be a number then. It takes no credentials.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__version__`, queue API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.version().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn version(&self) -> Call<C, taskcluster_core::Version> {
        Call::json(&self.client, &endpoints::VERSION, &[])
    }

    /// Tells whether the queue service is in a condition to work.
    ///
    /// It is there for the monitoring of a deployment and needs no credentials. To find out only
    /// whether the service can be reached, use `ping`.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__heartbeat__`, queue API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_queue::{Queue};
    /// # let queue = Queue::new(&Client::from_env()?);
    /// let answer = queue.heartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn heartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::HEARTBEAT, &[])
    }
}
