//! The secrets service. What has expired is known of until it is set again or removed; today's service
//! does not say so.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use super::Handler;
use super::auth::Audit;
use crate::http::errors::{ApiError, Code};
use crate::services::book::{Book, Saved};
use crate::services::context::{Call, Outcome};
use crate::services::date;

/// The secrets by name.
#[derive(Default)]
pub(crate) struct Secrets(Book<Secret>);

impl Secrets {
    /// What is saved entry by entry.
    pub(super) fn book(&mut self) -> &mut dyn Saved {
        &mut self.0
    }
}

#[derive(Deserialize, Serialize)]
struct Secret {
    value: Value,
    #[serde(with = "timestamp")]
    expires: OffsetDateTime,
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
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
    let there = call.state.secrets.0.insert(name.clone(), secret);
    let action = if there.is_some_and(|there| there.expires > call.now) {
        "updated"
    } else {
        "created"
    };
    Audit::note(call, "secret", action, &name);
    Ok(Outcome::Json(json!({})))
}

fn get(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let name = call.param("name");
    let secret = call.state.secrets.0.get(&name);
    let secret = secret.ok_or_else(|| ApiError::not_found("Secret not found"))?;
    if secret.expires <= call.now && call.apis.is_today {
        return Err(ApiError::not_found("Secret not found"));
    }
    if secret.expires <= call.now {
        let message = "The requested resource has expired.";
        return Err(ApiError::new(Code::ResourceExpired, message));
    }
    let expires = timestamp::to_string(secret.expires);
    Ok(Outcome::Json(
        json!({ "secret": secret.value, "expires": expires }),
    ))
}

fn remove(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let name = call.param("name");
    call.state.secrets.0.remove(&name);
    Audit::note(call, "secret", "deleted", &name);
    Ok(Outcome::Json(json!({})))
}

fn list(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let there = |(_, secret): &(&String, &Secret)| secret.expires > call.now;
    let page = call.page(call.state.secrets.0.iter().filter(there))?;
    let entry = |(name, _): (&String, &Secret)| name.as_str().into();
    Ok(Outcome::Json(page.into_json("secrets", entry).into()))
}
