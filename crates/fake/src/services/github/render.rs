//! A `.taskcluster.yml`, tried out on an event that is made up: what tasks it would create, and with which
//! scopes.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::{Map, Value, json};
use taskcluster_core::{slugid, timestamp};

use super::events::{self, About};
use super::{yaml, zero};
use crate::apis::Given;
use crate::http::errors::ApiError;
use crate::services::context::{Call, Outcome};

/// The forms of a file, by its version.
const SCHEMAS: [&str; 2] = [
    "/schemas/github/v1/taskcluster-github-config.json#",
    "/schemas/github/v1/taskcluster-github-config.v1.json#",
];
pub(super) const SCHEDULER: &str = "taskcluster-github";
/// What the service listens to for its tasks: where GitHub hears of them by checks, and otherwise.
const CHECKS: &str = "checks";
pub(super) const STATUSES: &str = "statuses";
/// The command that a comment gives.
const COMMAND: &str = "/taskcluster ";

/// What a file makes of an event.
pub(super) struct Rendered {
    pub(super) tasks: Vec<Value>,
    pub(super) scopes: Vec<String>,
}

pub(super) fn render(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let payload = &call.payload;
    let fake = &payload["fakeEvent"];
    let overrides = fake["overrides"].as_object().cloned().unwrap_or_default();
    let branch = overrides.get("branch").and_then(Value::as_str);
    let about = About {
        tasks_for: fake["type"].as_str().unwrap_or_default(),
        action: fake["action"].as_str(),
        organization: payload["organization"].as_str().unwrap_or("taskcluster"),
        repository: payload["repository"].as_str().unwrap_or("testing"),
        branch: branch.unwrap_or("main"),
        overrides: &overrides,
    };
    let event = event(&about)?;
    let config = read(call, payload["body"].as_str().unwrap_or_default())?;
    let rendered = match config["version"].as_u64() {
        Some(0) => zero::render(&about, &config, &event, call.now)?,
        _ => one(call, &about, &config, &event)?,
    };
    let Rendered { tasks, scopes } = rendered;
    Ok(Outcome::Json(json!({ "tasks": tasks, "scopes": scopes })))
}

/// What a file of version 1 makes of an event.
fn one(
    call: &Call<'_>,
    about: &About<'_>,
    config: &Value,
    event: &Map<String, Value>,
) -> Result<Rendered, ApiError> {
    let now = timestamp::to_string(call.now).unwrap_or_default();
    let context = json!({
        "taskcluster_root_url": call.root_url(), "tasks_for": about.tasks_for, "event": event, "now": now,
    });
    let config = rendered(config, &context)?;
    let route = match config.get("reporting") {
        None | Some(Value::Null) => STATUSES,
        Some(_) => CHECKS,
    };
    let scopes = vec![
        caller(about, event)?,
        format!("queue:route:{route}"),
        format!("queue:scheduler-id:{SCHEDULER}"),
    ];
    let tasks = match config.get("tasks") {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(tasks)) => complete(tasks, route, &now)?,
        Some(_) => return Err(ApiError::input("data.tasks must be array")),
    };
    Ok(Rendered { tasks, scopes })
}

/// The event, with the branch looked at, and the command where it is a comment.
fn event(about: &About<'_>) -> Result<Map<String, Value>, ApiError> {
    if !about.branch.bytes().all(|b| (b' '..=b'~').contains(&b)) {
        let why = "Must have only ascii-printable chars in branch names!";
        return Err(ApiError::input(why));
    }
    let mut event = events::event(about);
    if about.tasks_for == "github-issue-comment" {
        let command = command(&event);
        let command = command.ok_or_else(|| ApiError::input("No taskcluster command found"))?;
        event.insert("taskcluster_comment".to_owned(), command.into());
    }
    Ok(event)
}

/// The word behind the command of a comment.
fn command(event: &Map<String, Value>) -> Option<String> {
    let body = event.get("comment")?["body"].as_str()?;
    let (_, rest) = body.split_once(COMMAND)?;
    rest.split_whitespace().next().map(str::to_owned)
}

/// The file, as far as it can be seen before it is rendered.
fn read(call: &Call<'_>, text: &str) -> Result<Value, ApiError> {
    let mut config = yaml::parse(text).map_err(ApiError::input)?;
    let object = config.as_object_mut();
    let object = object.ok_or_else(|| ApiError::input("a .taskcluster.yml is a map"))?;
    let version = object.get("version").and_then(Value::as_u64);
    let version = version.and_then(|version| usize::try_from(version).ok());
    let schema = version.and_then(|version| SCHEMAS.get(version));
    let schema = schema.ok_or_else(|| ApiError::input("data.version must be 0 or 1"))?;
    if call.apis.has_schema(schema) {
        let given = Given::default();
        let checked = call.apis.check_by(schema, false, &config, &given);
        checked.map_err(|error| ApiError::input(error.message()))?;
        call.apis.fill_in_by(schema, &mut config);
    }
    Ok(config)
}

/// The file, rendered; empty where it has said that there is to be nothing.
fn rendered(config: &Value, context: &Value) -> Result<Map<String, Value>, ApiError> {
    let ids = RefCell::new(HashMap::new());
    let as_slugid = |given: &[Value]| match given {
        [Value::String(label)] => {
            let mut ids = ids.borrow_mut();
            let id = ids.entry(label.clone()).or_insert_with(slugid::nice);
            Ok(Value::from(id.as_str()))
        }
        _ => Err("as_slugid takes one text".to_owned()),
    };
    let context = context.as_object().cloned().unwrap_or_default();
    let rendered = taskcluster_json_e::render_with(config, &context, &[("as_slugid", &as_slugid)]);
    match rendered.map_err(|error| ApiError::input(error.to_string()))? {
        Some(Value::Object(config)) => Ok(config),
        _ => Ok(Map::new()),
    }
}

/// The role whose scopes the tasks are created with.
fn caller(about: &About<'_>, event: &Map<String, Value>) -> Result<String, ApiError> {
    let text = |name| event.get(name).and_then(Value::as_str);
    let role = match about.tasks_for {
        "github-push" => {
            let git_ref =
                text("ref").ok_or_else(|| ApiError::input("the event's ref is no text"))?;
            let mut parts = git_ref.splitn(3, '/').skip(1);
            let kind = match parts.next() {
                Some("tags") => "tag",
                _ => "branch",
            };
            format!("{kind}:{}", parts.next().unwrap_or_default())
        }
        "github-release" => format!("release:{}", text("action").unwrap_or("published")),
        "github-pull-request-untrusted" => "pull-request-untrusted".to_owned(),
        _ => "pull-request".to_owned(),
    };
    let (organization, repository) = (about.organization, about.repository);
    Ok(format!(
        "assume:repo:github.com/{organization}/{repository}:{role}"
    ))
}

/// The tasks with what they leave out, in an order in which they can be created.
fn complete(tasks: &[Value], route: &str, now: &str) -> Result<Vec<Value>, ApiError> {
    let (mut own_id, group_id) = default_ids(tasks);
    let mut completed = Vec::new();
    for task in tasks {
        let Value::Object(task) = task else {
            return Err(ApiError::input("data.tasks must be objects"));
        };
        let mut task = task.clone();
        let routes = task.remove("routes");
        let routes = routes
            .as_ref()
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let mut all: Vec<Value> = Vec::new();
        for route in routes.chain([&route.into()]) {
            if !all.contains(route) {
                all.push(route.clone());
            }
        }
        task.insert("routes".to_owned(), all.into());
        for (name, value) in [
            ("taskGroupId", group_id.as_str()),
            ("created", now),
            ("schedulerId", SCHEDULER),
        ] {
            task.entry(name).or_insert_with(|| value.into());
        }
        let id = task.remove("taskId").unwrap_or_else(|| own_id.into());
        own_id = slugid::nice();
        completed.push(json!({ "taskId": id, "task": task }));
    }
    in_order(&completed)
}

/// The ids of the first task and of the group where none are given. A single task begins a group of its own, as
/// a decision task does.
fn default_ids(tasks: &[Value]) -> (String, String) {
    let id = |name: &str| match tasks {
        [task] => task[name].as_str().map(str::to_owned),
        _ => None,
    };
    match (id("taskId"), id("taskGroupId")) {
        (Some(task), None) => (task.clone(), task),
        (None, Some(group)) => (group.clone(), group),
        (Some(task), Some(group)) => (task, group),
        (None, None) => {
            let task = slugid::nice();
            let group = match tasks {
                [_] => task.clone(),
                _ => slugid::nice(),
            };
            (task, group)
        }
    }
}

/// Each task behind those that it depends on, otherwise as in the file.
fn in_order(tasks: &[Value]) -> Result<Vec<Value>, ApiError> {
    let places = tasks.iter().enumerate();
    let places: HashMap<&str, usize> = places
        .filter_map(|(at, task)| Some((task["taskId"].as_str()?, at)))
        .collect();
    let mut waiting = BTreeMap::new();
    let mut dependents: HashMap<usize, BTreeSet<usize>> = HashMap::new();
    for (at, task) in tasks.iter().enumerate() {
        let on = task["task"]["dependencies"]
            .as_array()
            .into_iter()
            .flatten();
        let on = on.filter_map(|id| places.get(id.as_str()?));
        let on: BTreeSet<usize> = on.copied().collect();
        for other in &on {
            dependents.entry(*other).or_default().insert(at);
        }
        waiting.insert(at, on.len());
    }
    let mut ready: BTreeSet<usize> = waiting
        .iter()
        .filter(|(_, on)| **on == 0)
        .map(|(at, _)| *at)
        .collect();
    let mut order = Vec::new();
    while let Some(at) = ready.pop_first() {
        order.push(tasks[at].clone());
        for dependent in dependents.remove(&at).into_iter().flatten() {
            if let Some(on) = waiting.get_mut(&dependent) {
                *on -= 1;
                if *on == 0 {
                    ready.insert(dependent);
                }
            }
        }
    }
    if order.len() < tasks.len() {
        return Err(ApiError::input("tasks depend on each other in a circle"));
    }
    Ok(order)
}
