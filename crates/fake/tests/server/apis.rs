//! Other references than this project's own: such as a server of today has, made here from our own.

use std::fs;

use serde_json::{Value, json};
use taskcluster_core::{Method, Request};
use taskcluster_fake::FakeTaskcluster;

use crate::folder::{Folder, write};
use crate::support::{bad, client, create, date, good, new_client, root, task, to};

/// The differences of today's servers, as far as handlers meet them.
fn today(name: &str) -> Folder {
    let folder = Folder::new(name);
    for (service, method, verb, pool) in [
        ("queue", "claimWork", "claim-work", "taskQueueId"),
        ("queue", "pendingTasks", "pending", "taskQueueId"),
        ("purge-cache", "purgeCache", "purge-cache", "workerPoolId"),
        (
            "purge-cache",
            "purgeRequests",
            "purge-cache",
            "workerPoolId",
        ),
    ] {
        folder.method(service, method, |entry| {
            entry["route"] = format!("/{verb}/<{pool}>").into();
            entry["args"] = json!([pool]);
            entry["scopes"] = format!("{method}:<{pool}>").into();
        });
    }
    folder.method("queue", "createTask", |entry| {
        entry["scopes"] = json!({ "AllOf": ["in:<projectId>", "for:<taskQueueId>"] });
    });
    folder.method("queue", "getArtifact", |entry| {
        entry["scopes"] = json!({ "AllOf": [
            { "for": "name", "in": "names", "each": "get:<name>" },
        ] });
    });
    folder.method("queue", "defineTask", |entry| {
        entry["name"] = "sealTask".into();
        entry["route"] = "/task/<taskId>/seal".into();
        entry["output"] = Value::Null;
    });
    folder.change("schemas/queue/v1/create-task-request.json", |schema| {
        schema["properties"]["taskQueueId"] = json!({ "type": "string" });
        schema["properties"]["projectId"] = json!({ "type": "string", "default": "none" });
        let required = schema["required"].as_array_mut().expect("a list");
        required.retain(|name| name != "provisionerId" && name != "workerType");
    });
    folder.change("schemas/queue/v1/post-artifact-request.json", |schema| {
        let forms = schema["oneOf"].as_array_mut().expect("a list");
        forms.push(json!({ "properties": { "storageType": { "enum": ["cloud"] } } }));
    });
    for member in ["taskQueueId", "projectId"] {
        folder.require("task", member);
        folder.require("task-status", member);
    }
    folder.require("list-task-group-response", "schedulerId");
    folder.require("task-group-resolved", "expires");
    folder.change("schemas/queue/v1/provisioner-response.json", |schema| {
        schema["properties"]
            .as_object_mut()
            .expect("an object")
            .remove("actions");
        let required = schema["required"].as_array_mut().expect("a list");
        required.retain(|name| name != "actions");
    });
    folder.change("references/purge-cache/v1/exchanges.json", |reference| {
        reference["entries"] = json!([]);
    });
    folder
}

fn claim(segments: &[&str]) -> Request {
    let claim = json!({ "workerGroup": "g", "workerId": "i" });
    to(Method::Post, "queue", segments.iter().copied()).json(&claim)
}

#[test]
fn a_pool_has_one_name_and_is_asked_for_by_both_forms() {
    let fake = today("pools").start();
    let root = root(&fake);
    let id = create(&root, &task());
    for path in [&["pending", "p", "w"][..], &["pending", "p/w"]] {
        let pending = good(&root, to(Method::Get, "queue", path.iter().copied()));
        assert_eq!(pending["pendingTasks"], 1);
    }
    let claimed = good(&root, claim(&["claim-work", "p/w"]));
    let claimed = &claimed["tasks"][0];
    assert_eq!(claimed["status"]["taskId"], id.as_str());
    for member in ["status", "task"] {
        assert_eq!(claimed[member]["taskQueueId"], "p/w");
        assert_eq!(claimed[member]["projectId"], "none");
    }
    for path in [
        &["claim-work", "p"][..],
        &["claim-work", "p/w/x"],
        &["claim-work", "p", "W"],
    ] {
        assert_eq!(bad(&root, claim(path)).0, 400, "{path:?}");
    }
    // Who gives the one name alone is told the two words, and who gives both must mean the same.
    let mut other = task();
    other["taskQueueId"] = "p/other".into();
    let (status, _, message) = bad(&root, to(Method::Put, "queue", ["task", &id]).json(&other));
    assert_eq!(
        (status, &*message),
        (400, "taskQueueId must match \"provisionerId/workerType\"")
    );
    for word in ["provisionerId", "workerType"] {
        other.as_object_mut().expect("an object").remove(word);
    }
    let id = create(&root, &other);
    let found = good(&root, to(Method::Get, "queue", ["task", &id]));
    assert_eq!(
        (&found["provisionerId"], &found["workerType"]),
        (&json!("p"), &json!("other"))
    );
}

#[test]
fn a_hook_may_name_its_pool_by_one_name_too() {
    let fake = FakeTaskcluster::builder()
        .apis(&today("hook").0)
        .role("hook-id:g/h", ["in:*", "for:*"])
        .start();
    let (fake, name) = (fake.expect("a server"), "taskQueueId");
    let root = root(&fake);
    let mut wanted = task();
    for word in ["created", "deadline", "provisionerId", "workerType"] {
        wanted.as_object_mut().expect("an object").remove(word);
    }
    wanted[name] = "p/w".into();
    let only = json!({ "properties": { name: {} }, "additionalProperties": false });
    let hook = json!({
        "metadata": { "name": "n", "description": "d", "owner": "o@example.com" },
        "task": wanted,
        "triggerSchema": only,
    });
    good(
        &root,
        to(Method::Put, "hooks", ["hooks", "g", "h"]).json(&hook),
    );
    // What a hook is triggered with is its own, and nothing is added to it.
    let fire = to(Method::Post, "hooks", ["hooks", "g", "h", "trigger"]);
    good(&root, fire.json(&json!({ name: "a/b" })));
    let told = fake.messages();
    let status = &told.last().expect("a message").payload["status"];
    assert_eq!(
        (&status["workerType"], &status[name]),
        (&json!("w"), &json!("p/w"))
    );
}

#[test]
fn scopes_are_those_of_the_references() {
    let fake = today("scopes").start();
    let some = [
        "in:none",
        "for:p/w",
        "claimWork:p/w",
        "purgeRequests:p/w",
        "get:public/*",
    ];
    let some = client(&fake, new_client(&fake, "some", &some));
    create(&some, &task());
    let claimed = good(&some, claim(&["claim-work", "p", "w"]));
    assert_eq!(claimed["tasks"].as_array().map(Vec::len), Some(1));
    assert_eq!(bad(&some, claim(&["claim-work", "p", "x"])).0, 403);
    good(
        &some,
        to(Method::Get, "purge-cache", ["purge-cache", "p", "w"]),
    );
    let mut other = task();
    other["projectId"] = "other".into();
    let id = taskcluster_core::slugid::nice();
    let (status, ..) = bad(&some, to(Method::Put, "queue", ["task", &id]).json(&other));
    assert_eq!(status, 403);
    for (name, status) in [("public/a", 404), ("private/a", 403)] {
        let request = to(
            Method::Get,
            "queue",
            ["task", &id, "runs", "0", "artifacts", name],
        );
        assert_eq!(bad(&some, request).0, status, "{name}");
    }
}

#[test]
fn answers_and_messages_have_what_the_schemas_want() {
    let fake = today("answers").start();
    let root = root(&fake);
    let id = create(&root, &task());
    let group = good(&root, to(Method::Get, "queue", ["task-group", &id, "list"]));
    assert_eq!(
        (&group["schedulerId"], group.get("expires")),
        (&json!("-"), None)
    );
    good(&root, to(Method::Post, "queue", ["task", &id, "cancel"]));
    let told = fake.messages();
    let last = told.last().expect("a message");
    assert!(last.exchange.ends_with("task-group-resolved"));
    // A group is known for an hour longer than its tasks.
    let task = group["tasks"][0]["task"]["expires"].as_str();
    assert!(last.payload["expires"].as_str() > task);
    good(&root, claim(&["claim-work", "p", "w"]));
    let provisioner = good(&root, to(Method::Get, "queue", ["provisioners", "p"]));
    assert_eq!(provisioner.get("actions"), None);
    let purge = json!({ "cacheName": "c" });
    good(
        &root,
        to(Method::Post, "purge-cache", ["purge-cache", "p", "w"]).json(&purge),
    );
    assert_eq!(
        fake.messages().len(),
        told.len(),
        "there is no exchange for it"
    );
}

#[test]
fn a_method_that_nobody_knows_says_how_it_can_be_answered() {
    let fake = today("methods").start();
    let root = root(&fake);
    let define = to(Method::Post, "queue", ["task", "a", "define"]).json(&task());
    assert_eq!(bad(&root, define).0, 404);
    let id = create(&root, &task());
    let path = ["task", &id, "seal"];
    let seal = || to(Method::Post, "queue", path).json(&task());
    let (status, code, message) = bad(&root, seal());
    assert_eq!((status, &*code), (404, "ResourceNotFound"));
    assert!(
        message.contains("fake.on(\"queue\", \"sealTask\")"),
        "{message}"
    );
    let path = ["task", &id, "runs", "0", "artifacts", "a"];
    let cloud = to(Method::Post, "queue", path).json(&json!({ "storageType": "cloud" }));
    let (status, _, message) = bad(&root, cloud);
    assert_eq!(status, 404);
    assert!(message.contains("artifacts of type \"cloud\""), "{message}");
    fake.on("queue", "sealTask")
        .returns(json!({ "sealed": date(0) }));
    assert!(good(&root, seal())["sealed"].is_string());
}

#[test]
fn what_is_no_folder_of_references_is_refused_at_the_start() {
    let no_manifest = Folder::new("no-manifest");
    fs::remove_file(no_manifest.0.join("manifest.json")).expect("a file");
    let no_list = Folder::new("no-list");
    write(
        &no_list.0.join("manifest.json"),
        &json!({ "references": [7] }),
    );
    let no_json = Folder::new("no-json");
    fs::write(no_json.0.join("schemas/queue/v1/task.json"), "{").expect("a file");
    let no_file = Folder::new("no-file");
    fs::remove_file(no_file.0.join("references/queue/v1/api.json")).expect("a file");
    let no_schema = Folder::new("no-schema");
    fs::remove_file(
        no_schema
            .0
            .join("schemas/index/v1/list-tasks-response.json"),
    )
    .expect("a file");
    let no_target = Folder::new("no-target");
    fs::remove_file(no_target.0.join("schemas/queue/v1/task-run.json")).expect("a file");
    let no_scopes = Folder::new("no-scopes");
    no_scopes.method("secrets", "get", |entry| {
        entry["scopes"] = json!({ "NoneOf": [] });
    });
    for (folder, why) in [
        (no_manifest, "/manifest.json: "),
        (no_list, "/manifest.json: lists something other than paths"),
        (no_json, "/schemas/queue/v1/task.json: not JSON: "),
        (no_file, "/references/queue/v1/api.json: "),
        (
            no_schema,
            "the schema /schemas/index/v1/list-tasks-response.json#, which is not there",
        ),
        (no_target, "task-run.json"),
        (no_scopes, "the scopes of secrets.get: "),
        (
            Folder("no/such/folder".into()),
            "no/such/folder/manifest.json: ",
        ),
    ] {
        let refused = folder.refused();
        assert!(refused.contains(why), "{refused}");
        assert!(
            refused.ends_with("from a folder as `cargo xtask import` writes it"),
            "{refused}"
        );
    }
}
