//! `cargo xtask compare`, with changed copies of today's references.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::compare::{adopt, compare};
use xtask::generate::{self, Options};

const MANAGER: &str = "references/worker-manager/v1/api.json";
const EVENTS: &str = "references/worker-manager/v1/exchanges.json";
const POOL: &str = "schemas/worker-manager/v1/worker-pool-full.json";
const WORKER: &str = "schemas/worker-manager/v1/worker-full.json";

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A folder with a copy of `apis/`, and one of today's references as another release has them.
fn copies() -> (TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let root = folder.path().to_owned();
    copy(&project().join("apis"), &root.join("apis"));
    copy(&project().join("apis/today"), &root.join("next"));
    (folder, root.clone(), root.join("next"))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let to = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, to).expect("a file");
        }
    }
}

fn change(root: &Path, file: &str, change: impl FnOnce(&mut Value)) {
    let path = root.join(file);
    let text = fs::read_to_string(&path).expect("a file");
    let mut json = serde_json::from_str(&text).expect("JSON");
    change(&mut json);
    fs::write(path, json.to_string()).expect("a file");
}

fn entry<'j>(json: &'j mut Value, name: &str) -> &'j mut Value {
    let entries = json["entries"].as_array_mut().expect("a list");
    let mut entries = entries.iter_mut();
    entries.find(|it| it["name"] == name).expect("an entry")
}

/// What a next release may change.
fn next_release(root: &Path) {
    change(root, MANAGER, |api| {
        entry(api, "workerPool")["route"] = json!("/pool/<workerPoolId>");
        entry(api, "workerPool")["stability"] = json!("deprecated");
        entry(api, "listWorkerPools")["query"] = json!(["limit", "continuationToken", "sort"]);
        let mut added = entry(api, "workerPool").clone();
        added["name"] = json!("poolOfWorkers");
        added["route"] = json!("/pool-of-workers/<workerPoolId>");
        added["description"] = json!("Somebody's words.");
        let entries = api["entries"].as_array_mut().expect("a list");
        entries.retain(|it| it["name"] != "listWorkers");
        entries.push(added);
    });
    change(root, EVENTS, |events| {
        let entries = events["entries"].as_array_mut().expect("a list");
        let mut added = entries[0].clone();
        added["name"] = json!("poolPaused");
        added["exchange"] = json!("pool-paused");
        entries.push(added);
    });
    change(root, POOL, |pool| {
        let members = pool["properties"].as_object_mut().expect("members");
        members.insert(
            "colour".to_owned(),
            json!({"type": "string", "description": "Theirs."}),
        );
        members.insert(
            "owner".to_owned(),
            json!({"type": "string", "maxLength": 7}),
        );
    });
    change(root, WORKER, |worker| {
        let state = worker["properties"]["state"]["enum"].as_array_mut();
        state.expect("values").push(json!("frozen"));
    });
}

#[track_caller]
fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn the_same_is_the_same() {
    let (_folder, root, next) = copies();
    // Texts are none of it.
    change(&next, POOL, |pool| {
        pool["description"] = json!("Other words.");
    });
    let report = compare(&next.display().to_string(), &root.join("apis/today"));
    let report = report.expect("two good folders");
    assert!(report.is_empty(), "{report}");
}

#[test]
fn each_difference_is_named() {
    let (_folder, root, next) = copies();
    next_release(&next);
    let (ours, theirs) = (root.join("apis/today"), next.display().to_string());
    let report = compare(&theirs, &ours)
        .expect("two good folders")
        .to_string();
    has(
        &report,
        &[
            "references/worker-manager/v1/api.json\n",
            "~   method workerPool: route: /worker-pool/<workerPoolId> → /pool/<workerPoolId>\n",
            "~   method workerPool: stability: stable → deprecated\n",
            "+   method listWorkerPools: option sort\n",
            "+   method poolOfWorkers\n",
            "-   method listWorkers\n",
            "+   exchange poolPaused\n",
            "schemas/worker-manager/v1/worker-pool-full.json\n",
            "+   /properties/colour\n",
            "+   /properties/owner/maxLength: 7\n",
            "+   /properties/state: enum: frozen\n",
        ],
    );
    // What comes with a new thing is not told beside it.
    assert!(!report.contains("poolOfWorkers: "), "{report}");
    let other_way = compare(&ours.display().to_string(), &next).expect("two good folders");
    has(
        &other_way.to_string(),
        &["-   method poolOfWorkers\n", "+   method listWorkers\n"],
    );
}

#[test]
fn what_is_adopted_wants_our_texts_and_has_them_then() {
    let (_folder, root, next) = copies();
    next_release(&next);
    let theirs = next.display().to_string();
    let adopted = adopt(&theirs, &root).expect("a good release");
    let today = root.join("apis/today");
    assert!(
        compare(&theirs, &today)
            .expect("two good folders")
            .is_empty()
    );
    let wanted = adopted.wanted.join("\n");
    has(
        &wanted,
        &[
            "worker-manager/v1/api.json#/entries/",
            ": `description`",
            ": `title`",
        ],
    );
    has(
        &wanted,
        &["worker-pool-full.json#/properties/colour: `description`"],
    );
    let read = |file: &str| fs::read_to_string(today.join(file)).expect("a file");
    for words in ["Somebody's words.", "Theirs."] {
        assert!(
            !read(MANAGER).contains(words) && !read(POOL).contains(words),
            "{words}"
        );
    }
    // Files in which nothing changed, and the order of what stays, are as they were.
    let untouched = "references/queue/v1/api.json";
    let before = fs::read_to_string(project().join("apis/today").join(untouched));
    assert_eq!(read(untouched), before.expect("a file"));

    let plan = || {
        generate::plan(&Options {
            apis: root.join("apis"),
            services: vec!["secrets".to_owned()],
            ..Options::own(&project())
        })
    };
    let why = plan().expect_err("texts are missing").to_string();
    has(&why, &["worker-manager", "is missing: `description`"]);
    give_texts(&today, &adopted.wanted);
    plan().expect("all texts are there");
}

/// Writes a text at each place that wants one.
fn give_texts(today: &Path, wanted: &[String]) {
    for place in wanted {
        let (file, rest) = place.split_once('#').expect("a place");
        let (pointer, key) = rest.rsplit_once(": `").expect("a key");
        let file = Path::new(file).components().collect::<PathBuf>();
        let file = file
            .strip_prefix(today)
            .expect("below")
            .display()
            .to_string();
        change(today, &file, |json| {
            json.pointer_mut(pointer).expect("a thing")[key.trim_end_matches('`')] = json!("Ours.");
        });
    }
}

#[test]
fn a_text_moves_to_the_older_era_with_what_is_gone() {
    let (_folder, root, next) = copies();
    change(&next, "references/hooks/v1/api.json", |api| {
        let entries = api["entries"].as_array_mut().expect("a list");
        entries.retain(|it| it["name"] != "removeHook");
    });
    let adopted = adopt(&next.display().to_string(), &root).expect("a good release");
    assert_eq!(adopted.wanted, Vec::<String>::new());
    let classic = fs::read_to_string(root.join("apis/classic/references/hooks/v1/api.json"));
    let mut classic = serde_json::from_str(&classic.expect("a file")).expect("JSON");
    let ours = fs::read_to_string(project().join("apis/today/references/hooks/v1/api.json"));
    let mut ours: Value = serde_json::from_str(&ours.expect("a file")).expect("JSON");
    let text = |api: &mut Value| entry(api, "removeHook")["description"].clone();
    assert_eq!(text(&mut classic), text(&mut ours));
    let services = vec!["secrets".to_owned()];
    let apis = root.join("apis");
    let own = Options::own(&project());
    generate::plan(&Options {
        apis,
        services,
        ..own
    })
    .expect("all texts are there");
}
