//! Workers as the queue knows them, with what the worker manager knows of them beside it.

use serde_json::{Value, json};

use crate::http::errors::ApiError;
use crate::services::context::{Call, Outcome};
use crate::services::queue;

/// What the queue says of each worker of a list that answers here have, too.
const LISTED: &[&str] = &[
    "workerGroup",
    "workerId",
    "firstClaim",
    "lastDateActive",
    "latestTask",
    "quarantineUntil",
];
/// What it says of a single worker.
const SINGLE: &[&str] = &[
    "provisionerId",
    "workerType",
    "workerGroup",
    "workerId",
    "firstClaim",
    "lastDateActive",
    "quarantineUntil",
    "quarantineDetails",
    "recentTasks",
    "expires",
];

fn pool(call: &Call<'_>) -> String {
    let words = ["provisionerId", "workerType"].map(|name| call.param(name));
    words.join("/")
}

/// What both services know of a worker, the queue by these names.
fn joined(call: &Call<'_>, seen: &Value, names: &[&str]) -> Value {
    let pool = pool(call);
    let word = |name: &str| seen[name].as_str().unwrap_or_default();
    let key = format!("{pool}/{}/{}", word("workerGroup"), word("workerId"));
    let worker = call.state.worker_manager.workers.get(&key);
    let mut json = json!({
        "workerPoolId": pool,
        "state": worker.map_or("standalone", |worker| &worker.state),
        "capacity": worker.map_or(0, |worker| worker.capacity),
        "providerId": worker.map_or("none", |worker| &worker.provider_id),
    });
    for name in names {
        if let Some(value) = seen.get(name) {
            json[*name] = value.clone();
        }
    }
    json
}

pub(super) fn list(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let mut list = queue::workers_seen(call)?;
    let state = call.query.get("workerState");
    let seen = list["workers"].as_array().into_iter().flatten();
    let workers = seen.map(|seen| joined(call, seen, LISTED));
    let workers = workers.filter(|worker| state.is_none_or(|state| worker["state"] == state));
    let workers: Vec<Value> = workers.collect();
    list["workers"] = workers.into();
    Ok(Outcome::Json(list))
}

pub(super) fn get(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let Some(seen) = queue::worker_seen(call) else {
        let [provisioner_id, worker_type, group, id] =
            ["provisionerId", "workerType", "workerGroup", "workerId"].map(|name| call.param(name));
        return Err(ApiError::not_found(format!(
            "Worker with workerId `{id}`, workerGroup `{group}`,worker-type `{worker_type}` and \
             provisioner `{provisioner_id}` not found. Are you sure it was created?"
        )));
    };
    Ok(Outcome::Json(joined(call, &seen, SINGLE)))
}
