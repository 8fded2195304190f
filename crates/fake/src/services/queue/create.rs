//! The creation of tasks, and when they become pending.

use serde_json::{Value, json};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::timestamp;
use time::{Duration, OffsetDateTime};

use super::task::{PRIORITIES, Run, Task, texts};
use super::{Group, Queue, text};
use crate::call::{Call, Outcome};
use crate::errors::ApiError;
use crate::services::date;

/// How far a creator's clock may be off.
const DRIFT: Duration = Duration::minutes(15);
/// How far ahead a deadline may be.
const MAX_DEADLINE: Duration = Duration::days(5);

pub(super) fn create(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("taskId");
    let mut definition = call.payload.clone();
    if definition["priority"] == "normal" {
        definition["priority"] = "lowest".into();
    }
    if definition.get("taskGroupId").is_none() {
        definition["taskGroupId"] = id.as_str().into();
    }
    authorize(call, &id, &definition)?;
    let (deadline, expires) = set_dates(&mut definition, call.now)?;
    if texts(&definition, "scopes")
        .iter()
        .any(|scope| scope.ends_with("**"))
    {
        return Err(ApiError::input("scopes must not end with `**`"));
    }
    let now = call.now;
    let queue = &mut call.state.queue;
    queue.check_group(&definition)?;
    match queue.tasks.get(&id) {
        Some(there) if there.definition != definition => {
            return Err(used_otherwise(&id, &there.definition, &definition));
        }
        Some(_) => {}
        None => {
            let retries_left = definition["retries"].as_u64().unwrap_or_default();
            let task = Task {
                id: id.clone(),
                definition,
                deadline,
                expires,
                retries_left,
                runs: vec![],
            };
            queue.check_dependencies(&task)?;
            queue.insert(task);
            queue.schedule(&id, now);
        }
    }
    Ok(Outcome::Json(
        json!({ "status": queue.task(&id)?.status() }),
    ))
}

/// The caller needs the right to the task's own priority or to a more urgent one.
fn authorize(call: &mut Call<'_>, id: &str, definition: &Value) -> Result<(), ApiError> {
    let priority = text(definition, "priority");
    let rank = PRIORITIES
        .iter()
        .position(|name| *name == priority)
        .unwrap_or_default();
    let mut arguments = Arguments::new()
        .with("legacyScopes", priority == "lowest")
        .with("taskId", id)
        .with("priorities", PRIORITIES[..=rank].to_vec())
        .with("routes", texts(definition, "routes"))
        .with("scopes", texts(definition, "scopes"));
    for name in ["schedulerId", "taskGroupId", "provisionerId", "workerType"] {
        arguments = arguments.with(name, text(definition, name));
    }
    call.authorize(&arguments)
}

/// Checks the dates and writes them as the queue does; returns deadline and expiry.
fn set_dates(
    definition: &mut Value,
    now: OffsetDateTime,
) -> Result<(OffsetDateTime, OffsetDateTime), ApiError> {
    let (created, deadline) = (date(definition, "created")?, date(definition, "deadline")?);
    let refuse = |why: &str| Err(ApiError::input(why));
    if created < now - DRIFT {
        return refuse("Created timestamp cannot be in the past (max 15min drift)");
    }
    if created > now + DRIFT {
        return refuse("Created timestamp cannot be in the future (max 15min drift)");
    }
    if created > deadline {
        return refuse("Deadline cannot be past created");
    }
    if deadline < now {
        return refuse("Deadline cannot be in the past");
    }
    if deadline > now + MAX_DEADLINE + DRIFT {
        return refuse("Deadline cannot be more than 5 days into the future");
    }
    let expires = match definition.get("expires") {
        Some(_) => date(definition, "expires")?,
        None => a_year_after(deadline),
    };
    if deadline > expires {
        return refuse("Expires cannot be before the deadline");
    }
    for (name, date) in [
        ("created", created),
        ("deadline", deadline),
        ("expires", expires),
    ] {
        definition[name] = timestamp::to_string(date).into();
    }
    Ok((deadline, expires))
}

/// The same day of the next year; of the 29th of February, the 1st of March.
fn a_year_after(date: OffsetDateTime) -> OffsetDateTime {
    let next = date.replace_year(date.year() + 1);
    next.unwrap_or_else(|_| date.saturating_add(Duration::days(366)))
}

fn used_otherwise(id: &str, there: &Value, wanted: &Value) -> ApiError {
    let shown = |value| serde_json::to_string_pretty(value).unwrap_or_default();
    ApiError::conflict(format!(
        "taskId `{id}` already used by another task.\nThis could be the result of faulty \
         idempotency!\nExisting task definition was:\n ```js\n{}\n```\nThis request tried to \
         define:\n ```js\n{}\n```",
        shown(there),
        shown(wanted)
    ))
}

impl Queue {
    /// All tasks of a group have the same scheduler.
    fn check_group(&self, definition: &Value) -> Result<(), ApiError> {
        let id = text(definition, "taskGroupId");
        let scheduler_id = text(definition, "schedulerId");
        match self.groups.get(&id) {
            Some(group) if group.scheduler_id != scheduler_id => Err(ApiError::conflict(format!(
                "Task group `{id}` contains tasks with\nschedulerId `{}`. You are attempting\nto \
                 include tasks from schedulerId `{scheduler_id}`,\nwhich is not permitted.\nAll \
                 tasks in the same task-group must have the same schedulerId.",
                group.scheduler_id
            ))),
            _ => Ok(()),
        }
    }

    /// Tasks must exist before others depend on them. One that depends on itself waits to be
    /// scheduled by hand.
    fn check_dependencies(&self, task: &Task) -> Result<(), ApiError> {
        let unknown = |id: &String| *id != task.id && !self.tasks.contains_key(id);
        let missing: Vec<String> = task
            .list("dependencies")
            .into_iter()
            .filter(unknown)
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        let missing = serde_json::to_string_pretty(&missing).unwrap_or_default();
        Err(ApiError::input(format!(
            "`task.dependencies` references non-existing tasks: \n{missing}\n\nAll taskIds in \
             `task.dependencies` **must** exist\nbefore the task is created."
        )))
    }

    fn insert(&mut self, task: Task) {
        let group = self.groups.entry(text(&task.definition, "taskGroupId"));
        let group = group.or_insert_with(|| Group {
            scheduler_id: text(&task.definition, "schedulerId"),
            task_ids: Vec::new(),
        });
        group.task_ids.push(task.id.clone());
        self.tasks.insert(task.id.clone(), task);
    }

    /// Makes a task pending, if it has no run yet and nothing holds it back.
    fn schedule(&mut self, id: &str, now: OffsetDateTime) {
        let Some(task) = self.tasks.get(id).filter(|task| task.runs.is_empty()) else {
            return;
        };
        let enough: &[&str] = match task.definition["requires"].as_str() {
            Some("all-resolved") => &["completed", "failed", "exception"],
            _ => &["completed"],
        };
        let is_done = |id: &String| {
            self.tasks
                .get(id)
                .is_some_and(|other| enough.contains(&other.state()))
        };
        if task.list("dependencies").iter().all(is_done) {
            self.add_run(id, "scheduled", now);
        }
    }

    /// Adds a pending run to a task.
    pub(super) fn add_run(&mut self, id: &str, reason: &'static str, now: OffsetDateTime) {
        self.scheduled += 1;
        if let Some(task) = self.tasks.get_mut(id) {
            task.runs.push(Run::pending(reason, now, self.scheduled));
        }
    }

    /// Makes pending what has waited for this task.
    pub(super) fn schedule_dependents(&mut self, id: &str, now: OffsetDateTime) {
        let waits = |task: &&Task| task.list("dependencies").iter().any(|other| other == id);
        let mut waiting: Vec<String> = self
            .tasks
            .values()
            .filter(waits)
            .map(|task| task.id.clone())
            .collect();
        waiting.sort_unstable();
        for id in waiting {
            self.schedule(&id, now);
        }
    }
}
