//! A task and its runs.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use super::artifact::Artifact;
use super::text;

/// The priorities from the most urgent on.
pub(super) const PRIORITIES: [&str; 7] = [
    "highest",
    "very-high",
    "high",
    "medium",
    "low",
    "very-low",
    "lowest",
];

#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Task {
    pub(super) id: String,
    /// As `queue.task` answers it, defaults filled in.
    pub(super) definition: Value,
    #[serde(with = "timestamp")]
    pub(super) deadline: OffsetDateTime,
    #[serde(with = "timestamp")]
    pub(super) expires: OffsetDateTime,
    pub(super) retries_left: u64,
    /// The dependencies that hold the task back.
    pub(super) waits_for: Vec<String>,
    pub(super) runs: Vec<Run>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Run {
    pub(super) state: Cow<'static, str>,
    pub(super) reason_created: Cow<'static, str>,
    pub(super) reason_resolved: Option<String>,
    #[serde(with = "timestamp")]
    pub(super) scheduled: OffsetDateTime,
    #[serde(with = "timestamp::option")]
    pub(super) started: Option<OffsetDateTime>,
    #[serde(with = "timestamp::option")]
    pub(super) resolved: Option<OffsetDateTime>,
    #[serde(with = "timestamp::option")]
    pub(super) taken_until: Option<OffsetDateTime>,
    /// Worker group and worker ID.
    pub(super) worker: Option<(String, String)>,
    /// Whether the worker asked for this run, and not for any.
    pub(super) is_picked: bool,
    /// What the list of claimed runs shows.
    #[serde(default)]
    pub(super) claim: Option<Claim>,
    /// The place in the order in which runs became pending.
    pub(super) turn: u64,
    pub(super) artifacts: BTreeMap<String, Artifact>,
}

/// Who has claimed a run last, claimed it again, or asked for it in vain while another had it; and when.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Claim {
    #[serde(with = "timestamp")]
    pub(super) at: OffsetDateTime,
    /// Worker group and worker ID.
    pub(super) worker: (String, String),
}

impl Run {
    pub(super) fn pending(reason_created: &'static str, now: OffsetDateTime, turn: u64) -> Self {
        Self {
            state: "pending".into(),
            reason_created: reason_created.into(),
            reason_resolved: None,
            scheduled: now,
            started: None,
            resolved: None,
            taken_until: None,
            worker: None,
            is_picked: false,
            claim: None,
            turn,
            artifacts: BTreeMap::new(),
        }
    }

    pub(super) fn resolve(&mut self, state: &'static str, reason: &str, now: OffsetDateTime) {
        self.state = state.into();
        self.reason_resolved = Some(reason.to_owned());
        self.resolved = Some(now);
    }

    fn json(&self, id: usize) -> Value {
        let mut json = json!({
            "runId": id,
            "state": self.state,
            "reasonCreated": self.reason_created,
            "scheduled": timestamp::to_string(self.scheduled),
        });
        let dates = [
            ("started", self.started),
            ("resolved", self.resolved),
            ("takenUntil", self.taken_until),
        ];
        for (name, date) in dates {
            if let Some(date) = date {
                json[name] = timestamp::to_string(date).into();
            }
        }
        if let Some(reason) = &self.reason_resolved {
            json["reasonResolved"] = reason.as_str().into();
        }
        if let Some((group, id)) = &self.worker {
            json["workerGroup"] = group.as_str().into();
            json["workerId"] = id.as_str().into();
        }
        json
    }
}

/// The state of a task with these runs.
fn state_of(runs: &[Run]) -> &str {
    runs.last().map_or("unscheduled", |run| &run.state)
}

impl Task {
    pub(super) fn state(&self) -> &str {
        state_of(&self.runs)
    }

    /// Whether nothing is left to be done.
    pub(super) fn is_resolved(&self) -> bool {
        !matches!(self.state(), "unscheduled" | "pending" | "running")
    }

    /// Whether it was resolved at some time: it may have been run again since. (What never had a run can be
    /// run again, too.)
    pub(super) fn was_resolved(&self) -> bool {
        let mut later = self.runs.iter().skip(1);
        self.is_resolved() || later.any(|run| run.reason_created == "rerun")
    }

    /// The pool of workers that the task is for.
    pub(super) fn pool(&self) -> [&str; 2] {
        ["provisionerId", "workerType"]
            .map(|name| self.definition[name].as_str().unwrap_or_default())
    }

    pub(super) fn status(&self) -> Value {
        self.status_with(&self.runs, self.retries_left)
    }

    /// What the status was before there was any run.
    pub(super) fn first_status(&self) -> Value {
        self.status_with(&[], self.retries())
    }

    /// How often the definition lets the task be tried again.
    pub(super) fn retries(&self) -> u64 {
        self.definition["retries"].as_u64().unwrap_or_default()
    }

    fn status_with(&self, runs: &[Run], retries_left: u64) -> Value {
        let mut status = Map::new();
        for name in [
            "provisionerId",
            "workerType",
            "schedulerId",
            "taskGroupId",
            "priority",
            "deadline",
            "expires",
        ] {
            status.insert(name.to_owned(), self.definition[name].clone());
        }
        let project = self.definition["projectId"].as_str();
        let all = runs.iter().enumerate().map(|(id, run)| run.json(id));
        status.extend([
            ("taskId".to_owned(), self.id.as_str().into()),
            ("taskQueueId".to_owned(), self.pool().join("/").into()),
            ("projectId".to_owned(), project.unwrap_or("none").into()),
            ("retriesLeft".to_owned(), retries_left.into()),
            ("state".to_owned(), state_of(runs).into()),
            ("runs".to_owned(), all.collect()),
        ]);
        status.into()
    }

    /// How urgent the task is: 0 is the most urgent.
    pub(super) fn rank(&self) -> usize {
        let priority = text(&self.definition, "priority");
        PRIORITIES
            .iter()
            .position(|name| *name == priority)
            .unwrap_or(PRIORITIES.len())
    }

    /// The texts of a list in the definition.
    pub(super) fn list(&self, name: &str) -> Vec<String> {
        texts(&self.definition, name)
    }

    /// Whether a run is the last one, and a worker has it.
    pub(super) fn is_running(&self, run_id: usize) -> bool {
        run_id + 1 == self.runs.len() && self.runs[run_id].state == "running"
    }
}

pub(in crate::services) fn texts(value: &Value, name: &str) -> Vec<String> {
    let list = value[name].as_array().into_iter().flatten();
    list.filter_map(|text| text.as_str().map(str::to_owned))
        .collect()
}
