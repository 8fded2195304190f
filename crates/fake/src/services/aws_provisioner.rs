//! The provisioner for Amazon: definitions of worker types, and secrets for their machines. No
//! machine is ever started.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::{Certificate, Credentials, timestamp};
use time::{Duration, OffsetDateTime};

use super::auth::ROOT_CLIENT;
use super::{Handler, date, text};
use crate::http::errors::ApiError;
use crate::http::types::Reply;
use crate::pulse::Address;
use crate::services::book::{Book, Saved};
use crate::services::context::{Call, Outcome};

/// How long the credentials in a secret last.
const LIFE: Duration = Duration::hours(96);

/// What machines are started from.
#[derive(Default)]
pub(crate) struct Provisioner {
    /// As they are answered, by name.
    worker_types: Book<Value>,
    secrets: Book<Secret>,
}

impl Provisioner {
    /// What is saved entry by entry, by the names that files have for it.
    pub(super) fn books(&mut self) -> [(&'static str, &mut dyn Saved); 2] {
        [
            ("aws-provisioner.worker-types", &mut self.worker_types),
            ("aws-provisioner.secrets", &mut self.secrets),
        ]
    }
}

#[derive(Deserialize, Serialize)]
struct Secret {
    payload: Value,
    #[serde(with = "timestamp")]
    expires: OffsetDateTime,
}

/// Worker types have secrets too.
impl std::fmt::Debug for Provisioner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.worker_types.keys()).finish()
    }
}

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "listWorkerTypes" => list,
        "listWorkerTypeSummaries" => list_summaries,
        "createWorkerType" => create,
        "updateWorkerType" => update,
        "workerType" => |call| worker_type(call).cloned().map(Outcome::Json),
        "workerTypeLastModified" => last_modified,
        "removeWorkerType" => remove,
        "createSecret" => create_secret,
        "getSecret" => get_secret,
        "instanceStarted" => instance_started,
        "removeSecret" => remove_secret,
        "getLaunchSpecs" => launch_specs,
        "state" => state,
        "backendStatus" => backend_status,
        _ => return None,
    })
}

fn nothing() -> Outcome {
    Outcome::Reply(Reply::empty(204))
}

fn list(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let names: Vec<&String> = call.state.provisioner.worker_types.keys().collect();
    Ok(Outcome::Json(json!(names)))
}

fn summary(worker_type: &Value) -> Value {
    let whole = |name: &str| worker_type[name].as_f64().unwrap_or_default() as i64;
    json!({
        "workerType": worker_type["workerType"],
        "minCapacity": whole("minCapacity"),
        "maxCapacity": whole("maxCapacity"),
        "requestedCapacity": 0,
        "pendingCapacity": 0,
        "runningCapacity": 0,
    })
}

fn list_summaries(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let all = call.state.provisioner.worker_types.values();
    Ok(Outcome::Json(all.map(summary).collect()))
}

fn worker_type<'c>(call: &'c Call<'_>) -> Result<&'c Value, ApiError> {
    let name = call.param("workerType");
    let found = call.state.provisioner.worker_types.get(&name);
    found.ok_or_else(|| ApiError::not_found(format!("{name} not found")))
}

/// The worker type that a payload defines.
fn given(call: &Call<'_>) -> Value {
    let mut given = call.payload.clone();
    given["workerType"] = call.param("workerType").into();
    given["lastModified"] = timestamp::to_string(call.now).into();
    for (name, value) in [("availabilityZones", json!([])), ("minCapacity", json!(0))] {
        if given.get(name).is_none() {
            given[name] = value;
        }
    }
    given
}

fn create(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (name, mut wanted) = (call.param("workerType"), given(call));
    if let Some(there) = call.state.provisioner.worker_types.get(&name) {
        wanted["lastModified"] = there["lastModified"].clone();
        if *there != wanted {
            return Err(ApiError::conflict(
                "WorkerType already exists with different definition",
            ));
        }
    }
    put(call, "workerTypeCreated", name, wanted)
}

fn update(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    worker_type(call)?;
    let (name, wanted) = (call.param("workerType"), given(call));
    put(call, "workerTypeUpdated", name, wanted)
}

fn put(
    call: &mut Call<'_>,
    exchange: &str,
    name: String,
    wanted: Value,
) -> Result<Outcome, ApiError> {
    tell(call, exchange, &name);
    let worker_types = &mut call.state.provisioner.worker_types;
    worker_types.insert(name, wanted.clone());
    Ok(Outcome::Json(wanted))
}

fn tell(call: &mut Call<'_>, exchange: &str, name: &str) {
    let address = Address {
        service: "aws-provisioner",
        exchange,
        key: &[("workerType", name)],
        cc: Vec::new(),
    };
    let payload = json!({ "version": 1, "workerType": name });
    call.state.messages.publish(address, payload);
}

fn last_modified(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let found = worker_type(call)?;
    Ok(Outcome::Json(json!({
        "workerType": found["workerType"],
        "lastModified": found["lastModified"],
    })))
}

fn remove(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let name = call.param("workerType");
    call.state.provisioner.worker_types.remove(&name);
    tell(call, "workerTypeRemoved", &name);
    Ok(nothing())
}

fn create_secret(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let worker_type = text(&call.payload, "workerType");
    call.authorize(&Arguments::new().with("workerType", worker_type))?;
    let wanted = Secret {
        payload: call.payload.clone(),
        expires: date(&call.payload, "expiration")?,
    };
    let secrets = &mut call.state.provisioner.secrets;
    let token = call.params["token"].as_str().unwrap_or_default();
    let same = |there: &Secret| {
        let same = |name: &&str| there.payload[*name] == wanted.payload[*name];
        ["workerType", "secrets", "token", "scopes"]
            .iter()
            .all(same)
    };
    if secrets.get(token).is_some_and(|there| !same(there)) {
        return Err(ApiError::conflict(
            "Secret already exists with different definition",
        ));
    }
    secrets.insert(token.to_owned(), wanted);
    let done = json!({ "outcome": "success" });
    Ok(Outcome::Reply(Reply::json(200, &done)))
}

fn secret<'c>(call: &'c Call<'_>) -> Result<&'c Secret, ApiError> {
    let found = call.state.provisioner.secrets.get(&call.param("token"));
    let found = found.filter(|secret| secret.expires > call.now);
    found.ok_or_else(|| ApiError::not_found("Secret not found"))
}

fn get_secret(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let payload = &secret(call)?.payload;
    let worker_type = text(payload, "workerType");
    let token = call.state.clients.access_token(ROOT_CLIENT);
    let issuer = Credentials::new(ROOT_CLIENT, token.unwrap_or_default());
    let role = format!("assume:worker-type:aws-provisioner-v1/{worker_type}");
    let issued = issuer
        .temporary(call.now, call.now + LIFE)
        .scopes([role, "assume:worker-id:*".to_owned()])
        .unnamed()
        .map_err(|e| ApiError::internal(&e.to_string()))?;
    Ok(Outcome::Json(json!({
        "data": payload["secrets"],
        "scopes": payload["scopes"],
        "credentials": {
            "clientId": issued.client_id(),
            "accessToken": issued.access_token(),
            "certificate": issued.certificate().map(Certificate::as_json),
        },
    })))
}

fn instance_started(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    secret(call)?;
    Ok(nothing())
}

fn remove_secret(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let token = call.param("token");
    call.state.provisioner.secrets.remove(&token);
    Ok(nothing())
}

fn launch_specs(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    worker_type(call)?;
    Ok(Outcome::Json(json!({})))
}

fn state(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let found = worker_type(call)?;
    let state = json!({
        "workerType": found["workerType"],
        "instances": [],
        "requests": [],
        "internalTrackedRequests": [],
        "summary": summary(found),
    });
    Ok(Outcome::Reply(Reply::json(200, &state)))
}

fn backend_status(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    Ok(Outcome::Json(json!({
        "status": "healthy",
        "lastCheckedIn": timestamp::to_string(call.now),
    })))
}
