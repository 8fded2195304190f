//! The index: tasks by names with dots.

mod link;
mod tree;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::timestamp;
use time::{Duration, OffsetDateTime, Time};

use super::Handler;
use super::queue::texts;
use crate::apis::patterns;
use crate::http::errors::ApiError;
use crate::services::book::Saved;
use crate::services::context::{Call, Outcome};
use crate::services::state::State;
use crate::services::{date, text};
use tree::Tree;

/// How many characters a path can have.
const LONGEST: usize = 255;

/// All that is indexed.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(crate) struct Index {
    #[serde(skip)]
    tasks: Tree<Entry>,
    /// When they expire.
    #[serde(skip)]
    namespaces: Tree<Expiry>,
}

impl Index {
    /// What is saved entry by entry.
    pub(super) fn books(&mut self) -> [(&'static str, &mut dyn Saved); 2] {
        [
            ("index.tasks", self.tasks.book()),
            ("index.namespaces", self.namespaces.book()),
        ]
    }

    /// Notes what follows from the paths of all that is there, in an index that comes from a file.
    pub(crate) fn note_all(&mut self) {
        self.tasks.enter_all();
        self.namespaces.enter_all();
    }
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, PartialOrd, Serialize)]
struct Expiry(#[serde(with = "timestamp")] OffsetDateTime);

#[derive(Debug, Deserialize, Serialize)]
struct Entry {
    task_id: String,
    rank: f64,
    data: Value,
    expires: Expiry,
}

impl Entry {
    fn json(&self, namespace: &str, name: &str) -> Value {
        json!({
            "namespace": join(namespace, name),
            "taskId": self.task_id,
            "rank": number(self.rank),
            "data": self.data,
            "expires": timestamp::to_string(self.expires.0),
        })
    }
}

/// A rank as JSON: a whole number where it is one.
fn number(rank: f64) -> Value {
    // Larger numbers are told with a fraction; no rank of an index of today is.
    let whole = format!("{rank:.0}").parse::<i64>();
    match whole {
        Ok(whole) if rank.fract() == 0.0 => whole.into(),
        _ => rank.into(),
    }
}

/// A path as the namespace and the name in it.
fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('.').unwrap_or(("", path))
}

fn join(namespace: &str, name: &str) -> String {
    if namespace.is_empty() {
        name.to_owned()
    } else {
        format!("{namespace}.{name}")
    }
}

impl Index {
    fn find(&self, path: &str, now: OffsetDateTime) -> Result<&Entry, ApiError> {
        let entry = self.tasks.get(path).filter(|entry| entry.expires.0 > now);
        entry.ok_or_else(|| ApiError::not_found("Indexed task not found"))
    }

    /// Indexes a task, unless there is one of a higher rank, which counts until it is forgotten: one that
    /// has expired, too.
    fn insert(&mut self, path: &str, entry: Entry) {
        let there = self.tasks.get(path);
        if there.is_some_and(|there| there.rank > entry.rank) {
            return;
        }
        let expires = entry.expires;
        self.tasks.insert(path, entry);
        self.open(split(path).0, expires);
    }

    /// Forgets what has expired by now.
    pub(super) fn forget_expired(&mut self, now: OffsetDateTime) {
        self.tasks.keep(|entry| entry.expires.0 > now);
        self.namespaces.keep(|expires| expires.0 > now);
    }

    /// Opens a namespace until the day after a date has begun, and the one that it is in for a day longer.
    fn open(&mut self, namespace: &str, date: Expiry) {
        if namespace.is_empty() {
            return;
        }
        let next = date.0.replace_time(Time::MIDNIGHT);
        let expires = Expiry(next.saturating_add(Duration::days(1)));
        let known = self.namespaces.get(namespace);
        if known.is_some_and(|known| *known >= expires) {
            return;
        }
        self.open(split(namespace).0, expires);
        self.namespaces.insert(namespace, expires);
    }
}

/// Indexes a completed task under its routes that begin with `index.`.
pub(super) fn insert_completed(state: &mut State, id: &str, definition: &Value) {
    let extra = &definition["extra"]["index"];
    let rank = extra.get("rank").map_or(Some(0.0), Value::as_f64);
    let data = extra.get("data").cloned().unwrap_or_else(|| json!({}));
    let expires = match extra.get("expires") {
        Some(_) => date(extra, "expires"),
        None => date(definition, "expires"),
    };
    // The real index does not take what it cannot read either.
    let (Some(rank), true, Ok(expires)) = (rank, data.is_object(), expires) else {
        return;
    };
    let routes = definition["routes"].as_array().into_iter().flatten();
    let paths = routes.filter_map(|route| route.as_str()?.strip_prefix("index."));
    let is_good = |path: &&str| path.len() <= LONGEST && patterns::is_index_path(path);
    for path in paths.filter(is_good) {
        let entry = Entry {
            task_id: id.to_owned(),
            rank,
            data: data.clone(),
            expires: Expiry(expires),
        };
        state.index.insert(path, entry);
    }
}

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "findTask" => find_task,
        "insertTask" => insert_task,
        "listNamespaces" => list_namespaces,
        "listTasks" => list_tasks,
        "findArtifactFromTask" => link::find_artifact,
        "findTasksAtIndex" => find_tasks,
        "deleteTask" => delete_task,
        _ => return None,
    })
}

fn find_task(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    answer(call, &call.param("indexPath"))
}

fn answer(call: &Call<'_>, path: &str) -> Result<Outcome, ApiError> {
    let entry = call.state.index.find(path, call.now)?;
    let (namespace, name) = split(path);
    Ok(Outcome::Json(entry.json(namespace, name)))
}

fn insert_task(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let path = call.param("namespace");
    if path.len() > LONGEST {
        // The schema of the answer has no room for it, which the real index finds out too late.
        let cause = format!(
            "Error: Output schema validation error: \n  * data/namespace must NOT have more than \
             {LONGEST} characters"
        );
        return Err(ApiError::internal(&cause));
    }
    let rank = &call.payload["rank"];
    // Today's index keeps ranks as whole numbers, and does not expect others.
    if call.apis.is_today && rank.as_f64().is_some_and(|rank| rank.fract() != 0.0) {
        let cause = format!("error: invalid input syntax for type integer: \"{rank}\"");
        return Err(ApiError::internal(&cause));
    }
    let entry = Entry {
        task_id: text(&call.payload, "taskId"),
        rank: call.payload["rank"].as_f64().unwrap_or_default(),
        data: call.payload["data"].clone(),
        expires: Expiry(date(&call.payload, "expires")?),
    };
    call.state.index.insert(&path, entry);
    // What has expired is answered all the same.
    let (namespace, name) = split(&path);
    let there = call.state.index.tasks.get(&path);
    Ok(Outcome::Json(
        there.map(|there| there.json(namespace, name)).into(),
    ))
}

/// The tasks at several paths; a path without a task is left out.
fn find_tasks(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let paths = texts(&call.payload, "indexes");
    call.authorize(&Arguments::new().with("indexPaths", paths.clone()))?;
    let (index, mut seen) = (&call.state.index, HashSet::new());
    let found = paths.iter().filter(|path| seen.insert(*path));
    let found = found.filter_map(|path| Some((path, index.find(path, call.now).ok()?)));
    let page = call.page(found)?;
    let entry = |(path, entry): (&String, &Entry)| {
        let (namespace, name) = split(path);
        entry.json(namespace, name)
    };
    Ok(Outcome::Json(page.into_json("tasks", entry).into()))
}

/// Takes a task out of the index, if it is there. The namespaces that it was in stay.
fn delete_task(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    call.state.index.tasks.remove(&call.param("namespace"));
    Ok(Outcome::Json(json!({})))
}

fn list_namespaces(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let parent = call.param("namespace");
    let all = call.state.index.namespaces.within(&parent);
    let all = all.filter(|(_, expires)| expires.0 > call.now);
    let page = call.page(all)?;
    let entry = |(name, expires): (&String, &Expiry)| {
        json!({
            "namespace": join(&parent, name),
            "name": name,
            "expires": timestamp::to_string(expires.0),
        })
    };
    Ok(Outcome::Json(page.into_json("namespaces", entry).into()))
}

fn list_tasks(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let namespace = call.param("namespace");
    let tasks = call.state.index.tasks.within(&namespace);
    let tasks = tasks.filter(|(_, entry)| entry.expires.0 > call.now);
    let page = call.page(tasks)?;
    let entry = |(name, entry): (&String, &Entry)| entry.json(&namespace, name);
    Ok(Outcome::Json(page.into_json("tasks", entry).into()))
}
