//! Following what a deployment publishes, from its manifest to the last schema.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::{Value, json};

use super::links::{self, Link};
use super::origin::Origin;
use super::{Error, Files, Result, address};
use crate::outside;

/// The form of manifests that is understood, as their `$schema` names it.
const MANIFEST: &str = "/schemas/common/manifest-v3.json#";

/// How many files a deployment may publish. Today's have about 400.
const MAX_FILES: usize = 5_000;

/// How many schemas may lead from one to the next.
const MAX_DEPTH: usize = 50;

/// A mirror in the making.
struct Mirror<'o> {
    origin: &'o Origin,
    files: Files,
    wanted: VecDeque<Wanted>,
    /// Paths at which there is nothing.
    missing: BTreeSet<String>,
    /// How each path of `files` is spelled, by the path in small letters.
    spelled: BTreeMap<String, String>,
}

/// A schema that is to be fetched.
struct Wanted {
    /// What leads there: a file and a pointer into it.
    place: String,
    /// The paths at which it may be.
    paths: Vec<String>,
    /// How many files lead there, one from the other.
    depth: usize,
}

/// All files that the origin publishes.
pub fn of(origin: &Origin) -> Result<Files> {
    let mut mirror = Mirror {
        origin,
        files: Files::new(),
        wanted: VecDeque::new(),
        missing: BTreeSet::new(),
        spelled: BTreeMap::new(),
    };
    let (path, manifest) = origin.manifest()?;
    let references = mirror.references(path, &manifest)?;
    for (place, path) in &references {
        mirror.reference(place, path)?;
    }
    while let Some(wanted) = mirror.wanted.pop_front() {
        mirror.schema(&wanted)?;
    }
    let listed: BTreeSet<&String> = references.iter().map(|(_, path)| path).collect();
    let manifest = json!({ "$schema": MANIFEST, "references": listed });
    mirror.files.insert("manifest.json".to_owned(), manifest);
    Ok(mirror.files)
}

impl Mirror<'_> {
    /// The references that the manifest lists: the place where each stands, and its path.
    fn references(&self, path: &str, manifest: &Value) -> Result<Vec<(String, String)>> {
        let file = self.origin.show(path);
        let version = manifest.get("$schema").and_then(Value::as_str);
        if let Some(version) = version.filter(|version| !version.contains("/manifest-v3.json")) {
            let why = format!("{version} is not known; this reads manifests of version 3");
            return Err(Error::at(format!("{file}#/$schema"), why));
        }
        let list = manifest.get("references").and_then(Value::as_array);
        let list =
            list.ok_or_else(|| Error::at(format!("{file}#/references"), "must be a list"))?;
        let reference = |(i, value): (usize, &Value)| {
            let place = format!("{file}#/references/{i}");
            let text = value
                .as_str()
                .ok_or_else(|| Error::at(&place, "must be a text"))?;
            let path = self.absolute(text).unwrap_or_else(|| {
                let text = text.trim_start_matches("./");
                format!(
                    "/references/{}",
                    text.strip_prefix("references/").unwrap_or(text)
                )
            });
            Ok((place, path))
        };
        list.iter().enumerate().map(reference).collect()
    }

    fn absolute(&self, text: &str) -> Option<String> {
        address::absolute(text, self.origin.base_path())
    }

    fn reference(&mut self, place: &str, path: &str) -> Result<()> {
        let mut json = self
            .fetch(place, path)?
            .ok_or_else(|| self.nothing(place, path))?;
        self.normalise_ids(&mut json);
        // Logs and metrics have no schemas, and are passed over when code is generated.
        if !(path.ends_with("/logs.json") || path.ends_with("/metrics.json")) {
            let folder = self.folder(path, &json)?;
            self.follow(path, &folder, 0, links::of_reference(&mut json));
        }
        self.keep(place, path, json)
    }

    /// Where the schemas of a reference are. What its service and version are called becomes paths
    /// and crates, so it has to be fit for that.
    fn folder(&self, path: &str, json: &Value) -> Result<String> {
        let name = |key: &str, is_name: fn(&str) -> Result<(), String>| {
            let place = format!("{}#/{key}", self.origin.show(path));
            let name = json.get(key).and_then(Value::as_str);
            let name = name.ok_or_else(|| Error::at(&place, "must be a text"))?;
            is_name(name).map_err(|why| Error::at(&place, why))?;
            Ok(name)
        };
        let service = name("serviceName", outside::service)?;
        let version = name("apiVersion", outside::version)?;
        Ok(format!("/schemas/{service}/{version}/"))
    }

    fn schema(&mut self, wanted: &Wanted) -> Result<()> {
        let Wanted {
            place,
            paths,
            depth,
        } = wanted;
        if *depth > MAX_DEPTH {
            let why = format!("more than {MAX_DEPTH} schemas lead here, one from the other");
            return Err(Error::at(place, why));
        }
        if paths
            .iter()
            .any(|path| self.files.contains_key(path.trim_start_matches('/')))
        {
            return Ok(());
        }
        for path in paths {
            if let Some(mut json) = self.fetch(place, path)? {
                self.normalise_ids(&mut json);
                self.follow(path, path, depth + 1, links::of_schema(&mut json));
                return self.keep(place, path, json);
            }
        }
        Err(self.nothing(place, &paths.join(" or ")))
    }

    fn nothing(&self, place: &str, path: &str) -> Error {
        Error::at(place, format!("leads to {path}, and there is no such file"))
    }

    /// Asks for a file. What is asked for must be one that a mirror can hold.
    fn fetch(&mut self, place: &str, path: &str) -> Result<Option<Value>> {
        if outside::file(path).is_none() {
            let why =
                format!("leads to {path:?}, which is no JSON file under /references/ or /schemas/");
            return Err(Error::at(place, why));
        }
        if self.missing.contains(path) {
            return Ok(None);
        }
        let json = self.origin.json(path)?;
        if json.is_none() {
            self.missing.insert(path.to_owned());
        }
        Ok(json)
    }

    fn keep(&mut self, place: &str, path: &str, json: Value) -> Result<()> {
        let file = outside::file(path).ok_or_else(|| self.nothing(place, path))?;
        if self.files.len() >= MAX_FILES {
            let why = format!("leads to one file more than the {MAX_FILES} that are taken");
            return Err(Error::at(place, why));
        }
        // One file, where a system does not tell capital letters from small ones.
        let lower = file.to_ascii_lowercase();
        let spelled = self.spelled.entry(lower).or_insert_with(|| file.to_owned());
        if spelled != file {
            let why = format!("leads to {file}, and there is {spelled}, too");
            return Err(Error::at(place, why));
        }
        self.files.insert(file.to_owned(), json);
        Ok(())
    }

    /// Writes `$id` and `$schema` as paths, as they are before a deployment publishes them.
    fn normalise_ids(&self, json: &mut Value) {
        for key in ["$id", "$schema"] {
            if let Some(Value::String(text)) = json.get_mut(key)
                && let Some(path) = self.absolute(text)
                && (path.starts_with("/schemas/") || path.starts_with("/references/"))
            {
                *text = path;
            }
        }
    }

    /// Notes what links lead to, as seen from `from`, and writes those that are whole URLs, or go
    /// up, as paths.
    fn follow(&mut self, file: &str, from: &str, depth: usize, links: Vec<Link<'_>>) {
        for Link { pointer, text } in links {
            let (path, fragment) = text.split_once('#').unwrap_or((text, ""));
            let paths = match self.absolute(path) {
                Some(path) => vec![path],
                None => address::relative(from, path),
            };
            if path.contains("://") || path.starts_with('/') || path.contains("..") {
                *text = format!("{}#{fragment}", paths[0]);
            }
            let place = format!("{}#{pointer}", self.origin.show(file));
            self.wanted.push_back(Wanted {
                place,
                paths,
                depth,
            });
        }
    }
}
