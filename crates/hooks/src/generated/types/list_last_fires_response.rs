// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The types of the schema `list-lastFires-response`.

use taskcluster_core::Page;
use time::OffsetDateTime;

/// One page of the recent firings of a hook.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListLastFiresResponse {
    /// Opaque token that asks for the next page. Missing on the last page.
    pub continuation_token: Option<String>,
    /// The firings of this page. May be empty although more pages follow.
    pub last_fires: Vec<HookFiring>,
}

taskcluster_core::members! {
    ListLastFiresResponse {
        0 continuation_token = "continuationToken": optional,
        1 last_fires = "lastFires": required,
    }
}

impl ListLastFiresResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(last_fires: impl IntoIterator<Item = HookFiring>) -> Self {
        Self {
            continuation_token: None,
            last_fires: last_fires.into_iter().collect(),
        }
    }
}

impl Page for ListLastFiresResponse {
    type Item = HookFiring;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.last_fires
    }
}

/// One firing of a hook and what came of it.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HookFiring {
    /// What went wrong, as text for people. An empty string when nothing did.
    pub error: String,
    /// What fired the hook:
    ///
    /// * `schedule`: a time in its schedule came,
    /// * `triggerHook`: somebody with the scope for it triggered it,
    /// * `triggerHookWithToken`: somebody with its token triggered it,
    /// * `pulseMessage`: a message came that fits one of its bindings.
    pub fired_by: FireCause,
    /// The first part of the name of the hook: the group it belongs to.
    ///
    /// Length: 1 to 1000.
    pub hook_group_id: String,
    /// The second part of the name of the hook, unique within its group. It may contain slashes.
    ///
    /// Length: 1 to 1000.
    pub hook_id: String,
    /// How the firing went:
    ///
    /// * `success`: nothing went wrong,
    /// * `error`: the hook fired, but its task could not be created; see `error`.
    pub result: FireResult,
    /// Date-time (UTC) when the hook fired and its task was created or tried to be.
    pub task_create_time: OffsetDateTime,
    /// The task of this firing, a slugid. After an error there may be no such task.
    pub task_id: String,
    /// How the task stands, as the Queue tells it:
    ///
    /// * `unknown`: not known, for one because there is no such task,
    /// * `unscheduled`: it waits for other tasks or for being scheduled,
    /// * `pending`: it waits for a worker,
    /// * `running`: a worker is at it,
    /// * `completed`: it has ended with success,
    /// * `failed`: it has ended without success,
    /// * `exception`: it has ended for another reason, such as being cancelled or missing its
    ///   deadline.
    pub task_state: FiredTaskState,
}

taskcluster_core::members! {
    HookFiring {
        0 error = "error": required,
        1 fired_by = "firedBy": required,
        2 hook_group_id = "hookGroupId": required,
        3 hook_id = "hookId": required,
        4 result = "result": required,
        5 task_create_time = "taskCreateTime": date,
        6 task_id = "taskId": required,
        7 task_state = "taskState": required,
    }
}

/// What a [`HookFiring`] must have.
pub struct HookFiringRequired {
    /// See [`HookFiring::hook_group_id`].
    pub hook_group_id: String,
    /// See [`HookFiring::hook_id`].
    pub hook_id: String,
    /// See [`HookFiring::task_id`].
    pub task_id: String,
    /// See [`HookFiring::fired_by`].
    pub fired_by: FireCause,
    /// See [`HookFiring::task_create_time`].
    pub task_create_time: OffsetDateTime,
    /// See [`HookFiring::result`].
    pub result: FireResult,
    /// See [`HookFiring::task_state`].
    pub task_state: FiredTaskState,
    /// See [`HookFiring::error`].
    pub error: String,
}

impl HookFiring {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: HookFiringRequired) -> Self {
        Self {
            error: required.error,
            fired_by: required.fired_by,
            hook_group_id: required.hook_group_id,
            hook_id: required.hook_id,
            result: required.result,
            task_create_time: required.task_create_time,
            task_id: required.task_id,
            task_state: required.task_state,
        }
    }
}

taskcluster_core::string_enum! {
    /// What fired the hook:
    ///
    /// * `schedule`: a time in its schedule came,
    /// * `triggerHook`: somebody with the scope for it triggered it,
    /// * `triggerHookWithToken`: somebody with its token triggered it,
    /// * `pulseMessage`: a message came that fits one of its bindings.
    ///
    /// Today's servers only.
    pub enum FireCause {
        /// `schedule`
        Schedule = "schedule",
        /// `triggerHook`
        TriggerHook = "triggerHook",
        /// `triggerHookWithToken`
        TriggerHookWithToken = "triggerHookWithToken",
        /// `pulseMessage`
        PulseMessage = "pulseMessage",
    }
}

taskcluster_core::string_enum! {
    /// How the firing went:
    ///
    /// * `success`: nothing went wrong,
    /// * `error`: the hook fired, but its task could not be created; see `error`.
    ///
    /// Today's servers only.
    pub enum FireResult {
        /// `success`
        Success = "success",
        /// `error`
        Error = "error",
    }
}

taskcluster_core::string_enum! {
    /// How the task stands, as the Queue tells it:
    ///
    /// * `unknown`: not known, for one because there is no such task,
    /// * `unscheduled`: it waits for other tasks or for being scheduled,
    /// * `pending`: it waits for a worker,
    /// * `running`: a worker is at it,
    /// * `completed`: it has ended with success,
    /// * `failed`: it has ended without success,
    /// * `exception`: it has ended for another reason, such as being cancelled or missing its
    ///   deadline.
    ///
    /// Today's servers only.
    pub enum FiredTaskState {
        /// `unknown`
        Unknown = "unknown",
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

impl FiredTaskState {
    /// Whether this is the end: `completed`, `failed` or `exception`. A state that this version does not
    /// know is none.
    pub fn is_resolved(&self) -> bool {
        matches!(self, Self::Completed | Self::Failed | Self::Exception)
    }
}
