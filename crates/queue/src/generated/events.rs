// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! The service's exchanges.

use super::selections;

/// Messages about every step in the life of a task, published as it happens.
///
/// All exchanges but those about task groups share a layout of the routing key: the word `primary`,
/// then the task, the run, the worker, the worker pool, the scheduler and the task group. So one
/// pattern selects, say, all that happens in a task group, and it can be bound to each exchange
/// alike. A field that has no value holds `_`.
///
/// **Routes.** For each entry in the `routes` of a task, its messages also carry the routing key
/// `route.<route>`. Binding to such a key is the simplest way to hear about the tasks you have
/// created. A message that matches several bindings of one AMQP queue still arrives there once.
///
/// **Delivery.** Expect messages more than once: when a call to the queue is repeated, so are its
/// messages. Do not rely on an order across exchanges, and know that in rare cases, when the
/// service crashes while it is handling a timeout, one can get lost. Take a message as a hint, and
/// the status in it, or the one that the method `status` returns, as the truth.
///
/// The body of each message about a task holds the complete status of the task at that moment.
#[derive(Clone, Copy, Debug)]
pub struct QueueEvents;

impl QueueEvents {
    /// Announces that a task was created.
    ///
    /// It is sent for every new task, whether it is pending at once or waiting for other tasks. For
    /// a task that can start right away, a message to `task-pending` follows.
    ///
    /// * Exchange: `exchange/taskcluster-queue/v1/task-defined`
    /// * Message: [`super::types::TaskDefinedMessage`]
    #[doc(alias = "taskDefined")]
    pub fn task_defined() -> selections::TaskDefined {
        selections::TaskDefined::new()
    }

    /// Announces that a run of a task is ready to be claimed.
    ///
    /// It is sent for the first run, once the dependencies of the task allow it or somebody
    /// schedules it, and for each retry and rerun. Workers do not need to listen: a waiting
    /// `claimWork` notices new tasks by itself.
    ///
    /// * Exchange: `exchange/taskcluster-queue/v1/task-pending`
    /// * Message: [`super::types::TaskPendingMessage`]
    #[doc(alias = "taskPending")]
    pub fn task_pending() -> selections::TaskPending {
        selections::TaskPending::new()
    }

    /// Announces that a worker has claimed a run and begins to execute it.
    ///
    /// The message is not sent again when the claim is prolonged, so its `takenUntil` is that of
    /// the first claim.
    ///
    /// * Exchange: `exchange/taskcluster-queue/v1/task-running`
    /// * Message: [`super::types::TaskRunningMessage`]
    #[doc(alias = "taskRunning")]
    pub fn task_running() -> selections::TaskRunning {
        selections::TaskRunning::new()
    }

    /// Announces a new artifact of a run.
    ///
    /// It is sent at once when a `reference`, `link` or `error` artifact is created, and when the
    /// upload of a file is completed by a call: by `finishArtifact` for an `object` on servers of
    /// today, by `completeArtifact` for a `blob` on those of 2018. The queue does not see when an
    /// upload to an `s3` or `azure` URL is done, so it announces none of those. To collect all
    /// artifacts of a task it is easier to wait for `task-completed` and list them.
    ///
    /// * Exchange: `exchange/taskcluster-queue/v1/artifact-created`
    /// * Message: [`super::types::ArtifactCreatedMessage`]
    #[doc(alias = "artifactCreated")]
    pub fn artifact_created() -> selections::ArtifactCreated {
        selections::ArtifactCreated::new()
    }

    /// Announces that a task was executed with success.
    ///
    /// The run and the worker in the routing key are those that completed it; earlier runs are in
    /// the status.
    ///
    /// * Exchange: `exchange/taskcluster-queue/v1/task-completed`
    /// * Message: [`super::types::TaskCompletedMessage`]
    #[doc(alias = "taskCompleted")]
    pub fn task_completed() -> selections::TaskCompleted {
        selections::TaskCompleted::new()
    }

    /// Announces that a task was executed without success.
    ///
    /// The worker did its part, but the code of the task reported an error. Trouble of any other
    /// kind goes to `task-exception`.
    ///
    /// * Exchange: `exchange/taskcluster-queue/v1/task-failed`
    /// * Message: [`super::types::TaskFailedMessage`]
    #[doc(alias = "taskFailed")]
    pub fn task_failed() -> selections::TaskFailed {
        selections::TaskFailed::new()
    }

    /// Announces that a task was resolved without having been executed properly.
    ///
    /// Typical causes are a passed deadline, a cancellation, an invalid payload, or workers that
    /// disappeared until no retries were left. The cause is the `reasonResolved` of the last run in
    /// the status. A run that ends this way while the task is retried is not announced here; the
    /// new run is announced in `task-pending`.
    ///
    /// The message names a worker only if one had claimed the run, and not always then.
    ///
    /// * Exchange: `exchange/taskcluster-queue/v1/task-exception`
    /// * Message: [`super::types::TaskExceptionMessage`]
    #[doc(alias = "taskException")]
    pub fn task_exception() -> selections::TaskException {
        selections::TaskException::new()
    }

    /// Announces that all tasks of a task group are resolved.
    ///
    /// It does not matter how they were resolved. Tasks can be added to a group, or run again,
    /// after that, so the message may come several times for one group.
    ///
    /// * Exchange: `exchange/taskcluster-queue/v1/task-group-resolved`
    /// * Message: [`super::types::TaskGroupResolved`]
    #[doc(alias = "taskGroupResolved")]
    pub fn task_group_resolved() -> selections::TaskGroupResolved {
        selections::TaskGroupResolved::new()
    }

    /// Announces that a task group was sealed, so that no more tasks can be added to it.
    ///
    /// It is sent when somebody calls `sealTaskGroup`. The tasks in the group may still be at work:
    /// when all of them are resolved, a message goes to `task-group-resolved`.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-queue/v1/task-group-sealed`
    /// * Message: [`super::types::TaskGroupResolved`]
    #[doc(alias = "taskGroupSealed")]
    pub fn task_group_sealed() -> selections::TaskGroupSealed {
        selections::TaskGroupSealed::new()
    }

    /// Announces that a task has got another priority.
    ///
    /// It is sent after `changeTaskPriority`, and the message tells both the old and the new
    /// priority.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-queue/v1/task-priority-changed`
    /// * Message: [`super::types::TaskPriorityChangedMessage`]
    #[doc(alias = "taskPriorityChanged")]
    pub fn task_priority_changed() -> selections::TaskPriorityChanged {
        selections::TaskPriorityChanged::new()
    }

    /// Announces that the tasks of a task group have got another priority.
    ///
    /// It is sent after `changeTaskGroupPriority`, and tells how many tasks were concerned.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-queue/v1/task-group-priority-changed`
    /// * Message: [`super::types::TaskGroupPriorityChangedMessage`]
    #[doc(alias = "taskGroupPriorityChanged")]
    pub fn task_group_priority_changed() -> selections::TaskGroupPriorityChanged {
        selections::TaskGroupPriorityChanged::new()
    }
}
