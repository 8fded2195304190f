// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The types of the schema `task-status`.

use time::OffsetDateTime;

use super::TaskPriority;

/// Where a task stands: its state, its runs so far, and the parts of its definition that listeners
/// need most.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskStatus {
    /// Date-time (UTC) by which the task is resolved; after it, the queue resolves it with the
    /// reason `deadline-exceeded`.
    pub deadline: OffsetDateTime,
    /// Date-time (UTC) when the task and its artifacts are forgotten.
    pub expires: OffsetDateTime,
    /// Which tasks of the same worker pool are claimed first. One of these, from first to last:
    ///
    /// * `highest`: claimed before all others.
    /// * `very-high`, `high`, `medium`, `low` and `very-low`: in this order.
    /// * `lowest`: claimed after all others.
    ///
    /// Servers of 2018 also take the old value `normal`, and turn it into `lowest`.
    ///
    /// Default: `"lowest"`.
    ///
    /// Today's servers only.
    pub priority: Option<TaskPriority>,
    /// The project that the task belongs to, 1 to 500 letters, digits, `.`, `_`, `/` or `-`. Some
    /// scopes refer to it. It is `none` if the creator gave none.
    ///
    /// Default: `"none"`.
    ///
    /// Today's servers only.
    pub project_id: Option<String>,
    /// First half of the name of the worker pool that the task is meant for.
    ///
    /// Length until 2019: 1 to 22.
    pub provisioner_id: String,
    /// How many more times the queue will retry the task by itself. A rerun sets it back to the
    /// `retries` of the definition.
    ///
    /// Range: 0 to 999.
    pub retries_left: u64,
    /// All runs, the latest last; the index in the list is the `runId`. Empty as long as the task
    /// is `unscheduled`.
    pub runs: Vec<Run>,
    /// The scheduler that the task, and its whole group, belongs to.
    ///
    /// Length: 1 to 38; until 2019: 1 to 22.
    ///
    /// Default: `"-"`.
    pub scheduler_id: String,
    /// State of the task, which is that of its latest run, or `unscheduled` if it has none.
    ///
    /// * `unscheduled`: it waits for dependencies or for being scheduled.
    /// * `pending`: it waits for a worker.
    /// * `running`: a worker is executing it.
    /// * `completed`: it was executed with success.
    /// * `failed`: it was executed without success.
    /// * `exception`: it could not be executed properly; the `reasonResolved` of the latest run
    ///   says why.
    pub state: TaskState,
    /// The group that the task belongs to, a slugid.
    pub task_group_id: String,
    /// The task, a slugid.
    pub task_id: String,
    /// Name of the task queue, `provisionerId/workerType`: the two halves of the name of a worker
    /// pool with a slash between. Servers of 2018 only have the halves.
    ///
    /// Today's servers only.
    pub task_queue_id: Option<String>,
    /// Second half of the name of the worker pool that the task is meant for.
    ///
    /// Length until 2019: 1 to 22.
    pub worker_type: String,
}

taskcluster_core::members! {
    TaskStatus {
        0 deadline = "deadline": date,
        1 expires = "expires": date,
        2 priority = "priority": optional,
        3 project_id = "projectId": optional,
        4 provisioner_id = "provisionerId": required,
        5 retries_left = "retriesLeft": required,
        6 runs = "runs": required,
        7 scheduler_id = "schedulerId": required,
        8 state = "state": required,
        9 task_group_id = "taskGroupId": required,
        10 task_id = "taskId": required,
        11 task_queue_id = "taskQueueId": optional,
        12 worker_type = "workerType": required,
    }
}

/// What a [`TaskStatus`] must have.
pub struct TaskStatusRequired {
    /// See [`TaskStatus::task_id`].
    pub task_id: String,
    /// See [`TaskStatus::provisioner_id`].
    pub provisioner_id: String,
    /// See [`TaskStatus::worker_type`].
    pub worker_type: String,
    /// See [`TaskStatus::scheduler_id`].
    pub scheduler_id: String,
    /// See [`TaskStatus::task_group_id`].
    pub task_group_id: String,
    /// See [`TaskStatus::deadline`].
    pub deadline: OffsetDateTime,
    /// See [`TaskStatus::expires`].
    pub expires: OffsetDateTime,
    /// See [`TaskStatus::retries_left`].
    pub retries_left: u64,
    /// See [`TaskStatus::state`].
    pub state: TaskState,
    /// See [`TaskStatus::runs`].
    pub runs: Vec<Run>,
}

impl TaskStatus {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskStatusRequired) -> Self {
        Self {
            deadline: required.deadline,
            expires: required.expires,
            priority: None,
            project_id: None,
            provisioner_id: required.provisioner_id,
            retries_left: required.retries_left,
            runs: required.runs,
            scheduler_id: required.scheduler_id,
            state: required.state,
            task_group_id: required.task_group_id,
            task_id: required.task_id,
            task_queue_id: None,
            worker_type: required.worker_type,
        }
    }
}

/// One attempt at executing a task.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Run {
    /// Why there is this run:
    ///
    /// * `scheduled`: it is the first one, made because the task could start.
    /// * `retry`: the worker of the run before disappeared or had to shut down.
    /// * `task-retry`: the run before was resolved as `intermittent-task`.
    /// * `rerun`: somebody called `rerunTask`.
    /// * `exception`: it was never meant to be executed, and only records that the task was
    ///   canceled or reached its deadline before it was scheduled.
    pub reason_created: RunCreationReason,
    /// Why the run was resolved. Absent until it is.
    ///
    /// * `completed` and `failed`: the worker executed the task, with or without success.
    /// * `deadline-exceeded`: the deadline of the task passed.
    /// * `canceled`: somebody called `cancelTask`.
    /// * `claim-expired`: the worker neither resolved the run nor prolonged its claim in time.
    /// * `worker-shutdown`, `malformed-payload`, `resource-unavailable`, `internal-error`,
    ///   `superseded` and `intermittent-task`: the worker gave this reason to `reportException`.
    pub reason_resolved: Option<RunResolutionReason>,
    /// Date-time (UTC) when the run was resolved. Absent until then.
    pub resolved: Option<OffsetDateTime>,
    /// Number of the run, counted from 0.
    ///
    /// Range: 0 to 1000.
    pub run_id: u64,
    /// Date-time (UTC) when the run was created and could be claimed.
    pub scheduled: OffsetDateTime,
    /// Date-time (UTC) when a worker claimed the run. Absent until then.
    pub started: Option<OffsetDateTime>,
    /// State of the run: waiting for a worker (`pending`), being executed (`running`), or resolved
    /// in one of three ways (`completed`, `failed` and `exception`).
    pub state: RunState,
    /// Date-time (UTC) until which the latest claim on the run holds, or held. Absent until it is
    /// claimed.
    pub taken_until: Option<OffsetDateTime>,
    /// Group of the worker that claimed the run, such as its data center or region. Absent until it
    /// is claimed.
    ///
    /// Length: 1 to 38; until 2019: 1 to 22.
    pub worker_group: Option<String>,
    /// Name of the worker that claimed the run, unique within its group. Absent until it is
    /// claimed.
    ///
    /// Length: 1 to 38; until 2019: 1 to 22.
    pub worker_id: Option<String>,
}

taskcluster_core::members! {
    Run {
        0 reason_created = "reasonCreated": required,
        1 reason_resolved = "reasonResolved": optional,
        2 resolved = "resolved": optional_date,
        3 run_id = "runId": required,
        4 scheduled = "scheduled": date,
        5 started = "started": optional_date,
        6 state = "state": required,
        7 taken_until = "takenUntil": optional_date,
        8 worker_group = "workerGroup": optional,
        9 worker_id = "workerId": optional,
    }
}

impl Run {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        run_id: u64,
        state: RunState,
        reason_created: RunCreationReason,
        scheduled: OffsetDateTime,
    ) -> Self {
        Self {
            reason_created,
            reason_resolved: None,
            resolved: None,
            run_id,
            scheduled,
            started: None,
            state,
            taken_until: None,
            worker_group: None,
            worker_id: None,
        }
    }
}

taskcluster_core::string_enum! {
    /// Why there is this run:
    ///
    /// * `scheduled`: it is the first one, made because the task could start.
    /// * `retry`: the worker of the run before disappeared or had to shut down.
    /// * `task-retry`: the run before was resolved as `intermittent-task`.
    /// * `rerun`: somebody called `rerunTask`.
    /// * `exception`: it was never meant to be executed, and only records that the task was
    ///   canceled or reached its deadline before it was scheduled.
    pub enum RunCreationReason {
        /// `scheduled`
        Scheduled = "scheduled",
        /// `retry`
        Retry = "retry",
        /// `task-retry`
        TaskRetry = "task-retry",
        /// `rerun`
        Rerun = "rerun",
        /// `exception`
        Exception = "exception",
    }
}

taskcluster_core::string_enum! {
    /// Why the run was resolved. Absent until it is.
    ///
    /// * `completed` and `failed`: the worker executed the task, with or without success.
    /// * `deadline-exceeded`: the deadline of the task passed.
    /// * `canceled`: somebody called `cancelTask`.
    /// * `claim-expired`: the worker neither resolved the run nor prolonged its claim in time.
    /// * `worker-shutdown`, `malformed-payload`, `resource-unavailable`, `internal-error`,
    ///   `superseded` and `intermittent-task`: the worker gave this reason to `reportException`.
    pub enum RunResolutionReason {
        /// `completed`
        Completed = "completed",
        /// `failed`
        Failed = "failed",
        /// `deadline-exceeded`
        DeadlineExceeded = "deadline-exceeded",
        /// `canceled`
        Canceled = "canceled",
        /// `superseded`
        Superseded = "superseded",
        /// `claim-expired`
        ClaimExpired = "claim-expired",
        /// `worker-shutdown`
        WorkerShutdown = "worker-shutdown",
        /// `malformed-payload`
        MalformedPayload = "malformed-payload",
        /// `resource-unavailable`
        ResourceUnavailable = "resource-unavailable",
        /// `internal-error`
        InternalError = "internal-error",
        /// `intermittent-task`
        IntermittentTask = "intermittent-task",
    }
}

taskcluster_core::string_enum! {
    /// State of the run: waiting for a worker (`pending`), being executed (`running`), or resolved
    /// in one of three ways (`completed`, `failed` and `exception`).
    pub enum RunState {
        /// `pending`
        Pending = "pending",
        /// `running`
        Running = "running",
        /// `completed`
        Completed = "completed",
        /// `failed`
        Failed = "failed",
        /// `exception`
        Exception = "exception",
    }
}

impl RunState {
    /// Whether this is the end: `completed`, `failed` or `exception`. A state that this version does not
    /// know is none.
    pub fn is_resolved(&self) -> bool {
        matches!(self, Self::Completed | Self::Failed | Self::Exception)
    }
}

taskcluster_core::string_enum! {
    /// State of the task, which is that of its latest run, or `unscheduled` if it has none.
    ///
    /// * `unscheduled`: it waits for dependencies or for being scheduled.
    /// * `pending`: it waits for a worker.
    /// * `running`: a worker is executing it.
    /// * `completed`: it was executed with success.
    /// * `failed`: it was executed without success.
    /// * `exception`: it could not be executed properly; the `reasonResolved` of the latest run
    ///   says why.
    pub enum TaskState {
        /// `unscheduled`
        Unscheduled = "unscheduled",
        /// `pending`
        Pending = "pending",
        /// `running`
        Running = "running",
        /// `completed`
        Completed = "completed",
        /// `failed`
        Failed = "failed",
        /// `exception`
        Exception = "exception",
    }
}

impl TaskState {
    /// Whether this is the end: `completed`, `failed` or `exception`. A state that this version does not
    /// know is none.
    pub fn is_resolved(&self) -> bool {
        matches!(self, Self::Completed | Self::Failed | Self::Exception)
    }
}
