//! What is generated of one deployment's references alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::generate::{self, Files, Options};

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

/// A folder for a test.
fn scratch() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder")
}

/// Generates the toy's crate, changed as the test wants it, and returns its folder.
fn toy(out: &Path, change: impl FnOnce(&mut Options)) -> Result<PathBuf, String> {
    let apis = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/toy/apis");
    let mut options = Options::others(apis, out.to_owned());
    change(&mut options);
    let plan = generate::plan(&options).map_err(|e| e.to_string())?;
    plan.write().map_err(|e| e.to_string())?;
    Ok(out.join("crates/toy"))
}

#[test]
fn packages_have_the_prefix_that_is_wanted() {
    let out = scratch();
    let out = out.path();
    let acme = |options: &mut Options| options.prefix = Some("acme".to_owned());
    let toy_crate = toy(out, acme).expect("a crate");
    let manifest = fs::read_to_string(toy_crate.join("Cargo.toml")).expect("a manifest");
    assert!(manifest.contains("name = \"acme-toy\""), "{manifest}");
    let readme = fs::read_to_string(toy_crate.join("README.md")).expect("a README");
    assert!(readme.starts_with("# acme-toy\n"), "{readme}");
    assert!(
        readme.contains("use acme_toy::Toy;") || !readme.contains("use "),
        "{readme}"
    );
    // What is there keeps its name, and no manifest is changed in silence.
    toy(out, acme).expect("the same again");
    toy(out, |_| {}).expect("no name is asked for");
    let why = toy(out, |options| options.prefix = Some("other".to_owned()));
    let why = why.expect_err("another name");
    assert!(
        why.contains("is called acme-toy, and not other-toy"),
        "{why}"
    );
    for prefix in ["", "Acme", "a_b", "../x", "1a", "a\"b"] {
        let why = toy(out, |options| options.prefix = Some(prefix.to_owned()));
        let why = why.expect_err("no prefix");
        assert!(why.contains("cannot begin the names of packages"), "{why}");
    }
}

#[test]
fn others_are_merged_with_ours() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../apis");
    let root = scratch();
    let root = root.path();
    // A deployment that has one service of ours with a method and a member more.
    let (file, schema) = (
        "references/secrets/v1/api.json",
        "schemas/secrets/v1/secret.json",
    );
    let read = |path: &str| -> Value {
        let text = fs::read_to_string(own.join("today").join(path)).expect("a file");
        serde_json::from_str(&text).expect("JSON")
    };
    let mut api = read(file);
    let mut added = api["entries"][0].clone();
    added["name"] = json!("shake");
    added["route"] = json!("/shake");
    added["description"] = json!("Shakes it.");
    api["description"] = json!("Somebody's words.");
    api["entries"].as_array_mut().expect("a list").push(added);
    let mut secret = read(schema);
    secret["properties"]["colour"] = json!({"type": "string", "description": "Its colour."});
    let list = "schemas/secrets/v1/secret-list.json";
    for (path, json) in [
        (file, api),
        (schema, secret),
        (list, read(list)),
        ("manifest.json", json!({"references": [format!("/{file}")]})),
    ] {
        let path = root.join("apis").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, json.to_string()).expect("a file");
    }
    let mut options = Options::others(root.join("apis"), root.join("out"));
    options.with_own = Some(own);
    options.services = vec!["secrets".to_owned(), "login".to_owned()];
    let plan = generate::plan(&options).expect("one set of crates");
    plan.write().expect("files");
    let read = |path: &str| fs::read_to_string(root.join("out/crates").join(path)).expect("a file");
    let api = read("secrets/src/generated/api.rs");
    assert!(
        api.contains("pub fn shake(&self)") && api.contains("Shakes it."),
        "{api}"
    );
    assert!(
        api.contains("pub fn get(&self") && !api.contains("Somebody's words."),
        "{api}"
    );
    let endpoints = read("secrets/src/generated/endpoints.rs");
    assert!(endpoints.contains("era: Era::Both") && endpoints.contains("era: Era::Today"));
    let types = read("secrets/src/generated/types/secret.rs");
    assert!(types.contains("pub colour: Option<String>") && types.contains("pub secret: Value"));
    // What only our older era has is there, too.
    assert!(read("login/src/generated/endpoints.rs").contains("era: Era::Classic"));
}
