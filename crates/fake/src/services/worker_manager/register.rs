//! How a worker that runs gets credentials, and gets them again.

use serde_json::{Value, json};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::{slugid, timestamp};
use time::{Duration, OffsetDateTime};

use super::check_static;
use super::workers::Worker;
use super::{NONE, STATIC};
use crate::http::errors::ApiError;
use crate::services::auth::{Issued, WORKER_MANAGER_CLIENT};
use crate::services::context::{Call, Outcome};
use crate::services::text;

/// How long credentials last, in seconds, where the pool's config does not say.
const LIFE: i64 = 96 * 3600;
/// How far back credentials begin, for clocks that are off.
const DRIFT: Duration = Duration::minutes(15);

/// The names of pool, group and worker that a payload gives.
fn names(payload: &Value) -> [String; 3] {
    ["workerPoolId", "workerGroup", "workerId"].map(|name| text(payload, name))
}

pub(super) fn register(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let names = names(&call.payload);
    let key = names.join("/");
    let worker = check(call, &names)?;
    let proof = text(&call.payload["workerIdentityProof"], "staticSecret");
    check_static(&worker.provider_id)?;
    if worker.state != "running" {
        return Err(ApiError::input("worker is not running"));
    }
    if proof.is_empty() {
        let message = "missing staticSecret in workerIdentityProof";
        return Err(ApiError::input(message));
    }
    if proof != worker.static_secret {
        return Err(ApiError::input("bad staticSecret in workerIdentityProof"));
    }
    let config = &call.state.worker_manager.pool(&names[0])?.config;
    let life = config["lifecycle"]["reregistrationTimeout"].as_i64();
    let worker_config = match config.get("workerConfig") {
        Some(config) => config.clone(),
        None => json!({}),
    };
    let life = life.filter(|life| *life > 0).unwrap_or(LIFE);
    let mut answer = admit(call, &names, &key, call.now + Duration::seconds(life))?;
    answer["workerConfig"] = worker_config;
    Ok(Outcome::Json(answer))
}

/// The worker that wants to register, if there is one that can.
fn check<'c>(call: &'c Call<'_>, names: &[String; 3]) -> Result<&'c Worker, ApiError> {
    let [pool_id, group, id] = names;
    let provider_id = text(&call.payload, "providerId");
    let manager = &call.state.worker_manager;
    let pool = manager.pools.get(pool_id);
    let pool =
        pool.ok_or_else(|| ApiError::not_found(format!("Worker pool {pool_id} does not exist")))?;
    if ![STATIC, NONE].contains(&&*provider_id) {
        let message = format!("Provider {provider_id} does not exist");
        return Err(ApiError::not_found(message));
    }
    if pool.provider_id != provider_id && !pool.previous_providers.contains(&provider_id) {
        return Err(ApiError::input(format!(
            "Worker pool {pool_id} not associated with provider {provider_id}"
        )));
    }
    let worker = manager.workers.get(&names.join("/"));
    let worker = worker.ok_or_else(|| {
        let message = format!("Worker {group}/{id} in worker pool {pool_id} does not exist");
        ApiError::not_found(message)
    })?;
    if worker.expires < call.now {
        let message = format!("Worker {group}/{id} has expired");
        return Err(ApiError::input(message));
    }
    if worker.provider_id != provider_id {
        let message = format!("Worker {group}/{id} does not have provider {provider_id}");
        return Err(ApiError::input(message));
    }
    Ok(worker)
}

pub(super) fn reregister(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let names = names(&call.payload);
    let [pool, group, id] = &names;
    let arguments = Arguments::new()
        .with("workerPoolId", pool)
        .with("workerGroup", group)
        .with("workerId", id);
    call.authorize(&arguments)?;
    let key = names.join("/");
    let worker = call.state.worker_manager.workers.get(&key);
    let secret = text(&call.payload, "secret");
    let is_known = worker.is_some_and(|worker| worker.secret.as_ref() == Some(&secret));
    if !is_known {
        let message = "Could not generate credentials for this secret";
        return Err(ApiError::input(message));
    }
    admit(call, &names, &key, call.now + Duration::seconds(LIFE)).map(Outcome::Json)
}

/// Credentials for a worker, and the secret by which it gets the next ones.
fn admit(
    call: &mut Call<'_>,
    [pool, group, id]: &[String; 3],
    key: &str,
    until: OffsetDateTime,
) -> Result<Value, ApiError> {
    let secret = slugid::nice() + &slugid::nice();
    let mut provider_id = String::new();
    if let Some(worker) = call.state.worker_manager.workers.get_mut(key) {
        worker.secret = Some(secret.clone());
        provider_id.clone_from(&worker.provider_id);
    }
    let wanted = Issued {
        issuer: WORKER_MANAGER_CLIENT,
        name: &format!("worker/{provider_id}/{pool}/{group}/{id}"),
        scopes: vec![
            format!("assume:worker-type:{pool}"),
            format!("assume:worker-pool:{pool}"),
            format!("assume:worker-id:{group}/{id}"),
            format!("queue:worker-id:{group}/{id}"),
            format!("secrets:get:worker-type:{pool}"),
            format!("secrets:get:worker-pool:{pool}"),
            format!("queue:claim-work:{pool}"),
            format!("worker-manager:remove-worker:{pool}/{group}/{id}"),
            format!("worker-manager:reregister-worker:{pool}/{group}/{id}"),
            format!("worker-manager:should-worker-terminate:{pool}/{group}/{id}"),
        ],
        until,
    };
    let credentials = call.state.clients.issue(wanted, call.now - DRIFT)?;
    Ok(json!({
        "expires": timestamp::to_string(until),
        "credentials": credentials,
        "secret": secret,
    }))
}
