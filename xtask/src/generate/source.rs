//! Reading the references and schemas of a deployment from a folder.
//!
//! Every field of a reference is either known or an error: what a newer deployment adds must be
//! looked at before code is generated from it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde_json::{Map, Value};

use super::{Error, Result};
use crate::outside;

/// Files by their path under a folder in the layout of `apis/`, such as
/// `schemas/queue/v1/task.json`.
pub type Files = BTreeMap<String, Value>;

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
        let mut files = Files::new();
        for path in listed(root)? {
            files.insert(path.clone(), read_json(root, &path)?);
        }
        read_schemas(root, &mut files)?;
        Self::of(root, files)
    }

    /// Takes the files of such a folder; each reference among them counts as listed.
    pub fn of(root: &Path, files: Files) -> Result<Self> {
        let mut source = Self {
            apis: Vec::new(),
            exchanges: Vec::new(),
            schemas: Schemas {
                root: root.join("schemas"),
                files: BTreeMap::new(),
            },
            passed_over: Vec::new(),
        };
        for (path, json) in files {
            if let Some(key) = path.strip_prefix("schemas/") {
                source.schemas.files.insert(key.to_owned(), json);
                continue;
            }
            let file = root.join(&path);
            match kind(&path) {
                Some(Kind::Api) => source.apis.push(Reference::new(file, json, API, FUNCTION)?),
                Some(Kind::Exchanges) => {
                    let exchanges = Reference::new(file, json, EXCHANGES, TOPIC)?;
                    source.exchanges.push(exchanges);
                }
                Some(Kind::Other) => source.passed_over.push(format!("/{path}")),
                None => return Err(Error::at(&file, "", UNKNOWN_KIND)),
            }
        }
        only_one_each(&source.apis)?;
        only_one_each(&source.exchanges)?;
        Ok(source)
    }
}

/// What a reference is of, which the name of its file says.
enum Kind {
    Api,
    Exchanges,
    /// Logs or metrics, of which no code is made.
    Other,
}

const UNKNOWN_KIND: &str =
    "this is no kind of reference that is known (api, exchanges, logs, metrics)";

fn kind(path: &str) -> Option<Kind> {
    match path.rsplit('/').next()? {
        "api.json" => Some(Kind::Api),
        "exchanges.json" => Some(Kind::Exchanges),
        "logs.json" | "metrics.json" => Some(Kind::Other),
        _ => None,
    }
}

/// Fails where two references of one kind say that they are the same service's.
fn only_one_each(references: &[Reference]) -> Result<()> {
    for (i, reference) in references.iter().enumerate() {
        let earlier = references[..i]
            .iter()
            .find(|r| r.service == reference.service);
        if let Some(earlier) = earlier {
            let why = format!("the service is that of {}, too", earlier.file.display());
            return Err(Error::at(&reference.file, "/serviceName", why));
        }
    }
    Ok(())
}

/// The references that the manifest lists, as paths under the folder.
fn listed(root: &Path) -> Result<Vec<String>> {
    let file = root.join("manifest.json");
    let json = read_json(root, "manifest.json")?;
    check_keys(&file, "", &json, &["$schema", "references"])?;
    let list = json["references"].as_array();
    let list = list.ok_or_else(|| Error::at(&file, "/references", "must be a list"))?;
    let path = |(i, value): (usize, &Value)| {
        let wrong = |why: String| Error::at(&file, &format!("/references/{i}"), why);
        let text = value
            .as_str()
            .ok_or_else(|| wrong("must be a text".to_owned()))?;
        // A deployment may list whole URLs.
        let path = text
            .split_once("://")
            .map_or(text, |(_, rest)| &rest[rest.find('/').unwrap_or(0)..]);
        let known = outside::file(path).filter(|path| path.starts_with("references/"));
        let path =
            known.ok_or_else(|| wrong(format!("{path:?} is no JSON file under /references/")))?;
        if kind(path).is_none() {
            return Err(wrong(format!("{path}: {UNKNOWN_KIND}")));
        }
        Ok(path.to_owned())
    };
    list.iter().enumerate().map(path).collect()
}

impl Reference {
    fn new(file: PathBuf, json: Value, top: &[&str], entry: &[&str]) -> Result<Self> {
        check_keys(&file, "", &json, top)?;
        let text = |key: &str| {
            let value = json.get(key).and_then(Value::as_str).map(str::to_owned);
            value.ok_or_else(|| Error::at(&file, "", format!("the field `{key}` is missing")))
        };
        let (service, version) = (text("serviceName")?, text("apiVersion")?);
        outside::service(&service).map_err(|e| Error::at(&file, "/serviceName", e))?;
        outside::version(&version).map_err(|e| Error::at(&file, "/apiVersion", e))?;
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
            &format!("{pointer}/{}", escape(key)),
            format!("`{key}` is not known to this generator; see CONTRIBUTING on newer references"),
        )),
    }
}

/// A member's name as JSON pointers write it.
pub fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// Reads the schemas below a folder, by their path under it.
fn read_schemas(root: &Path, files: &mut Files) -> Result<()> {
    let mut folders = vec!["schemas".to_owned()];
    while let Some(folder) = folders.pop() {
        let wrong = |e: io::Error| Error::at(&root.join(&folder), "", e);
        for entry in fs::read_dir(root.join(&folder)).map_err(wrong)? {
            let entry = entry.map_err(wrong)?;
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            // A link is neither: it may lead out of the folder, or round in it.
            let kind = entry.file_type().map_err(wrong)?;
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() && path.ends_with(".json") {
                if outside::file(&format!("/{path}")).is_none() {
                    let why =
                        "this cannot be the name of a schema: letters, digits, `-`, `_` and `.`";
                    return Err(Error::at(&root.join(&path), "", why));
                }
                let json = read_json(root, &path)?;
                files.insert(path, json);
            }
        }
    }
    Ok(())
}

fn read_json(root: &Path, path: &str) -> Result<Value> {
    let file = root.join(path);
    let text = fs::read_to_string(&file).map_err(|e| Error::at(&file, "", e))?;
    serde_json::from_str(&text).map_err(|e| Error::at(&file, "", e))
}
