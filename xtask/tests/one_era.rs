//! What is generated of one deployment's references alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use xtask::generate::{self, Files};

/// What is generated of today's references.
fn today() -> BTreeMap<PathBuf, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../apis/today");
    let mut files = Files::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&root).expect("below").display();
            let text = fs::read_to_string(&path).expect("a file");
            files.insert(name.to_string(), serde_json::from_str(&text).expect("JSON"));
        }
    }
    files.remove("manifest.json");
    generate::draft(files).expect("good references")
}

#[test]
fn it_has_what_references_cannot_express() {
    let drafts = today();
    for (file, parts) in [
        (
            "index/src/generated/api.rs",
            &[
                "pub fn list_root_namespaces(&self)",
                "pub fn list_root_tasks(&self)",
            ][..],
        ),
        (
            "index/src/generated/endpoints.rs",
            &[
                "route: \"/namespaces/\", args: &[], ",
                "StaticExpression::Scope(\"index:list-tasks:\")",
            ],
        ),
        (
            "queue/src/generated/types/task_status.rs",
            &[
                "pub fn is_resolved(&self) -> bool",
                "Self::Completed | Self::Failed | Self::Exception",
            ],
        ),
    ] {
        let text = &drafts[&Path::new("crates").join(file)];
        for part in parts {
            assert!(text.contains(part), "{file} lacks {part}:\n{text}");
        }
    }
    // The list of all methods has those of the references, and no others.
    let endpoints = &drafts[Path::new("crates/index/src/generated/endpoints.rs")];
    let all = endpoints
        .split("pub static ENDPOINTS")
        .nth(1)
        .expect("the list");
    assert!(!all.contains("ROOT_"), "{all}");
}
