//! Hooks, and the tasks that they create.

mod firing;

use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Request};
use taskcluster_fake::{Era, FakeTaskcluster};

use crate::support::{JSON, ask, bad, client, good, new_client, root, to, todays};

fn definition(trigger_schema: &Value) -> Value {
    json!({
        "metadata": { "name": "n", "description": "d", "owner": "o@example.com" },
        "task": {
            "provisionerId": "p",
            "workerType": "w",
            "payload": {},
            "metadata": {
                "name": "n", "description": "d", "owner": "o@example.com", "source": "https://s/",
            },
        },
        "triggerSchema": trigger_schema,
    })
}

fn put(id: &str, definition: &Value) -> Request {
    to(Method::Put, "hooks", ["hooks", "g", id]).json(definition)
}

fn at(verb: Method, path: &[&str]) -> Request {
    to(verb, "hooks", [&["hooks", "g"], path].concat())
}

fn trigger(id: &str, payload: &Value) -> Request {
    at(Method::Post, &[id, "trigger"]).json(payload)
}

/// A deployment with a hook `g/h` that may create its task.
fn with_hook(trigger_schema: &Value) -> (FakeTaskcluster, Client) {
    let scopes = ["queue:scheduler-id:-", "queue:create-task:lowest:p/w"];
    let fake = FakeTaskcluster::builder()
        .role("hook-id:g/h", scopes)
        .start()
        .expect("a server");
    let root = root(&fake);
    good(&root, put("h", &definition(trigger_schema)));
    (fake, root)
}

#[test]
fn hooks_are_made_changed_and_removed() {
    let fake = FakeTaskcluster::builder()
        .era(Era::Classic)
        .start()
        .expect("a server");
    let root = root(&fake);
    let wanted = definition(&json!({ "type": "object" }));
    let made = good(&root, put("a/b", &wanted));
    assert_eq!(
        (&made["hookId"], &made["schedule"]),
        (&json!("a/b"), &json!([]))
    );
    assert_eq!(good(&root, put("a/b", &wanted)), made);
    assert_eq!(good(&root, at(Method::Get, &["a/b"])), made);
    let list = |path: &[&str]| good(&root, to(Method::Get, "hooks", path.iter().copied()));
    assert_eq!(list(&["hooks"]), json!({ "groups": ["g"] }));
    assert_eq!(list(&["hooks", "g"]), json!({ "hooks": [made] }));
    let mut other = wanted.clone();
    other["metadata"]["name"] = "m".into();
    let conflict = (
        409,
        "RequestConflict".into(),
        "hook `g/a/b` already exists.".into(),
    );
    assert_eq!(bad(&root, put("a/b", &other)), conflict);
    let update = at(Method::Post, &["a/b"]).json(&other);
    assert_eq!(good(&root, update.clone())["metadata"]["name"], "m");
    other["hookId"] = "c".into();
    let refused = (400, "InputError".into(), "Hook Ids do not match".into());
    assert_eq!(bad(&root, put("a/b", &other)), refused);
    let broken = definition(&json!({ "type": "nothing" }));
    assert_eq!(bad(&root, put("d", &broken)).0, 400);

    good(&root, at(Method::Delete, &["a/b"]));
    let missing = (404, "ResourceNotFound".into(), "No such hook".into());
    assert_eq!(bad(&root, at(Method::Get, &["a/b"])), missing);
    assert_eq!(bad(&root, update), missing);
    assert_eq!(list(&["hooks"]), json!({ "groups": [] }));
    assert_eq!(bad(&root, to(Method::Get, "hooks", ["hooks", "g"])).0, 404);
    let some = client(&fake, new_client(&fake, "some", &["hooks:modify-hook:g/x"]));
    assert_eq!(bad(&some, put("x", &wanted)).0, 403);
}

#[test]
fn a_hook_creates_its_task_with_its_own_scopes() {
    let (fake, root) = with_hook(&json!({ "type": "object", "required": ["x"] }));
    let status = || good(&root, at(Method::Get, &["h", "status"]))["lastFire"].clone();
    assert_eq!(status(), json!({ "result": "no-fire" }));
    let (code, _, message) = bad(&root, trigger("h", &json!({})));
    assert_eq!((code, message.starts_with("data")), (400, true));

    let some = new_client(&fake, "some", &["hooks:trigger-hook:g/h"]);
    let some = client(&fake, some);
    let fired = good(&some, trigger("h", &json!({ "x": 1 })))["status"].clone();
    let id = fired["taskId"].as_str().expect("an ID");
    assert_eq!(
        (&fired["state"], &fired["taskGroupId"]),
        (&json!("pending"), &json!(id))
    );
    let task = good(&root, to(Method::Get, "queue", ["task", id]));
    assert!(task["deadline"].is_string() && task["expires"].is_string());
    assert_eq!(status()["taskId"], id);

    good(&root, put("poor", &definition(&json!({}))));
    let (status, code, message) = bad(&root, trigger("poor", &json!({})));
    assert_eq!((status, code.as_str()), (403, "InsufficientScopes"));
    assert!(message.starts_with("The role `hook-id:g/poor` does not have"));
    let last = good(&root, at(Method::Get, &["poor", "status"]))["lastFire"].clone();
    assert_eq!(last["result"], "error");
}

#[test]
fn a_task_that_the_queue_refuses_is_an_error_of_the_hook() {
    let (_fake, root) = with_hook(&json!({}));
    let mut broken = definition(&json!({}));
    broken["task"]["workerType"] = 1.into();
    good(&root, at(Method::Post, &["h"]).json(&broken));
    let (status, code, message) = bad(&root, trigger("h", &json!({})));
    assert_eq!((status, code.as_str()), (400, "InputError"));
    assert!(
        message.starts_with("While calling createTask: InputValidationError"),
        "{message}"
    );
}

#[test]
fn who_has_the_token_needs_no_credentials() {
    let (fake, root) = with_hook(&json!({}));
    let token = good(&root, at(Method::Get, &["h", "token"]))["token"].clone();
    let fire = |token: &str| {
        let path = format!("/api/hooks/v1/hooks/g/h/trigger/{token}");
        ask(&fake, "POST", &path, &[JSON], "{}")
    };
    let token = token.as_str().expect("a token");
    assert_eq!(fire(token).status, 200);
    let new = good(&root, at(Method::Post, &["h", "token"]))["token"].clone();
    let refused = fire(token);
    refused.assert_error(401, "AuthenticationFailed", "invalid hook token");
    // No signature would help.
    assert_eq!(refused.header("www-authenticate"), None);
    assert_eq!(fire(new.as_str().expect("a token")).status, 200);
}

/// Names that no schema of 2018 would let pass, and every path does.
#[test]
fn names_of_hooks_can_be_as_long_as_paths_let_them_be() {
    let fake = FakeTaskcluster::builder().role("hook-id:*", ["queue:*"]);
    let fake = fake.start().expect("a server");
    let (root, [group, id, provisioner]) = (root(&fake), [1000, 1000, 38].map(|n| "a".repeat(n)));
    let mut definition = definition(&json!({}));
    definition["task"]["provisionerId"] = provisioner.as_str().into();
    let path = ["hooks", &group, &id];
    let made = good(&root, to(Method::Put, "hooks", path).json(&definition));
    assert_eq!(made["hookGroupId"], group.as_str());
    let fire = to(Method::Post, "hooks", [&path[..], &["trigger"]].concat());
    let fired = good(&root, fire.json(&json!({})));
    assert_eq!(fired["status"]["provisionerId"], provisioner.as_str());
    let longer = to(Method::Put, "hooks", ["hooks", "g", &"a".repeat(1001)]);
    assert_eq!(bad(&root, longer.json(&definition)).0, 400);
}

/// A deployment of today with a hook `g/h` of this template, which may create any task.
fn rendering(task: &Value, more: &Value) -> (FakeTaskcluster, Client) {
    let fake = todays();
    let root = root(&fake);
    let role = json!({ "description": "", "scopes": ["queue:*"] });
    good(
        &root,
        to(Method::Put, "auth", ["roles", "hook-id:g/*"]).json(&role),
    );
    let mut definition = definition(&json!({
        "type": "object", "properties": { "n": { "type": "number", "default": 3 } },
    }));
    for (name, value) in task.as_object().expect("an object") {
        definition["task"][name] = value.clone();
    }
    for (name, value) in more.as_object().expect("an object") {
        definition[name] = value.clone();
    }
    good(&root, put("h", &definition));
    (fake, root)
}

fn fires(root: &Client) -> Vec<Value> {
    let list = root.call::<Value>(at(Method::Get, &["h", "last-fires"]));
    let list = match list.send() {
        Err(taskcluster_core::Error::Api(e)) if e.status() == 404 => return Vec::new(),
        list => list.expect("an answer"),
    };
    list["lastFires"].as_array().expect("a list").clone()
}

fn task_of(root: &Client, fire: &Value) -> Value {
    let id = fire["taskId"].as_str().expect("an ID");
    good(root, to(Method::Get, "queue", ["task", id]))
}
#[test]
fn todays_servers_take_no_hook_twice_and_tell_of_each() {
    let (fake, root) = rendering(&json!({}), &json!({}));
    let mut wanted = definition(&json!({}));
    good(&root, put("i", &wanted));
    let conflict = (
        409,
        "RequestConflict".into(),
        "hook `g/i` already exists.".into(),
    );
    assert_eq!(bad(&root, put("i", &wanted)), conflict);
    wanted["bindings"] = json!([{ "exchange": "e", "routingKeyPattern": "#" }]);
    good(&root, at(Method::Post, &["i"]).json(&wanted));
    good(&root, at(Method::Delete, &["i"]));
    let told: Vec<String> = fake
        .messages()
        .into_iter()
        .filter(|message| message.payload["hookId"] == "i")
        .map(|message| {
            message
                .exchange
                .replace("exchange/taskcluster-hooks/v1/", "")
        })
        .collect();
    assert_eq!(told, ["hook-created", "hook-updated", "hook-deleted"]);
    assert_eq!(bad(&root, at(Method::Get, &["i", "last-fires"])).0, 404);
}
