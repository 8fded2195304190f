//! Taking over the facts of a newer release. Our own texts stay; none of theirs is taken.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;

use super::{Error, NEWEST, Report, facts, layout, of_folder, source};
use crate::generate::{Source, texts};
use crate::import::{self, Files};

/// The folder of the era before the newest.
const OLDER: &str = "apis/classic";

/// What was taken over, and what people have to do now.
#[derive(Debug)]
pub struct Adopted {
    /// What differed.
    pub report: Report,
    /// The places that want a text: file and JSON pointer.
    pub wanted: Vec<String>,
}

/// Writes the facts of `theirs`, a root URL or a folder in published form, into the newest era of
/// the project at `root`. Texts of what is gone there and stands in the older era move to it.
///
/// # Errors
/// As for [`compare`](super::compare); nothing has been written then. Or a file cannot be written.
pub fn adopt(theirs: &str, root: &Path) -> Result<Adopted, Error> {
    let (newest, older) = (root.join(NEWEST), root.join(OLDER));
    let ours = of_folder(&newest)?;
    let files = import::read(theirs)?;
    let mut theirs = source(&newest, files)?;
    let report = Report::of(&facts::of(&theirs), &facts::of(&ours));
    drop_texts(&mut theirs);
    texts::carry(&mut theirs, &ours)?;
    in_our_order(&mut theirs, &ours);

    let mut of_older = of_folder(&older)?;
    let before = files_of(&of_older);
    texts::carry(&mut of_older, &ours)?;
    texts::leave(&mut of_older, &theirs)?;
    let wanted = texts::missing(&theirs);

    let changed = report.files();
    let now = files_of(&theirs);
    for (path, json) in &now {
        if changed.contains(&**path) {
            write(&newest, path, json)?;
        }
    }
    for path in &changed {
        if !now.contains_key(*path) {
            fs::remove_file(newest.join(path))?;
        }
    }
    let references = now.keys().filter(|path| path.starts_with("references/"));
    write_manifest(&newest, references.map(|path| format!("/{path}")).collect())?;
    for (path, json) in files_of(&of_older) {
        if before.get(&path) != Some(&json) {
            write(&older, &path, &json)?;
        }
    }
    Ok(Adopted { report, wanted })
}

/// The files of references and schemas by their paths.
fn files_of(source: &Source) -> Files {
    let mut files = Files::new();
    for (references, kind) in [(&source.apis, "api"), (&source.exchanges, "exchanges")] {
        for it in references {
            let path = format!("references/{}/{}/{kind}.json", it.service, it.version);
            files.insert(path, it.json.clone());
        }
    }
    for (key, json) in &source.schemas.files {
        files.insert(format!("schemas/{key}"), json.clone());
    }
    files
}

/// Writes the list of references: those that it has where they stand, and new ones at the end.
fn write_manifest(root: &Path, mut references: BTreeSet<String>) -> Result<(), Error> {
    let mut manifest: Value = serde_json::from_slice(&fs::read(root.join("manifest.json"))?)?;
    if let Some(list) = manifest.get_mut("references").and_then(Value::as_array_mut) {
        list.retain(|it| it.as_str().is_some_and(|path| references.remove(path)));
        list.extend(references.into_iter().map(Value::from));
    }
    Ok(write(root, "manifest.json", &manifest)?)
}

fn drop_texts(source: &mut Source) {
    for reference in source.apis.iter_mut().chain(&mut source.exchanges) {
        reference.json = texts::without(&reference.json);
        let entries = reference
            .json
            .get_mut("entries")
            .and_then(Value::as_array_mut);
        for entry in entries.into_iter().flatten() {
            if let Some(entry) = entry.as_object_mut() {
                entry.retain(|key, value| key != "category" && !value.is_null());
            }
        }
    }
    for schema in source.schemas.files.values_mut() {
        *schema = texts::without(schema);
    }
}

/// Entries stand where they stood, and new ones behind them; files say what they are as before.
fn in_our_order(theirs: &mut Source, ours: &Source) {
    let pairs = [
        (&mut theirs.apis, &ours.apis),
        (&mut theirs.exchanges, &ours.exchanges),
    ];
    for (theirs, ours) in pairs {
        for reference in theirs {
            let Some(ours) = ours.iter().find(|it| it.service == reference.service) else {
                continue;
            };
            same_ids(&mut reference.json, &ours.json);
            let names: Vec<&Value> = ours.entries().map(|it| &it.1["name"]).collect();
            let place = |entry: &Value| names.iter().position(|it| **it == entry["name"]);
            let entries = reference
                .json
                .get_mut("entries")
                .and_then(Value::as_array_mut);
            if let Some(entries) = entries {
                entries.sort_by_key(|entry| place(entry).unwrap_or(names.len()));
            }
        }
    }
    for (key, schema) in &mut theirs.schemas.files {
        if let Some(ours) = ours.schemas.files.get(key) {
            same_ids(schema, ours);
        }
    }
}

fn same_ids(theirs: &mut Value, ours: &Value) {
    let Some(members) = theirs.as_object_mut() else {
        return;
    };
    for key in ["$schema", "$id"] {
        match ours.get(key) {
            Some(id) => drop(members.insert(key.to_owned(), id.clone())),
            None => drop(members.remove(key)),
        }
    }
}

fn write(root: &Path, path: &str, json: &Value) -> io::Result<()> {
    let file = root.join(path);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, layout::text(path, json))
}
