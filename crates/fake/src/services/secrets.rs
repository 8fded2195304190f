//! The secrets service.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use super::Handler;
use crate::call::{Call, Outcome};
use crate::errors::ApiError;
use crate::services::date;

/// The secrets by name.
#[derive(Default)]
pub(crate) struct Secrets(BTreeMap<String, Secret>);

struct Secret {
    value: Value,
    expires: OffsetDateTime,
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Secrets {
    /// The real service removes what has expired; here it is gone at once.
    fn current(&mut self, now: OffsetDateTime) -> &mut BTreeMap<String, Secret> {
        self.0.retain(|_, secret| secret.expires > now);
        &mut self.0
    }
}

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "set" => set,
        "get" => get,
        "remove" => remove,
        "list" => list,
        _ => return None,
    })
}

fn set(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let name = call.param("name");
    let expires = date(&call.payload, "expires")?;
    let secret = Secret {
        value: call.payload["secret"].clone(),
        expires,
    };
    call.state.secrets.0.insert(name, secret);
    Ok(Outcome::Json(json!({})))
}

fn get(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let name = call.param("name");
    let secret = call.state.secrets.current(call.now).get(&name);
    let secret = secret.ok_or_else(|| ApiError::not_found("Secret not found"))?;
    let expires = timestamp::to_string(secret.expires);
    Ok(Outcome::Json(
        json!({ "secret": secret.value, "expires": expires }),
    ))
}

fn remove(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let name = call.param("name");
    call.state.secrets.0.remove(&name);
    Ok(Outcome::Json(json!({})))
}

fn list(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let names: Vec<String> = call
        .state
        .secrets
        .current(call.now)
        .keys()
        .cloned()
        .collect();
    let page = call.page(names)?;
    Ok(Outcome::Json(
        page.into_json("secrets", Value::String).into(),
    ))
}
