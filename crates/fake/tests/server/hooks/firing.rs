//! What makes hooks fire, and what they make of it.

use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_core::Method;
use taskcluster_fake::Notification;
use time::OffsetDateTime;

use super::{at, definition, fires, put, rendering, task_of, trigger};
use crate::support::{bad, good, root, to, todays};

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
