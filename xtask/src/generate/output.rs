//! Comparing what is generated with what is on disk, and writing it.

mod disk;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use similar::TextDiff;

pub use disk::MARK;

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
        let folder = folder(&service.name);
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

    /// The references of an era without their texts, in one file: what the fake server routes by. Each
    /// method, exchange and schema has a line, so that changes can be read and the file stays small.
    pub(super) fn add_bundle(&mut self, era: &str, source: &Source) {
        let references = source.apis.iter().chain(&source.exchanges);
        let references: Vec<String> = references.map(|r| reference(&r.json)).collect();
        let mark = format!("{} from all references of {era}. Do not edit.", disk::MARK);
        let text = format!(
            "{{\"//\":{},\n\"references\":[\n{}\n],\n\"schemas\":{{\n{}\n}}}}\n",
            Value::String(mark),
            references.join(",\n"),
            schemas(source, |_| true),
        );
        self.add_json("fake", era, text);
    }

    /// The schemas by which an era's queue takes definitions of tasks, for those who hold some against them
    /// beforehand.
    pub(super) fn add_definitions(&mut self, era: &str, source: &Source) {
        const OF_TASKS: [&str; 3] = ["create-task-request", "task", "task-metadata"];
        let names = OF_TASKS.map(|name| format!("queue/v1/{name}.json"));
        let mark = format!("{} from the schemas of {era}. Do not edit.", disk::MARK);
        let text = format!(
            "{{\"//\":{},\n{}\n}}\n",
            Value::String(mark),
            schemas(source, |key| names.iter().any(|name| name == key)),
        );
        self.add_json("tools", era, text);
    }

    fn add_json(&mut self, of: &str, era: &str, text: String) {
        let folder = folder(of);
        self.files.insert(folder.join(format!("{era}.json")), text);
        self.owned.insert(folder);
    }

    /// Generated folders of crates for which there is no reference any more.
    pub(super) fn note_orphan_crates(&mut self) -> Result<()> {
        for name in disk::names_in(&self.root.join("crates"))? {
            self.owned.insert(folder(&name));
        }
        Ok(())
    }

    /// How the disk differs from the plan: changed and missing files, and files that would not be
    /// generated.
    ///
    /// # Errors
    /// A file or folder cannot be read, leads out of the plan's folder, or stands among generated
    /// ones and is none.
    pub fn differences(&self) -> Result<Vec<Difference>> {
        let mut differences = Vec::new();
        for (path, wanted) in &self.seeds {
            if !disk::is_inside(&self.root, path)? {
                differences.push(difference(path, "", wanted));
            }
        }
        for (path, wanted) in &self.files {
            let found = disk::own_file(&self.root, path)?.unwrap_or_default();
            if found != *wanted {
                differences.push(difference(path, &found, wanted));
            }
        }
        let mut orphans = Vec::new();
        for folder in &self.owned {
            let files = disk::files_in(&self.root, folder)?.into_iter();
            orphans.extend(files.filter(|path| !self.files.contains_key(path)));
        }
        for path in orphans {
            let found = disk::own_file(&self.root, &path)?.unwrap_or_default();
            differences.push(difference(&path, &found, ""));
        }
        Ok(differences)
    }

    /// Writes the plan, and deletes what an earlier run wrote and is not part of it. Returns how many
    /// files were written or deleted.
    ///
    /// # Errors
    /// As for [`differences`](Self::differences), and nothing has been written then; or a file cannot
    /// be written or deleted.
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

/// Schemas by identifier and without their texts, as members of an object, each in a line of its own.
fn schemas(source: &Source, is_wanted: impl Fn(&str) -> bool) -> String {
    let schemas = source.schemas.files.iter();
    let schemas = schemas
        .filter(|(key, _)| is_wanted(key))
        .map(|(key, json)| {
            let id = Value::String(format!("/schemas/{key}#"));
            format!("{id}:{}", without_texts(json))
        });
    Vec::from_iter(schemas).join(",\n")
}

/// Where the generated files of a crate are.
pub fn folder(name: impl AsRef<Path>) -> PathBuf {
    Path::new("crates").join(name).join("src/generated")
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

/// Keywords under which stand values and no schemas.
const VALUES: [&str; 4] = ["const", "default", "enum", "examples"];

/// A reference without its texts, with a line for each entry.
fn reference(json: &Value) -> String {
    let mut head = without_texts(json);
    let entries = head["entries"].take();
    let entries = entries
        .as_array()
        .into_iter()
        .flatten()
        .map(Value::to_string);
    let entries = Vec::from_iter(entries).join(",\n");
    head.to_string()
        .replace("\"entries\":null", &format!("\"entries\":[\n{entries}\n]"))
}

/// Drops what only people read.
pub fn without_texts(json: &Value) -> Value {
    stripped(json, false)
}

/// `names` says that the members of this object are called by people.
fn stripped(json: &Value, names: bool) -> Value {
    match json {
        Value::Object(members) => {
            let is_text = |key: &str, value: &Value| {
                matches!(key, "title" | "description" | "summary") && value.is_string()
            };
            let kept = members.iter().filter(|(key, value)| !is_text(key, value));
            // Sorted, so that the result does not depend on how serde_json keeps objects.
            let sorted: BTreeMap<&String, &Value> = kept.collect();
            let part = |key: &str, value: &Value| match VALUES.contains(&key) && !names {
                true => value.clone(),
                false => stripped(value, !names && matches!(key, "properties" | "definitions")),
            };
            let parts = sorted.into_iter();
            parts
                .map(|(key, value)| (key.clone(), part(key, value)))
                .collect()
        }
        Value::Array(items) => items.iter().map(|item| stripped(item, false)).collect(),
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
