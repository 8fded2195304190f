//! Groups of tasks: what is known of one, and what can be done with all of its tasks.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::timestamp;
use time::{Duration, OffsetDateTime};

use super::messages::publish_group;
use super::{Queue, life, manage};
use crate::http::errors::ApiError;
use crate::services::Handler;
use crate::services::context::{Call, Outcome};

/// How long a group is known beyond the task that it was last put off for.
const EXTENSION: Duration = Duration::hours(1);

#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Group {
    pub(super) scheduler_id: String,
    /// In the order in which they are listed; not saved, since tasks know their groups.
    #[serde(skip)]
    pub(super) task_ids: BTreeSet<String>,
    /// The tasks that were never resolved; not saved either.
    #[serde(skip)]
    pub(super) active: BTreeSet<String>,
    /// What holds the group back without being a task of it.
    pub(super) held_by: BTreeSet<String>,
    /// Until when the group is known.
    #[serde(with = "timestamp")]
    pub(super) expires: OffsetDateTime,
    /// Since when the group takes no more tasks.
    #[serde(default, with = "timestamp::option")]
    pub(super) sealed: Option<OffsetDateTime>,
}

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "listTaskGroup" => list,
        "getTaskGroup" => |call| existing(call).map(|id| answer(call, &id)),
        "sealTaskGroup" => seal,
        "cancelTaskGroup" => cancel,
        _ => return None,
    })
}

impl Queue {
    pub(super) fn group_json(id: &str, group: &Group) -> Map<String, Value> {
        let mut json = Map::from_iter([
            ("taskGroupId".to_owned(), id.into()),
            ("schedulerId".to_owned(), group.scheduler_id.as_str().into()),
            (
                "expires".to_owned(),
                timestamp::to_string(group.expires).into(),
            ),
        ]);
        if let Some(sealed) = group.sealed {
            json.insert("sealed".to_owned(), timestamp::to_string(sealed).into());
        }
        json
    }

    /// Finds or makes the group of a task that is about to be created, for as long as the task will be
    /// known: whatever becomes of the task, the group stays. All tasks of a group have the same
    /// scheduler, and a sealed group takes no more.
    pub(super) fn ensure_group(
        &mut self,
        id: &str,
        scheduler_id: &str,
        task_expires: OffsetDateTime,
    ) -> Result<&mut Group, ApiError> {
        let put_off = task_expires.saturating_add(EXTENSION);
        let group = self.groups.entry(id.to_owned());
        let group = group.or_insert_with(|| Group {
            scheduler_id: scheduler_id.to_owned(),
            task_ids: BTreeSet::new(),
            active: BTreeSet::new(),
            held_by: BTreeSet::new(),
            expires: put_off,
            sealed: None,
        });
        if group.scheduler_id != scheduler_id {
            return Err(ApiError::conflict(format!(
                "Task group `{id}` contains tasks with a schedulerId other\nthan \
                 `{scheduler_id}`. All tasks in the same task-group must have\nthe same \
                 schedulerId."
            )));
        }
        if group.expires < task_expires {
            group.expires = put_off;
        }
        if group.sealed.is_some() {
            return Err(ApiError::conflict(format!(
                "Task group `{id}` is sealed and does not accept new tasks."
            )));
        }
        Ok(group)
    }
}

/// The ID of the group of the path, if there is such a group.
fn existing(call: &Call<'_>) -> Result<String, ApiError> {
    let id = call.param("taskGroupId");
    if call.state.queue.groups.contains_key(&id) {
        return Ok(id);
    }
    let message = format!("No task-group with taskGroupId: `{id}`");
    Err(ApiError::not_found(message))
}

/// Checks that the caller may do this with the group.
pub(super) fn authorize(call: &mut Call<'_>, id: &str) -> Result<(), ApiError> {
    let scheduler_id = scheduler_id(call, id);
    let arguments = Arguments::new().with("schedulerId", scheduler_id);
    call.authorize(&arguments.with("taskGroupId", id))
}

pub(super) fn scheduler_id(call: &Call<'_>, id: &str) -> String {
    let group = call.state.queue.groups.get(id);
    group.map_or_else(String::new, |group| group.scheduler_id.clone())
}

fn answer(call: &Call<'_>, id: &str) -> Outcome {
    let group = call.state.queue.groups.get(id);
    Outcome::Json(group.map(|group| Queue::group_json(id, group)).into())
}

fn list(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = existing(call)?;
    let queue = &call.state.queue;
    let ids = queue.groups.get(&id).into_iter();
    let mut page = manage::page(call, ids.flat_map(|group| &group.task_ids))?;
    if let Some(group) = queue.groups.get(&id) {
        page.extend(Queue::group_json(&id, group));
    }
    Ok(Outcome::Json(page.into()))
}

/// Seals a group for good. To do it again changes nothing, and is told all the same.
fn seal(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = existing(call)?;
    authorize(call, &id)?;
    let now = call.now;
    if let Some(group) = call.state.queue.groups.get_mut(&id) {
        group.sealed.get_or_insert(now);
    }
    publish_group(call.state, "taskGroupSealed", &id, Map::new());
    Ok(answer(call, &id))
}

/// Cancels what has not been resolved of a sealed group.
fn cancel(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = existing(call)?;
    let group = call.state.queue.groups.get(&id);
    let group = group.filter(|group| group.sealed.is_some());
    let group = group
        .ok_or_else(|| ApiError::conflict(format!("Cannot cancel unsealed task group: `{id}`")))?;
    let (size, canceled) = (group.task_ids.len(), group.active.clone());
    authorize(call, &id)?;
    for task_id in &canceled {
        life::cancel(call.state, task_id, call.now);
    }
    Ok(Outcome::Json(json!({
        "taskGroupId": id,
        "taskGroupSize": size,
        "cancelledCount": canceled.len(),
        "taskIds": canceled,
    })))
}
