//! Names that become paths and manifests, and what may be written and deleted.

use std::fs;

use serde_json::json;

use super::toy::{API, EXCHANGES, Toy, files_under};

fn called(key: &str, name: &str) -> Toy {
    let toy = Toy::new();
    toy.change(API, |api| api[key] = json!(name));
    toy.change(EXCHANGES, |exchanges| exchanges[key] = json!(name));
    toy
}

#[test]
fn a_service_is_called_by_a_plain_name() {
    for name in [
        "toy\"\n[dependencies]\nevil = { path = \"/tmp/evil\" } #",
        "../../../../strangers-x",
        "/tmp/strangers-x",
        "a/b",
        "",
        "core",
        "client",
        "call",
        "fake",
        "con",
        "Toy",
        "toy\u{202e}",
    ] {
        called("serviceName", name).refused(&["references/toy/v1/", ".json#/serviceName"]);
    }
    for name in ["../../../../x", "/tmp/x", "", "1", "v1\"", "v1/../../x"] {
        called("apiVersion", name).refused(&["references/toy/v1/", ".json#/apiVersion"]);
    }
}

#[test]
fn a_manifest_lists_references_and_no_other_files() {
    for path in [
        "/references/../../../../etc/api.json",
        "/etc/api.json",
        "//x/references/api.json",
        "/references/toy/v1/.hidden/api.json",
    ] {
        let toy = Toy::new();
        toy.change("manifest.json", |manifest| {
            manifest["references"][0] = json!(path);
        });
        toy.refused(&["manifest.json#/references/0"]);
    }
}

#[test]
fn two_references_of_one_service_are_not_one() {
    let toy = Toy::new();
    let mut api = json!(null);
    toy.change(API, |json| api = json.clone());
    toy.change("references/toy/v2/api.json", |json| *json = api);
    toy.change("manifest.json", |manifest| {
        let list = manifest["references"].as_array_mut().expect("a list");
        list.push(json!("/references/toy/v2/api.json"));
    });
    toy.refused(&["v2/api.json#/serviceName", "v1/api.json"]);
}

#[test]
fn what_no_earlier_run_has_written_is_left_alone() {
    let toy = Toy::new();
    toy.generate().expect("good references");
    let generated = toy.out().join("crates/toy/src/generated");
    for (name, text) in [
        ("types/mine.rs", "struct Mine;\n"),
        ("thesis.txt", "long"),
        ("api.rs", "// mine\n"),
    ] {
        let (file, before) = (generated.join(name), fs::read(generated.join(name)).ok());
        fs::write(&file, text).expect("a file");
        // What there is to write is not written either.
        fs::write(
            generated.join("calls.rs"),
            "// Written by `cargo xtask generate` long ago\n",
        )
        .expect("a file");
        toy.refused(&[name, "no earlier run has written this"]);
        assert_eq!(fs::read_to_string(&file).expect("it is there"), text);
        assert!(
            fs::read_to_string(generated.join("calls.rs"))
                .expect("a file")
                .ends_with("long ago\n")
        );
        match before {
            Some(bytes) => fs::write(&file, bytes).expect("a file"),
            None => fs::remove_file(&file).expect("a file"),
        }
    }
    let old = generated.join("types/old.rs");
    fs::copy(generated.join("types/box.rs"), &old).expect("a copy");
    toy.generate().expect("good references");
    assert!(!old.exists(), "what an earlier run wrote is deleted");
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_folder() {
    use std::os::unix::fs::symlink;

    let toy = Toy::new();
    let other = toy.root.join("other");
    fs::create_dir_all(&other).expect("a folder");
    fs::write(
        other.join("a.rs"),
        "// Written by `cargo xtask generate` for somebody else\n",
    )
    .expect("a file");
    let krate = toy.out().join("crates/toy");
    fs::create_dir_all(krate.join("src")).expect("a folder");
    for link in ["src/generated", "README.md", "src/lib.rs"] {
        symlink(
            other
                .join("a.rs")
                .with_file_name(if link == "src/generated" { "." } else { "new" }),
            krate.join(link),
        )
        .expect("a link");
        toy.refused(&[link, "this is a link"]);
        fs::remove_file(krate.join(link)).expect("a link");
    }
    assert_eq!(files_under(&other), [other.join("a.rs")]);
    // A folder that leads round, among the schemas.
    symlink(
        toy.root.join("apis/schemas"),
        toy.root.join("apis/schemas/toy/round"),
    )
    .expect("a link");
    toy.generate().expect("good references");
}
