//! Launch configs: the ways in which a pool's workers are started, each of which has a name.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use super::pools::{Pool, counts};
use super::publish;
use crate::http::errors::ApiError;
use crate::services::context::{Call, Outcome};
use crate::services::state::State;
use crate::services::text;

/// What workers without a launch config are counted under.
const UNKNOWN: &str = "unknown";

#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct LaunchConfig {
    id: String,
    configuration: Value,
    is_archived: bool,
    #[serde(with = "timestamp")]
    created: OffsetDateTime,
    #[serde(with = "timestamp")]
    last_modified: OffsetDateTime,
}

/// What has become of a launch config, by the name of the exchange that tells of it.
type Change = (&'static str, String);

impl LaunchConfig {
    /// As it stands in the pool's config: with its name.
    pub(super) fn said(&self) -> Value {
        let mut said = self.configuration.clone();
        if !said["workerManager"].is_object() {
            said["workerManager"] = json!({});
        }
        said["workerManager"]["launchConfigId"] = self.id.as_str().into();
        said
    }

    fn json(&self, pool: &str) -> Value {
        json!({
            "launchConfigId": self.id,
            "workerPoolId": pool,
            "isArchived": self.is_archived,
            "configuration": self.said(),
            "created": timestamp::to_string(self.created),
            "lastModified": timestamp::to_string(self.last_modified),
        })
    }
}

/// The launch configs that workers are started by.
pub(super) fn active(pool: &Pool) -> impl Iterator<Item = &LaunchConfig> {
    pool.launch_configs
        .iter()
        .filter(|config| !config.is_archived)
}

/// The name of a launch config: its own, or one that follows from what it says.
fn name(config: &Value) -> String {
    if let Some(name) = config["workerManager"]["launchConfigId"].as_str() {
        return name.to_owned();
    }
    let digest = Sha256::digest(config.to_string());
    let digest = digest.iter().take(10).map(|byte| format!("{byte:02x}"));
    format!("lc-{}", digest.collect::<String>())
}

/// Gives a pool the launch configs of a payload. Those that it no longer has are archived.
pub(super) fn change(pool: &mut Pool, payload: &Value, now: OffsetDateTime) -> Vec<Change> {
    let wanted = payload["config"]["launchConfigs"].as_array();
    let wanted = wanted.into_iter().flatten();
    let wanted: Vec<(String, &Value)> = wanted.map(|config| (name(config), config)).collect();
    let mut changes = Vec::new();
    for config in &mut pool.launch_configs {
        let is_wanted = wanted.iter().any(|(id, _)| *id == config.id);
        if !is_wanted && !config.is_archived {
            config.is_archived = true;
            config.last_modified = now;
            changes.push(("launchConfigArchived", config.id.clone()));
        }
    }
    for (id, configuration) in wanted {
        let there = pool.launch_configs.iter_mut();
        let Some(there) = { there }.find(|config| config.id == id) else {
            changes.push(("launchConfigCreated", id.clone()));
            pool.launch_configs.push(LaunchConfig {
                id,
                configuration: configuration.clone(),
                is_archived: false,
                created: now,
                last_modified: now,
            });
            continue;
        };
        if there.configuration != *configuration || there.is_archived {
            there.configuration.clone_from(configuration);
            there.is_archived = false;
            there.last_modified = now;
            changes.push(("launchConfigUpdated", id));
        }
    }
    changes
}

pub(super) fn tell(state: &mut State, pool: &str, provider_id: &str, changes: Vec<Change>) {
    for (exchange, id) in changes {
        let told = json!({
            "launchConfigId": id, "workerPoolId": pool, "providerId": provider_id,
        });
        publish(state, exchange, told);
    }
}

pub(super) fn list(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("workerPoolId");
    let pool = call.state.worker_manager.pool(&id)?;
    let all = call.query.get("includeArchived") == Some("true");
    let configs = pool.launch_configs.iter();
    let page = call.page(configs.filter(|config| all || !config.is_archived))?;
    let page = page.into_json("workerPoolLaunchConfigs", |config| config.json(&id));
    Ok(Outcome::Json(page.into()))
}

/// How many workers each launch config has. None is ever started by one, so that workers that there
/// are have none.
pub(super) fn stats(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("workerPoolId");
    let manager = &call.state.worker_manager;
    let pool = manager.pool(&id)?;
    let prefix = format!("{id}/");
    let workers = || manager.workers_of(&prefix).map(|(_, worker)| worker);
    let stats = |config: &str, mut counts: serde_json::Map<String, Value>| {
        counts.insert("workerPoolId".to_owned(), id.as_str().into());
        counts.insert("launchConfigId".to_owned(), config.into());
        Value::Object(counts)
    };
    let configs = active(pool).map(|config| stats(&config.id, counts([].iter())));
    let mut all: Vec<Value> = configs.collect();
    if all.is_empty() || workers().next().is_some() {
        all.push(stats(UNKNOWN, counts(workers())));
    }
    Ok(Outcome::Json(json!({ "launchConfigStats": all })))
}

/// What an error is counted under.
pub(super) fn of_error(extra: &Value) -> String {
    match text(extra, "launchConfigId") {
        untold if untold.is_empty() => UNKNOWN.to_owned(),
        told => told,
    }
}
