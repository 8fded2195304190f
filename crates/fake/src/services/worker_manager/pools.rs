//! Pools of workers.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use super::launch_configs::{self, LaunchConfig};
use super::workers::Worker;
use super::{NONE, STATIC, WorkerManager, publish};
use crate::apis::Given;
use crate::http::errors::ApiError;
use crate::services::auth::Audit;
use crate::services::context::{Call, Outcome};
use crate::services::text;

/// What pools are called where it is remembered who did what to them.
const AUDITED: &str = "worker-pool";
/// The states that workers can be in.
const STATES: [&str; 4] = ["requested", "running", "stopping", "stopped"];

#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Pool {
    pub(super) provider_id: String,
    /// Those that it had before: workers of them still belong to it.
    pub(super) previous_providers: Vec<String>,
    description: String,
    pub(super) owner: String,
    pub(super) email_on_error: bool,
    /// Without launch configs.
    pub(super) config: Value,
    pub(super) launch_configs: Vec<LaunchConfig>,
    #[serde(with = "timestamp")]
    created: OffsetDateTime,
    #[serde(with = "timestamp")]
    last_modified: OffsetDateTime,
}

impl Pool {
    fn read(payload: &Value, now: OffsetDateTime) -> Self {
        let mut config = payload["config"].clone();
        if let Some(members) = config.as_object_mut() {
            members.remove("launchConfigs");
        }
        Self {
            provider_id: text(payload, "providerId"),
            previous_providers: Vec::new(),
            description: text(payload, "description"),
            owner: text(payload, "owner"),
            email_on_error: payload["emailOnError"].as_bool().unwrap_or_default(),
            config,
            launch_configs: Vec::new(),
            created: now,
            last_modified: now,
        }
    }

    /// Whether another pool says the same, dates apart.
    fn is_like(&self, other: &Self) -> bool {
        let said = |pool: &Self| {
            let configs = launch_configs::active(pool).map(LaunchConfig::said);
            let configs: Vec<Value> = configs.collect();
            json!([
                pool.provider_id,
                pool.description,
                pool.owner,
                pool.email_on_error,
                pool.config,
                configs,
            ])
        };
        said(self) == said(other)
    }

    fn json(&self, id: &str, counts: Map<String, Value>) -> Value {
        let mut config = self.config.clone();
        let configs: Vec<Value> = launch_configs::active(self)
            .map(LaunchConfig::said)
            .collect();
        if !configs.is_empty() {
            config["launchConfigs"] = configs.into();
        }
        let mut json = json!({
            "workerPoolId": id,
            "providerId": self.provider_id,
            "description": self.description,
            "created": timestamp::to_string(self.created),
            "lastModified": timestamp::to_string(self.last_modified),
            "config": config,
            "owner": self.owner,
            "emailOnError": self.email_on_error,
        });
        for (name, count) in counts {
            json[name] = count;
        }
        json
    }
}

/// How many workers there are in each state, and how much they can do.
pub(super) fn counts<'w>(workers: impl Iterator<Item = &'w Worker>) -> Map<String, Value> {
    let mut counts = Map::new();
    let mut add = |name: String, more: u64| {
        let count = counts.entry(name).or_insert_with(|| 0.into());
        *count = (count.as_u64().unwrap_or_default() + more).into();
    };
    add("currentCapacity".to_owned(), 0);
    for state in STATES {
        add(format!("{state}Count"), 0);
        add(format!("{state}Capacity"), 0);
    }
    for worker in workers {
        add(format!("{}Count", worker.state), 1);
        add(format!("{}Capacity", worker.state), worker.capacity);
        if worker.state != "stopped" {
            add("currentCapacity".to_owned(), worker.capacity);
        }
    }
    counts
}

impl WorkerManager {
    fn counts_of(&self, id: &str) -> Map<String, Value> {
        counts(self.workers_of(&format!("{id}/")).map(|(_, worker)| worker))
    }
}

/// The pool of the payload, after checking that the caller may have it like this.
fn given(call: &mut Call<'_>) -> Result<(String, Pool), ApiError> {
    let (id, provider_id) = (
        call.param("workerPoolId"),
        text(&call.payload, "providerId"),
    );
    let arguments = Arguments::new()
        .with("workerPoolId", &id)
        .with("providerId", &provider_id);
    call.authorize(&arguments)?;
    let schema = match &*provider_id {
        STATIC => "config-static",
        NONE => "config-null",
        _ => return Err(ApiError::input("Invalid Provider")),
    };
    let schema = format!("/schemas/worker-manager/v1/{schema}.json#");
    // No method names these schemas, so a mirror of a deployment's references is without them.
    if call.apis.has_schema(&schema) {
        let given = Given {
            root_url: &call.root_url(),
            text: &call.text,
            place: "/config",
        };
        let config = &call.payload["config"];
        call.apis.check_by(&schema, false, config, &given)?;
    }
    Ok((id, Pool::read(&call.payload, call.now)))
}

pub(super) fn create(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (id, mut pool) = given(call)?;
    let changes = launch_configs::change(&mut pool, &call.payload, call.now);
    if let Some(there) = call.state.worker_manager.pools.get(&id) {
        if !there.is_like(&pool) {
            return Err(ApiError::conflict("Worker pool already exists"));
        }
        return Ok(Outcome::Json(there.json(&id, counts([].iter()))));
    }
    let told = json!({ "workerPoolId": id, "providerId": pool.provider_id });
    publish(call.state, "workerPoolCreated", told);
    launch_configs::tell(call.state, &id, &pool.provider_id, changes);
    let answer = pool.json(&id, counts([].iter()));
    Audit::note(call, AUDITED, "created", &id);
    call.state.worker_manager.pools.insert(id, pool);
    Ok(Outcome::Json(answer))
}

pub(super) fn update(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (id, mut pool) = given(call)?;
    let named = call.payload.get("workerPoolId");
    if named.is_some_and(|named| *named != id) {
        let message = "Incorrect workerPoolId in request body";
        return Err(ApiError::input(message));
    }
    let there = call.state.worker_manager.pool(&id)?;
    pool.launch_configs.clone_from(&there.launch_configs);
    let changes = launch_configs::change(&mut pool, &call.payload, call.now);
    let provider_id = pool.provider_id.clone();
    let answer = replace(call, &id, pool, "updated")?;
    launch_configs::tell(call.state, &id, &provider_id, changes);
    Ok(answer)
}

/// Lets a pool go once it has no workers any more.
pub(super) fn delete(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("workerPoolId");
    let there = call.state.worker_manager.pool(&id)?;
    let pool = Pool {
        provider_id: NONE.to_owned(),
        last_modified: call.now,
        ..there.clone()
    };
    replace(call, &id, pool, "deleted")
}

/// Puts a pool in the place of one that is there; its history has a word for that.
fn replace(
    call: &mut Call<'_>,
    id: &str,
    mut pool: Pool,
    action: &str,
) -> Result<Outcome, ApiError> {
    let there = call.state.worker_manager.pool(id)?;
    pool.created = there.created;
    pool.previous_providers
        .clone_from(&there.previous_providers);
    let previous = there.provider_id.clone();
    if previous != pool.provider_id && !pool.previous_providers.contains(&previous) {
        pool.previous_providers.push(previous.clone());
    }
    let told = json!({
        "workerPoolId": id,
        "providerId": pool.provider_id,
        "previousProviderId": previous,
    });
    // The real service does not count workers here.
    let answer = pool.json(id, counts([].iter()));
    call.state.worker_manager.pools.insert(id.to_owned(), pool);
    publish(call.state, "workerPoolUpdated", told);
    Audit::note(call, AUDITED, action, id);
    Ok(Outcome::Json(answer))
}

pub(super) fn get(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("workerPoolId");
    let manager = &call.state.worker_manager;
    let pool = manager.pool(&id)?;
    Ok(Outcome::Json(pool.json(&id, manager.counts_of(&id))))
}

pub(super) fn list(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let manager = &call.state.worker_manager;
    let page = call.page(&manager.pools)?;
    let entry = |(id, pool): (&String, &Pool)| pool.json(id, manager.counts_of(id));
    Ok(Outcome::Json(page.into_json("workerPools", entry).into()))
}

pub(super) fn list_stats(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let manager = &call.state.worker_manager;
    let page = call.page(manager.pools.keys())?;
    let entry = |id: &String| {
        let mut stats = manager.counts_of(id);
        stats.insert("workerPoolId".to_owned(), id.as_str().into());
        Value::Object(stats)
    };
    let page = page.into_json("workerPoolsStats", entry);
    Ok(Outcome::Json(page.into()))
}
