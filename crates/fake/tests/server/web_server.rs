//! Profiles.

use std::io::Write as _;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Request, slugid, timestamp};
use taskcluster_fake::{Era, FakeTaskcluster};

use crate::support::{ask, bad, create, date, good, root, task, to, todays};

fn of_group(id: &str) -> Request {
    to(Method::Get, "web-server", ["task-group", id, "profile"])
}

fn of_task(id: &str) -> Request {
    to(Method::Get, "web-server", ["task", id, "profile"])
}

fn run(id: &str, what: &str) -> Request {
    let request = to(Method::Post, "queue", ["task", id, "runs", "0", what]);
    match what {
        "claim" => request.json(&json!({ "workerGroup": "g", "workerId": "i" })),
        _ => request,
    }
}

fn missing(client: &Client, request: Request, message: &str) {
    let wanted = (404, "ResourceNotFound".to_owned(), message.to_owned());
    assert_eq!(bad(client, request), wanted);
}

const NO_LOG: &str =
    "Could not fetch task log. The task may not have logs or they may have expired.";

#[test]
fn there_is_none_of_what_is_not_there() {
    let fake = todays();
    let root = root(&fake);
    let id = create(&root, &task());
    missing(&root, of_group(&slugid::nice()), "Task group not found");
    missing(&root, of_task(&slugid::nice()), "Task not found");
    missing(&root, of_task(&id), NO_LOG);
}

/// A date of the first run of a task, in milliseconds.
fn millis(status: &Value, name: &str) -> i64 {
    let date = status["runs"][0][name].as_str().expect("a date");
    let date = timestamp::parse(date).expect("a date");
    i64::try_from(date.unix_timestamp_nanos() / 1_000_000).expect("in time")
}

#[test]
fn the_profile_of_a_group_shows_when_its_tasks_ran() {
    let fake = todays();
    let root = root(&fake);
    let group = slugid::nice();
    let make = |name: &str| {
        let mut definition = task();
        definition["taskGroupId"] = group.as_str().into();
        definition["metadata"]["name"] = name.into();
        create(&root, &definition)
    };
    let status = |id: &str| {
        let status = to(Method::Get, "queue", ["task", id, "status"]);
        good(&root, status)["status"].clone()
    };
    let [build, action, failed, never] = ["build", "Action: again", "test", "late"].map(make);
    let profile = good(&root, of_group(&group));
    let thread = &profile["threads"][0];
    assert_eq!(profile["meta"]["startTime"], 0);
    assert_eq!(
        (&thread["registerTime"], &thread["unregisterTime"]),
        (&json!(-1), &json!(-1))
    );
    assert_eq!(thread["markers"]["length"], 0);

    for id in [&build, &failed, &action] {
        fake.advance(Duration::from_secs(1));
        good(&root, run(id, "claim"));
    }
    for (id, what) in [(&build, "completed"), (&failed, "failed")] {
        fake.advance(Duration::from_secs(1));
        good(&root, run(id, what));
    }
    good(&root, to(Method::Post, "queue", ["task", &never, "cancel"]));
    let [build, failed, action] = [&build, &failed, &action].map(|id| status(id));
    let start = millis(&build, "started");
    let answer = ask(
        &fake,
        "GET",
        &format!("/api/web-server/v1/task-group/{group}/profile"),
        &[],
        "",
    );
    assert_eq!(answer.header("cache-control"), Some("no-cache"));
    let profile = answer.json();
    assert_eq!(profile["meta"]["startTime"], start);
    let thread = &profile["threads"][0];
    let names = [
        "TaskGroup",
        "TaskGroup (no actions)",
        "Task",
        "Task (failed)",
        "Task (running)",
    ];
    assert_eq!(thread["stringArray"], json!(names));
    let markers = &thread["markers"];
    assert_eq!(markers["name"], json!([0, 1, 2, 3, 4]));
    let begun = [&build, &failed, &action].map(|status| millis(status, "started") - start);
    assert_eq!(
        markers["startTime"],
        json!([0, 0, begun[0], begun[1], begun[2]])
    );
    let ended = [&build, &failed].map(|status| millis(status, "resolved") - start);
    let ends = markers["endTime"].as_array().expect("a list");
    assert_eq!(ends[2..4], ended.map(Value::from));
    // What runs ends now.
    assert!(ends[4].as_i64() >= ends[3].as_i64(), "{ends:?}");
    assert_eq!(markers["phase"], json!([1, 1, 1, 1, 1]));
    let of_task = |at: usize, name: &str| markers["data"][at][name].clone();
    assert_eq!(of_task(2, "name"), "build");
    assert_eq!(of_task(3, "name"), "test (run 1/5)");
    assert_eq!(of_task(3, "reasonResolved"), "failed");
    assert_eq!(of_task(4, "name"), "Action: again (run 1/5)");
    assert_eq!(of_task(0, "tasks"), 4);
}

#[test]
fn the_profile_of_an_action_alone_has_no_others() {
    let fake = todays();
    let root = root(&fake);
    let mut definition = task();
    definition["metadata"]["name"] = "Action: again".into();
    let id = create(&root, &definition);
    good(&root, run(&id, "claim"));
    let thread = good(&root, of_group(&id))["threads"][0].clone();
    assert_eq!(
        thread["stringArray"],
        json!(["TaskGroup", "Task (running)"])
    );
    // The group has not ended.
    assert_eq!(thread["markers"]["phase"], json!([2, 1]));
    assert_eq!(thread["unregisterTime"], Value::Null);
}

/// A completed task whose log has this content, perhaps compressed, behind a link.
fn logged(fake: &FakeTaskcluster, log: &str, is_compressed: bool) -> String {
    let root = root(fake);
    let id = create(&root, &task());
    good(&root, run(&id, "claim"));
    let make = |name: &str, mut artifact: Value| {
        artifact["expires"] = date(3000).into();
        let path = ["task", &id, "runs", "0", "artifacts", name];
        good(&root, to(Method::Post, "queue", path).json(&artifact))
    };
    make(
        "public/logs/live.log",
        json!({ "storageType": "link", "artifact": "public/logs/live_backing.log" }),
    );
    let made = make(
        "public/logs/live_backing.log",
        json!({ "storageType": "s3", "contentType": "text/plain" }),
    );
    let url = made["putUrl"].as_str().expect("a URL");
    let url = url.replace(&fake.root_url(), "");
    let plain = ("content-type", "text/plain");
    let put = if is_compressed {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(log.as_bytes()).expect("written");
        let packed = encoder.finish().expect("written");
        let headers = [plain, ("content-encoding", "gzip")];
        ask(fake, "PUT", &url, &headers, &packed)
    } else {
        ask(fake, "PUT", &url, &[plain], log)
    };
    assert_eq!(put.status, 200);
    good(&root, run(&id, "completed"));
    id
}

#[test]
fn the_profile_of_a_log_shows_when_its_lines_were_written() {
    let fake = todays();
    let root = root(&fake);
    let log = "no time yet\n[taskcluster:error 2024-05-06T07:08:09.500Z] one\n\ntwo\n\
               [vcs 2024-05-06T07:08:10.000Z] [2024-05-06 07:08:10] three\n\
               [setup 2024-05-06T07:08:09Z] two\n";
    for is_compressed in [false, true] {
        let id = logged(&fake, log, is_compressed);
        let profile = good(&root, of_task(&id));
        let thread = &profile["threads"][0];
        let markers = &thread["markers"];
        let texts = [
            "n",
            "no timestamp",
            "no time yet",
            "taskcluster",
            "one",
            "two",
            "vcs",
            "three",
            "setup",
        ];
        assert_eq!(thread["stringArray"], json!(texts));
        assert_eq!(markers["startTime"], json!([0, 0, 0, 0, 500, -500]));
        assert_eq!(markers["endTime"][0], json!(-500));
        assert_eq!(markers["category"], json!([5, 6, 4, 6, 2, 3]));
        let row = json!({ "type": "LiveLogRow", "message": 5 });
        assert_eq!(markers["data"][3], row);
        assert_eq!(markers["data"][5], row);
        assert_eq!(thread["unregisterTime"], Value::Null);
        assert_eq!(profile["meta"]["categories"][5]["name"], "Task");

        // It is compressed, also for those who do not ask for that.
        let path = format!("/api/web-server/v1/task/{id}/profile");
        let answer = ask(&fake, "GET", &path, &[], "");
        for (name, wanted) in [
            ("cache-control", Some("public, max-age=86400")),
            ("content-type", Some("application/json")),
            ("content-encoding", Some("gzip")),
            ("etag", None),
        ] {
            assert_eq!(answer.header(name), wanted, "{name}");
        }
    }
}

#[test]
fn a_log_without_times_has_an_empty_profile() {
    let fake = todays();
    let id = logged(&fake, "no time\n[taskcluster:error] none here\n", false);
    let profile = good(&root(&fake), of_task(&id));
    assert_eq!(profile["meta"]["startTime"], 0);
    let markers = &profile["threads"][0]["markers"];
    assert_eq!(
        (&markers["length"], &markers["endTime"]),
        (&json!(1), &json!([0]))
    );
}

#[test]
fn a_log_that_is_not_anybodys_has_no_profile() {
    let builder = FakeTaskcluster::builder().era(Era::Today);
    let fake = builder.start().expect("a server");
    let id = logged(&fake, "[taskcluster 2024-05-06T07:08:09.500Z] one\n", false);
    missing(&root(&fake), of_task(&id), NO_LOG);
    let role = json!({ "description": "", "scopes": ["queue:get-artifact:public/*"] });
    let path = ["roles", "anonymous"];
    good(&root(&fake), to(Method::Put, "auth", path).json(&role));
    assert_eq!(
        good(&root(&fake), of_task(&id))["threads"][0]["name"],
        "Live Log"
    );
}
