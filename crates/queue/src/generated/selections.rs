// Written by `cargo xtask generate` from the references of the service `queue`. Do not edit.

//! Which messages of an exchange to hear of, field by field.

use super::topics;

taskcluster_core::selection! {
    /// Selects messages of [`QueueEvents::task_defined`](super::QueueEvents::task_defined).
    pub struct TaskDefined of topics::TASK_DEFINED => super::types::TaskDefinedMessage [task_queue_id] {
        /// The task which the message is about.
        task_id = "taskId",
        /// Always `_`, because the message is about the task and not about one of its runs.
        run_id = "runId",
        /// Group of the worker; always `_`, because no worker has claimed the task yet.
        worker_group = "workerGroup",
        /// Name, within its group, of the worker; always `_`, because no worker has claimed the
        /// task yet.
        worker_id = "workerId",
        /// First half of the name of the worker pool the task is meant for.
        provisioner_id = "provisionerId",
        /// Second half of the name of the worker pool the task is meant for.
        worker_type = "workerType",
        /// The scheduler that the task, and its whole group, belongs to.
        scheduler_id = "schedulerId",
        /// The group the task belongs to.
        task_group_id = "taskGroupId",
        /// Room for words that may be added to the key later; match it with `#`.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of [`QueueEvents::task_pending`](super::QueueEvents::task_pending).
    pub struct TaskPending of topics::TASK_PENDING => super::types::TaskPendingMessage [task_queue_id] {
        /// The task which the message is about.
        task_id = "taskId",
        /// Number of the run which the message is about.
        run_id = "runId",
        /// Group of the worker; always `_`, because no worker has claimed the task yet.
        worker_group = "workerGroup",
        /// Name, within its group, of the worker; always `_`, because no worker has claimed the
        /// task yet.
        worker_id = "workerId",
        /// First half of the name of the worker pool the task is meant for.
        provisioner_id = "provisionerId",
        /// Second half of the name of the worker pool the task is meant for.
        worker_type = "workerType",
        /// The scheduler that the task, and its whole group, belongs to.
        scheduler_id = "schedulerId",
        /// The group the task belongs to.
        task_group_id = "taskGroupId",
        /// Room for words that may be added to the key later; match it with `#`.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of [`QueueEvents::task_running`](super::QueueEvents::task_running).
    pub struct TaskRunning of topics::TASK_RUNNING => super::types::TaskRunningMessage [task_queue_id] {
        /// The task which the message is about.
        task_id = "taskId",
        /// Number of the run which the message is about.
        run_id = "runId",
        /// Group of the worker that claimed the run.
        worker_group = "workerGroup",
        /// Name, within its group, of the worker that claimed the run.
        worker_id = "workerId",
        /// First half of the name of the worker pool the task is meant for.
        provisioner_id = "provisionerId",
        /// Second half of the name of the worker pool the task is meant for.
        worker_type = "workerType",
        /// The scheduler that the task, and its whole group, belongs to.
        scheduler_id = "schedulerId",
        /// The group the task belongs to.
        task_group_id = "taskGroupId",
        /// Room for words that may be added to the key later; match it with `#`.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of [`QueueEvents::artifact_created`](super::QueueEvents::artifact_created).
    pub struct ArtifactCreated of topics::ARTIFACT_CREATED => super::types::ArtifactCreatedMessage [task_queue_id] {
        /// The task which the message is about.
        task_id = "taskId",
        /// Number of the run which the message is about.
        run_id = "runId",
        /// Group of the worker that claimed the run.
        worker_group = "workerGroup",
        /// Name, within its group, of the worker that claimed the run.
        worker_id = "workerId",
        /// First half of the name of the worker pool the task is meant for.
        provisioner_id = "provisionerId",
        /// Second half of the name of the worker pool the task is meant for.
        worker_type = "workerType",
        /// The scheduler that the task, and its whole group, belongs to.
        scheduler_id = "schedulerId",
        /// The group the task belongs to.
        task_group_id = "taskGroupId",
        /// Room for words that may be added to the key later; match it with `#`.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of [`QueueEvents::task_completed`](super::QueueEvents::task_completed).
    pub struct TaskCompleted of topics::TASK_COMPLETED => super::types::TaskCompletedMessage [task_queue_id] {
        /// The task which the message is about.
        task_id = "taskId",
        /// Number of the run which the message is about.
        run_id = "runId",
        /// Group of the worker that claimed the run.
        worker_group = "workerGroup",
        /// Name, within its group, of the worker that claimed the run.
        worker_id = "workerId",
        /// First half of the name of the worker pool the task is meant for.
        provisioner_id = "provisionerId",
        /// Second half of the name of the worker pool the task is meant for.
        worker_type = "workerType",
        /// The scheduler that the task, and its whole group, belongs to.
        scheduler_id = "schedulerId",
        /// The group the task belongs to.
        task_group_id = "taskGroupId",
        /// Room for words that may be added to the key later; match it with `#`.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of [`QueueEvents::task_failed`](super::QueueEvents::task_failed).
    pub struct TaskFailed of topics::TASK_FAILED => super::types::TaskFailedMessage [task_queue_id] {
        /// The task which the message is about.
        task_id = "taskId",
        /// Number of the run which the message is about, or `_` if there is none.
        run_id = "runId",
        /// Group of the worker that claimed the run, or `_` if the message names no worker.
        worker_group = "workerGroup",
        /// Name, within its group, of the worker that claimed the run, or `_` if the message names
        /// no worker.
        worker_id = "workerId",
        /// First half of the name of the worker pool the task is meant for.
        provisioner_id = "provisionerId",
        /// Second half of the name of the worker pool the task is meant for.
        worker_type = "workerType",
        /// The scheduler that the task, and its whole group, belongs to.
        scheduler_id = "schedulerId",
        /// The group the task belongs to.
        task_group_id = "taskGroupId",
        /// Room for words that may be added to the key later; match it with `#`.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of [`QueueEvents::task_exception`](super::QueueEvents::task_exception).
    pub struct TaskException of topics::TASK_EXCEPTION => super::types::TaskExceptionMessage [task_queue_id] {
        /// The task which the message is about.
        task_id = "taskId",
        /// Number of the run which the message is about, or `_` if there is none.
        run_id = "runId",
        /// Group of the worker that claimed the run, or `_` if the message names no worker.
        worker_group = "workerGroup",
        /// Name, within its group, of the worker that claimed the run, or `_` if the message names
        /// no worker.
        worker_id = "workerId",
        /// First half of the name of the worker pool the task is meant for.
        provisioner_id = "provisionerId",
        /// Second half of the name of the worker pool the task is meant for.
        worker_type = "workerType",
        /// The scheduler that the task, and its whole group, belongs to.
        scheduler_id = "schedulerId",
        /// The group the task belongs to.
        task_group_id = "taskGroupId",
        /// Room for words that may be added to the key later; match it with `#`.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`QueueEvents::task_group_resolved`](super::QueueEvents::task_group_resolved).
    pub struct TaskGroupResolved of topics::TASK_GROUP_RESOLVED => super::types::TaskGroupResolved {
        /// The task group that was resolved.
        task_group_id = "taskGroupId",
        /// The scheduler that the group belongs to.
        scheduler_id = "schedulerId",
        /// Room for words that may be added to the key later; match it with `#`.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`QueueEvents::task_group_sealed`](super::QueueEvents::task_group_sealed).
    pub struct TaskGroupSealed of topics::TASK_GROUP_SEALED => super::types::TaskGroupResolved {
        /// The task group that the message is about.
        task_group_id = "taskGroupId",
        /// The scheduler that the group belongs to.
        scheduler_id = "schedulerId",
        /// Room for words that may be added to the key later; match it with `#`.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`QueueEvents::task_priority_changed`](super::QueueEvents::task_priority_changed).
    pub struct TaskPriorityChanged of topics::TASK_PRIORITY_CHANGED => super::types::TaskPriorityChangedMessage [task_queue_id] {
        /// The task which the message is about.
        task_id = "taskId",
        /// Number of the run which the message is about, or `_` if there is none.
        run_id = "runId",
        /// Group of the worker that claimed the run, or `_` if the message names no worker.
        worker_group = "workerGroup",
        /// Name, within its group, of the worker that claimed the run, or `_` if the message names
        /// no worker.
        worker_id = "workerId",
        /// First half of the name of the worker pool the task is meant for.
        provisioner_id = "provisionerId",
        /// Second half of the name of the worker pool the task is meant for.
        worker_type = "workerType",
        /// The scheduler that the task, and its whole group, belongs to.
        scheduler_id = "schedulerId",
        /// The group the task belongs to.
        task_group_id = "taskGroupId",
        /// Room for words that may be added to the key later; match it with `#`.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`QueueEvents::task_group_priority_changed`](super::QueueEvents::task_group_priority_changed).
    pub struct TaskGroupPriorityChanged of topics::TASK_GROUP_PRIORITY_CHANGED => super::types::TaskGroupPriorityChangedMessage {
        /// The task group that the message is about.
        task_group_id = "taskGroupId",
        /// The scheduler that the group belongs to.
        scheduler_id = "schedulerId",
        /// Room for words that may be added to the key later; match it with `#`.
        reserved = "reserved",
    }
}
