//! Comparing what is generated with what is on disk, and writing it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, io};

use serde_json::{Value, json};
use similar::TextDiff;

use super::model::Service;
use super::source::Source;
use super::{Error, Options, Result};

/// All files that generating would leave, and the folders in which there may be no others.
#[derive(Debug)]
pub struct Plan {
    root: PathBuf,
    /// Contents by path under the root.
    files: BTreeMap<PathBuf, String>,
    /// Files that are written once and belong to people from then on.
    seeds: BTreeMap<PathBuf, String>,
    /// Folders that hold generated files and nothing else.
    owned: BTreeSet<PathBuf>,
    passed_over: Vec<String>,
}

/// One file that is not as it would be generated.
#[derive(Debug)]
pub struct Difference {
    /// The path under the root.
    pub path: PathBuf,
    /// A unified diff, from what is on disk to what would be generated.
    pub diff: String,
}

impl Plan {
    pub(super) fn new(options: &Options, passed_over: Vec<String>) -> Self {
        Self {
            root: options.out.clone(),
            files: BTreeMap::new(),
            seeds: BTreeMap::new(),
            owned: BTreeSet::new(),
            passed_over,
        }
    }

    /// The references that were passed over, being neither of methods nor of exchanges.
    pub fn passed_over(&self) -> &[String] {
        &self.passed_over
    }

    /// How many files the plan has.
    pub fn len(&self) -> usize {
        self.files.len() + self.seeds.len()
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(super) fn add_service(
        &mut self,
        service: &Service,
        files: BTreeMap<String, String>,
    ) -> Result<()> {
        let folder = Path::new("crates")
            .join(&service.name)
            .join("src/generated");
        for (name, text) in files {
            let text = rustfmt(&text).map_err(|e| Error::at(&folder.join(&name), "", e))?;
            self.files.insert(folder.join(name), text);
        }
        self.owned.insert(folder);
        Ok(())
    }

    pub(super) fn add_seed(&mut self, path: PathBuf, text: String) {
        self.seeds.insert(path, text);
    }

    /// The references without their texts, in one file: what the fake server routes by.
    pub(super) fn add_bundle(&mut self, source: &Source) -> Result<()> {
        let references = source.apis.iter().chain(&source.exchanges);
        let references: Vec<Value> = references.map(|r| without_texts(&r.json)).collect();
        let schemas = source.schemas.files.iter();
        let schemas: serde_json::Map<String, Value> = schemas
            .map(|(key, json)| (format!("/schemas/{key}#"), without_texts(json)))
            .collect();
        let bundle = json!({ "references": references, "schemas": schemas });
        let text = serde_json::to_string_pretty(&bundle).map_err(|e| Error::new(e.to_string()))?;
        let folder = Path::new("crates/fake/src/generated");
        self.files.insert(folder.join("apis.json"), text + "\n");
        self.owned.insert(folder.to_owned());
        Ok(())
    }

    /// Generated folders of crates for which there is no reference any more.
    pub(super) fn note_orphan_crates(&mut self) -> Result<()> {
        let crates = self.root.join("crates");
        for entry in read_dir(&crates)? {
            let folder = Path::new("crates").join(entry.file_name().unwrap_or_default());
            let generated = folder.join("src/generated");
            if self.root.join(&generated).is_dir() {
                self.owned.insert(generated);
            }
        }
        Ok(())
    }

    /// How the disk differs from the plan: changed and missing files, and files that would not be
    /// generated.
    ///
    /// # Errors
    /// A file or folder cannot be read.
    pub fn differences(&self) -> Result<Vec<Difference>> {
        let mut differences = Vec::new();
        let seeds = self
            .seeds
            .iter()
            .filter(|(path, _)| !self.root.join(path).exists());
        for (path, wanted) in self.files.iter().chain(seeds) {
            let found = match fs::read_to_string(self.root.join(path)) {
                Ok(text) => text,
                Err(e) if e.kind() == io::ErrorKind::NotFound => String::new(),
                Err(e) => return Err(Error::at(path, "", e)),
            };
            if found != *wanted {
                differences.push(difference(path, &found, wanted));
            }
        }
        for path in self.orphans()? {
            let found = fs::read_to_string(self.root.join(&path)).unwrap_or_default();
            differences.push(difference(&path, &found, ""));
        }
        Ok(differences)
    }

    fn orphans(&self) -> Result<Vec<PathBuf>> {
        let mut orphans = Vec::new();
        let mut folders: Vec<PathBuf> = self.owned.iter().map(|f| self.root.join(f)).collect();
        while let Some(folder) = folders.pop() {
            if !folder.exists() {
                continue;
            }
            for path in read_dir(&folder)? {
                let relative = path.strip_prefix(&self.root).unwrap_or(&path).to_owned();
                if path.is_dir() {
                    folders.push(path);
                } else if !self.files.contains_key(&relative) {
                    orphans.push(relative);
                }
            }
        }
        orphans.sort();
        Ok(orphans)
    }

    /// Writes the plan, and deletes what stands in the generated folders and is not part of it.
    /// Returns how many files were written or deleted.
    ///
    /// # Errors
    /// A file cannot be written or deleted.
    pub fn write(&self) -> Result<usize> {
        let differences = self.differences()?;
        for Difference { path, .. } in &differences {
            let full = self.root.join(path);
            let text = self.files.get(path).or_else(|| self.seeds.get(path));
            let done = match text {
                Some(text) => full
                    .parent()
                    .map_or(Ok(()), fs::create_dir_all)
                    .and_then(|()| fs::write(&full, text)),
                None => fs::remove_file(&full),
            };
            done.map_err(|e| Error::at(&full, "", e))?;
        }
        Ok(differences.len())
    }
}

fn difference(path: &Path, found: &str, wanted: &str) -> Difference {
    let name = path.display().to_string();
    let diff = TextDiff::from_lines(found, wanted);
    let diff = diff
        .unified_diff()
        .context_radius(2)
        .header(&name, &name)
        .to_string();
    Difference {
        path: path.to_owned(),
        diff,
    }
}

fn read_dir(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|e| Error::at(folder, "", e))?;
    let paths: io::Result<Vec<PathBuf>> = entries.map(|entry| Ok(entry?.path())).collect();
    let mut paths = paths.map_err(|e| Error::at(folder, "", e))?;
    paths.sort();
    Ok(paths)
}

/// Drops what only people read.
fn without_texts(json: &Value) -> Value {
    match json {
        Value::Object(members) => {
            let is_text = |key: &str, value: &Value| {
                matches!(key, "title" | "description" | "summary") && value.is_string()
            };
            let kept = members.iter().filter(|(key, value)| !is_text(key, value));
            // Sorted, so that the result does not depend on how serde_json keeps objects.
            let sorted: BTreeMap<&String, &Value> = kept.collect();
            sorted
                .into_iter()
                .map(|(key, value)| (key.clone(), without_texts(value)))
                .collect()
        }
        Value::Array(items) => items.iter().map(without_texts).collect(),
        other => other.clone(),
    }
}

/// The text as the toolchain's own formatter lays it out, so that generated code passes the same
/// check as all other.
fn rustfmt(text: &str) -> Result<String, String> {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--config", "newline_style=Unix"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| format!("rustfmt cannot be run ({e}); `rustup component add rustfmt`"))?;
    // Dropping the pipe at the end of this statement tells rustfmt that the text is whole.
    let written = child
        .stdin
        .take()
        .map_or(Ok(()), |mut pipe| pipe.write_all(text.as_bytes()));
    let output = child.wait_with_output().map_err(|e| e.to_string())?;
    if !output.status.success() {
        return Err(format!(
            "rustfmt: {}",
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    written.map_err(|e| e.to_string())?;
    String::from_utf8(output.stdout).map_err(|e| e.to_string())
}
