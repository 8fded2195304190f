//! Provisioners and worker types.

use serde_json::{Map, Value};

use super::{Place, Seen, TYPE, Workers, authorize, path_key};
use crate::http::errors::ApiError;
use crate::http::paging::{MAX_PAGE, Page};
use crate::services::context::{Call, Outcome};

fn provisioner_json(id: &str, place: &Place) -> Value {
    let mut json = place.json();
    json.insert("provisionerId".to_owned(), id.into());
    json.insert("actions".to_owned(), place.actions.clone().into());
    json.into()
}

pub(super) fn list_provisioners(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let known = call.state.queue.workers.provisioners.iter();
    let known = known.filter(|(_, place)| place.expires > call.now);
    // Where both eras are served, the list has the pages of 2018.
    let page = match call.apis.is_today && !call.apis.has_both {
        true => first(known, call),
        false => page(known, call)?,
    };
    let entry = |(id, place): (&String, &Place)| provisioner_json(id, place);
    Ok(Outcome::Json(page.into_json("provisioners", entry).into()))
}

/// A page of a list. One without entries is no fault here.
fn page<T>(list: impl IntoIterator<Item = T>, call: &Call<'_>) -> Result<Page<T>, ApiError> {
    Page::of(list, &call.query, call.settings.page_size)
}

/// The beginning of a list: today nobody is told how to go on, and tokens are passed over.
fn first<T>(list: impl Iterator<Item = T>, call: &Call<'_>) -> Page<T> {
    let limit = call.query.get("limit").and_then(|limit| limit.parse().ok());
    let limit = limit.filter(|limit| *limit > 0).unwrap_or(MAX_PAGE);
    Page::whole(list.take(limit.min(MAX_PAGE)))
}

pub(super) fn provisioner(call: &Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("provisionerId");
    let place = call.state.queue.workers.provisioners.get(&id);
    let place = place.filter(|place| place.expires > call.now);
    let place = place.ok_or_else(|| {
        ApiError::not_found(format!(
            "Provisioner `{id}` not found. Are you sure it was created?"
        ))
    })?;
    Ok(Outcome::Json(provisioner_json(&id, place)))
}

pub(super) fn declare_provisioner(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    authorize(call, &TYPE[..1])?;
    let (id, seen) = (call.param("provisionerId"), Seen::now(call));
    let place = call.state.queue.workers.provisioners.entry(id.clone());
    let place = place.or_insert_with(|| Place::new(seen));
    place.declare(&call.payload)?;
    Ok(Outcome::Json(provisioner_json(&id, place)))
}

fn type_json(key: &str, place: &Place) -> Map<String, Value> {
    let mut json = place.json();
    let (provisioner_id, worker_type) = key.split_once('/').unwrap_or_default();
    json.insert("provisionerId".to_owned(), provisioner_id.into());
    json.insert("workerType".to_owned(), worker_type.into());
    json.insert("taskQueueId".to_owned(), key.into());
    json
}

fn queue_json(key: &str, place: &Place) -> Value {
    let mut json = place.json();
    json.insert("taskQueueId".to_owned(), key.into());
    json.into()
}

pub(super) fn list_task_queues(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let known = call.state.queue.workers.worker_types.iter();
    let page = page(known.filter(|(_, place)| place.expires > call.now), call)?;
    let entry = |(key, place): (&String, &Place)| queue_json(key, place);
    Ok(Outcome::Json(page.into_json("taskQueues", entry).into()))
}

pub(super) fn task_queue(call: &Call<'_>) -> Result<Outcome, ApiError> {
    let key = path_key(call, &TYPE);
    let place = call.state.queue.workers.worker_types.get(&key);
    let place = place.filter(|place| place.expires > call.now);
    let place = place.ok_or_else(|| {
        ApiError::not_found(format!(
            "Task queue with `{key}` not found. Are you sure it was created?"
        ))
    })?;
    Ok(Outcome::Json(queue_json(&key, place)))
}

pub(super) fn list_worker_types(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let prefix = call.param("provisionerId") + "/";
    let known = call.state.queue.workers.worker_types.iter();
    let known = known.filter(|(key, place)| key.starts_with(&prefix) && place.expires > call.now);
    let page = page(known, call)?;
    let entry = |(key, place): (&String, &Place)| type_json(key, place).into();
    Ok(Outcome::Json(page.into_json("workerTypes", entry).into()))
}

pub(super) fn worker_type(call: &Call<'_>) -> Result<Outcome, ApiError> {
    let workers = &call.state.queue.workers;
    let (id, key) = (call.param("provisionerId"), path_key(call, &TYPE));
    let place = workers.worker_types.get(&key);
    let place = place.filter(|place| place.expires > call.now);
    let place = place.filter(|_| workers.provisioners.contains_key(&id));
    let place = place.ok_or_else(|| {
        let worker_type = call.param("workerType");
        ApiError::not_found(format!(
            "Worker-type `{worker_type}` with Provisioner `{id}` not found. Are you sure it was \
             created?"
        ))
    })?;
    answer_type(workers, &id, &key, place)
}

fn answer_type(
    workers: &Workers,
    provisioner_id: &str,
    key: &str,
    place: &Place,
) -> Result<Outcome, ApiError> {
    let mut json = type_json(key, place);
    let actions = workers.actions(provisioner_id, "worker-type");
    json.insert("actions".to_owned(), actions);
    Ok(Outcome::Json(json.into()))
}

pub(super) fn declare_worker_type(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    authorize(call, &TYPE)?;
    let (key, seen) = (path_key(call, &TYPE), Seen::now(call));
    let place = call.state.queue.workers.worker_types.entry(key.clone());
    let place = place.or_insert_with(|| Place::new(seen));
    place.declare(&call.payload)?;
    let workers = &call.state.queue.workers;
    let id = call.param("provisionerId");
    answer_type(workers, &id, &key, &workers.worker_types[&key])
}
