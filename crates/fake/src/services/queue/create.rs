//! The creation of tasks, and when they become pending.

use serde_json::{Value, json};
use taskcluster_core::scopes::{Arguments, ScopeSet};
use taskcluster_core::timestamp;
use time::{Duration, OffsetDateTime};

use super::task::{PRIORITIES, Task, texts};
use super::{Queue, life, text};
use crate::apis::Apis;
use crate::apis::newer;
use crate::checks::scopes::check as check_scopes;
use crate::http::errors::ApiError;
use crate::services::auth::HOOKS_CLIENT;
use crate::services::context::{Call, Outcome};
use crate::services::date;
use crate::services::state::State;

/// How far a creator's clock may be off.
const DRIFT: Duration = Duration::minutes(15);
/// How far ahead a deadline may be.
const MAX_DEADLINE: Duration = Duration::days(5);

pub(super) fn create(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (id, definition) = (call.param("taskId"), call.payload.clone());
    create_as_given(call, &id, definition)
}

/// As [`create`], with the task depending on itself: it waits to be scheduled by hand.
pub(super) fn define(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (id, mut definition) = (call.param("taskId"), call.payload.clone());
    let mut dependencies = texts(&definition, "dependencies");
    if !dependencies.contains(&id) {
        dependencies.insert(0, id.clone());
    }
    definition["dependencies"] = dependencies.into();
    create_as_given(call, &id, definition)
}

fn create_as_given(
    call: &mut Call<'_>,
    id: &str,
    mut definition: Value,
) -> Result<Outcome, ApiError> {
    fill_in(&mut definition, id)?;
    call.authorize(&arguments(id, &definition))?;
    put(call.state, id, definition, call.now)?;
    let status = call.state.queue.task(id)?.status();
    Ok(Outcome::Json(json!({ "status": status })))
}

/// Creates a task for another service, with some scopes; returns what `createTask` answers.
pub(in crate::services) fn submit(
    apis: &Apis,
    state: &mut State,
    id: &str,
    mut definition: Value,
    scopes: &ScopeSet,
    now: OffsetDateTime,
) -> Result<Value, ApiError> {
    let method = apis.method("queue", "createTask");
    let method = method.ok_or_else(|| ApiError::internal("there is no createTask"))?;
    apis.check_payload(method, &mut definition)?;
    fill_in(&mut definition, id)?;
    if let Some(check) = &method.scopes {
        let required = check.render(&newer::arguments(arguments(id, &definition)))?;
        check_scopes(&required, HOOKS_CLIENT, scopes)?;
    }
    put(state, id, definition, now)?;
    let status = state.queue.task(id)?.status();
    Ok(json!({ "status": status }))
}

/// What a definition says by leaving it out.
fn fill_in(definition: &mut Value, id: &str) -> Result<(), ApiError> {
    if let Some(members) = definition.as_object_mut() {
        newer::split_pools(members)?;
    }
    if definition["priority"] == "normal" {
        definition["priority"] = "lowest".into();
    }
    if definition.get("taskGroupId").is_none() {
        definition["taskGroupId"] = id.into();
    }
    Ok(())
}

/// Takes in a task, if it is not there already.
fn put(
    state: &mut State,
    id: &str,
    mut definition: Value,
    now: OffsetDateTime,
) -> Result<(), ApiError> {
    let (deadline, expires) = set_dates(&mut definition, now)?;
    let scopes = texts(&definition, "scopes");
    if scopes.iter().any(|scope| scope.ends_with("**")) {
        return Err(ApiError::input("scopes must not end with `**`"));
    }
    state.queue.check_group(&definition)?;
    match state.queue.tasks.get(id) {
        Some(there) if there.definition != definition => {
            return Err(used_otherwise(id, &there.definition, &definition));
        }
        Some(_) => {}
        None => {
            let mut task = Task {
                id: id.to_owned(),
                retries_left: definition["retries"].as_u64().unwrap_or_default(),
                definition,
                deadline,
                expires,
                waits_for: vec![],
                runs: vec![],
            };
            state.queue.check_dependencies(&task)?;
            task.waits_for = state.queue.unmet(&task);
            life::add(state, task, now);
        }
    }
    life::announce(state, id);
    Ok(())
}

/// What the scopes of a creation depend on. The caller needs the right to the task's own priority
/// or to a more urgent one.
fn arguments(id: &str, definition: &Value) -> Arguments {
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
    for name in [
        "schedulerId",
        "taskGroupId",
        "provisionerId",
        "workerType",
        "projectId",
    ] {
        arguments = arguments.with(name, text(definition, name));
    }
    arguments
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

    /// Tasks must exist before others depend on them, and for as long as these can run.
    fn check_dependencies(&self, task: &Task) -> Result<(), ApiError> {
        let others = task.list("dependencies");
        let others = || others.iter().filter(|id| **id != task.id);
        let missing: Vec<&String> = others()
            .filter(|id| !self.tasks.contains_key(*id))
            .collect();
        let expires_early = |id: &&String| {
            let other = self.tasks.get(*id);
            other.is_some_and(|other| task.deadline > other.expires)
        };
        let expiring: Vec<&String> = others().filter(expires_early).collect();
        let shown = |ids| serde_json::to_string_pretty(ids).unwrap_or_default();
        let mut message = String::new();
        if !missing.is_empty() {
            message += &format!(
                "`task.dependencies` references non-existing tasks: \n{}\n\nAll taskIds in \
                 `task.dependencies` **must** exist\nbefore the task is created.",
                shown(&missing)
            );
        }
        if !expiring.is_empty() {
            message += &format!(
                "`task.dependencies` references tasks that expires\nbefore `task.deadline` this \
                 is not allowed, see tasks: \n{}\n\nAll taskIds in `task.dependencies` **must** \
                 have\n`task.expires` greater than the `deadline` for this task.",
                shown(&expiring)
            );
        }
        if message.is_empty() {
            return Ok(());
        }
        Err(ApiError::input(message))
    }

    /// The dependencies that hold a task back. One that depends on itself waits to be scheduled by
    /// hand.
    fn unmet(&self, task: &Task) -> Vec<String> {
        let enough: &[&str] = match task.definition["requires"].as_str() {
            Some("all-resolved") => &["completed", "failed", "exception"],
            _ => &["completed"],
        };
        let is_met = |id: &String| {
            let other = self.tasks.get(id);
            other.is_some_and(|other| enough.contains(&other.state()))
        };
        let mut unmet = task.list("dependencies");
        unmet.retain(|id| !is_met(id));
        unmet
    }
}
