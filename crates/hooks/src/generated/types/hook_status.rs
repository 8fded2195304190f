// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The types of the schema `hook-status`.

use std::fmt;

use serde::{Deserialize, Serialize};
use taskcluster_core::json::Value;
use time::OffsetDateTime;

/// What a hook did last and what it does next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct HookStatus {
    /// How the latest firing of the hook went. The member `result` tells the three forms apart.
    pub last_fire: LastFire,
    /// When the hook is due next by its schedule (UTC). Missing when the hook has no schedule.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "taskcluster_core::timestamp::option"
    )]
    pub next_scheduled_date: Option<OffsetDateTime>,
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SuccessfulFire {
    /// The task that was created, a slugid.
    pub task_id: String,
    /// When the hook fired (UTC).
    #[serde(with = "taskcluster_core::timestamp")]
    pub time: OffsetDateTime,
}

/// The hook has fired but no task came of it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FailedFire {
    /// What went wrong, as free-form JSON. Meant to be read by people; its members are not fixed.
    pub error: Value,
    /// When the hook fired (UTC).
    #[serde(with = "taskcluster_core::timestamp")]
    pub time: OffsetDateTime,
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
#[non_exhaustive]
pub struct NoFire {}
