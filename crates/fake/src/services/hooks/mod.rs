//! Hooks: tasks that are created when somebody asks for them, when a schedule says so, or when a
//! message comes.

mod cron;
mod due;
mod fire;
mod triggers;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use taskcluster_core::{slugid, timestamp};
use time::OffsetDateTime;

use super::Handler;
use super::auth::Audit;
use crate::http::errors::ApiError;
use crate::http::types::Reply;
use crate::pulse::Address;
use crate::services::book::{Book, Saved};
use crate::services::context::{Call, Outcome};
use cron::Schedule;
use fire::Fire;

pub(crate) use due::{catch_up, listen};

/// The names of a hook: of its group and its own.
type Key = (String, String);

/// The hooks by `<hookGroupId>/<hookId>`; no group has a slash.
#[derive(Default)]
pub(crate) struct Hooks(Book<Hook>);

#[derive(Deserialize, Serialize)]
struct Hook {
    definition: Value,
    token: String,
    /// From the oldest on.
    fires: Vec<Fire>,
    /// When it is fired by its schedules.
    #[serde(with = "timestamp::option")]
    next: Option<OffsetDateTime>,
}

/// By whoever knows a token the hook is fired.
impl std::fmt::Debug for Hooks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Hooks {
    /// What is saved entry by entry.
    pub(crate) fn book(&mut self) -> &mut dyn Saved {
        &mut self.0
    }

    fn get(&self, (group, id): &Key) -> Option<&Hook> {
        self.0.get(&format!("{group}/{id}"))
    }

    fn get_mut(&mut self, (group, id): &Key) -> Option<&mut Hook> {
        self.0.get_mut(&format!("{group}/{id}"))
    }

    fn all(&self) -> impl Iterator<Item = (&str, &str, &Hook)> {
        self.0.iter().map(|(key, hook)| {
            let (group, id) = key.split_once('/').unwrap_or_default();
            (group, id, hook)
        })
    }

    /// The hooks of a group.
    fn of_group(&self, group: &str) -> impl Iterator<Item = &Hook> {
        let prefix = format!("{group}/");
        let hooks = self.0.range(prefix.clone()..);
        let hooks = hooks.take_while(move |(key, _)| key.starts_with(&prefix));
        hooks.map(|(_, hook)| hook)
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
        "triggerHook" => triggers::trigger,
        "getTriggerToken" => token,
        "resetTriggerToken" => reset_token,
        "triggerHookWithToken" => triggers::trigger_with_token,
        "listLastFires" => triggers::list_fires,
        _ => return None,
    })
}

fn key(call: &Call<'_>) -> Key {
    (call.param("hookGroupId"), call.param("hookId"))
}

fn get<'c>(call: &'c mut Call<'_>) -> Result<&'c mut Hook, ApiError> {
    let key = key(call);
    let hook = call.state.hooks.get_mut(&key);
    hook.ok_or_else(|| ApiError::not_found("No such hook"))
}

fn list_groups(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let groups: BTreeSet<&str> = call.state.hooks.all().map(|(group, ..)| group).collect();
    Ok(Outcome::Json(json!({ "groups": groups })))
}

fn list(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let group = call.param("hookGroupId");
    let hooks = call.state.hooks.of_group(&group);
    let hooks: Vec<&Value> = hooks.map(|hook| &hook.definition).collect();
    if hooks.is_empty() {
        return Err(ApiError::not_found("No such group"));
    }
    Ok(Outcome::Json(json!({ "hooks": hooks })))
}

fn status(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let hook = get(call)?;
    let last_fire = match hook.fires.last() {
        Some(fire) => fire.status(),
        None => json!({ "result": "no-fire" }),
    };
    let mut status = json!({ "lastFire": last_fire });
    if let Some(next) = hook.next {
        status["nextScheduledDate"] = timestamp::to_string(next).into();
    }
    Ok(Outcome::Json(status))
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
    Ok(definition)
}

fn check_schedules(definition: &Value) -> Result<(), ApiError> {
    for schedule in definition["schedule"].as_array().into_iter().flatten() {
        let schedule = schedule.as_str().unwrap_or_default();
        let wrong = |problem| ApiError::input(format!("{problem} in {schedule}"));
        Schedule::read(schedule).map_err(wrong)?;
    }
    Ok(())
}

fn create(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let definition = given(call)?;
    check_schedules(&definition)?;
    triggers::check_schema(&definition["triggerSchema"])?;
    let key = key(call);
    let (group, id) = &key;
    match call.state.hooks.get(&key) {
        Some(there) if there.definition != definition => {
            let message = format!("hook `{group}/{id}` already exists.");
            return Err(ApiError::conflict(message));
        }
        Some(_) => {}
        None => {
            let mut kept = definition.clone();
            // What is answered here is what was sent, so that today only a hook with bindings is the same
            // when it is sent again.
            if call.apis.is_today && kept.get("bindings").is_none() {
                kept["bindings"] = json!([]);
            }
            let hook = Hook {
                token: slugid::v4(),
                fires: Vec::new(),
                next: due::next(&kept, call.now),
                definition: kept,
            };
            call.state.hooks.0.insert(format!("{group}/{id}"), hook);
            note(call, "created");
        }
    }
    tell(call, "hookCreated");
    Ok(Outcome::Json(definition))
}

fn update(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (mut definition, now) = (given(call)?, call.now);
    get(call)?;
    triggers::check_schema(&definition["triggerSchema"])?;
    check_schedules(&definition)?;
    let hook = get(call)?;
    // Bindings that are not given stay.
    if let (None, Some(bindings)) = (definition.get("bindings"), hook.definition.get("bindings")) {
        definition["bindings"] = bindings.clone();
    }
    hook.next = due::next(&definition, now);
    hook.definition.clone_from(&definition);
    note(call, "updated");
    tell(call, "hookUpdated");
    Ok(Outcome::Json(definition))
}

fn remove(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (group, id) = key(call);
    call.state.hooks.0.remove(&format!("{group}/{id}"));
    note(call, "deleted");
    tell(call, "hookDeleted");
    Ok(Outcome::Reply(Reply::json(200, &json!({}))))
}

/// Notes what the caller has done to the hook of the path.
fn note(call: &mut Call<'_>, action: &str) {
    let (group, id) = key(call);
    Audit::note(call, "hook", action, &format!("{group}/{id}"));
}

fn token(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let hook = get(call)?;
    Ok(Outcome::Json(json!({ "token": hook.token })))
}

fn reset_token(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    get(call)?.token = slugid::v4();
    token(call)
}

/// Publishes that something has become of a hook, where there are exchanges for that.
fn tell(call: &mut Call<'_>, exchange: &str) {
    if call.apis.exchanges("hooks", exchange).is_empty() {
        return;
    }
    let (group, id) = key(call);
    let address = Address {
        service: "hooks",
        exchange,
        key: &[],
        cc: Vec::new(),
    };
    let payload = json!({ "hookGroupId": group, "hookId": id });
    call.state.messages.publish(address, payload);
}
