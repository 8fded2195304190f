//! Single workers.

use serde_json::{Value, json};
use taskcluster_core::timestamp;
use time::{Duration, OffsetDateTime};

use super::{Seen, TYPE, WORKER, Worker, authorize, path_key};
use crate::http::errors::ApiError;
use crate::http::paging::Page;
use crate::services::context::{Call, Outcome};
use crate::services::date;

/// How long before its first claim the quarantine of a worker is said to have ended that never was
/// in one.
const TEN_YEARS: Duration = Duration::days(3652);

fn task_json((task_id, run_id): &(String, usize)) -> Value {
    json!({ "taskId": task_id, "runId": run_id })
}

pub(super) fn list_workers(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (prefix, now) = (path_key(call, &TYPE) + "/", call.now);
    let wanted = call.query.get("quarantined").map(|wanted| wanted == "true");
    let is_wanted = |(_, worker): &(&String, &Worker)| {
        let quarantined = worker.quarantined_until(now).is_some();
        wanted.is_none_or(|wanted| wanted == quarantined)
    };
    let known = call.state.queue.workers.workers.iter();
    let known = known.filter(|(key, worker)| key.starts_with(&prefix) && worker.is_known(now));
    let (query, size) = (&call.query, call.settings.page_size);
    let page = match call.apis.is_today {
        // Today's queue takes from a page of all workers those that are wanted.
        true => {
            let mut page = Page::of(known, query, size)?;
            page.entries.retain(is_wanted);
            page
        }
        false => Page::of(known.filter(is_wanted), query, size)?,
    };
    let entry = |(key, worker): (&String, &Worker)| {
        let name = key.strip_prefix(&prefix).unwrap_or_default();
        let (group, id) = name.split_once('/').unwrap_or_default();
        let mut json = json!({
            "workerGroup": group,
            "workerId": id,
            "firstClaim": timestamp::to_string(worker.first_claim),
        });
        add_date(&mut json, "lastDateActive", worker.last_active);
        if let Some(task) = worker.recent_tasks.last() {
            json["latestTask"] = task_json(task);
        }
        add_date(&mut json, "quarantineUntil", worker.quarantined_until(now));
        json
    };
    Ok(Outcome::Json(page.into_json("workers", entry).into()))
}

pub(super) fn worker(call: &Call<'_>) -> Result<Outcome, ApiError> {
    let workers = &call.state.queue.workers;
    let known = workers.workers.get(&path_key(call, &WORKER));
    let known = known.filter(|worker| worker.is_known(call.now));
    let known = known.filter(|_| {
        let id = call.param("provisionerId");
        workers.provisioners.contains_key(&id)
    });
    let worker = known.ok_or_else(|| no_worker(call, " Are you sure it was created?"))?;
    Ok(answer_worker(call, worker))
}

fn no_worker(call: &Call<'_>, doubt: &str) -> ApiError {
    let [provisioner_id, worker_type, group, id] = WORKER.map(|name| call.param(name));
    ApiError::not_found(format!(
        "Worker with workerId `{id}`, workerGroup `{group}`,worker-type `{worker_type}` and \
         provisionerId `{provisioner_id}` not found.{doubt}"
    ))
}

fn add_date(json: &mut Value, name: &str, date: Option<OffsetDateTime>) {
    if let Some(date) = date {
        json[name] = timestamp::to_string(date).into();
    }
}

fn answer_worker(call: &Call<'_>, worker: &Worker) -> Outcome {
    let provisioner_id = call.param("provisionerId");
    let recent: Value = worker.recent_tasks.iter().map(task_json).collect();
    let mut json = json!({
        "recentTasks": recent,
        "expires": timestamp::to_string(worker.expires),
        "firstClaim": timestamp::to_string(worker.first_claim),
        "actions": call.state.queue.workers.actions(&provisioner_id, "worker"),
    });
    for name in WORKER {
        json[name] = call.param(name).into();
    }
    json["taskQueueId"] = path_key(call, &TYPE).into();
    add_date(&mut json, "lastDateActive", worker.last_active);
    // Today there is always a date: one long past for a worker that never was in quarantine.
    let long_ago = worker.first_claim.saturating_sub(TEN_YEARS);
    let until = match worker.quarantine_until {
        until if call.apis.is_today => until.or(Some(long_ago)),
        _ => worker.quarantined_until(call.now),
    };
    add_date(&mut json, "quarantineUntil", until);
    Outcome::Json(json)
}

pub(super) fn quarantine(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let key = path_key(call, &WORKER);
    let until = match call.payload.get("quarantineUntil") {
        Some(_) => Some(date(&call.payload, "quarantineUntil")?),
        None => None,
    };
    if !call.state.queue.workers.workers.contains_key(&key) {
        return Err(no_worker(call, ""));
    }
    let details = json!({
        "clientId": call.client_id(),
        "updatedAt": timestamp::to_string(call.now),
        "quarantineUntil": until.and_then(timestamp::to_string),
        "quarantineInfo": call.payload["quarantineInfo"].as_str().unwrap_or("[unspecified]"),
    });
    if let Some(worker) = call.state.queue.workers.workers.get_mut(&key) {
        worker.quarantine_until = until;
        worker.quarantine_details.push(details);
        worker.expires = until.map_or(worker.expires, |until| worker.expires.max(until));
    }
    worker(call)
}

pub(super) fn declare_worker(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    authorize(call, &WORKER)?;
    let (key, now) = (path_key(call, &WORKER), call.now);
    let expires = match call.payload.get("expires") {
        Some(_) => Some(date(&call.payload, "expires")?),
        None => None,
    };
    let [provisioner_id, worker_type, group, id] = &WORKER.map(|name| call.param(name));
    let (is_today, seen) = (call.apis.is_today, Seen::now(call));
    let workers = &mut call.state.queue.workers;
    if is_today {
        let until = expires.map_or(seen.until, |expires| expires.max(seen.until));
        let seen = Seen { until, ..seen };
        workers.see([provisioner_id, worker_type], (group, id), seen);
    }
    let worker = workers.workers.entry(key.clone());
    let worker = worker.or_insert_with(|| Worker::new(now));
    worker.expires = expires.unwrap_or(worker.expires);
    Ok(answer_worker(call, &call.state.queue.workers.workers[&key]))
}
