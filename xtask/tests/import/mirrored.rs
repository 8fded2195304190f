//! What is mirrored, and what of the folder is left alone.

use std::fs;

use serde_json::{Value, json};
use xtask::import;

use crate::{files_under, project, published, read, scratch, serve};

#[test]
fn a_deployment_is_mirrored_as_it_was_before_it_was_published() {
    let root_url = serve("", published);
    let folder = scratch();
    let out = folder.path().join("apis");
    let imported = import::run(&root_url, &out).expect("a good deployment");
    assert_eq!((imported.references, imported.schemas), (4, 7));

    let toy = project().join("tests/toy/apis");
    let ours = files_under(&toy);
    let mut found: Vec<String> = files_under(&out).into_keys().collect();
    found.push("/schemas/toy/v1/unused.json".to_owned());
    found.sort();
    assert_eq!(
        found,
        ours.keys().cloned().collect::<Vec<_>>(),
        "what nothing leads to stays away"
    );
    for path in found
        .iter()
        .filter(|path| path.contains("/v1/") && !path.contains("unused"))
    {
        let text = fs::read_to_string(toy.join(&path[1..])).expect("a file");
        // These are left as paths by an import, and were other URLs in the toy.
        let text = text
            .replace("https://toy.example.com/schemas", "/schemas")
            .replace("http://schemas.taskcluster.net/", "/schemas/");
        let wanted: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read(&out.join(&path[1..])), wanted, "{path}");
    }
    assert_eq!(
        read(&out.join("manifest.json")),
        json!({
            "$schema": "/schemas/common/manifest-v3.json#",
            "references": [
                "/references/toy/v1/api.json",
                "/references/toy/v1/exchanges.json",
                "/references/toy/v1/logs.json",
                "/references/toy/v1/metrics.json",
            ],
        })
    );
}

#[test]
fn a_folder_is_mirrored_and_a_deployment_under_a_path() {
    let folder = scratch();
    let folder = folder.path();
    let out = folder.join("from-folder");
    let toy = project().join("tests/toy/apis");
    import::run(&toy.display().to_string(), &out).expect("a good folder");
    let root_url = serve("/sub/path", published);
    let other = folder.join("from-url");
    import::run(&format!("{root_url}/"), &other).expect("a good deployment");
    assert_eq!(files_under(&out), files_under(&other));
    // An import takes the place of an earlier one.
    fs::write(out.join("schemas/toy/v1/gone.json"), "{}").expect("a file");
    import::run(&out.display().to_string(), &out).expect("a good folder");
    assert_eq!(files_under(&out), files_under(&other));
}

#[test]
fn folders_of_other_people_are_left_alone() {
    let out = scratch();
    let out = out.path();
    fs::write(out.join("thesis.txt"), "long").expect("a file");
    let toy = project().join("tests/toy/apis").display().to_string();
    let why = import::run(&toy, out).expect_err("refused").to_string();
    assert!(
        why.contains("thesis.txt") && why.contains("name another folder"),
        "{why}"
    );
    let why = import::run("no/such/folder", &out.join("x"))
        .expect_err("refused")
        .to_string();
    assert!(why.contains("no such folder"), "{why}");
}

#[test]
fn what_an_import_has_not_left_is_not_lost() {
    let folder = scratch();
    let out = folder.path().join("apis");
    let toy = project().join("tests/toy/apis").display().to_string();
    import::run(&toy, &out).expect("a good folder");
    fs::write(out.join("schemas/toy/notes.txt"), "mine").expect("a file");
    let why = import::run(&toy, &out).expect_err("refused").to_string();
    assert!(
        why.contains("notes.txt") && why.contains("name another folder"),
        "{why}"
    );
    assert!(out.join("schemas/toy/notes.txt").exists());
}
