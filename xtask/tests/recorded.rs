//! `cargo xtask recorded`, with small recordings of what a deployment might have answered.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::recorded::{self, Summary};

/// A folder of its own for a recording.
fn folder(cases: &Value) -> TempDir {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let recording = json!({ "about": "a test", "cases": cases });
    fs::write(folder.path().join("a.json"), recording.to_string()).expect("a recording");
    folder
}

fn replay(cases: &Value, service: Option<&str>) -> (String, Summary) {
    let folder = folder(cases);
    let mut out = Vec::new();
    let summary = recorded::run(folder.path(), service, &mut out).expect("a replay");
    (String::from_utf8(out).expect("text"), summary)
}

/// A signed request, of which the rest is said, and an answer that is JSON.
fn case(id: &str, verb: &str, path: &str, rest: &Value) -> Value {
    let mut case = json!({
        "id": id, "method": verb, "path": path, "payload": rest["payload"], "signed": true,
        "status": 200, "headers": { "content-type": "application/json; charset=utf-8" },
    });
    for (name, value) in rest.as_object().expect("members") {
        case[name] = value.clone();
    }
    case
}

/// A secret that is set, of long ago, and read again.
fn secret(value: &str) -> [Value; 3] {
    const PATH: &str = "/api/secrets/v1/secret/a%2Fb";
    let expires = "2020-01-02T00:00:00.000Z";
    let missing = json!({
        "code": "ResourceNotFound",
        "message": "Secret not found\n\n---\n\n* method:     get\n* errorCode:  ResourceNotFound\n\
                    * statusCode: 404\n* time:       2020-01-01T00:00:00.000Z",
        "requestInfo": { "method": "get", "params": { "name": "a/b" }, "payload": {},
                         "time": "2020-01-01T00:00:00.000Z" },
    });
    let payload = json!({ "expires": expires, "secret": { "a": 1 } });
    let shown = json!({ "expires": expires, "secret": { "a": value } });
    [
        case(
            "missing",
            "GET",
            PATH,
            &json!({ "status": 404, "answer": missing }),
        ),
        case(
            "set",
            "PUT",
            PATH,
            &json!({ "payload": payload, "answer": {} }),
        ),
        case("get", "GET", PATH, &json!({ "answer": shown })),
    ]
}

#[test]
fn what_is_the_same_gets_no_line_and_the_time_is_that_of_the_recording() {
    // A secret that expired years ago would be gone.
    let [missing, set, mut get] = secret("");
    get["answer"]["secret"]["a"] = 1.into();
    let (text, summary) = replay(&json!([missing, set, get]), None);
    assert!(summary.is_success(), "{text}");
    assert_eq!((summary.requests, summary.same), (3, 3), "{text}");
    assert_eq!(text.lines().count(), 1, "{text}");
}

#[test]
fn what_differs_gets_a_line() {
    let (text, summary) = replay(&json!(secret("1")), None);
    assert!(!summary.is_success(), "{text}");
    assert_eq!((summary.same, summary.differ), (2, 1), "{text}");
    let line = "get: shape: answer.secret.a is a number where a text is recorded (GET /api/secrets";
    assert!(text.contains(line), "{text}");
}

#[test]
fn of_other_services_than_the_one_that_is_asked_for_nothing_is_said() {
    let mut cases = secret("1").to_vec();
    let pong = json!({ "answer": { "alive": false, "uptime": 5 } });
    cases.push(case("ping", "GET", "/api/auth/v1/ping", &pong));
    let (text, summary) = replay(&json!(cases), Some("auth"));
    assert_eq!((summary.requests, summary.judged), (4, 1), "{text}");
    assert!(
        text.starts_with("ping: value: answer.alive is true where false is recorded"),
        "{text}"
    );
}

#[test]
fn a_folder_without_recordings_is_an_error() {
    let none = folder(&json!([]));
    for (service, problem) in [
        (None, "there is no recording"),
        (Some("auth"), "there is no recording"),
    ] {
        let error = recorded::run(none.path(), service, &mut Vec::new()).expect_err("an error");
        assert!(error.to_string().contains(problem), "{error}");
    }
    let some = folder(&json!(secret("1")));
    let error = recorded::run(some.path(), Some("nope"), &mut Vec::new()).expect_err("an error");
    assert!(error.to_string().contains("is for nope"), "{error}");
}
