//! What the generator makes: of the project's own references, of a toy's, and of wrong ones.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};
use xtask::generate::{self, Options, Plan};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()
        .expect("the project's folder")
}

fn assert_up_to_date(plan: &Plan, command: &str) {
    let differences = plan.differences().expect("readable files");
    let diffs: Vec<&str> = differences
        .iter()
        .map(|difference| difference.diff.as_str())
        .collect();
    assert!(diffs.is_empty(), "{}\nrun `{command}`", diffs.join("\n"));
}

#[test]
fn generated_code_is_what_the_references_make() {
    let plan = generate::plan(&Options::own(&root())).expect("good references");
    assert_up_to_date(&plan, "cargo xtask generate");
}

/// A folder of its own for one test, removed at its end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let (process, count) = (std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let name = format!("taskcluster-{name}-{process}-{count}");
        let folder = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a temporary folder");
        Self(folder)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

/// The toy's references in a folder of their own, with one file changed.
fn toy_with(name: &str, file: &str, change: impl FnOnce(&mut Value)) -> (Scratch, Options) {
    let scratch = Scratch::new(name);
    let apis = scratch.0.join("apis");
    copy(&root().join("tests/toy/apis"), &apis);
    let path = apis.join(file);
    let mut json = serde_json::from_slice(&fs::read(&path).expect("a file")).expect("JSON");
    change(&mut json);
    fs::write(&path, json.to_string()).expect("a file");
    let out = scratch.0.clone();
    (scratch, Options::others(apis, out))
}

fn toy() -> Options {
    let folder = root().join("tests/toy");
    Options::others(folder.join("apis"), folder)
}

#[test]
fn the_toy_is_generated_as_it_stands() {
    let plan = generate::plan(&toy()).expect("good references");
    assert_up_to_date(
        &plan,
        "cargo xtask generate --apis tests/toy/apis --out tests/toy",
    );
    let passed_over = [
        "/references/toy/v1/logs.json",
        "/references/toy/v1/metrics.json",
    ];
    assert_eq!(plan.passed_over(), passed_over);
}

#[test]
fn generating_twice_changes_nothing_and_orphans_go() {
    let (scratch, options) = toy_with("twice", "manifest.json", |_| {});
    let plan = generate::plan(&options).expect("good references");
    assert_eq!(plan.write().expect("writable"), plan.len());
    assert_eq!(
        generate::plan(&options)
            .expect("good")
            .write()
            .expect("writable"),
        0
    );

    let generated = scratch.0.join("crates/toy/src/generated");
    let orphan = generated.join("types/gone.rs");
    let mark = "// Written by `cargo xtask generate` some time ago.\n";
    fs::write(&orphan, format!("{mark}struct Gone;\n")).expect("a file");
    fs::write(generated.join("api.rs"), format!("{mark}// changed\n")).expect("a file");
    let owned = scratch.0.join("crates/toy/README.md");
    fs::write(&owned, "Mine.\n").expect("a file");

    let differences = plan.differences().expect("readable files");
    let paths: Vec<_> = differences
        .iter()
        .map(|d| d.path.display().to_string())
        .collect();
    assert_eq!(
        paths,
        [
            "crates/toy/src/generated/api.rs",
            "crates/toy/src/generated/types/gone.rs"
        ]
    );
    assert!(
        differences[0].diff.contains("-// changed"),
        "{}",
        differences[0].diff
    );
    assert!(
        differences[1].diff.contains("-struct Gone;"),
        "{}",
        differences[1].diff
    );

    assert_eq!(plan.write().expect("writable"), 2);
    assert!(!orphan.exists());
    assert_eq!(
        fs::read_to_string(&owned).expect("kept"),
        "Mine.\n",
        "people own the rest"
    );
    assert!(plan.differences().expect("readable files").is_empty());
}

/// Generating fails, and the message has all these parts.
fn refused(file: &str, change: impl FnOnce(&mut Value), parts: &[&str]) {
    let (_scratch, options) = toy_with("refused", file, change);
    let why = generate::plan(&options).expect_err("refused").to_string();
    for part in parts {
        assert!(why.contains(part), "{why:?} does not say {part:?}");
    }
}

const API: &str = "references/toy/v1/api.json";
const BOX: &str = "schemas/toy/v1/box.json";

#[test]
fn what_is_not_known_is_named_by_file_pointer_and_keyword() {
    refused(
        BOX,
        |json| json["properties"]["size"]["patternProperties"] = json!({}),
        &[
            "toy/v1/box.json#/properties/size/patternProperties",
            "`patternProperties`",
        ],
    );
    refused(
        BOX,
        |json| json["definitions"]["content"]["oneOf"][0]["contains"] = json!({}),
        &[
            "toy/v1/box.json#/definitions/content/oneOf/0/contains",
            "`contains`",
        ],
    );
    refused(
        API,
        |json| json["entries"][1]["rateLimit"] = json!(3),
        &["toy/v1/api.json#/entries/1/rateLimit", "`rateLimit`"],
    );
    refused(
        API,
        |json| json["flavour"] = json!("x"),
        &["toy/v1/api.json#/flavour", "`flavour`"],
    );
    refused(
        "references/toy/v1/exchanges.json",
        |json| json["entries"][0]["routingKey"][1]["minSize"] = json!(1),
        &[
            "toy/v1/exchanges.json#/entries/0/routingKey/1/minSize",
            "`minSize`",
        ],
    );
    refused(
        "manifest.json",
        |json| json["references"][0] = json!("/references/toy/v1/graphql.json"),
        &["manifest.json", "graphql.json", "no kind of reference"],
    );
}

#[test]
fn wrong_references_are_refused_with_the_place() {
    refused(
        API,
        |json| json["entries"][0]["type"] = json!("stream"),
        &["/entries/0/type", "`stream`"],
    );
    refused(
        API,
        |json| json["entries"][0]["method"] = json!("brew"),
        &["/entries/0/method", "`brew`", "known: get"],
    );
    refused(
        API,
        |json| json["entries"][0]["name"] = json!(3),
        &["/entries/0", "`name`"],
    );
    refused(
        API,
        |json| json["entries"][3]["args"] = json!(["boxId"]),
        &["/entries/3/args", "do not belong together"],
    );
    refused(
        API,
        |json| json["entries"][1]["output"] = json!("v1/gone.json#"),
        &["/entries/1/output", "there is no schema v1/gone.json#"],
    );
    refused(
        BOX,
        |json| json["properties"]["content"]["$ref"] = json!("gone.json#/x"),
        &["box.json#/properties/content", "gone.json#/x"],
    );
}

#[test]
fn a_service_that_is_not_there_is_refused_with_those_that_are() {
    let options = Options {
        services: vec!["toys".to_owned()],
        ..toy()
    };
    let why = generate::plan(&options).expect_err("refused").to_string();
    assert_eq!(
        why,
        r#"the references have no service "toys"; they have toy"#
    );
}
