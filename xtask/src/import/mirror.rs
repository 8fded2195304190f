//! Following what a deployment publishes, from its manifest to the last schema.

use std::collections::{BTreeSet, VecDeque};

use serde_json::{Value, json};

use super::links::{self, Link};
use super::origin::Origin;
use super::{Error, Files, Result, address};

/// The form of manifests that is understood, as their `$schema` names it.
const MANIFEST: &str = "/schemas/common/manifest-v3.json#";

/// A mirror in the making.
struct Mirror<'o> {
    origin: &'o Origin,
    files: Files,
    wanted: VecDeque<Wanted>,
    /// Paths at which there is nothing.
    missing: BTreeSet<String>,
}

/// A schema that is to be fetched.
struct Wanted {
    /// What leads there: a file and a pointer into it.
    place: String,
    /// The paths at which it may be.
    paths: Vec<String>,
}

/// All files that the origin publishes.
pub fn of(origin: &Origin) -> Result<Files> {
    let mut mirror = Mirror {
        origin,
        files: Files::new(),
        wanted: VecDeque::new(),
        missing: BTreeSet::new(),
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
        let service = json
            .get("serviceName")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let version = json
            .get("apiVersion")
            .and_then(Value::as_str)
            .unwrap_or("v1");
        let folder = format!("/schemas/{service}/{version}/");
        self.normalise_ids(&mut json);
        // Logs and metrics have no schemas, and are passed over when code is generated.
        self.follow(path, &folder, links::of_reference(&mut json));
        self.keep(place, path, json)
    }

    fn schema(&mut self, Wanted { place, paths }: &Wanted) -> Result<()> {
        if paths
            .iter()
            .any(|path| self.files.contains_key(path.trim_start_matches('/')))
        {
            return Ok(());
        }
        for path in paths {
            if let Some(mut json) = self.fetch(place, path)? {
                self.normalise_ids(&mut json);
                self.follow(path, path, links::of_schema(&mut json));
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
        if address::file(path).is_none() {
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
        let file = address::file(path).ok_or_else(|| self.nothing(place, path))?;
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
    fn follow(&mut self, file: &str, from: &str, links: Vec<Link<'_>>) {
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
            self.wanted.push_back(Wanted { place, paths });
        }
    }
}
