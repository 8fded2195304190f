//! The runner of `cargo xtask vectors`, on the project's own cases and on wrong ones.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::vectors;

fn own_cases() -> PathBuf {
    vectors::own_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
}

fn own_files() -> Vec<Value> {
    let files = fs::read_dir(own_cases()).expect("the project has cases");
    let read = |entry: fs::DirEntry| fs::read_to_string(entry.path()).expect("a case file");
    let files = files.map(|entry| read(entry.expect("a case file")));
    files
        .map(|text| serde_json::from_str(&text).expect("JSON"))
        .collect()
}

/// A new folder with this file.
fn folder(file: &str, text: &str) -> TempDir {
    let dir = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder for the test");
    fs::write(dir.path().join(file), text).expect("a file for the test");
    dir
}

fn of_cases(topic: &str, cases: &[Value]) -> String {
    json!({ "topic": topic, "cases": cases }).to_string()
}

/// How the command exits, and what it prints.
fn command(dir: &Path) -> (Option<i32>, String, String) {
    let xtask = env!("CARGO_BIN_EXE_xtask");
    let output = Command::new(xtask)
        .arg("vectors")
        .arg(dir)
        .output()
        .expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

#[test]
fn the_projects_own_cases_pass() {
    let mut out = Vec::new();
    let summary = vectors::run(&own_cases(), &mut out).expect("all cases are understood");
    assert!(summary.is_success(), "{}", String::from_utf8_lossy(&out));
    assert_eq!(summary.topics().count(), 10);
    for (topic, tally) in summary.topics() {
        assert!(tally.passed > tally.skipped, "{topic}: {tally:?}");
    }
}

/// Whatever part of a wanted answer is changed, the case fails: no part goes unread.
#[test]
fn every_part_of_an_answer_counts() {
    for file in own_files() {
        let topic = file["topic"].as_str().expect("a topic");
        let cases = file["cases"].as_array().expect("cases").iter();
        let wrong: Vec<Value> = cases.flat_map(wrong_cases).collect();
        let dir = folder("wrong.json", &of_cases(topic, &wrong));
        let summary =
            vectors::run(dir.path(), &mut std::io::sink()).expect("all cases are understood");
        let failed: Vec<&str> = summary.failures().iter().map(|f| f.id.as_str()).collect();
        let passed = wrong.iter().filter_map(|case| case["id"].as_str());
        let passed: Vec<&str> = passed.filter(|id| !failed.contains(id)).collect();
        assert!(
            !wrong.is_empty() && passed.is_empty(),
            "{topic}: {passed:?}"
        );
    }
}

/// The case once for each scalar of its wanted answer, with that changed.
fn wrong_cases(case: &Value) -> Vec<Value> {
    let mut places = Vec::new();
    if let Some(answer) = case.pointer("/want/ok") {
        scalars(answer, "/want/ok", &mut places);
    }
    // Where `want` says what a query means, its spelling is free.
    if case.pointer("/want/ok/query_decoded").is_some() {
        places.retain(|place| place != "/want/ok/url");
    }
    let change = |place: String| {
        let mut case = case.clone();
        for name in ["accept", "flags"] {
            case.as_object_mut().expect("a case").remove(name);
        }
        let id = case["id"].as_str().expect("an id");
        case["id"] = format!("{id} {place}").into();
        let value = case.pointer_mut(&place).expect("a place in the case");
        *value = changed(value);
        case
    };
    places.into_iter().map(change).collect()
}

fn scalars(value: &Value, place: &str, places: &mut Vec<String>) {
    match value {
        Value::Array(items) if !items.is_empty() => {
            for (at, item) in items.iter().enumerate() {
                scalars(item, &format!("{place}/{at}"), places);
            }
        }
        Value::Object(members) if !members.is_empty() => {
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                scalars(member, &format!("{place}/{name}"), places);
            }
        }
        _ => places.push(place.to_owned()),
    }
}

fn changed(value: &Value) -> Value {
    match value {
        Value::String(text) => format!("{text}~").into(),
        Value::Number(number) => (number.as_f64().unwrap_or_default() + 1.0).into(),
        Value::Bool(value) => (!value).into(),
        Value::Null => "~".into(),
        Value::Array(_) => json!(["~"]),
        Value::Object(_) => json!({ "~": 1 }),
    }
}

#[test]
fn a_wrong_answer_is_shown_with_the_right_ones() {
    let case = |id: &str, answer: &str| {
        let input = json!({ "function": "normalizeRootUrl", "args": ["https://x/"] });
        json!({
            "id": id, "op": "urls", "in": input, "want": { "ok": answer },
            "accept": ["js"], "js": { "err": "E" },
        })
    };
    let right = of_cases("urls", &[case("u-1", "https://x")]);
    let (code, out, _) = command(folder("urls.json", &right).path());
    assert_eq!(code, Some(0), "{out}");
    assert!(
        out.contains("urls               1 passed    0 failed    0 skipped"),
        "{out}"
    );

    let wrong = of_cases(
        "urls",
        &[case("u-1", "https://x"), case("u-2", "https://y")],
    );
    let (code, out, _) = command(folder("urls.json", &wrong).path());
    assert_eq!(code, Some(1));
    assert!(
        out.contains("urls               1 passed    1 failed    0 skipped"),
        "{out}"
    );
    let failure =
        "FAILED u-2\n  ours:   \"https://x\"\n  wanted: \"https://y\"\n      or: a refusal";
    assert!(out.contains(failure), "{out}");
}

#[test]
fn what_is_skipped_is_counted_by_reason() {
    let case = |flags: &[&str], scope: Value| {
        let input = json!({ "function": "validScope", "args": [scope] });
        json!({ "id": "s", "op": "lib_scopes", "in": input, "want": null, "flags": flags })
    };
    let cases = [
        case(&["odd"], json!("a")),
        case(&["odd"], json!("b")),
        case(&[], json!(1)),
    ];
    let dir = folder("scopes.json", &of_cases("scopes", &cases));
    let (code, out, _) = command(dir.path());
    assert_eq!(code, Some(0));
    assert!(
        out.contains("skipped:\n    2  undecided: odd\n    1  untyped\n"),
        "{out}"
    );
}

/// A case of routes with some of its members replaced.
fn odd_case(change: &Value) -> String {
    let input = json!({ "class": "Queue", "method": "ping", "args": [], "rootUrl": "https://x" });
    let mut case = json!({ "id": "c-1", "op": "build_url", "in": input, "want": null });
    let members = change.as_object().expect("members").clone();
    case.as_object_mut().expect("a case").extend(members);
    of_cases("routes", &[case])
}

#[test]
fn what_is_not_understood_is_named() {
    let weather = json!({ "in": { "class": "Weather", "method": "ping", "args": [] } });
    for (text, wanted) in [
        ("[".to_owned(), "not a file of cases"),
        (of_cases("weather", &[]), "no topic \"weather\""),
        (
            odd_case(&json!({ "op": "fly" })),
            "c-1: routes has no operation \"fly\"",
        ),
        (odd_case(&weather), "c-1: there is no class \"Weather\""),
        (odd_case(&json!({ "in": {} })), "c-1: `in` has no \"class\""),
        (
            odd_case(&json!({ "want": {} })),
            "c-1: the answer of \"want\"",
        ),
        (
            odd_case(&json!({ "accept": ["js"] })),
            "c-1: there is no answer of \"js\"",
        ),
        (
            of_cases("routes", &[json!({ "op": "build_url" })]),
            "missing field `id`",
        ),
    ] {
        let (code, out, error) = command(folder("odd.json", &text).path());
        assert_eq!((code, out.as_str()), (Some(2), ""), "{error}");
        assert!(
            error.starts_with("error: odd.json: ") && error.contains(wanted),
            "{error}"
        );
    }
}

#[test]
fn a_folder_without_cases_is_an_error() {
    let (code, _, error) = command(folder("readme.txt", "").path());
    assert_eq!(code, Some(2));
    assert!(error.contains("no case files"), "{error}");
    let (code, _, error) = command(Path::new("no/such/folder"));
    assert_eq!(code, Some(2));
    assert!(error.contains("no/such/folder"), "{error}");
}
