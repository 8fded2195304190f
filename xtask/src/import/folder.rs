//! Putting a mirror in its place: all of it, or nothing.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Error, Files, Result};

/// What an import leaves, and nothing else.
const ENTRIES: [&str; 3] = ["manifest.json", "references", "schemas"];

/// Fails where the folder holds what no import has left, before anything is fetched.
pub fn check(out: &Path) -> Result<()> {
    let entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(e) => return Err(Error::at(out.display(), e)),
    };
    for entry in entries {
        let name = entry.map_err(|e| Error::at(out.display(), e))?.file_name();
        if !ENTRIES.iter().any(|known| name == *known) {
            return Err(not_ours(&out.join(name)));
        }
    }
    only_json(out)
}

fn not_ours(path: &Path) -> Error {
    let why = "is not part of an import, which would take its place; name another folder";
    Error::at(path.display(), why)
}

/// Fails where something below the folder is neither a folder nor a JSON file.
fn only_json(folder: &Path) -> Result<()> {
    let wrong = |e: io::Error| Error::at(folder.display(), e);
    for entry in fs::read_dir(folder).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        let (path, kind) = (entry.path(), entry.file_type().map_err(wrong)?);
        let is_json = path
            .extension()
            .is_some_and(|extension| extension == "json");
        if kind.is_dir() {
            only_json(&path)?;
        } else if !(kind.is_file() && is_json) {
            return Err(not_ours(&path));
        }
    }
    Ok(())
}

/// Writes the files to a folder beside the one that is wanted, then changes their names.
pub fn put(files: &Files, out: &Path) -> Result<()> {
    let (new, old) = (beside(out, "new"), beside(out, "old"));
    // Fails where there is such a folder, which then is somebody else's.
    let made = fs::create_dir_all(new.parent().unwrap_or(&new)).and_then(|()| fs::create_dir(&new));
    made.map_err(|e| Error::at(new.display(), e))?;
    let written = write(files, &new).and_then(|()| take_place(&new, &old, out));
    if written.is_err() {
        // What made the writing fail is the error to report, whether this works or not.
        let _ = fs::remove_dir_all(&new);
    }
    written.map_err(|e| Error::at(out.display(), e))
}

fn take_place(new: &Path, old: &Path, out: &Path) -> io::Result<()> {
    if !out.exists() {
        return fs::rename(new, out);
    }
    fs::rename(out, old)?;
    if let Err(e) = fs::rename(new, out) {
        fs::rename(old, out)?;
        return Err(e);
    }
    fs::remove_dir_all(old)
}

fn beside(out: &Path, what: &str) -> PathBuf {
    let mut name = out.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{what}-{}", std::process::id()));
    out.with_file_name(name)
}

fn write(files: &Files, root: &Path) -> io::Result<()> {
    for (path, json) in files {
        let file = root.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, serde_json::to_string_pretty(json)? + "\n")?;
    }
    Ok(())
}
