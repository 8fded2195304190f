// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The types of the schema `hook-definition`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

use super::{CreateHookRequest, HookBinding, HookMetadata};

/// The definition of a hook.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct HookDefinition {
    /// Which Pulse messages fire the hook: those that fit any of the bindings. An empty array for a
    /// hook that listens to none.
    ///
    /// Today's servers only.
    pub bindings: Option<Vec<HookBinding>>,
    /// The first part of the name of the hook: the group it belongs to. At most 1000 characters
    /// today, and 64 in 2018.
    ///
    /// Length: 1 to 1000; until 2019: 1 to 64.
    pub hook_group_id: String,
    /// The second part of the name of the hook, unique within its group. It may contain slashes. At
    /// most 1000 characters today, and 64 in 2018.
    ///
    /// Length: 1 to 1000; until 2019: 1 to 64.
    pub hook_id: String,
    /// What people should know about a hook.
    pub metadata: HookMetadata,
    /// When the hook fires by itself. Each entry is a cron expression of six fields (second,
    /// minute, hour, day of the month, month, day of the week) in UTC; the hook fires whenever any
    /// of them matches. An array of strings, empty for a hook that is only triggered.
    pub schedule: Value,
    /// The JSON-e template that renders to the definition of the task to create, as `createTask` of
    /// the Queue takes it. It has no `taskGroupId` as a rule: that becomes the `taskId` of the new
    /// task.
    pub task: Value,
    /// The JSON schema that the body of a trigger must fit, and in newer deployments also what a
    /// Pulse message holds.
    pub trigger_schema: Value,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    HookDefinition and extra_members {
        0 bindings = "bindings": optional,
        1 hook_group_id = "hookGroupId": required,
        2 hook_id = "hookId": required,
        3 metadata = "metadata": required,
        4 schedule = "schedule": required,
        5 task = "task": required,
        6 trigger_schema = "triggerSchema": required,
    }
}

/// What a [`HookDefinition`] must have.
pub struct HookDefinitionRequired {
    /// See [`HookDefinition::hook_group_id`].
    pub hook_group_id: String,
    /// See [`HookDefinition::hook_id`].
    pub hook_id: String,
    /// See [`HookDefinition::metadata`].
    pub metadata: HookMetadata,
    /// See [`HookDefinition::task`].
    pub task: Value,
    /// See [`HookDefinition::schedule`].
    pub schedule: Value,
    /// See [`HookDefinition::trigger_schema`].
    pub trigger_schema: Value,
}

impl HookDefinition {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: HookDefinitionRequired) -> Self {
        Self {
            bindings: None,
            hook_group_id: required.hook_group_id,
            hook_id: required.hook_id,
            metadata: required.metadata,
            schedule: required.schedule,
            task: required.task,
            trigger_schema: required.trigger_schema,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for HookDefinition {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HookDefinition")
            .field("bindings", &self.bindings)
            .field("hook_group_id", &self.hook_group_id)
            .field("hook_id", &self.hook_id)
            .field("metadata", &self.metadata)
            .field("schedule", &taskcluster_core::json::shown(&self.schedule))
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

impl From<HookDefinition> for CreateHookRequest {
    /// What can be sent back of an answer. Members that the request does not have are left out;
    /// those that no schema names are kept.
    fn from(from: HookDefinition) -> Self {
        let mut extra_members = from.extra_members;
        Self {
            bindings: from.bindings,
            hook_group_id: Some(from.hook_group_id),
            hook_id: Some(from.hook_id),
            metadata: from.metadata,
            schedule: taskcluster_core::json::fitting(
                from.schedule,
                "schedule",
                &mut extra_members,
            ),
            task: from.task,
            trigger_schema: Some(from.trigger_schema),
            extra_members,
        }
    }
}
