//! Reading the references and schemas of a deployment from a folder.
//!
//! Every field of a reference is either known or an error: what a newer deployment adds must be
//! looked at before code is generated from it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::{Error, Result};

/// The references and schemas of one deployment.
#[derive(Debug)]
pub struct Source {
    pub apis: Vec<Reference>,
    pub exchanges: Vec<Reference>,
    pub schemas: Schemas,
    /// References that are neither, and that were passed over: logs and metrics.
    pub passed_over: Vec<String>,
}

/// One reference file, its fields checked.
#[derive(Debug)]
pub struct Reference {
    pub file: PathBuf,
    pub service: String,
    pub version: String,
    pub json: Value,
}

/// The schema files by their place under `schemas/`, such as `queue/v1/task.json`.
#[derive(Debug, Default)]
pub struct Schemas {
    pub root: PathBuf,
    pub files: BTreeMap<String, Value>,
}

const API: &[&str] = &[
    "$schema",
    "$id",
    "apiVersion",
    "serviceName",
    "title",
    "description",
    "entries",
];
const EXCHANGES: &[&str] = &[
    "$schema",
    "$id",
    "apiVersion",
    "serviceName",
    "title",
    "description",
    "exchangePrefix",
    "entries",
];
const FUNCTION: &[&str] = &[
    "type",
    "method",
    "route",
    "args",
    "query",
    "name",
    "stability",
    "category",
    "input",
    "output",
    "scopes",
    "title",
    "description",
    "noPublish",
    "cleanPayload",
];
const TOPIC: &[&str] = &[
    "type",
    "exchange",
    "name",
    "title",
    "description",
    "routingKey",
    "schema",
];
const ROUTING_FIELD: &[&str] = &[
    "name",
    "summary",
    "constant",
    "multipleWords",
    "required",
    "maxSize",
];

impl Source {
    /// Reads a folder in the layout of `apis/`.
    pub fn read(root: &Path) -> Result<Self> {
        if !root.join("manifest.json").is_file() {
            return Err(Error::new(format!(
                "{} has no manifest.json; references are read from a folder as `cargo xtask import` \
                 writes it",
                root.display()
            )));
        }
        let mut source = Self {
            apis: Vec::new(),
            exchanges: Vec::new(),
            schemas: Schemas::read(&root.join("schemas"))?,
            passed_over: Vec::new(),
        };
        for path in listed(root)? {
            let file = root.join(path.trim_start_matches('/'));
            match file.file_name().and_then(|name| name.to_str()) {
                Some("api.json") => source.apis.push(Reference::read(file, API, FUNCTION)?),
                Some("exchanges.json") => {
                    source
                        .exchanges
                        .push(Reference::read(file, EXCHANGES, TOPIC)?);
                }
                Some("logs.json" | "metrics.json") => source.passed_over.push(path),
                _ => {
                    return Err(Error::at(
                        &root.join("manifest.json"),
                        "",
                        format!(
                            "{path} is no kind of reference that is known (api, exchanges, logs, metrics)"
                        ),
                    ));
                }
            }
        }
        Ok(source)
    }
}

/// The references that the manifest lists, as paths under the folder.
fn listed(root: &Path) -> Result<Vec<String>> {
    let file = root.join("manifest.json");
    let json = read_json(&file)?;
    check_keys(&file, "", &json, &["$schema", "references"])?;
    let list = json["references"].as_array();
    let list = list.ok_or_else(|| Error::at(&file, "/references", "must be a list"))?;
    let path = |(i, value): (usize, &Value)| {
        let text = value.as_str();
        let text =
            text.ok_or_else(|| Error::at(&file, &format!("/references/{i}"), "must be a text"))?;
        // A deployment may list whole URLs.
        let path = text
            .split_once("://")
            .map_or(text, |(_, rest)| &rest[rest.find('/').unwrap_or(0)..]);
        Ok(path.to_owned())
    };
    let mut paths = list
        .iter()
        .enumerate()
        .map(path)
        .collect::<Result<Vec<_>>>()?;
    paths.sort();
    paths.dedup();
    Ok(paths)
}

impl Reference {
    fn read(file: PathBuf, top: &[&str], entry: &[&str]) -> Result<Self> {
        let json = read_json(&file)?;
        check_keys(&file, "", &json, top)?;
        let text = |key: &str| {
            let value = json.get(key).and_then(Value::as_str).map(str::to_owned);
            value.ok_or_else(|| Error::at(&file, "", format!("the field `{key}` is missing")))
        };
        let (service, version) = (text("serviceName")?, text("apiVersion")?);
        let entries = json.get("entries").and_then(Value::as_array);
        let entries = entries.ok_or_else(|| Error::at(&file, "/entries", "must be a list"))?;
        for (i, json) in entries.iter().enumerate() {
            let pointer = format!("/entries/{i}");
            check_keys(&file, &pointer, json, entry)?;
            for (j, field) in json["routingKey"]
                .as_array()
                .into_iter()
                .flatten()
                .enumerate()
            {
                check_keys(
                    &file,
                    &format!("{pointer}/routingKey/{j}"),
                    field,
                    ROUTING_FIELD,
                )?;
            }
        }
        Ok(Self {
            file,
            service,
            version,
            json,
        })
    }

    /// The entries with their JSON pointers.
    pub fn entries(&self) -> impl Iterator<Item = (String, &Value)> {
        let entries = self.json["entries"].as_array().into_iter().flatten();
        entries
            .enumerate()
            .map(|(i, entry)| (format!("/entries/{i}"), entry))
    }
}

impl Schemas {
    fn read(root: &Path) -> Result<Self> {
        let mut schemas = Self {
            root: root.to_owned(),
            files: BTreeMap::new(),
        };
        let mut folders = vec![root.to_owned()];
        while let Some(folder) = folders.pop() {
            for path in entries_of(&folder)? {
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|e| e == "json") {
                    let key = path.strip_prefix(root).unwrap_or(&path).to_string_lossy();
                    schemas
                        .files
                        .insert(key.replace('\\', "/"), read_json(&path)?);
                }
            }
        }
        Ok(schemas)
    }

    /// Resolves a reference to a schema: from the schema file `from`, or, with a trailing slash,
    /// from the folder `from`.
    ///
    /// References are written in many ways: `task.json#`, `./task.json#`, `v1/task.json#`, `#/definitions/x`,
    /// `/schemas/queue/v1/task.json#`, and whole URLs under a root URL or, from the days of one
    /// host for all schemas, under `schemas.taskcluster.net`.
    pub fn resolve(&self, from: &str, reference: &str) -> Option<(String, String)> {
        let (path, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        let found = |key: String| {
            self.files
                .contains_key(&key)
                .then(|| (key, pointer.to_owned()))
        };
        if path.is_empty() {
            return found(from.to_owned());
        }
        let path = path
            .split_once("://")
            .map_or(path, |(_, rest)| &rest[rest.find('/').unwrap_or(0)..]);
        if let Some(absolute) = path.strip_prefix('/') {
            let key = absolute
                .split_once("schemas/")
                .map_or(absolute, |(_, key)| key);
            return found(key.to_owned());
        }
        let path = path.trim_start_matches("./");
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let service = folder.split('/').next().unwrap_or_default();
        found(format!("{folder}/{path}")).or_else(|| found(format!("{service}/{path}")))
    }

    /// The schema at a place.
    pub fn at(&self, key: &str, pointer: &str) -> Result<&Value> {
        let missing = || Error::at(&self.file(key), pointer, "there is no schema here");
        self.files
            .get(key)
            .and_then(|json| json.pointer(pointer))
            .ok_or_else(missing)
    }

    /// The path of a schema's file.
    pub fn file(&self, key: &str) -> PathBuf {
        self.root.join(key)
    }
}

/// Fails on a field that is not known.
pub fn check_keys(file: &Path, pointer: &str, json: &Value, known: &[&str]) -> Result<()> {
    let object: &Map<String, Value> = json
        .as_object()
        .ok_or_else(|| Error::at(file, pointer, "must be an object"))?;
    match object.keys().find(|key| !known.contains(&key.as_str())) {
        None => Ok(()),
        Some(key) => Err(Error::at(
            file,
            &format!("{pointer}/{key}"),
            format!("`{key}` is not known to this generator; see CONTRIBUTING on newer references"),
        )),
    }
}

fn read_json(file: &Path) -> Result<Value> {
    let text = fs::read_to_string(file).map_err(|e| Error::at(file, "", e.to_string()))?;
    serde_json::from_str(&text).map_err(|e| Error::at(file, "", e.to_string()))
}

fn entries_of(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|e| Error::at(folder, "", e.to_string()))?;
    let paths: std::io::Result<Vec<_>> = entries.map(|entry| Ok(entry?.path())).collect();
    paths.map_err(|e| Error::at(folder, "", e.to_string()))
}
