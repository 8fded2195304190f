//! What a deployment answers beside methods.

use serde_json::{Value, json};
use taskcluster_fake::{Era, FakeTaskcluster};

use crate::support::ask;

#[test]
fn a_browser_may_ask_and_call_from_any_page() {
    let fake = FakeTaskcluster::start().expect("a server");
    let answer = ask(
        &fake,
        "OPTIONS",
        "/api/queue/v1/ping",
        &[("origin", "https://elsewhere")],
        "",
    );
    assert_eq!((answer.status, answer.body.as_str()), (200, "GET, HEAD"));
    assert_eq!(
        answer.header("content-type"),
        Some("text/plain; charset=utf-8")
    );
    assert_eq!(answer.header("allow"), Some("GET, HEAD"));
    let answers = [
        answer,
        ask(&fake, "GET", "/api/queue/v1/ping", &[], ""),
        ask(&fake, "GET", "/api/secrets/v1/secret/a", &[], ""),
        ask(&fake, "GET", "/api/queue/v1/nothing", &[], ""),
    ];
    for answer in answers {
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
        let allowed = answer
            .header("access-control-allow-headers")
            .expect("names of headers");
        assert!(
            allowed.contains("Authorization") && allowed.contains("Content-Type"),
            "{allowed}"
        );
        assert_eq!(
            answer.header("cache-control"),
            Some("no-store no-cache must-revalidate")
        );
        for name in ["x-for-request-id", "x-for-trace-id"] {
            assert!(
                answer.header(name).is_some_and(|id| !id.is_empty()),
                "{name}"
            );
        }
    }
    let answer = ask(&fake, "OPTIONS", "/api/queue/v1/nothing", &[], "");
    assert_eq!(
        (answer.status, answer.json()),
        (404, json!({ "error": "Not found" }))
    );
}

#[test]
fn a_trace_goes_on_where_it_was_begun() {
    let fake = FakeTaskcluster::start().expect("a server");
    let headers = [("x-taskcluster-trace-id", "trace-1")];
    let answer = ask(&fake, "GET", "/api/queue/v1/ping", &headers, "");
    assert_eq!(answer.header("x-for-trace-id"), Some("trace-1"));
}

#[test]
fn each_service_of_today_tells_how_it_is() {
    let fake = FakeTaskcluster::builder()
        .era(Era::Today)
        .start()
        .expect("a server");
    let version = json!({ "version": "dev", "commit": "", "source": "", "build": "" });
    for service in [
        "auth",
        "queue",
        "worker-manager",
        "object",
        "web-server",
        "notify",
        "hooks",
    ] {
        for (name, wanted) in [
            ("__version__", &version),
            ("__heartbeat__", &json!({})),
            ("__lbheartbeat__", &json!({})),
        ] {
            let answer = ask(&fake, "GET", &format!("/api/{service}/v1/{name}"), &[], "");
            assert_eq!(
                (answer.status, &answer.json()),
                (200, wanted),
                "{service} {name}"
            );
        }
    }
}

#[test]
fn what_the_manifest_lists_is_there_and_so_are_the_schemas() {
    for (era, references, has) in [
        (
            Era::Today,
            17,
            ["/references/object/v1/api.json"].as_slice(),
        ),
        (
            Era::Classic,
            18,
            &["/references/treeherder/v1/exchanges.json"],
        ),
        (
            Era::Both,
            24,
            &[
                "/references/object/v1/api.json",
                "/references/treeherder/v1/exchanges.json",
            ],
        ),
    ] {
        let fake = FakeTaskcluster::builder()
            .era(era)
            .start()
            .expect("a server");
        let read = |path: &str| -> Value {
            let answer = ask(&fake, "GET", path, &[], "");
            assert_eq!(
                (answer.status, answer.header("content-type")),
                (200, Some("application/json")),
                "{path}"
            );
            answer.json()
        };
        let manifest = read("/references/manifest.json");
        let listed = manifest["references"].as_array().expect("a list");
        assert_eq!(listed.len(), references, "{era:?}");
        for path in has {
            assert!(listed.contains(&json!(path)), "{listed:?}");
        }
        for path in listed {
            assert!(read(path.as_str().expect("a path"))["entries"].is_array());
        }
        let schema = read("/schemas/queue/v1/task-status.json");
        assert_eq!(schema["$id"], "/schemas/queue/v1/task-status.json#");
        assert_eq!(
            ask(&fake, "GET", "/schemas/queue/v1/nothing.json", &[], "").status,
            404
        );
        assert_eq!(
            ask(&fake, "POST", "/references/manifest.json", &[], "").status,
            404
        );
    }
}
