//! The worker manager: pools and their launch configs, workers that are not started by anybody, and
//! what went wrong with them. No machine is ever started.

mod errors;
mod launch_configs;
mod metadata;
mod pools;
mod register;
mod workers;

use serde_json::{Value, json};
use time::{Duration, OffsetDateTime};

use super::Handler;
use crate::http::errors::ApiError;
use crate::pulse::Address;
use crate::services::book::{Book, Saved};
use crate::services::context::{Call, Outcome};
use crate::services::state::State;
use errors::PoolError;
use pools::Pool;
use workers::Worker;

/// The provider whose workers are made by calls, and have a secret in common with the service.
const STATIC: &str = "static";
/// The provider of pools that are about to go.
const NONE: &str = "null-provider";
/// How long errors are kept.
const ERRORS: Duration = Duration::days(30);

/// All pools, their workers and their errors.
#[derive(Debug, Default)]
pub(crate) struct WorkerManager {
    pools: Book<Pool>,
    /// By `<workerPoolId>/<workerGroup>/<workerId>`.
    workers: Book<Worker>,
    /// From the first on, by numbers.
    errors: Book<PoolError>,
}

impl WorkerManager {
    /// What is saved entry by entry, by the names that files have for it.
    pub(crate) fn books(&mut self) -> [(&'static str, &mut dyn Saved); 3] {
        [
            ("worker-manager.pools", &mut self.pools),
            ("worker-manager.workers", &mut self.workers),
            ("worker-manager.errors", &mut self.errors),
        ]
    }

    /// Keeps an error, behind all others.
    fn note(&mut self, error: PoolError) {
        let last = self.errors.keys().next_back();
        let last = last.and_then(|number| number.parse::<u64>().ok());
        let number = last.map_or(0, |number| number.saturating_add(1));
        self.errors.insert(format!("{number:020}"), error);
    }

    fn pool(&self, id: &str) -> Result<&Pool, ApiError> {
        let pool = self.pools.get(id);
        pool.ok_or_else(|| ApiError::not_found("Worker pool does not exist"))
    }

    /// The workers of a pool, or of a group in it, by a key that ends with a slash.
    fn workers_of(&self, prefix: &str) -> impl Iterator<Item = (&String, &Worker)> {
        let workers = self.workers.range(prefix.to_owned()..);
        workers.take_while(move |(key, _)| key.starts_with(prefix))
    }

    /// Forgets workers that have expired, pools that are to go and have none, and old errors.
    pub(crate) fn forget_expired(&mut self, now: OffsetDateTime) {
        self.workers.keep(|_, worker| worker.expires > now);
        self.errors.keep(|_, error| error.reported > now - ERRORS);
        let workers = &self.workers;
        let has_workers = |id: &str| workers.keys().any(|key| key.starts_with(&format!("{id}/")));
        self.pools
            .keep(|id, pool| pool.provider_id != NONE || has_workers(id));
    }
}

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "listProviders" => list_providers,
        "createWorkerPool" => pools::create,
        "updateWorkerPool" => pools::update,
        "deleteWorkerPool" => pools::delete,
        "workerPool" => pools::get,
        "listWorkerPools" => pools::list,
        "listWorkerPoolsStats" => pools::list_stats,
        "workerPoolStats" => launch_configs::stats,
        "listWorkerPoolLaunchConfigs" => launch_configs::list,
        "reportWorkerError" => errors::report,
        "listWorkerPoolErrors" => errors::list,
        "workerPoolErrorStats" => errors::stats,
        "createWorker" => workers::create,
        "updateWorker" => workers::update,
        "removeWorker" => workers::remove,
        "worker" => workers::get,
        "shouldWorkerTerminate" => workers::should_terminate,
        "listWorkersForWorkerPool" => workers::list_pool,
        "listWorkersForWorkerGroup" => workers::list_group,
        "registerWorker" => register::register,
        "reregisterWorker" => register::reregister,
        "listWorkers" => metadata::list,
        "getWorker" => metadata::get,
        _ => return None,
    })
}

/// Takes secrets of workers out of what errors repeat.
pub(super) fn clean_payload(name: &str, payload: &mut Value) {
    match name {
        "registerWorker" | "reregisterWorker" => *payload = "(OMITTED)".into(),
        "createWorker" | "updateWorker" => {
            if let Some(secret) = payload.pointer_mut("/providerInfo/staticSecret") {
                *secret = "(OMITTED)".into();
            }
        }
        _ => {}
    }
}

/// The one provider that there is. This list has pages of its own kind, whose tokens are numbers.
fn list_providers(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let number = |name| call.query.get(name).map(str::parse::<usize>);
    let start = number("continuationToken").map_or(0, |start| start.unwrap_or(usize::MAX));
    let limit = number("limit").map_or(1, |limit| limit.unwrap_or(usize::MAX));
    let page = [STATIC].into_iter().skip(start).take(limit);
    let page = page.map(|id| json!({ "providerId": id, "providerType": id }));
    Ok(Outcome::Json(json!({ "providers": Vec::from_iter(page) })))
}

/// Refuses what only workers of the static provider can do.
fn check_static(provider_id: &str) -> Result<(), ApiError> {
    if provider_id == STATIC {
        return Ok(());
    }
    Err(ApiError::input("not supported for this provider"))
}

/// Publishes a message; members that a payload of its kind has are fields of the routing key, too.
fn publish(state: &mut State, exchange: &str, payload: Value) {
    let text = |name: &str| payload[name].as_str().unwrap_or_default().to_owned();
    let pool = text("workerPoolId");
    let (provisioner_id, worker_type) = pool.split_once('/').unwrap_or((&pool, ""));
    let [provider, group, id, config] =
        ["providerId", "workerGroup", "workerId", "launchConfigId"].map(text);
    let address = Address {
        service: "worker-manager",
        exchange,
        key: &[
            ("providerId", &provider),
            ("provisionerId", provisioner_id),
            ("workerType", worker_type),
            ("workerGroup", &group),
            ("workerId", &id),
            ("launchConfigId", &config),
        ],
        cc: Vec::new(),
    };
    state.messages.publish(address, payload);
}
