//! Hooks, and the tasks that they create.

use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Request};
use taskcluster_fake::{Era, FakeTaskcluster, Notification};
use time::OffsetDateTime;

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
fn templates_are_rendered_by_the_deployments_clock() {
    let template = json!({
        "deadline": { "$fromNow": "2 hours" },
        "payload": {
            "$map": { "$eval": "range(0, payload.n)" },
            "each(x)": { "x${x}": { "$if": "x > 0", "then": "${clientId}" } },
        },
        "extra": { "by": "${firedBy}", "self": { "$eval": "taskId" }, "n": { "$eval": "payload.n" } },
    });
    let mut template = template;
    template["payload"] = json!({ "list": template["payload"], "$$eval": 1 });
    template["payload"]["list"]["each(x)"] = json!({ "$if": "x > 0", "then": "${x} ${clientId}" });
    let (fake, root) = rendering(&template, &json!({}));
    fake.advance(Duration::from_secs(3600 * 24 * 400));
    // What the schema says of defaults, its validator leaves to others.
    let fired = good(&root, trigger("h", &json!({ "n": 3 })));
    let task = task_of(&root, &fired["status"]);
    assert_eq!(
        task["payload"],
        json!({
            "list": ["1 static/taskcluster/root", "2 static/taskcluster/root"], "$eval": 1,
        })
    );
    let extra = json!({ "by": "triggerHook", "self": fired["taskId"], "n": 3 });
    assert_eq!(task["extra"], extra);
    let date = |name: &str| {
        let text = task[name].as_str().expect("a date");
        taskcluster_core::timestamp::parse(text).expect("a date")
    };
    assert_eq!(date("deadline") - date("created"), time::Duration::hours(2));
}

#[test]
fn a_template_that_cannot_be_rendered_is_an_error_of_the_hook() {
    let (_fake, root) = rendering(&json!({ "extra": { "$eval": "nothing" } }), &json!({}));
    let (status, code, message) = bad(&root, trigger("h", &json!({})));
    assert_eq!((status, &*code), (400, "InputError"));
    let wanted = "While firing hook:\n\nInterpreterError: unknown context value nothing";
    assert_eq!(message, wanted);
    let fires = fires(&root);
    assert_eq!(
        (
            &fires[0]["result"],
            &fires[0]["taskState"],
            &fires[0]["error"]
        ),
        (&json!("error"), &json!("unknown"), &json!(wanted))
    );
    // A template that renders to nothing wants no task, and is no fire.
    let mut none = definition(&json!({}));
    none["task"] = json!({ "$if": "false", "then": {} });
    good(&root, at(Method::Post, &["h"]).json(&none));
    assert_eq!(good(&root, trigger("h", &json!({}))), json!({}));
    assert_eq!(self::fires(&root).len(), 1);
}

/// The full and the half hour, the one that is farther from now first: it does not come while a test runs.
fn minutes() -> (u8, u8) {
    match OffsetDateTime::now_utc().minute() {
        15..45 => (0, 30),
        _ => (30, 0),
    }
}

#[test]
fn schedules_fire_as_the_clock_goes_on() {
    let ((far, near), hour) = (minutes(), (OffsetDateTime::now_utc().hour() + 12) % 24);
    let schedule = [format!("0 {far} * * * *"), format!("0 {near} {hour} * * *")];
    let (fake, root) = rendering(
        &json!({ "extra": { "by": "${firedBy}" } }),
        &json!({ "schedule": schedule }),
    );
    assert!(fires(&root).is_empty());
    fake.advance(Duration::from_secs(24 * 3600));
    let list = fires(&root);
    assert_eq!(list.len(), 25);
    let times: Vec<&str> = list
        .iter()
        .filter_map(|it| it["taskCreateTime"].as_str())
        .collect();
    assert!(
        times.iter().all(|time| time.ends_with("0:00.000Z")),
        "{times:?}"
    );
    assert!(
        times.is_sorted_by(|later, earlier| later > earlier),
        "{times:?}"
    );
    assert_eq!(task_of(&root, &list[0])["extra"]["by"], "schedule");
    // Tasks that nobody took have met their deadlines since, in their turn.
    fake.advance(Duration::from_secs(3600));
    let last = fires(&root).last().expect("a fire").clone();
    assert_eq!(last["taskState"], "exception");
    let next = good(&root, at(Method::Get, &["h", "status"]))["nextScheduledDate"].clone();
    assert!(
        next.as_str().expect("a date").ends_with(":00.000Z"),
        "{next}"
    );
    for (schedule, wrong) in [
        (
            "61 * * * *",
            "Constraint error, got value 61 expected range 0-59",
        ),
        ("x", "Invalid characters, got value: x"),
    ] {
        let mut bad_one = definition(&json!({}));
        bad_one["schedule"] = json!([schedule]);
        let message = format!("{wrong} in {schedule}");
        assert_eq!(
            bad(&root, put("i", &bad_one)),
            (400, "InputError".into(), message)
        );
    }
}

#[test]
fn owners_hear_of_schedules_that_create_no_task() {
    let fake = todays();
    let root = root(&fake);
    let mut hook = definition(&json!({}));
    hook["schedule"] = json!([format!("0 {} * * * *", minutes().0)]);
    good(&root, put("loud", &hook));
    hook["metadata"]["emailOnError"] = false.into();
    good(&root, put("quiet", &hook));
    hook["metadata"] = json!({ "name": "n", "description": "d", "owner": "denied@example.com" });
    good(&root, put("denied", &hook));
    let denied = json!({
        "notificationType": "email", "notificationAddress": "denied@example.com",
    });
    let add = to(Method::Post, "notify", ["denylist", "add"]).json(&denied);
    root.call::<Value>(add).response().expect("added");
    // Who asks for a task is told, and nobody is sent an email.
    assert_eq!(bad(&root, trigger("loud", &json!({}))).0, 403);
    assert_eq!(fake.notifications(), []);
    fake.advance(Duration::from_secs(3600));
    let sent = fake.notifications();
    let [
        Notification::Email {
            address,
            subject,
            content,
        },
    ] = &sent[..]
    else {
        panic!("{sent:?}");
    };
    assert_eq!(address, "o@example.com");
    assert_eq!(
        subject,
        "[Taskcluster Hooks] Scheduled Hook failure: g/loud"
    );
    assert!(
        content.contains("does not have sufficient scopes"),
        "{content}"
    );
}

#[test]
fn bindings_fire_on_messages() {
    let (fake, root) = rendering(
        &json!({ "extra": { "got": { "$eval": "payload.status.taskId" }, "by": "${firedBy}" } }),
        &json!({ "bindings": [{
            "exchange": "exchange/taskcluster-queue/v1/task-completed",
            "routingKeyPattern": "route.notify.#",
        }] }),
    );
    let complete = |routes: &Value| -> String {
        let mut task = crate::support::task();
        task["routes"] = routes.clone();
        let id = crate::support::create(&root, &task);
        let claim = json!({ "workerGroup": "g", "workerId": "i" });
        let run = |what| to(Method::Post, "queue", ["task", &id, "runs", "0", what]);
        good(&root, run("claim").json(&claim));
        good(&root, run("completed"));
        id
    };
    complete(&json!([]));
    assert!(fires(&root).is_empty());
    let id = complete(&json!(["notify.me"]));
    let fires = fires(&root);
    assert_eq!(
        (fires.len(), &fires[0]["firedBy"]),
        (1, &json!("pulseMessage"))
    );
    let task = task_of(&root, &fires[0]);
    assert_eq!(task["extra"], json!({ "got": id, "by": "pulseMessage" }));
    drop(fake);
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
