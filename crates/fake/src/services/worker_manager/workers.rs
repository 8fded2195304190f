//! Workers of the static provider.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use super::pools::Pool;
use super::{STATIC, check_static};
use crate::http::errors::ApiError;
use crate::http::types::Reply;
use crate::services::context::{Call, Outcome};
use crate::services::{date, text};

#[derive(Deserialize, Serialize)]
pub(super) struct Worker {
    pub(super) provider_id: String,
    /// What it proves by that it is this worker.
    pub(super) static_secret: String,
    /// What it registers again by, once it has registered.
    pub(super) secret: Option<String>,
    pub(super) state: String,
    pub(super) capacity: u64,
    #[serde(with = "timestamp")]
    created: OffsetDateTime,
    #[serde(with = "timestamp")]
    pub(super) expires: OffsetDateTime,
}

/// Workers have secrets.
impl std::fmt::Debug for Worker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Worker")
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

/// The names of pool, group and worker, as they stand in a path.
type Names = [String; 3];

fn names(call: &Call<'_>) -> Names {
    ["workerPoolId", "workerGroup", "workerId"].map(|name| call.param(name))
}

impl Worker {
    pub(super) fn json(&self, [pool, group, id]: [&str; 3]) -> Value {
        let created = timestamp::to_string(self.created);
        json!({
            "workerPoolId": pool,
            "workerGroup": group,
            "workerId": id,
            "providerId": self.provider_id,
            "created": created,
            "expires": timestamp::to_string(self.expires),
            "state": self.state,
            "capacity": self.capacity,
            // Nobody looks after static workers.
            "lastModified": created,
            "lastChecked": created,
        })
    }

    fn answer(&self, names: &Names) -> Outcome {
        let [pool, group, id] = names;
        Outcome::Json(self.json([pool, group, id]))
    }
}

/// The pool of the path, which a worker is to be in.
fn pool_of<'c>(call: &'c Call<'_>, id: &str) -> Result<&'c Pool, ApiError> {
    let pool = call.state.worker_manager.pools.get(id);
    pool.ok_or_else(|| ApiError::not_found(format!("Worker pool {id} does not exist")))
}

/// Capacity and secret that a payload gives.
fn given(payload: &Value) -> Result<(u64, String), ApiError> {
    let secret = text(&payload["providerInfo"], "staticSecret");
    if secret.is_empty() {
        return Err(ApiError::input("no worker staticSecret provided"));
    }
    Ok((payload["capacity"].as_u64().unwrap_or(1), secret))
}

pub(super) fn create(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let names = names(call);
    let pool = pool_of(call, &names[0])?;
    let expires = date(&call.payload, "expires")?;
    if expires < call.now {
        return Err(ApiError::input("worker.expires must be in the future"));
    }
    check_static(&pool.provider_id)?;
    let (capacity, static_secret) = given(&call.payload)?;
    let workers = &mut call.state.worker_manager.workers;
    if let Some(there) = workers.get(&names.join("/")) {
        let is_same = there.expires == expires
            && there.capacity == capacity
            && there.static_secret == static_secret;
        if !is_same {
            return Err(ApiError::conflict("Worker already exists"));
        }
        return Ok(there.answer(&names));
    }
    let worker = Worker {
        provider_id: STATIC.to_owned(),
        static_secret,
        secret: None,
        state: "running".to_owned(),
        capacity,
        created: call.now,
        expires,
    };
    let answer = worker.answer(&names);
    workers.insert(names.join("/"), worker);
    Ok(answer)
}

pub(super) fn update(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let names = names(call);
    let provider_id = pool_of(call, &names[0])?.provider_id.clone();
    let expires = date(&call.payload, "expires")?;
    let worker = call.state.worker_manager.workers.get_mut(&names.join("/"));
    let worker = worker
        .ok_or_else(|| ApiError::not_found(format!("Worker {} does not exist", names.join("/"))))?;
    check_static(&provider_id)?;
    let (capacity, static_secret) = given(&call.payload)?;
    worker.expires = expires;
    worker.capacity = capacity;
    worker.static_secret = static_secret;
    Ok(worker.answer(&names))
}

fn found<'c>(call: &'c mut Call<'_>) -> Result<&'c mut Worker, ApiError> {
    let key = names(call).join("/");
    let worker = call.state.worker_manager.workers.get_mut(&key);
    worker.ok_or_else(|| ApiError::not_found("Worker not found"))
}

pub(super) fn get(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let names = names(call);
    Ok(found(call)?.answer(&names))
}

pub(super) fn remove(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    "stopped".clone_into(&mut found(call)?.state);
    Ok(Outcome::Reply(Reply::json(200, &json!({}))))
}

/// Nobody ever asks a static worker to stop.
pub(super) fn should_terminate(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    found(call)?;
    Ok(Outcome::Json(
        json!({ "terminate": false, "reason": "none" }),
    ))
}

pub(super) fn list_pool(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("workerPoolId");
    if !call.state.worker_manager.pools.contains_key(&id) {
        return Err(ApiError::not_found("Worker Pool does not exist"));
    }
    list(call, &format!("{id}/"))
}

pub(super) fn list_group(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let [pool, group] = ["workerPoolId", "workerGroup"].map(|name| call.param(name));
    list(call, &format!("{pool}/{group}/"))
}

fn list(call: &Call<'_>, prefix: &str) -> Result<Outcome, ApiError> {
    let state = call.query.get("state");
    // No worker of the fake has a launch config.
    let is_wanted = |(_, worker): &(&String, &Worker)| {
        state.is_none_or(|state| state == worker.state)
            && call.query.get("launchConfigId").is_none()
    };
    let workers = call.state.worker_manager.workers_of(prefix);
    let page = call.page(workers.filter(is_wanted))?;
    let pool = call.param("workerPoolId");
    let entry = |(key, worker): (&String, &Worker)| {
        let name = key.strip_prefix(&format!("{pool}/")).unwrap_or_default();
        let (group, id) = name.split_once('/').unwrap_or_default();
        worker.json([&pool, group, id])
    };
    Ok(Outcome::Json(page.into_json("workers", entry).into()))
}
