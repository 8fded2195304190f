// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The types of the schema `hook-status`.

use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

/// What a hook did last and what it does next.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HookStatus {
    /// How the latest firing of the hook went. The member `result` tells the three forms apart.
    pub last_fire: LastFire,
    /// When the hook is due next by its schedule (UTC). Missing when the hook has no schedule.
    pub next_scheduled_date: Option<OffsetDateTime>,
}

taskcluster_core::members! {
    HookStatus {
        0 last_fire = "lastFire": required,
        1 next_scheduled_date = "nextScheduledDate": optional_date,
    }
}

impl HookStatus {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(last_fire: impl Into<LastFire>) -> Self {
        Self {
            last_fire: last_fire.into(),
            next_scheduled_date: None,
        }
    }
}

taskcluster_core::tagged_union! {
    /// How the latest firing of the hook went. The member `result` tells the three forms apart.
    pub enum LastFire by "result" {
        /// The hook has created a task.
        Success(SuccessfulFire) = "success",
        /// The hook has fired but no task came of it.
        Error(FailedFire) = "error",
        /// The hook has not fired yet.
        NoFire(NoFire) = "no-fire",
    }
}

/// The hook has created a task.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SuccessfulFire {
    /// The task that was created, a slugid.
    pub task_id: String,
    /// When the hook fired (UTC).
    pub time: OffsetDateTime,
}

taskcluster_core::members! {
    SuccessfulFire {
        0 task_id = "taskId": required,
        1 time = "time": date,
    }
}

impl SuccessfulFire {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(task_id: impl Into<String>, time: OffsetDateTime) -> Self {
        Self {
            task_id: task_id.into(),
            time,
        }
    }
}

/// The hook has fired but no task came of it.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FailedFire {
    /// What went wrong, as free-form JSON. Meant to be read by people; its members are not fixed.
    pub error: Value,
    /// When the hook fired (UTC).
    pub time: OffsetDateTime,
}

taskcluster_core::members! {
    FailedFire {
        0 error = "error": required,
        1 time = "time": date,
    }
}

impl FailedFire {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(error: impl Into<Value>, time: OffsetDateTime) -> Self {
        Self {
            error: error.into(),
            time,
        }
    }
}

impl fmt::Debug for FailedFire {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FailedFire")
            .field("error", &taskcluster_core::json::shown(&self.error))
            .field("time", &self.time)
            .finish()
    }
}

/// The hook has not fired yet.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct NoFire {}

taskcluster_core::members! {
    NoFire {
    }
}

impl NoFire {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}
