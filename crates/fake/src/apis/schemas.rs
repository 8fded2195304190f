//! The JSON schemas of payloads and answers.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use jsonschema::{Draft, Registry, Validator};
use serde_json::{Map, Value, json};

use crate::apis::patterns;

/// Where the schemas are for the validator, which wants absolute identifiers: each era's under a host of
/// their own, since they refer to each other by paths.
const BASE: &str = "taskcluster://fake";
const CLASSIC_BASE: &str = "taskcluster://classic";

/// How long names of these forms were in 2018, and how long they are in paths: those of
/// provisioners, worker types, worker groups, workers and schedulers, and those of hooks.
const LENGTHS: [(&str, u64, usize); 3] = [
    ("^([a-zA-Z0-9-_]*)$", 22, patterns::MAX_NAME),
    ("^([a-zA-Z0-9-_]*)$", 64, patterns::MAX_HOOK),
    ("^([a-zA-Z0-9-_/]*)$", 64, patterns::MAX_HOOK),
];

/// All schemas by identifier, and their validators once each was needed.
pub(crate) struct Schemas {
    schemas: Map<String, Value>,
    registry: Registry<'static>,
    validators: HashMap<String, OnceLock<Result<Validator, String>>>,
}

impl Schemas {
    /// Reads the schemas of an era, or of both; the identifiers of each begin like this.
    pub(crate) fn read<'v>(
        spaces: impl IntoIterator<Item = (&'static str, &'v Value)>,
    ) -> Result<Self, String> {
        let mut all = Map::new();
        for (space, schemas) in spaces {
            let schemas = schemas.as_object().ok_or("\"schemas\" is not an object")?;
            let schemas = schemas.iter();
            all.extend(schemas.map(|(id, schema)| (format!("{space}{id}"), schema.clone())));
        }
        let mut builder = Registry::new().draft(Draft::Draft6);
        for (id, schema) in &mut all {
            let uri = uri(id);
            schema["$id"] = uri.clone().into();
            // All are of the draft that is set here; what a deployment says of it leads nowhere.
            if let Some(schema) = schema.as_object_mut() {
                schema.remove("$schema");
            }
            // What is published stays as it was.
            let mut schema = schema.clone();
            lengthen_names(&mut schema);
            builder = builder.add(uri, schema).map_err(|e| e.to_string())?;
        }
        let validators = all.keys().map(|id| (id.clone(), OnceLock::new())).collect();
        let registry = builder.prepare().map_err(|e| e.to_string())?;
        Ok(Self {
            schemas: all,
            registry,
            validators,
        })
    }

    pub(crate) fn has(&self, id: &str) -> bool {
        self.schemas.contains_key(id)
    }

    /// Fills in what a payload leaves to the defaults of its schema.
    pub(crate) fn fill_in(&self, id: &str, payload: &mut Value) {
        if let Some(schema) = self.schemas.get(id) {
            self.fill_in_by(id, schema, payload);
        }
    }

    fn fill_in_by(&self, id: &str, schema: &Value, value: &mut Value) {
        if let Some((id, schema)) = self.referred(id, schema) {
            return self.fill_in_by(&id, schema, value);
        }
        if let (Some(items), Some(list)) = (schema.get("items"), value.as_array_mut()) {
            list.iter_mut()
                .for_each(|item| self.fill_in_by(id, items, item));
        }
        let (Some(properties), Some(object)) =
            (schema["properties"].as_object(), value.as_object_mut())
        else {
            return;
        };
        for (name, property) in properties {
            match (object.get_mut(name), property.get("default")) {
                (Some(value), _) => self.fill_in_by(id, property, value),
                (None, Some(default)) => {
                    object.insert(name.clone(), default.clone());
                }
                (None, None) => {}
            }
        }
    }

    /// The names of all members that the schemas of these services know.
    pub(crate) fn names_in(&self, services: &[&str]) -> HashSet<String> {
        let mut names = HashSet::new();
        for (id, schema) in &self.schemas {
            let path = id.trim_start_matches(super::CLASSIC_SPACE);
            if services
                .iter()
                .any(|service| path.starts_with(&format!("/schemas/{service}/")))
            {
                collect_names(schema, &mut names);
            }
        }
        names
    }

    /// What a schema refers to, and the identifier of the file that it stands in.
    fn referred(&self, id: &str, schema: &Value) -> Option<(String, &Value)> {
        let (file, pointer) = schema.get("$ref")?.as_str()?.split_once('#')?;
        let id = match file {
            "" => id.to_owned(),
            file => format!("{}/{file}#", id.rsplit_once('/')?.0),
        };
        let referred = self.schemas.get(&id)?.pointer(pointer)?;
        Some((id, referred))
    }

    /// A schema as it is published; one of 2018 where today has none of the name.
    pub(crate) fn published(&self, id: &str) -> Option<Value> {
        let of_2018 = || self.schemas.get(&format!("{}{id}", super::CLASSIC_SPACE));
        let mut schema = self.schemas.get(id).or_else(of_2018)?.clone();
        schema["$id"] = id.into();
        schema["$schema"] = "http://json-schema.org/draft-06/schema#".into();
        Some(schema)
    }

    /// What is wrong with a value, one line for each problem.
    pub(crate) fn check(&self, id: &str, value: &Value) -> Result<(), Vec<String>> {
        accept(self.validator(id)?, value)
    }

    /// What checks values by a schema.
    pub(crate) fn validator(&self, id: &str) -> Result<&Validator, Vec<String>> {
        let missing = || vec![format!("there is no schema {id}")];
        let validator = self.validators.get(id).ok_or_else(missing)?;
        let validator = validator.get_or_init(|| self.build(id)).as_ref();
        validator.map_err(|problem| vec![problem.clone()])
    }

    fn build(&self, id: &str) -> Result<Validator, String> {
        let options = jsonschema::options()
            .with_draft(Draft::Draft6)
            .with_registry(&self.registry)
            .should_validate_formats(true)
            .build(&json!({ "$ref": uri(id) }));
        options.map_err(|e| e.to_string())
    }
}

/// Prepares a schema that is none of the API's own.
pub(crate) fn compile(schema: &Value) -> Result<Validator, String> {
    let options = jsonschema::options().with_draft(Draft::Draft6);
    let options = options.should_validate_formats(true);
    options.build(schema).map_err(|e| e.to_string())
}

/// What is wrong with a value, one line for each problem.
pub(crate) fn accept(validator: &Validator, value: &Value) -> Result<(), Vec<String>> {
    let problem = |error: jsonschema::ValidationError<'_>| {
        let place = error.instance_path().to_string();
        // Errors are answered and logged, and values may be secrets.
        format!("data{}: {}", place.replace('/', "."), error.masked())
    };
    let problems: Vec<String> = validator.iter_errors(value).map(problem).collect();
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

fn collect_names(schema: &Value, names: &mut HashSet<String>) {
    if let Some(properties) = schema["properties"].as_object() {
        names.extend(properties.keys().cloned());
    }
    match schema {
        Value::Object(members) => members
            .values()
            .for_each(|inner| collect_names(inner, names)),
        Value::Array(items) => items.iter().for_each(|inner| collect_names(inner, names)),
        _ => {}
    }
}

/// Lets names be as long as in paths: servers have taken so much for long, and a name that a path
/// lets pass must fit into payloads, answers and messages too.
fn lengthen_names(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            let is = |(pattern, length, _): &&(&str, u64, usize)| {
                object.get("pattern").is_some_and(|found| found == pattern)
                    && object.get("maxLength").is_some_and(|found| found == length)
            };
            if let Some((_, _, length)) = LENGTHS.iter().find(is) {
                object.insert("maxLength".to_owned(), (*length).into());
            }
            object.values_mut().for_each(lengthen_names);
        }
        Value::Array(list) => list.iter_mut().for_each(lengthen_names),
        _ => {}
    }
}

fn uri(id: &str) -> String {
    let path = id.trim_end_matches('#');
    match path.strip_prefix(super::CLASSIC_SPACE) {
        Some(path) => format!("{CLASSIC_BASE}{path}"),
        None => format!("{BASE}{path}"),
    }
}
