//! What people have written in this project's crates beside what is generated, for the crates of others
//! that are to have all that ours have.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::generate::{Error, Result};

/// The hand-written sources of a crate of ours, by their path under `src`; none where we have no such crate.
/// In examples the crate is called as the other one is.
pub fn sources(apis: &Path, service: &str, package: &str) -> Result<BTreeMap<PathBuf, String>> {
    let root = apis.join("../crates").join(service).join("src");
    let mut sources = BTreeMap::new();
    if !root.is_dir() {
        return Ok(sources);
    }
    let [ours, theirs] =
        [&format!("taskcluster-{service}"), package].map(|it| it.replace('-', "_"));
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|e| Error::at(&folder, "", e))? {
            let path = entry.map_err(|e| Error::at(&folder, "", e))?.path();
            let name = path.strip_prefix(&root).unwrap_or(&path).to_owned();
            if name == Path::new("generated") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).map_err(|e| Error::at(&path, "", e))?;
            sources.insert(name, text.replace(&ours, &theirs));
        }
    }
    Ok(sources)
}
