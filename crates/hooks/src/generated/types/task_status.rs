// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The types of the schema `task-status`.

use time::OffsetDateTime;

/// The task that a hook has created.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct TaskStatus {
    /// Where the task stands. It is the state right after creation; ask the Queue for later ones.
    pub status: Option<TaskStatusStatus>,
}

taskcluster_core::members! {
    TaskStatus {
        0 status = "status": optional,
    }
}

impl TaskStatus {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

/// Where the task stands. It is the state right after creation; ask the Queue for later ones.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct TaskStatusStatus {
    /// When the task is resolved as `exception` if it is not resolved before (UTC).
    pub deadline: Option<OffsetDateTime>,
    /// When the task and what is known about it is deleted (UTC).
    pub expires: Option<OffsetDateTime>,
    /// The provisioner of the workers that may run the task.
    ///
    /// Length: 1 to 22.
    pub provisioner_id: Option<String>,
    /// How many more times the Queue may start a new run by itself, after a worker was lost or
    /// reported an intermittent failure.
    ///
    /// Range: 0 to 999.
    pub retries_left: Option<u64>,
    /// The runs of the task, in order of `runId`.
    pub runs: Option<Vec<Run>>,
    /// The scheduler the task belongs to, from the task definition.
    ///
    /// Length: 1 to 22.
    pub scheduler_id: Option<String>,
    /// The state of the task as a whole: that of its latest run, or `unscheduled` while there is
    /// none because the task waits for its dependencies or has not been scheduled. `completed`,
    /// `failed` and `exception` are final unless the task is run again.
    pub state: Option<TaskState>,
    /// The task group the task is in, as a rule one of its own with the same id as the task.
    pub task_group_id: Option<String>,
    /// The id of the task, a slugid.
    pub task_id: Option<String>,
    /// The worker type, within the provisioner, that may run the task.
    ///
    /// Length: 1 to 22.
    pub worker_type: Option<String>,
}

taskcluster_core::members! {
    TaskStatusStatus {
        0 deadline = "deadline": optional_date,
        1 expires = "expires": optional_date,
        2 provisioner_id = "provisionerId": optional,
        3 retries_left = "retriesLeft": optional,
        4 runs = "runs": optional,
        5 scheduler_id = "schedulerId": optional,
        6 state = "state": optional,
        7 task_group_id = "taskGroupId": optional,
        8 task_id = "taskId": optional,
        9 worker_type = "workerType": optional,
    }
}

impl TaskStatusStatus {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

/// One attempt at running the task.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Run {
    /// Why the run was made: `scheduled` for an ordinary first run, `retry` after a worker was
    /// lost, `task-retry` after the worker reported an intermittent failure, `rerun` on request,
    /// `exception` only to hold the outcome of a task that was resolved without ever being
    /// scheduled.
    pub reason_created: RunCreationReason,
    /// How the run ended. The values besides `completed` and `failed` are reasons of an
    /// `exception`. Missing until the run is resolved.
    pub reason_resolved: Option<RunResolutionReason>,
    /// When the run was resolved (UTC). Missing until then.
    pub resolved: Option<OffsetDateTime>,
    /// The number of the run, counted from 0.
    ///
    /// Range: 0 to 1000.
    pub run_id: u64,
    /// When the run became `pending` (UTC).
    pub scheduled: OffsetDateTime,
    /// When a worker took the run (UTC). Missing until then.
    pub started: Option<OffsetDateTime>,
    /// The state of the run: `pending` until a worker takes it, `running` until it is resolved as
    /// `completed`, `failed` (the task itself reports failure) or `exception` (it could not be
    /// carried out, was canceled or ran out of time).
    pub state: RunState,
    /// When the claim of the worker ends unless it is prolonged (UTC). Missing until a worker takes
    /// the run.
    pub taken_until: Option<OffsetDateTime>,
    /// The group of the worker that took the run, often a data center or region. Missing until a
    /// worker takes the run.
    ///
    /// Length: 1 to 22.
    pub worker_group: Option<String>,
    /// The worker that took the run, unique within its group. Missing until a worker takes the run.
    ///
    /// Length: 1 to 22.
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
    /// Why the run was made: `scheduled` for an ordinary first run, `retry` after a worker was
    /// lost, `task-retry` after the worker reported an intermittent failure, `rerun` on request,
    /// `exception` only to hold the outcome of a task that was resolved without ever being
    /// scheduled.
    ///
    /// Until 2019.
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
    /// How the run ended. The values besides `completed` and `failed` are reasons of an
    /// `exception`. Missing until the run is resolved.
    ///
    /// Until 2019.
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
    /// The state of the run: `pending` until a worker takes it, `running` until it is resolved as
    /// `completed`, `failed` (the task itself reports failure) or `exception` (it could not be
    /// carried out, was canceled or ran out of time).
    ///
    /// Until 2019.
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
    /// The state of the task as a whole: that of its latest run, or `unscheduled` while there is
    /// none because the task waits for its dependencies or has not been scheduled. `completed`,
    /// `failed` and `exception` are final unless the task is run again.
    ///
    /// Until 2019.
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
