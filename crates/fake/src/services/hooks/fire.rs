//! What happens when a hook is fired: its template is rendered, and the queue gets the task.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use taskcluster_core::{slugid, timestamp};
use time::{Duration, OffsetDateTime};

use super::{Hook, Key};
use crate::apis::Apis;
use crate::http::errors::{ApiError, Code};
use crate::services::auth::unusable;
use crate::services::queue;
use crate::services::state::State;

/// The deadline of a task whose template has none.
const DEADLINE: Duration = Duration::days(1);
/// When a task expires whose template does not say.
const EXPIRES: Duration = Duration::days(90);
/// How many of its last fires a hook is known by.
const RECENT: usize = 1000;

/// One fire of a hook that was to create a task.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Fire {
    task_id: String,
    fired_by: String,
    #[serde(with = "timestamp")]
    at: OffsetDateTime,
    /// What went wrong; nothing where there is a task.
    error: Option<String>,
}

impl Fire {
    /// As the deprecated status tells it.
    pub(super) fn status(&self) -> Value {
        let time = timestamp::to_string(self.at);
        match &self.error {
            None => json!({ "result": "success", "taskId": self.task_id, "time": time }),
            Some(error) => {
                json!({ "result": "error", "error": { "message": error }, "time": time })
            }
        }
    }

    pub(super) fn json(&self, (group, id): &Key, state: &State) -> Value {
        let task_state = queue::state_of(state, &self.task_id);
        json!({
            "hookGroupId": group,
            "hookId": id,
            "taskId": self.task_id,
            "firedBy": self.fired_by,
            "taskCreateTime": timestamp::to_string(self.at),
            "result": if self.error.is_none() { "success" } else { "error" },
            "taskState": task_state.unwrap_or("unknown"),
            "error": self.error.as_deref().unwrap_or_default(),
        })
    }
}

/// Fires a hook with a context; returns what the queue answers, or nothing where the template says that
/// there is to be no task.
pub(super) fn fire(
    apis: &Apis,
    state: &mut State,
    key: &Key,
    mut context: Map<String, Value>,
    now: OffsetDateTime,
) -> Result<Option<Value>, ApiError> {
    let Some(hook) = state.hooks.get(key) else {
        return Err(ApiError::not_found("No such hook"));
    };
    let template = hook.definition["task"].clone();
    let (task_id, fired_by) = (slugid::nice(), context["firedBy"].clone());
    context.insert("taskId".to_owned(), task_id.as_str().into());
    context.insert("now".to_owned(), timestamp::to_string(now).into());
    let created = match task(&template, &context, &task_id, now) {
        Ok(None) => return Ok(None),
        Ok(Some(task)) => submit(apis, state, key, &task_id, &task, now),
        Err(error) => Err(error),
    };
    let fire = Fire {
        task_id,
        fired_by: fired_by.as_str().unwrap_or_default().to_owned(),
        at: now,
        error: created
            .as_ref()
            .err()
            .map(|error| error.message().to_owned()),
    };
    if let Some(hook) = state.hooks.get_mut(key) {
        note(hook, fire);
    }
    created.map(Some)
}

fn note(hook: &mut Hook, fire: Fire) {
    hook.fires.push(fire);
    let over = hook.fires.len().saturating_sub(RECENT);
    hook.fires.drain(..over);
}

/// The task that a template makes.
fn task(
    template: &Value,
    context: &Map<String, Value>,
    id: &str,
    now: OffsetDateTime,
) -> Result<Option<Value>, ApiError> {
    let rendered = taskcluster_json_e::render(template, context);
    let rendered =
        rendered.map_err(|error| ApiError::input(format!("While firing hook:\n\n{error}")))?;
    let Some(mut task) = rendered.filter(|task| !task.is_null()) else {
        return Ok(None);
    };
    if let Some(task) = task.as_object_mut() {
        for (name, after) in [
            ("created", Duration::ZERO),
            ("deadline", DEADLINE),
            ("expires", EXPIRES),
        ] {
            task.entry(name)
                .or_insert_with(|| timestamp::to_string(now + after).into());
        }
        task.entry("taskGroupId").or_insert_with(|| id.into());
    }
    Ok(Some(task))
}

/// Creates the task with the scopes of the hook's role.
fn submit(
    apis: &Apis,
    state: &mut State,
    (group, id): &Key,
    task_id: &str,
    task: &Value,
    now: OffsetDateTime,
) -> Result<Value, ApiError> {
    let role = format!("assume:hook-id:{group}/{id}");
    let scopes = state.roles.expander().expand([role]);
    let scopes = scopes.map_err(|problem| unusable(&problem))?;
    let created = queue::submit(apis, state, task_id, task, &scopes, now);
    created.map_err(|error| match error.code() {
        Code::InsufficientScopes => ApiError::new(
            Code::InsufficientScopes,
            format!(
                "The role `hook-id:{group}/{id}` does not have sufficient scopes to create the \
                 task:\n\n{}",
                error.told("createTask", now)
            ),
        ),
        code => ApiError::input(format!(
            "While calling createTask: {}\n\n{}",
            code.name(),
            error.told("createTask", now)
        )),
    })
}
