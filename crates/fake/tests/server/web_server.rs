//! Profiles.

use serde_json::{Value, json};
use taskcluster_core::{Method, slugid};

use crate::support::{ask, bad, create, date, good, root, task, to, todays};

#[test]
fn profiles_are_of_groups_and_of_logs() {
    let fake = todays();
    let root = root(&fake);
    let id = create(&root, &task());
    let get = |path: [&str; 3]| to(Method::Get, "web-server", path);
    let missing = |request, message: &str| {
        let wanted = (404, "ResourceNotFound".to_owned(), message.to_owned());
        assert_eq!(bad(&root, request), wanted);
    };
    missing(
        get(["task-group", &slugid::nice(), "profile"]),
        "Task group not found",
    );
    missing(get(["task", &slugid::nice(), "profile"]), "Task not found");
    let no_log = "Could not fetch task log. The task may not have logs or they may have expired.";
    missing(get(["task", &id, "profile"]), no_log);

    let run = |what| to(Method::Post, "queue", ["task", &id, "runs", "0", what]);
    let worker = json!({ "workerGroup": "g", "workerId": "i" });
    good(&root, run("claim").json(&worker));
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
    let url = made["putUrl"]
        .as_str()
        .expect("a URL")
        .replace(&fake.root_url(), "");
    let log = "no time yet\n[taskcluster:error 2024-05-06T07:08:09.500Z] one\n\ntwo\n\
               [taskcluster 2024-05-06T07:08:10.000Z] three\n";
    let put = ask(&fake, "PUT", &url, &[("content-type", "text/plain")], log);
    assert_eq!(put.status, 200);
    good(&root, run("completed"));

    let profile = good(&root, get(["task", &id, "profile"]));
    let markers = &profile["threads"][0]["markers"];
    assert_eq!(markers["startTime"], json!([0, 0, 0, 0, 500]));
    assert_eq!(markers["endTime"], json!([500, null, null, null, null]));
    assert_eq!(
        profile["threads"][0]["stringArray"],
        json!(["n", "no timestamp", "taskcluster"])
    );
    let row = &markers["data"][4];
    assert_eq!(
        (&row["message"], &row["hour"]),
        (&json!("three"), &json!("07:08:10"))
    );

    let path = format!("/api/web-server/v1/task-group/{id}/profile");
    let answer = ask(&fake, "GET", &path, &[], "");
    assert_eq!(
        answer.header("cache-control"),
        Some("public, max-age=86400")
    );
    let profile = answer.json();
    let thread = &profile["threads"][0];
    assert_eq!(
        thread["stringArray"],
        json!(["TaskGroup", "TaskGroup (no actions)", "Task"])
    );
    let task = &thread["markers"]["data"][2];
    assert_eq!(
        (&task["taskId"], &task["retries"], &task["reasonResolved"]),
        (&json!(id), &json!("1 / 5"), &json!("completed"))
    );
}
