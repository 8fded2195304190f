//! Answers and messages as the served era has them. Handlers say what either era wants to hear; members
//! that only the other era's references have are left out, and nothing else is. Where both eras are
//! served, they stay.

use std::collections::HashSet;

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use serde_json::Value;
use taskcluster_core::Era;

use crate::apis::pools::{POOLS, WORDS};
use crate::apis::{ApiMethod, Apis, Exchange, schemas};

/// The project of a task that names none.
const NO_PROJECT: &str = "none";

/// What today's servers say of the task that a hook has created.
const TRIGGERED: &str = "/schemas/hooks/v1/trigger-hook-response.json";

/// How often a value is changed: what is wrong in a form of a choice shows once it is that form.
const ROUNDS: usize = 3;

/// Checks what a method answers: by its own schema, or where both eras are served by that of the other.
pub(crate) fn answer(
    apis: &Apis,
    method: &ApiMethod,
    value: &mut Value,
) -> Result<(), Vec<String>> {
    let Some(own) = method.output.as_deref() else {
        return Ok(());
    };
    let (service, name) = (&method.service, &method.name);
    let others = apis
        .outputs(service, name)
        .into_iter()
        .filter(|id| *id != own);
    let ids = Vec::from_iter([own].into_iter().chain(others));
    fit(apis, &ids, value, service)
}

/// Checks a message by the schemas of its exchange, and tells which exchange has it.
pub(crate) fn message<'e>(
    exchanges: &[&'e Exchange],
    apis: &Apis,
    value: &mut Value,
) -> Result<&'e Exchange, Vec<String>> {
    let mut problems = Vec::new();
    for exchange in exchanges {
        match fit(apis, &[&exchange.schema], value, &exchange.service) {
            Ok(()) => return Ok(exchange),
            Err(found) if problems.is_empty() => problems = found,
            Err(_) => {}
        }
    }
    Err(problems)
}

/// Makes a value of a service fit the first of the schemas that it can be made to fit. Where both eras are
/// served it has the members of both.
fn fit(apis: &Apis, ids: &[&str], value: &mut Value, service: &str) -> Result<(), Vec<String>> {
    let nothing = HashSet::new();
    for id in ids {
        if let Ok(fitting) = changed(apis, id, value, &nothing) {
            *value = fitting;
            return Ok(());
        }
    }
    // Others repeat what the queue says of tasks.
    let known = Apis::own(Era::Both).map(|all| all.schemas.names_in(&[service, "queue"]));
    let mut known = known.unwrap_or_default();
    known.extend(POOLS.map(str::to_owned));
    let mut first = Ok(());
    for id in ids {
        match changed(apis, id, value, &known) {
            Ok(fitting) => {
                *value = fitting;
                return Ok(());
            }
            Err(problems) if first.is_ok() => first = Err(problems),
            Err(_) => {}
        }
    }
    first
}

/// A value with what a schema wants more, and without the members of these names that it refuses, unless
/// both eras are served.
fn changed(
    apis: &Apis,
    id: &str,
    value: &Value,
    refusable: &HashSet<String>,
) -> Result<Value, Vec<String>> {
    let validator = apis.schemas.validator(id)?;
    let (mut fitting, mut whole) = (value.clone(), value.clone());
    for _ in 0..ROUNDS {
        let errors = validator.iter_errors(&fitting);
        let changes: Vec<Change> = errors
            .flat_map(|error| changes(id, refusable, &error))
            .collect();
        if changes.is_empty() {
            break;
        }
        for change in changes {
            if change.value.is_some() {
                change.apply(&mut whole);
            }
            change.apply(&mut fitting);
        }
    }
    let answered = if apis.has_both {
        whole
    } else {
        fitting.clone()
    };
    schemas::accept(validator, &fitting).map(|()| answered)
}

/// A member of the object at a place, to be added with this value or taken out.
struct Change {
    place: String,
    name: String,
    value: Option<Value>,
}

impl Change {
    fn apply(&self, value: &mut Value) {
        let object = value.pointer_mut(&self.place);
        match (object.and_then(Value::as_object_mut), &self.value) {
            (Some(object), Some(value)) => drop(object.insert(self.name.clone(), value.clone())),
            (Some(object), None) => drop(object.remove(&self.name)),
            (None, _) => {}
        }
    }
}

/// What is to be changed because of one thing that is wrong.
fn changes(id: &str, refusable: &HashSet<String>, error: &ValidationError<'_>) -> Vec<Change> {
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
            let dropped = unexpected.iter().filter(|name| refusable.contains(*name));
            dropped.map(|name| change(name, None)).collect()
        }
        // Of several forms the first is the one that the handlers have in mind.
        ValidationErrorKind::AnyOf { context } => {
            let errors = context.first().into_iter().flatten();
            errors
                .flat_map(|error| changes(id, refusable, error))
                .collect()
        }
        _ => Vec::new(),
    }
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
