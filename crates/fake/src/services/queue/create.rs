//! The creation of tasks, and when they become pending.

use serde_json::{Value, json};
use taskcluster_core::scopes::{Arguments, ScopeSet};
use taskcluster_core::timestamp;
use time::{Duration, OffsetDateTime};

use super::task::{PRIORITIES, Task, texts};
use super::{Queue, life, text};
use crate::apis::pools;
use crate::apis::{ApiMethod, Apis, Given};
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
    create_as_given(call)
}

/// As [`create`], with the task depending on itself: it waits to be scheduled by hand.
pub(super) fn define(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("taskId");
    let mut dependencies = texts(&call.payload, "dependencies");
    if !dependencies.contains(&id) {
        dependencies.insert(0, id);
    }
    call.payload["dependencies"] = dependencies.into();
    create_as_given(call)
}

/// What the queue fills in is filled into the payload, since errors repeat it so.
fn create_as_given(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("taskId");
    name_pool(call.apis, &mut call.payload)?;
    let arguments = arguments(&id, &call.payload);
    call.authorize(&arguments)?;
    put(call.state, &id, &mut call.payload, call.now)?;
    let status = call.state.queue.task(&id)?.status();
    Ok(Outcome::Json(json!({ "status": status })))
}

/// Creates a task for another service, with some scopes; returns what `createTask` answers.
pub(in crate::services) fn submit(
    apis: &Apis,
    state: &mut State,
    id: &str,
    given: &Value,
    scopes: &ScopeSet,
    now: OffsetDateTime,
) -> Result<Value, ApiError> {
    let mut accepted = Err(ApiError::internal("there is no createTask"));
    // Where both eras are served, either may take it.
    for method in apis.named("queue", "createTask") {
        accepted = accept(apis, method, id, given.clone(), scopes);
        if accepted.is_ok() {
            break;
        }
    }
    let mut definition = accepted?;
    put(state, id, &mut definition, now)?;
    let status = state.queue.task(id)?.status();
    Ok(json!({ "status": status }))
}

/// A definition from another service, whole, if its form and the scopes are as a method wants them.
fn accept(
    apis: &Apis,
    method: &ApiMethod,
    id: &str,
    mut definition: Value,
    scopes: &ScopeSet,
) -> Result<Value, ApiError> {
    apis.check_payload(method, &mut definition, &Given::default())?;
    name_pool(apis, &mut definition)?;
    if let Some(check) = &method.scopes {
        let required = check.render(&pools::arguments(arguments(id, &definition)))?;
        check_scopes(&required, Some(HOOKS_CLIENT), scopes)?;
    }
    Ok(definition)
}

/// Names the pool of a definition by its two words and, today, by its one name, whichever of them
/// are given.
fn name_pool(apis: &Apis, definition: &mut Value) -> Result<(), ApiError> {
    let [provisioner_id, worker_type, task_queue_id] =
        ["provisionerId", "workerType", "taskQueueId"].map(|name| text(definition, name));
    let has_words = !provisioner_id.is_empty() && !worker_type.is_empty();
    let joined = format!("{provisioner_id}/{worker_type}");
    match task_queue_id.split_once('/') {
        Some(_) if has_words && task_queue_id != joined => {
            let message = "taskQueueId must match \"provisionerId/workerType\"";
            return Err(ApiError::input(message));
        }
        _ if has_words => {
            if apis.is_today {
                definition["taskQueueId"] = joined.into();
            }
        }
        Some((provisioner_id, worker_type)) => {
            definition["provisionerId"] = provisioner_id.into();
            definition["workerType"] = worker_type.into();
        }
        None => {
            return Err(ApiError::input(
                "at least a provisionerId and a workerType or a taskQueueId must be provided\"",
            ));
        }
    }
    Ok(())
}

/// Takes in a task, if it is not there already, and fills in what its definition says by leaving it
/// out.
fn put(
    state: &mut State,
    id: &str,
    definition: &mut Value,
    now: OffsetDateTime,
) -> Result<(), ApiError> {
    if definition["priority"] == "normal" {
        definition["priority"] = "lowest".into();
    }
    if definition.get("taskGroupId").is_none() {
        definition["taskGroupId"] = id.into();
    }
    let (deadline, expires) = set_dates(definition, now)?;
    let scopes = texts(definition, "scopes");
    if scopes.iter().any(|scope| scope.ends_with("**")) {
        return Err(ApiError::input("scopes must not end with `**`"));
    }
    let [group_id, scheduler_id] = ["taskGroupId", "schedulerId"].map(|it| text(definition, it));
    let is_of_today = state.messages.are_of_today();
    let group = state
        .queue
        .ensure_group(&group_id, &scheduler_id, expires)?;
    if !is_of_today {
        // Once, what was refused from here on was waited for all the same: its group was never resolved.
        group.held_by.insert(id.to_owned());
    }
    match state.queue.tasks.get(id) {
        Some(there) if there.definition != *definition => {
            return Err(ApiError::conflict(format!(
                "taskId `{id}` already used by another task.\nThis could be the result of faulty \
                 idempotency!"
            )));
        }
        Some(_) => {}
        None => {
            let mut task = Task {
                id: id.to_owned(),
                retries_left: definition["retries"].as_u64().unwrap_or_default(),
                definition: definition.clone(),
                deadline,
                expires,
                waits_for: vec![],
                runs: vec![],
            };
            state.queue.check_dependencies(&task, is_of_today)?;
            task.waits_for = state.queue.unmet(&task);
            life::add(state, task, now);
            // The task itself holds the group back from here on.
            if let Some(group) = state.queue.groups.get_mut(&group_id) {
                group.held_by.remove(id);
            }
        }
    }
    life::announce(state, id);
    Ok(())
}

/// What the scopes of a creation depend on. The caller needs the right to the task's own priority
/// or to a more urgent one.
fn arguments(id: &str, definition: &Value) -> Arguments {
    let given = text(definition, "priority");
    let priority = if given == "normal" { "lowest" } else { &given };
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
        return refuse("`created` cannot be in the past (max 15min drift)");
    }
    if created > now + DRIFT {
        return refuse("`created` cannot be in the future (max 15min drift)");
    }
    if created > deadline {
        return refuse("`deadline` cannot be later than `created`");
    }
    if deadline < now {
        return refuse("`deadline` cannot be in the past");
    }
    if deadline > now + MAX_DEADLINE + DRIFT {
        return refuse("`deadline` cannot be more than 5 days into the future");
    }
    let expires = match definition.get("expires") {
        Some(_) => date(definition, "expires")?,
        None => a_year_after(deadline),
    };
    if deadline > expires {
        return refuse("`expires` cannot be before `deadline`");
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

impl Queue {
    /// Tasks must exist before others depend on them, and for as long as these can run. Today the second
    /// is looked at where all exist.
    fn check_dependencies(&self, task: &Task, is_of_today: bool) -> Result<(), ApiError> {
        let others = task.list("dependencies");
        let others = || others.iter().filter(|id| **id != task.id);
        let missing: Vec<&String> = others().filter(|id| !self.tasks.contains_key(id)).collect();
        let looks_on = missing.is_empty() || !is_of_today;
        let expires_early = |id: &&String| {
            let other = self.tasks.get(id).filter(|_| looks_on);
            other.is_some_and(|other| task.deadline > other.expires)
        };
        let expiring: Vec<&String> = others().filter(expires_early).collect();
        let shown = |ids: &[&String], end: &str| -> String {
            ids.iter().map(|id| format!(" * {id}{end}\n")).collect()
        };
        let mut message = String::new();
        if !missing.is_empty() {
            message += &format!(
                "`task.dependencies` references non-existing tasks: \n{}All taskIds in \
                 `task.dependencies` **must** exist\nbefore the task is created.\n",
                shown(&missing, "")
            );
        }
        if !expiring.is_empty() {
            message += &format!(
                "`task.dependencies` references tasks that expires\nbefore `task.deadline` this \
                 is not allowed, see tasks: \n{}All taskIds in `task.dependencies` **must** \
                 have\n`task.expires` greater than the `deadline` for this task.\n",
                shown(&expiring, ",")
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
