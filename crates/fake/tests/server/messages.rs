//! What is published about tasks, clients and caches.

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};
use taskcluster_core::{Client, Method, slugid};
use taskcluster_fake::{Era, FakeTaskcluster, PulseMessage};

use crate::support::{create, date, good, new_client, root, task, to};

const QUEUE: &str = "exchange/taskcluster-queue/v1/";

/// The names of the exchanges of the queue, in the order of their messages.
fn names(fake: &FakeTaskcluster) -> Vec<String> {
    let messages = fake.messages().into_iter();
    let names = messages.filter_map(|it| it.exchange.strip_prefix(QUEUE).map(str::to_owned));
    names.collect()
}

fn last(fake: &FakeTaskcluster) -> PulseMessage {
    fake.messages().pop().expect("a message")
}

fn claim(client: &Client, id: &str) {
    let worker = json!({ "workerGroup": "g", "workerId": "i" });
    let path = ["task", id, "runs", "0", "claim"];
    good(client, to(Method::Post, "queue", path).json(&worker));
}

fn report(client: &Client, id: &str, what: &str) {
    let path = ["task", id, "runs", "0", what];
    good(client, to(Method::Post, "queue", path));
}

#[test]
fn every_step_of_a_task_is_told() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let mut definition = task();
    definition["routes"] = json!(["a.b", "c"]);
    let id = create(&root, &definition);
    assert_eq!(names(&fake), ["task-defined", "task-pending"]);
    let pending = last(&fake);
    assert_eq!(
        pending.routing_key,
        format!("primary.{id}.0._._.p.w.-.{id}._")
    );
    assert_eq!(pending.cc, ["route.a.b", "route.c"]);
    assert_eq!(pending.payload["status"]["state"], "pending");

    claim(&root, &id);
    let running = last(&fake);
    assert_eq!(running.exchange, format!("{QUEUE}task-running"));
    assert_eq!(
        running.routing_key,
        format!("primary.{id}.0.g.i.p.w.-.{id}._")
    );
    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "camelCase")]
    struct Running {
        run_id: u32,
        worker_id: String,
    }
    let read: Running = running.decode().expect("what the schema says");
    let wanted = Running {
        run_id: 0,
        worker_id: "i".to_owned(),
    };
    assert_eq!(read, wanted);
    assert!(running.decode::<Vec<u8>>().is_err());

    let artifact = json!({
        "storageType": "error",
        "expires": date(3000),
        "reason": "file-missing-on-worker",
        "message": "m",
    });
    let path = ["task", &id, "runs", "0", "artifacts", "public/x"];
    good(&root, to(Method::Post, "queue", path).json(&artifact));
    assert_eq!(last(&fake).payload["artifact"]["name"], "public/x");
    report(&root, &id, "completed");
    assert_eq!(
        names(&fake)[2..],
        [
            "task-running",
            "artifact-created",
            "task-completed",
            "task-group-resolved"
        ]
    );
    let resolved = last(&fake);
    assert_eq!(resolved.routing_key, format!("primary.{id}.-._"));
    assert_eq!(resolved.cc, Vec::<String>::new());
}

#[test]
fn a_group_is_resolved_with_the_last_of_its_tasks() {
    let fake = FakeTaskcluster::start().expect("a server");
    let (root, mut definition) = (root(&fake), task());
    definition["taskGroupId"] = slugid::nice().into();
    let [first, second] = [(); 2].map(|()| create(&root, &definition));
    for id in [&first, &second] {
        claim(&root, id);
        assert!(!names(&fake).contains(&"task-group-resolved".to_owned()));
        report(&root, id, "failed");
    }
    assert_eq!(names(&fake)[7..], ["task-failed", "task-group-resolved"]);
    let payload = last(&fake).payload;
    assert_eq!(payload["taskGroupId"], definition["taskGroupId"]);
}

#[test]
fn what_time_brings_is_told() {
    let fake = FakeTaskcluster::builder()
        .era(Era::Classic)
        .start()
        .expect("a server");
    let root = root(&fake);
    let id = create(&root, &task());
    claim(&root, &id);
    fake.advance(Duration::from_secs(21 * 60));
    assert_eq!(names(&fake)[3..], ["task-pending"]);
    assert_eq!(last(&fake).payload["runId"], 1);
    fake.advance(Duration::from_secs(3600));
    assert_eq!(names(&fake)[4..], ["task-group-resolved", "task-exception"]);
    let exception = last(&fake).payload;
    assert_eq!(
        exception["status"]["runs"][1]["reasonResolved"],
        "deadline-exceeded"
    );
    assert_eq!(exception.get("workerId"), None);
}

#[test]
fn an_exception_that_is_retried_is_no_exception_of_the_task() {
    let fake = FakeTaskcluster::builder()
        .era(Era::Classic)
        .start()
        .expect("a server");
    let root = root(&fake);
    let id = create(&root, &task());
    claim(&root, &id);
    let path = ["task", &id, "runs", "0", "exception"];
    let request = to(Method::Post, "queue", path);
    good(
        &root,
        request.json(&json!({ "reason": "intermittent-task" })),
    );
    assert_eq!(names(&fake)[3..], ["task-pending"]);
    good(&root, to(Method::Post, "queue", ["task", &id, "cancel"]));
    assert_eq!(names(&fake)[4..], ["task-exception", "task-group-resolved"]);
}

#[test]
fn changes_of_clients_and_roles_are_told() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    new_client(&fake, "c", &[]);
    let role = json!({ "description": "", "scopes": [] });
    for request in [
        to(Method::Post, "auth", ["clients", "c", "disable"]),
        to(Method::Delete, "auth", ["clients", "c"]),
        to(Method::Put, "auth", ["roles", "r"]).json(&role),
        to(Method::Post, "auth", ["roles", "r"]).json(&role),
        to(Method::Delete, "auth", ["roles", "r"]),
    ] {
        good(&root, request);
    }
    let messages = fake.messages();
    let told: Vec<(&str, &Value)> = messages
        .iter()
        .map(|it| {
            (
                &it.exchange["exchange/taskcluster-auth/v1/".len()..],
                &it.payload,
            )
        })
        .collect();
    let client = json!({ "version": 1, "clientId": "c" });
    let role = json!({ "version": 1, "roleId": "r" });
    assert_eq!(
        told,
        [
            ("client-created", &client),
            ("client-updated", &client),
            ("client-deleted", &client),
            ("role-created", &role),
            ("role-updated", &role),
            ("role-deleted", &role),
        ]
    );
    assert!(messages.iter().all(|message| message.routing_key == "_"));
}
