//! References and schemas as a folder holds them, in the layout that `cargo xtask import` writes.

use std::fmt::Display;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use serde_json::{Map, Value, json};

/// What the manifest lists, and all schemas, in one value such as this crate carries itself.
pub(crate) fn read(folder: &Path) -> io::Result<Value> {
    let manifest = folder.join("manifest.json");
    let listed = read_json(&manifest)?;
    let listed = listed["references"].as_array();
    let listed = listed.ok_or_else(|| wrong(&manifest, "\"references\" is not a list"))?;
    let mut references = Vec::new();
    for path in listed {
        let path = path.as_str().and_then(|path| path.strip_prefix('/'));
        let path = path.ok_or_else(|| {
            let advice = "lists something other than paths such as /references/queue/v1/api.json";
            wrong(&manifest, advice)
        })?;
        // Deployments list what they log and measure as well.
        if path.ends_with("/api.json") || path.ends_with("/exchanges.json") {
            references.push(read_json(&folder.join(path))?);
        }
    }
    let mut schemas = Map::new();
    read_schemas(&folder.join("schemas"), "/schemas", &mut schemas)?;
    Ok(json!({ "references": references, "schemas": schemas }))
}

/// Reads all schemas in a folder and those below it. Their identifiers begin like the folder's.
fn read_schemas(folder: &Path, id: &str, schemas: &mut Map<String, Value>) -> io::Result<()> {
    for entry in fs::read_dir(folder).map_err(|e| about(folder, &e))? {
        let path = entry.map_err(|e| about(folder, &e))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let id = format!("{id}/{name}");
        if path.is_dir() {
            read_schemas(&path, &id, schemas)?;
        } else if name.ends_with(".json") {
            schemas.insert(format!("{id}#"), read_json(&path)?);
        }
    }
    Ok(())
}

fn read_json(file: &Path) -> io::Result<Value> {
    let bytes = fs::read(file).map_err(|e| about(file, &e))?;
    serde_json::from_slice(&bytes).map_err(|e| wrong(file, &format!("not JSON: {e}")))
}

/// What is wrong with a file, and what it should have been a part of.
pub(crate) fn wrong(file: &Path, why: &str) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, explained(file, why))
}

fn about(file: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), explained(file, error))
}

fn explained(file: &Path, why: impl Display) -> String {
    let wanted = "references are read from a folder as `cargo xtask import` writes it";
    format!("{}: {why}; {wanted}", file.display())
}
