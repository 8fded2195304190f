//! What servers that are newer than this project's references take and say beside what the handlers
//! know: one named rule per difference. With references that have no such difference nothing here
//! changes anything.

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use serde_json::{Map, Value};
use taskcluster_core::scopes::{Argument, Arguments};

use crate::apis::schemas::{self, Schemas};
use crate::http::errors::ApiError;

/// What a pool of workers, once named by two words, is called since it has one name, with a slash.
const POOLS: [&str; 2] = ["taskQueueId", "workerPoolId"];
const WORDS: [&str; 2] = ["provisionerId", "workerType"];

/// The project of a task that names none.
const NO_PROJECT: &str = "none";

/// What is said of the task that a hook has created.
const TRIGGERED: &str = "/schemas/hooks/v1/trigger-hook-response.json";

/// Members that the handlers give, and that there is no room for in the schemas whose identifiers
/// begin like this. The actions that nobody ever used are gone; pools have one name, tasks have a
/// project, and statuses their priority; messages tell the task's tags, and workers when they were
/// last seen; what is said of a task group has become more, and of the task that a hook has created
/// there is the ID alone.
const DROPPED: [(&str, &[&str]); 6] = [
    (
        "/schemas/queue/v1/",
        &[
            "actions",
            "taskQueueId",
            "projectId",
            "priority",
            "task",
            "lastDateActive",
        ],
    ),
    (
        "/schemas/queue/v1/list-task-group-response.json",
        &["schedulerId", "expires"],
    ),
    ("/schemas/queue/v1/task-group-resolved.json", &["expires"]),
    ("/schemas/purge-cache/v1/", &["workerPoolId"]),
    (
        "/schemas/hooks/v1/task-status.json",
        &["taskQueueId", "projectId", "priority"],
    ),
    (
        TRIGGERED,
        &[
            "provisionerId",
            "workerType",
            "taskQueueId",
            "projectId",
            "priority",
            "schedulerId",
            "taskGroupId",
            "deadline",
            "expires",
            "retriesLeft",
            "state",
            "runs",
        ],
    ),
];

/// Gives the two words of a pool, which the handlers know, where its one name is given.
pub(crate) fn split_pools(given: &mut Map<String, Value>) -> Result<(), ApiError> {
    for name in POOLS {
        let words = given.get(name).and_then(Value::as_str);
        let Some((provisioner_id, worker_type)) = words.and_then(|words| words.split_once('/'))
        else {
            continue;
        };
        for (word, value) in WORDS
            .into_iter()
            .zip([provisioner_id.into(), worker_type.into()])
        {
            if given.get(word).is_some_and(|other| *other != value) {
                let message = format!("{name} does not agree with {word}");
                return Err(ApiError::input(message));
            }
            given.insert(word.to_owned(), value);
        }
    }
    Ok(())
}

/// The arguments of a path as they were asked with, without the words that
/// [`split_pools`] has added.
pub(crate) fn asked(params: &Map<String, Value>) -> Map<String, Value> {
    let mut asked = params.clone();
    if POOLS.iter().any(|name| asked.contains_key(*name)) {
        asked.retain(|name, _| !WORDS.contains(&name.as_str()));
    }
    asked
}

/// Adds what newer scope expressions ask for: the one name of a pool, and a list of the names of
/// artifacts where there was one.
pub(crate) fn arguments(given: Arguments) -> Arguments {
    let text = |name: &str| match given.get(name) {
        Some(Argument::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    let mut more = Arguments::new();
    if let [Some(provisioner_id), Some(worker_type)] = WORDS.map(text) {
        for name in POOLS {
            more = more.with(name, format!("{provisioner_id}/{worker_type}"));
        }
    }
    if let Some(name) = text("name") {
        more = more.with("names", [name]);
    }
    given.or(more)
}

/// Checks an answer or a message, after adding what a newer schema wants more and taking out what it
/// has no room for.
pub(crate) fn fit(schemas: &Schemas, id: &str, value: &mut Value) -> Result<(), Vec<String>> {
    let validator = schemas.validator(id)?;
    if validator.is_valid(value) {
        return Ok(());
    }
    let errors = validator.iter_errors(value);
    let changes: Vec<Change> = errors.flat_map(|error| changes(id, &error)).collect();
    for change in changes {
        let object = value.pointer_mut(&change.place);
        match (object.and_then(Value::as_object_mut), change.value) {
            (Some(object), Some(value)) => drop(object.insert(change.name, value)),
            (Some(object), None) => drop(object.remove(&change.name)),
            (None, _) => {}
        }
    }
    schemas::accept(validator, value)
}

/// A member of the object at a place, to be added with this value or taken out.
struct Change {
    place: String,
    name: String,
    value: Option<Value>,
}

/// What is to be changed because of one thing that is wrong.
fn changes(id: &str, error: &ValidationError<'_>) -> Vec<Change> {
    let change = |name: &str, value| Change {
        place: error.instance_path().to_string(),
        name: name.to_owned(),
        value,
    };
    match error.kind() {
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            let added = added(id, name, error.instance());
            Vec::from_iter(added.map(|value| change(name, Some(value))))
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let dropped = unexpected.iter().filter(|name| is_dropped(id, name));
            dropped.map(|name| change(name, None)).collect()
        }
        // Of several forms the first is the one that the handlers have in mind.
        ValidationErrorKind::AnyOf { context } => {
            let errors = context.first().into_iter().flatten();
            errors.flat_map(|error| changes(id, error)).collect()
        }
        _ => Vec::new(),
    }
}

fn is_dropped(id: &str, name: &str) -> bool {
    let mut rules = DROPPED.iter();
    rules.any(|(schema, names)| id.starts_with(schema) && names.contains(&name))
}

/// The member that an object lacks.
fn added(id: &str, name: &str, object: &Value) -> Option<Value> {
    if POOLS.contains(&name) {
        let [Some(provisioner_id), Some(worker_type)] = WORDS.map(|word| object[word].as_str())
        else {
            return None;
        };
        return Some(format!("{provisioner_id}/{worker_type}").into());
    }
    match name {
        "projectId" => Some(NO_PROJECT.into()),
        "taskId" if id.starts_with(TRIGGERED) => object["status"].get("taskId").cloned(),
        _ => None,
    }
}
