//! The services: what each implemented method does once a call has passed the checks.

pub(crate) mod auth;
pub(crate) mod queue;
pub(crate) mod secrets;

use serde_json::{Value, json};
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use crate::call::{Call, Outcome};
use crate::errors::ApiError;

/// What answers the calls of one method.
pub(crate) type Handler = fn(&mut Call<'_>) -> Result<Outcome, ApiError>;

/// The handler of a method, where the fake has one.
pub(crate) fn find(service: &str, name: &str) -> Option<Handler> {
    match (service, name) {
        (_, "ping") => Some(ping),
        ("auth", name) => auth::find(name),
        ("queue", name) => queue::find(name),
        ("secrets", name) => secrets::find(name),
        _ => None,
    }
}

/// Takes out of a payload what an error must not repeat.
pub(crate) fn clean_payload(service: &str, name: &str, payload: &mut Value) {
    if let ("secrets", "set", Some(payload)) = (service, name, payload.as_object_mut()) {
        payload.insert("secret".to_owned(), "(OMITTED)".into());
    }
}

fn ping(_: &mut Call<'_>) -> Result<Outcome, ApiError> {
    Ok(Outcome::Json(json!({ "alive": true, "uptime": 1 })))
}

/// A date of a payload, which its schema has seen to be one; cut to milliseconds.
fn date(payload: &Value, name: &str) -> Result<OffsetDateTime, ApiError> {
    let text = payload[name].as_str().unwrap_or_default();
    let wrong = |_| ApiError::input(format!("{name} is not a date: {text:?}"));
    let date = timestamp::parse(text).map_err(wrong)?;
    Ok(date.replace_millisecond(date.millisecond()).unwrap_or(date))
}
