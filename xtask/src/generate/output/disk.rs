//! What of a folder on disk may be written and deleted: files inside it that an earlier run wrote.
//!
//! The record of that is in the files themselves: each begins with the same words. So it moves
//! with the file, cannot be stale, and whoever edits a file for good takes them out.

use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use crate::generate::{Error, Result};

/// How each generated file begins, behind the sign of a comment.
pub const MARK: &str = "Written by `cargo xtask generate`";

/// The signs of a comment: Rust's, and a member of that name, since JSON has none.
const COMMENTS: [&str; 2] = ["// ", "{\"//\":\""];

/// The text of a file that may be written anew or deleted; `None` where there is no file.
///
/// # Errors
/// The path leads out of the root, or the file is one that no earlier run has written.
pub fn own_file(root: &Path, path: &Path) -> Result<Option<String>> {
    let Some(text) = file(root, path)? else {
        return Ok(None);
    };
    let rest = COMMENTS.iter().find_map(|sign| text.strip_prefix(sign));
    if rest.is_some_and(|rest| rest.starts_with(MARK)) {
        return Ok(Some(text));
    }
    let why = format!(
        "no earlier run has written this file, since it does not begin with \"{MARK}\"; move it \
         out of the generated folder"
    );
    Err(Error::at(&root.join(path), "", why))
}

/// The text of a file below the root; `None` where there is none.
///
/// # Errors
/// The path leads out of the root, or to something that is no file.
pub fn file(root: &Path, path: &Path) -> Result<Option<String>> {
    if !is_inside(root, path)? {
        return Ok(None);
    }
    let full = root.join(path);
    let bytes = fs::read(&full).map_err(|e| Error::at(&full, "", e))?;
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// Whether there is something at a path, which has to lie below the root: it has plain steps only,
/// of which none is a link on disk.
pub fn is_inside(root: &Path, path: &Path) -> Result<bool> {
    let mut full = root.to_owned();
    for step in path.components() {
        let Component::Normal(name) = step else {
            return Err(Error::at(path, "", "the path leads out of the folder"));
        };
        full.push(name);
        match fs::symlink_metadata(&full) {
            Ok(found) if found.is_symlink() => {
                let why = "this is a link, which may lead out of the folder; nothing is written";
                return Err(Error::at(&full, "", why));
            }
            Ok(_) => {}
            Err(e) if e.kind() == ErrorKind::NotFound => return Ok(false),
            Err(e) => return Err(Error::at(&full, "", e)),
        }
    }
    Ok(true)
}

/// All files in a folder below the root, sorted.
pub fn files_in(root: &Path, folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        if !is_inside(root, &folder)? {
            continue;
        }
        for name in names_in(&root.join(&folder))? {
            let path = folder.join(name);
            if root.join(&path).is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// The names in a folder, sorted.
pub fn names_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let wrong = |e: io::Error| Error::at(folder, "", e);
    let entries = fs::read_dir(folder).map_err(wrong)?;
    let names: io::Result<Vec<PathBuf>> = entries
        .map(|entry| Ok(PathBuf::from(entry?.file_name())))
        .collect();
    let mut names = names.map_err(wrong)?;
    names.sort();
    Ok(names)
}
