// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The types of the schema `create-hook-request`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

use super::{HookBinding, HookMetadata};

/// The definition to give to a new or an existing hook.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateHookRequest {
    /// Which Pulse messages fire the hook: those that fit any of the bindings. An empty array for a
    /// hook that listens to none.
    ///
    /// Today's servers only.
    pub bindings: Option<Vec<HookBinding>>,
    /// The first part of the name of the hook. May be left out; if present, it must be the same as
    /// in the call. At most 1000 characters today, and 64 in 2018.
    ///
    /// Length: 1 to 1000; until 2019: 1 to 64.
    pub hook_group_id: Option<String>,
    /// The second part of the name of the hook. May be left out; if present, it must be the same as
    /// in the call. At most 1000 characters today, and 64 in 2018.
    ///
    /// Length: 1 to 1000; until 2019: 1 to 64.
    pub hook_id: Option<String>,
    /// What people should know about a hook.
    pub metadata: HookMetadata,
    /// When the hook fires by itself. Each entry is a cron expression of six fields (second,
    /// minute, hour, day of the month, month, day of the week) in UTC; the hook fires whenever any
    /// of them matches. Empty, as by default, for a hook that is only triggered.
    pub schedule: Option<Vec<String>>,
    /// The JSON-e template that renders to the definition of the task to create, as `createTask` of
    /// the Queue takes it. It has no `taskGroupId` as a rule: that becomes the `taskId` of the new
    /// task.
    pub task: Value,
    /// The JSON schema that the body of a trigger must fit, and in newer deployments also what a
    /// Pulse message holds. It should describe an object. The default allows only an empty one, so
    /// a hook with `bindings` needs a wider one.
    pub trigger_schema: Option<Value>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    CreateHookRequest and extra_members {
        0 bindings = "bindings": optional,
        1 hook_group_id = "hookGroupId": optional,
        2 hook_id = "hookId": optional,
        3 metadata = "metadata": required,
        4 schedule = "schedule": optional,
        5 task = "task": required,
        6 trigger_schema = "triggerSchema": optional,
    }
}

impl CreateHookRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(metadata: HookMetadata, task: impl Into<Value>) -> Self {
        Self {
            bindings: None,
            hook_group_id: None,
            hook_id: None,
            metadata,
            schedule: None,
            task: task.into(),
            trigger_schema: None,
            extra_members: BTreeMap::new(),
        }
    }

    /// Sets [`bindings`](Self::bindings).
    #[must_use]
    pub fn bindings(mut self, bindings: impl IntoIterator<Item = HookBinding>) -> Self {
        self.bindings = Some(bindings.into_iter().collect());
        self
    }

    /// Sets [`hook_group_id`](Self::hook_group_id).
    #[must_use]
    pub fn hook_group_id(mut self, hook_group_id: impl Into<String>) -> Self {
        self.hook_group_id = Some(hook_group_id.into());
        self
    }

    /// Sets [`hook_id`](Self::hook_id).
    #[must_use]
    pub fn hook_id(mut self, hook_id: impl Into<String>) -> Self {
        self.hook_id = Some(hook_id.into());
        self
    }

    /// Sets [`schedule`](Self::schedule).
    #[must_use]
    pub fn schedule(mut self, schedule: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.schedule = Some(schedule.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`trigger_schema`](Self::trigger_schema).
    #[must_use]
    pub fn trigger_schema(mut self, trigger_schema: impl Into<Value>) -> Self {
        self.trigger_schema = Some(trigger_schema.into());
        self
    }
}

impl fmt::Debug for CreateHookRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateHookRequest")
            .field("bindings", &self.bindings)
            .field("hook_group_id", &self.hook_group_id)
            .field("hook_id", &self.hook_id)
            .field("metadata", &self.metadata)
            .field("schedule", &self.schedule)
            .field("task", &taskcluster_core::json::shown(&self.task))
            .field(
                "trigger_schema",
                &taskcluster_core::json::shown(&self.trigger_schema),
            )
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}
