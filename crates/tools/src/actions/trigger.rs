//! Triggering an action, as the specification of actions has it.

use serde::Deserialize as _;
use serde_json::{Map, Value};
use taskcluster_auth::Auth;
use taskcluster_auth::types::Scopeset;
use taskcluster_core::scopes::ScopeSet;
use taskcluster_core::{Call, Endpoint, slugid, timestamp};
use taskcluster_json_e::render;
use time::OffsetDateTime;

use super::Actions;
use super::action::{Action, Kind, Tags};
use crate::caller::{Caller, endpoint};
use crate::error::{Error, Result};

pub(super) async fn trigger<C: Caller>(
    actions: &Actions,
    client: &C,
    name: &str,
    task_id: Option<&str>,
    input: Value,
) -> Result<Option<String>> {
    let task = match task_id {
        Some(task_id) => Some(definition(client, task_id).await?),
        None => None,
    };
    let action = choose(actions, name, task_id, task.as_ref())?;
    action.check_input(&input)?;
    let group = &actions.task_group_id;
    let decision = match &task {
        Some(task) if task_id == Some(group.as_str()) => task.clone(),
        _ => definition(client, group).await?,
    };
    let scopes = texts(&decision["scopes"]);
    let mut context = Map::new();
    context.insert(
        "now".to_owned(),
        timestamp::to_string(OffsetDateTime::now_utc()).into(),
    );
    context.insert("taskGroupId".to_owned(), group.as_str().into());
    context.insert("taskId".to_owned(), task_id.into());
    context.insert("input".to_owned(), input);
    match &action.kind {
        Kind::Hook { hook_payload, .. } => {
            let (hook_group_id, hook_id) = action.hook().unwrap_or_default();
            allowed(client, action, group, scopes).await?;
            let payload = rendered(action, hook_payload, context, actions)?;
            let call = call(
                client,
                taskcluster_hooks::ENDPOINTS,
                "triggerHook",
                &[hook_group_id, hook_id],
            );
            let answer = C::fetch(call?.payload(&payload)).await?;
            // Today's answer has the ID beside the status, that of 2018 in it.
            let id = [&answer["taskId"], &answer["status"]["taskId"]];
            Ok(id.into_iter().find_map(Value::as_str).map(str::to_owned))
        }
        Kind::Task { task: template } => {
            let own = slugid::nice();
            context.insert("ownTaskId".to_owned(), own.as_str().into());
            context.insert("task".to_owned(), task.into());
            let wanted = rendered(action, template, context, actions)?;
            let call = call(client, taskcluster_queue::ENDPOINTS, "createTask", &[&own]);
            C::fetch(call?.payload(&wanted).authorized_scopes(scopes)).await?;
            Ok(Some(own))
        }
    }
}

/// The action of a name that is for a task, or for the group.
fn choose<'a>(
    actions: &'a Actions,
    name: &str,
    task_id: Option<&str>,
    task: Option<&Value>,
) -> Result<&'a Action> {
    let group = &actions.task_group_id;
    let (whose, offered) = match (task_id, task) {
        (Some(task_id), Some(task)) => {
            let of = task["taskGroupId"].as_str().unwrap_or_default();
            if of != group {
                return Err(Error::refused(format!(
                    "the task {task_id} is of the group {of}; these are the actions of {group}"
                )));
            }
            let tags = Tags::deserialize(&task["tags"]).unwrap_or_default();
            (format!("task {task_id}"), actions.of_task(&tags))
        }
        _ => (format!("group {group}"), actions.of_group()),
    };
    let found = offered
        .iter()
        .find(|action| action.name() == name && !name.is_empty());
    found.copied().ok_or_else(|| {
        let names: Vec<&str> = offered.iter().map(|action| action.name()).collect();
        let names = if names.is_empty() {
            "none".to_owned()
        } else {
            names.join(", ")
        };
        Error::refused(format!(
            "the {whose} has no action {name:?}; it has {names}"
        ))
    })
}

/// Whether the decision task may offer the hook.
async fn allowed<C: Caller>(
    client: &C,
    action: &Action,
    group: &str,
    scopes: Vec<String>,
) -> Result<()> {
    let (hook_group_id, hook_id) = action.hook().unwrap_or_default();
    let wanted = format!("in-tree:hook-action:{hook_group_id}/{hook_id}");
    let call = Auth::new(client).expand_scopes(&Scopeset::new().scopes(scopes));
    let expanded = C::fetch(call).await?.scopes.unwrap_or_default();
    if expanded.iter().collect::<ScopeSet>().covers(&wanted) {
        return Ok(());
    }
    let name = action.name();
    Err(Error::refused(format!(
        "the decision task {group} may not offer the action {name:?}: its scopes do not satisfy {wanted}"
    )))
}

/// What a template makes, which is an object.
fn rendered(
    action: &Action,
    template: &Value,
    mut context: Map<String, Value>,
    actions: &Actions,
) -> Result<Value> {
    // They may take the place of what is there already; so the specification has it.
    context.extend(actions.variables.0.clone());
    let name = action.name();
    let made = render(template, &context).map_err(|e| {
        Error::refused(format!(
            "the template of the action {name:?} cannot be rendered: {e}"
        ))
    })?;
    made.filter(Value::is_object).ok_or_else(|| {
        Error::refused(format!(
            "the template of the action {name:?} makes no object"
        ))
    })
}

async fn definition<C: Caller>(client: &C, task_id: &str) -> Result<Value> {
    let call = call(client, taskcluster_queue::ENDPOINTS, "task", &[task_id]);
    Ok(C::fetch(call?).await?)
}

/// A call whose payload and answer are as they are, since what a template makes is sent whole.
fn call<C: Caller>(
    client: &C,
    endpoints: &'static [Endpoint],
    name: &str,
    args: &[&str],
) -> Result<Call<C, Value>> {
    Ok(Call::untyped(client, endpoint(endpoints, name)?, args))
}

fn texts(list: &Value) -> Vec<String> {
    let list = list.as_array().into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_owned).collect()
}
