//! Hooks fired because somebody asks for it, and what is known of their last fires.

use jsonschema::draft7;
use serde_json::{Map, Value, json};

use super::{fire, get, key};
use crate::apis::{schemas, words};
use crate::http::errors::{ApiError, Code};
use crate::http::paging::Page;
use crate::http::types::Reply;
use crate::services::context::{Call, Outcome};

/// Checks the schema that is to be given what a hook is fired with: whether it is one, and no more.
pub(super) fn check_schema(schema: &Value) -> Result<(), ApiError> {
    let problems = words::plain(&draft7::meta::validator(), schema);
    if problems.is_empty() {
        return Ok(());
    }
    // The service asks its validator for the place by a name that this has no more.
    let lines = problems.iter();
    let lines: Vec<String> = lines
        .map(|problem| format!(" * Property undefined {}", problem.words))
        .collect();
    Err(ApiError::input(format!(
        "triggerSchema is not a valid JSON schema:\n{}",
        lines.join("\n")
    )))
}

pub(super) fn trigger(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let client_id = call.client_id();
    fire_asked(call, "triggerHook", Some(client_id))
}

pub(super) fn trigger_with_token(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let given = call.param("token");
    if get(call)?.token != given {
        return Err(ApiError::new(Code::WrongToken, "invalid hook token"));
    }
    fire_asked(call, "triggerHookWithToken", None)
}

/// Fires a hook with the payload of the call, which its trigger schema must accept.
fn fire_asked(
    call: &mut Call<'_>,
    by: &str,
    client_id: Option<String>,
) -> Result<Outcome, ApiError> {
    let payload = call.payload.clone();
    let accepts = schemas::compile(&get(call)?.definition["triggerSchema"]);
    let accepts = accepts.map_err(|problem| ApiError::internal(&format!("Error: {problem}")))?;
    let problems = words::plain(&accepts, &payload);
    if !problems.is_empty() {
        let problems = problems.iter();
        let problems = problems.map(|problem| format!("data{} {}", problem.pointer, problem.words));
        return Err(ApiError::input(Vec::from_iter(problems).join("; ")));
    }
    let mut context = Map::from_iter([
        ("firedBy".to_owned(), by.into()),
        ("payload".to_owned(), payload),
    ]);
    if let Some(client_id) = client_id {
        context.insert("clientId".to_owned(), client_id.into());
    }
    let fired = fire::fire(call.apis, call.state, &key(call), context, call.now)?;
    Ok(match fired {
        Some(created) => Outcome::Json(created),
        // The template wants no task.
        None => Outcome::Reply(Reply::json(200, &json!({}))),
    })
}

/// The last fires of a hook. Today a hook that was never fired is as good as none.
pub(super) fn list_fires(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (key, is_today) = (key(call), call.apis.is_today);
    let fires = match get(call) {
        Ok(hook) => hook.fires.clone(),
        Err(_) if is_today => Vec::new(),
        Err(missing) => return Err(missing),
    };
    let page = Page::of(fires.iter().rev(), &call.query, call.settings.page_size)?;
    if page.entries.is_empty() && is_today {
        return Err(ApiError::not_found("No such hook, or none that was fired"));
    }
    let page = page.into_json("lastFires", |fire| fire.json(&key, call.state));
    Ok(Outcome::Json(page.into()))
}
