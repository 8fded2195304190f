//! Hooks: tasks that are created when somebody asks for them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use taskcluster_core::{slugid, timestamp};
use time::{Duration, OffsetDateTime};

use super::auth::unusable;
use super::{Handler, queue};
use crate::apis::schemas;
use crate::http::errors::{ApiError, Code};
use crate::http::types::Reply;
use crate::services::context::{Call, Outcome};

/// The deadline of a task whose definition has none.
const DEADLINE: Duration = Duration::days(1);
/// When a task expires whose definition does not say.
const EXPIRES: Duration = Duration::days(90);

/// The hooks by group, and there by ID.
#[derive(Default, Deserialize, Serialize)]
pub(crate) struct Hooks(BTreeMap<String, BTreeMap<String, Hook>>);

#[derive(Deserialize, Serialize)]
struct Hook {
    definition: Value,
    token: String,
    last_fire: Value,
}

/// By whoever knows a token the hook is fired.
impl std::fmt::Debug for Hooks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "listHookGroups" => list_groups,
        "listHooks" => list,
        "hook" => |call| Ok(Outcome::Json(get(call)?.definition.clone())),
        "getHookStatus" => status,
        "createHook" => create,
        "updateHook" => update,
        "removeHook" => remove,
        "triggerHook" => trigger,
        "getTriggerToken" => token,
        "resetTriggerToken" => reset_token,
        "triggerHookWithToken" => trigger_with_token,
        _ => return None,
    })
}

fn key(call: &Call<'_>) -> (String, String) {
    (call.param("hookGroupId"), call.param("hookId"))
}

fn get<'c>(call: &'c mut Call<'_>) -> Result<&'c mut Hook, ApiError> {
    let (group, id) = key(call);
    let hook = call.state.hooks.0.get_mut(&group);
    let hook = hook.and_then(|hooks| hooks.get_mut(&id));
    hook.ok_or_else(|| ApiError::not_found("No such hook"))
}

fn list_groups(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let groups: Vec<&String> = call.state.hooks.0.keys().collect();
    Ok(Outcome::Json(json!({ "groups": groups })))
}

fn list(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let hooks = call.state.hooks.0.get(&call.param("hookGroupId"));
    let hooks = hooks.ok_or_else(|| ApiError::not_found("No such group"))?;
    let hooks: Vec<&Value> = hooks.values().map(|hook| &hook.definition).collect();
    Ok(Outcome::Json(json!({ "hooks": hooks })))
}

fn status(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let hook = get(call)?;
    Ok(Outcome::Json(json!({ "lastFire": hook.last_fire })))
}

/// The definition that a payload gives for the hook of the path.
fn given(call: &Call<'_>) -> Result<Value, ApiError> {
    let (group, id) = key(call);
    let mut definition = call.payload.clone();
    for (name, wanted, what) in [
        ("hookGroupId", &group, "Hook Group Ids"),
        ("hookId", &id, "Hook Ids"),
    ] {
        if definition.get(name).is_some_and(|given| given != wanted) {
            return Err(ApiError::input(format!("{what} do not match")));
        }
        definition[name] = wanted.as_str().into();
    }
    schemas::compile(&definition["triggerSchema"]).map_err(|problem| {
        ApiError::input(format!(
            "triggerSchema is not a valid JSON schema:\n{problem}"
        ))
    })?;
    Ok(definition)
}

fn create(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let definition = given(call)?;
    let (group, id) = key(call);
    let hooks = call.state.hooks.0.entry(group.clone()).or_default();
    match hooks.get(&id) {
        Some(there) if there.definition != definition => {
            let message = format!("hook `{group}/{id}` already exists.");
            return Err(ApiError::conflict(message));
        }
        Some(_) => {}
        None => {
            let hook = Hook {
                definition: definition.clone(),
                token: slugid::v4(),
                last_fire: json!({ "result": "no-fire" }),
            };
            hooks.insert(id, hook);
        }
    }
    Ok(Outcome::Json(definition))
}

fn update(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let definition = given(call)?;
    get(call)?.definition.clone_from(&definition);
    Ok(Outcome::Json(definition))
}

fn remove(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (group, id) = key(call);
    let hooks = &mut call.state.hooks.0;
    if let Some(group) = hooks.get_mut(&group) {
        group.remove(&id);
    }
    hooks.retain(|_, group| !group.is_empty());
    Ok(Outcome::Reply(Reply::json(200, &json!({}))))
}

fn token(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let hook = get(call)?;
    Ok(Outcome::Json(json!({ "token": hook.token })))
}

fn reset_token(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    get(call)?.token = slugid::v4();
    token(call)
}

fn trigger(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    fire(call)
}

fn trigger_with_token(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let given = call.param("token");
    if get(call)?.token != given {
        return Err(ApiError::new(
            Code::AuthenticationFailed,
            "invalid hook token",
        ));
    }
    fire(call)
}

fn fire(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (payload, now) = (call.payload.clone(), call.now);
    let definition = get(call)?.definition.clone();
    let accepts = schemas::compile(&definition["triggerSchema"]).map_err(ApiError::input)?;
    schemas::accept(&accepts, &payload).map_err(|problems| ApiError::input(problems.join("; ")))?;
    let (group, id) = key(call);
    let role = format!("assume:hook-id:{group}/{id}");
    let scopes = call
        .state
        .roles
        .expander()
        .expand([role])
        .map_err(|problem| unusable(&problem))?;
    let task_id = slugid::nice();
    let task = task(&definition["task"], &task_id, now);
    let created = queue::submit(call.apis, call.state, &task_id, task, &scopes, now);
    let time = timestamp::to_string(now);
    get(call)?.last_fire = match &created {
        Ok(_) => json!({ "result": "success", "taskId": task_id, "time": time }),
        Err(error) => {
            json!({ "result": "error", "error": { "message": error.message() }, "time": time })
        }
    };
    created
        .map(Outcome::Json)
        .map_err(|error| match error.code() {
            Code::InsufficientScopes => ApiError::new(
                Code::InsufficientScopes,
                format!(
                    "The role `hook-id:{group}/{id}` does not have sufficient scopes to create the \
                 task:\n\n{}",
                    error.message()
                ),
            ),
            code => ApiError::input(format!(
                "While calling createTask: {}\n\n{}",
                code.name(),
                error.message()
            )),
        })
}

/// The task of a hook: its definition as it is, with what every task of a hook has.
///
/// No template is rendered. The crate for JSON-e takes the time from the machine's clock, and not
/// from the fake's, and rests on a YAML parser that is no longer kept.
fn task(definition: &Value, id: &str, now: OffsetDateTime) -> Value {
    let mut task = definition.as_object().cloned().unwrap_or_else(Map::new);
    for (name, after) in [
        ("created", Duration::ZERO),
        ("deadline", DEADLINE),
        ("expires", EXPIRES),
    ] {
        task.entry(name)
            .or_insert_with(|| timestamp::to_string(now + after).into());
    }
    task.insert("taskGroupId".to_owned(), id.into());
    task.into()
}
