//! What has many parts, such as a group of tasks: it is kept, and not written again with each new part.

use std::fs;

use serde_json::{Value, json};
use taskcluster_core::{Client, Method, slugid};

use crate::kept::{ask, cost, date, get, start};
use crate::{saved, set, state_file, wait_for};

fn task(group: &str, dependencies: &[&str]) -> Value {
    json!({
        "taskQueueId": "p/w", "created": date(0), "deadline": date(1), "payload": {},
        "taskGroupId": group, "schedulerId": "s", "dependencies": dependencies,
        "metadata": { "name": "n", "description": "d", "owner": "o", "source": "https://s/" },
    })
}

fn create(client: &Client, group: &str, dependencies: &[&str]) -> String {
    let id = slugid::nice();
    let path = ["task", &id];
    ask(
        client,
        Method::Put,
        "queue",
        &path,
        &task(group, dependencies),
    );
    id
}

fn act(client: &Client, path: &[&str]) -> Value {
    let payload = match path.last() {
        Some(&"claim") => json!({ "workerGroup": "g", "workerId": "i" }),
        _ => Value::Null,
    };
    ask(client, Method::Post, "queue", path, &payload)
}

fn insert(client: &Client, path: &str) {
    let entry = json!({ "taskId": slugid::nice(), "rank": 0, "data": {}, "expires": date(1) });
    ask(client, Method::Put, "index", &["task", path], &entry);
}

#[test]
fn who_belongs_to_whom_is_known_again() {
    let (_folder, file) = state_file();
    let (fake, client) = start(&file);
    let group = slugid::nice();
    let first = create(&client, &group, &[]);
    let again = create(&client, &group, &[]);
    let waiting = create(&client, &group, &[&first]);
    let last = create(&client, &group, &[&first, &waiting]);
    for id in [&first, &again] {
        act(&client, &["task", id, "runs", "0", "claim"]);
        act(&client, &["task", id, "runs", "0", "failed"]);
        act(&client, &["task", id, "rerun"]);
    }
    for path in ["a", "a.b", "a.b.c", "b.c"] {
        insert(&client, path);
    }
    let lists = |client: &Client| {
        [
            get(client, "queue", &["task-group", &group, "list"]),
            get(client, "queue", &["task", &first, "dependents"]),
            get(client, "index", &["namespaces"]),
            get(client, "index", &["namespaces", "a"]),
            get(client, "index", &["tasks", "a"]),
            get(client, "index", &["tasks", "a.b"]),
        ]
    };
    let before = lists(&client);
    assert_eq!(before[0]["tasks"].as_array().map(Vec::len), Some(4));
    assert_eq!(before[1]["tasks"].as_array().map(Vec::len), Some(2));
    assert_eq!(before[2]["namespaces"][1]["name"], "b");
    fake.stop().expect("saved");

    let (fake, client) = start(&file);
    assert_eq!(lists(&client), before);
    // Of those that were run again nobody waits for the end.
    act(&client, &["task-group", &group, "seal"]);
    let canceled = act(&client, &["task-group", &group, "cancel"]);
    let mut wanted = [waiting, last];
    wanted.sort();
    assert_eq!(canceled["taskIds"], json!(wanted));
    let told = fake.messages();
    let resolved = told
        .iter()
        .filter(|it| it.exchange.ends_with("/task-group-resolved"));
    assert_eq!(resolved.count(), 1);
}

#[test]
fn a_part_costs_the_same_where_there_are_many() {
    let (_folder, file) = state_file();
    let (_fake, client) = start(&file);
    let (group, on) = (slugid::nice(), slugid::nice());
    // What a secret and this cost together.
    let growth = |name: &str, change: &dyn Fn()| {
        // All that was before is in the file.
        cost(&file, &client, &format!("{name}-before"));
        let before = fs::metadata(&file).expect("a file").len();
        change();
        set(&client, name, &json!({})).expect("kept");
        wait_for(|| !saved(&file, name).is_null());
        fs::metadata(&file).expect("a file").len() - before
    };
    let path = ["task", &on];
    ask(&client, Method::Put, "queue", &path, &task(&on, &[]));
    let changes: [(&str, &dyn Fn()); 2] = [
        ("task", &|| _ = create(&client, &group, &[&on])),
        ("entry", &|| {
            insert(&client, &format!("a.b.{}", slugid::nice()));
        }),
    ];
    for (name, change) in changes {
        let few = growth(&format!("{name}-few"), change);
        (0..100).for_each(|_| change());
        let many = growth(&format!("{name}-many"), change);
        // Numbers have more digits, and what is saved may be saved in two steps.
        assert!(many < few + 200, "{name}: {few}, then {many}");
    }
}
