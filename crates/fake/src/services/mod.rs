//! The services: what each implemented method does once a call has passed the checks.

pub(crate) mod auth;
pub(crate) mod aws_provisioner;
pub(crate) mod book;
pub(crate) mod context;
pub(crate) mod ec2_manager;
mod github;
pub(crate) mod hooks;
pub(crate) mod index;
mod login;
pub(crate) mod notify;
pub(crate) mod object;
pub(crate) mod pulse;
pub(crate) mod purge_cache;
pub(crate) mod queue;
pub(crate) mod secrets;
pub(crate) mod state;
pub(crate) mod storage;
mod web_server;
pub(crate) mod worker_manager;

use serde_json::{Value, json};
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use crate::http::errors::ApiError;
use crate::services::context::{Call, Outcome};

/// What answers the calls of one method.
pub(crate) type Handler = fn(&mut Call<'_>) -> Result<Outcome, ApiError>;

/// The handler of a method, where the fake has one.
pub(crate) fn find(service: &str, name: &str) -> Option<Handler> {
    match (service, name) {
        (_, "ping") => Some(ping),
        (_, "version") => Some(version),
        (_, "heartbeat" | "lbheartbeat") => Some(heartbeat),
        ("auth", name) => auth::find(name),
        ("aws-provisioner", name) => aws_provisioner::find(name),
        ("ec2-manager", name) => ec2_manager::find(name),
        ("github", name) => github::find(name),
        ("hooks", name) => hooks::find(name),
        ("index", name) => index::find(name),
        ("login", name) => login::find(name),
        ("notify", name) => notify::find(name),
        ("object", name) => object::find(name),
        ("pulse", name) => pulse::find(name),
        ("purge-cache", name) => purge_cache::find(name),
        ("queue", name) => queue::find(name),
        ("secrets", name) => secrets::find(name),
        ("web-server", name) => web_server::find(name),
        ("worker-manager", name) => worker_manager::find(name),
        _ => None,
    }
}

/// Takes out of a payload what an error must not repeat.
pub(crate) fn clean_payload(service: &str, name: &str, payload: &mut Value) {
    if payload.is_string() && ["secrets", "worker-manager"].contains(&service) {
        // What cannot be read may hold a secret anywhere.
        *payload = "(OMITTED)".into();
    }
    if service == "worker-manager" {
        worker_manager::clean_payload(name, payload);
    }
    if let ("secrets", "set", Some(payload)) = (service, name, payload.as_object_mut()) {
        payload.insert("secret".to_owned(), "(OMITTED)".into());
    }
}

fn ping(_: &mut Call<'_>) -> Result<Outcome, ApiError> {
    Ok(Outcome::Json(json!({ "alive": true, "uptime": 1 })))
}

/// As a deployment answers that was not made from a release.
fn version(_: &mut Call<'_>) -> Result<Outcome, ApiError> {
    Ok(Outcome::Json(
        json!({ "version": "dev", "commit": "", "source": "", "build": "" }),
    ))
}

fn heartbeat(_: &mut Call<'_>) -> Result<Outcome, ApiError> {
    Ok(Outcome::Json(json!({})))
}

/// A text of a payload; empty where there is none.
fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

/// A date of a payload, which its schema has seen to be one; cut to milliseconds.
fn date(payload: &Value, name: &str) -> Result<OffsetDateTime, ApiError> {
    let text = payload[name].as_str().unwrap_or_default();
    let wrong = |_| ApiError::input(format!("{name} is not a date: {text:?}"));
    let date = timestamp::parse(text).map_err(wrong)?;
    Ok(date.replace_millisecond(date.millisecond()).unwrap_or(date))
}

#[cfg(test)]
mod tests {
    use taskcluster_core::Era;

    use crate::apis::{ApiMethod, Apis};

    #[test]
    fn every_method_is_answered() {
        let apis = Apis::own(Era::Both).expect("readable references");
        let missing = apis.methods.iter();
        let missing = missing.filter(|method| super::find(&method.service, &method.name).is_none());
        let missing: Vec<String> = missing.map(ApiMethod::label).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
