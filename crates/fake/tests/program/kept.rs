//! What each service keeps in the file with the state: it is there when the deployment starts again.

use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Request, slugid, timestamp};
use taskcluster_fake::{Era, FakeTaskcluster};
use time::OffsetDateTime;

use crate::{set, state_file, wait_for};

pub fn start(file: &Path) -> (FakeTaskcluster, Client) {
    let fake = FakeTaskcluster::builder().era(Era::Today).state_file(file);
    let fake = fake.start().expect("a server");
    let client = Client::builder(fake.root_url()).credentials(fake.credentials());
    let client = client.build().expect("a client");
    (fake, client)
}

pub fn ask(
    client: &Client,
    verb: Method,
    service: &'static str,
    path: &[&str],
    payload: &Value,
) -> Value {
    let request = Request::new(verb, service, "v1").path(path.iter().copied());
    let request = match payload {
        Value::Null => request,
        payload => request.json(payload),
    };
    let answer = client.call(request).send();
    answer.unwrap_or_else(|e| panic!("{path:?}: {e}"))
}

pub fn get(client: &Client, service: &'static str, path: &[&str]) -> Value {
    ask(client, Method::Get, service, path, &Value::Null)
}

pub fn date(hours: i64) -> Value {
    let date = OffsetDateTime::now_utc() + time::Duration::hours(hours);
    timestamp::to_string(date)
        .expect("a year of four digits")
        .into()
}

#[test]
fn an_object_is_kept_with_its_content_and_its_hashes() {
    let (_folder, file) = state_file();
    let (fake, client) = start(&file);
    let (put, post) = (Method::Put, Method::Post);
    let (upload_id, open_id) = (slugid::nice(), slugid::nice());
    let begin = |upload_id: &str| {
        json!({
            "projectId": "p", "uploadId": upload_id, "expires": date(1),
            "proposedUploadMethods": {
                "dataInline": { "contentType": "text/plain", "objectData": "aGVsbG8gb2JqZWN0" },
            },
        })
    };
    let done = |upload_id: &str| {
        let hash = "5cd9289a69664e69c5e2c3015062796590a2d6ed5f32fe9d4ec1f3c94636e457";
        json!({ "projectId": "p", "uploadId": upload_id, "hashes": { "sha256": hash } })
    };
    ask(
        &client,
        put,
        "object",
        &["upload", "done"],
        &begin(&upload_id),
    );
    ask(
        &client,
        post,
        "object",
        &["finish-upload", "done"],
        &done(&upload_id),
    );
    ask(
        &client,
        put,
        "object",
        &["upload", "open"],
        &begin(&open_id),
    );
    let before = get(&client, "object", &["metadata", "done"]);
    fake.stop().expect("saved");

    let (fake, client) = start(&file);
    assert_eq!(get(&client, "object", &["metadata", "done"]), before);
    let simple = json!({ "acceptDownloadMethods": { "simple": true } });
    let found = ask(&client, put, "object", &["start-download", "done"], &simple);
    let url = found["url"].as_str().expect("a URL");
    assert!(url.starts_with(&fake.root_url()), "{url}");
    // Whoever has begun an upload ends it.
    let path = ["finish-upload", "open"];
    ask(&client, post, "object", &path, &done(&open_id));
    get(&client, "object", &["metadata", "open"]);
}

#[test]
fn worker_pools_are_kept_with_their_workers_and_errors() {
    const SECRET: &str = "0123456789012345678901234567890123456789abcd";
    let (_folder, file) = state_file();
    let (fake, client) = start(&file);
    let (put, post, manager) = (Method::Put, Method::Post, "worker-manager");
    let pool = json!({
        "providerId": "static", "description": "d", "owner": "o@example.com",
        "emailOnError": false, "config": {},
    });
    ask(&client, put, manager, &["worker-pool", "p/w"], &pool);
    let worker = json!({
        "expires": date(1), "capacity": 3, "providerInfo": { "staticSecret": SECRET },
    });
    for id in ["i", "j"] {
        ask(&client, put, manager, &["workers", "p/w", "g", id], &worker);
    }
    for title in ["one", "two"] {
        let error = json!({
            "kind": "k", "title": title, "description": "d", "extra": {}, "workerGroup": "g",
            "workerId": "i",
        });
        ask(
            &client,
            post,
            manager,
            &["worker-pool-errors", "p/w"],
            &error,
        );
    }
    let paths = [
        &["worker-pool", "p/w"][..],
        &["workers", "p/w"],
        &["worker-pool-errors", "p/w"],
    ];
    let before = paths.map(|path| get(&client, manager, path));
    assert_eq!(before[2]["workerPoolErrors"][0]["title"], "two");
    fake.stop().expect("saved");

    let (fake, client) = start(&file);
    assert_eq!(paths.map(|path| get(&client, manager, path)), before);
    let proof = json!({
        "workerPoolId": "p/w", "providerId": "static", "workerGroup": "g", "workerId": "i",
        "workerIdentityProof": { "staticSecret": SECRET },
    });
    ask(&client, post, manager, &["worker", "register"], &proof);
    let errors = || get(&client, manager, paths[2])["workerPoolErrors"].clone();
    let third = json!({
        "kind": "k", "title": "three", "description": "d", "extra": {}, "workerGroup": "g",
        "workerId": "i",
    });
    ask(&client, post, manager, paths[2], &third);
    let titles = |errors: &Value| {
        let errors = errors.as_array().expect("a list").iter();
        errors
            .map(|error| error["title"].clone())
            .collect::<Value>()
    };
    assert_eq!(titles(&errors()), json!(["three", "two", "one"]));
    // What is forgotten is forgotten in the file, too.
    fake.advance(Duration::from_secs(31 * 24 * 3600));
    assert_eq!(errors(), json!([]));
    fake.stop().expect("saved");
    let (_fake, client) = start(&file);
    assert_eq!(
        get(&client, manager, paths[2])["workerPoolErrors"],
        json!([])
    );
    assert_eq!(get(&client, manager, paths[1])["workers"], json!([]));
}

#[test]
fn hooks_are_kept_with_their_tokens_schedules_and_fires() {
    let (_folder, file) = state_file();
    let (fake, client) = start(&file);
    let (put, post) = (Method::Put, Method::Post);
    let role = json!({ "description": "", "scopes": ["queue:*"] });
    ask(&client, put, "auth", &["roles", "hook-id:*"], &role);
    // Once an hour, and not while this test runs.
    let minute = (OffsetDateTime::now_utc().minute() + 30) % 60;
    let hook = json!({
        "metadata": {
            "name": "n", "description": "d", "owner": "o@example.com", "emailOnError": true,
        },
        "schedule": [format!("0 {minute} * * * *")],
        "task": {
            "provisionerId": "p", "workerType": "w", "payload": {},
            "created": { "$fromNow": "0 seconds" }, "deadline": { "$fromNow": "1 hour" },
            "metadata": {
                "name": "n", "description": "d", "owner": "o@example.com", "source": "https://s/",
            },
        },
    });
    for path in [
        ["hooks", "a-b", "h"],
        ["hooks", "a", "h"],
        ["hooks", "a", "i/j"],
    ] {
        ask(&client, put, "hooks", &path, &hook);
    }
    ask(
        &client,
        post,
        "hooks",
        &["hooks", "a", "h", "trigger"],
        &json!({}),
    );
    fake.advance(Duration::from_secs(3600));
    let paths = [
        &["hooks"][..],
        &["hooks", "a"],
        &["hooks", "a", "h", "last-fires"],
        &["hooks", "a", "h", "token"],
        &["hooks", "a", "i/j", "status"],
    ];
    let before = paths.map(|path| get(&client, "hooks", path));
    assert_eq!(before[0]["groups"], json!(["a", "a-b"]));
    let fired = |answer: &Value| answer["lastFires"].as_array().map(Vec::len);
    assert_eq!(fired(&before[2]), Some(2));
    fake.stop().expect("saved");

    let (fake, client) = start(&file);
    assert_eq!(paths.map(|path| get(&client, "hooks", path)), before);
    fake.advance(Duration::from_secs(3600));
    assert_eq!(fired(&get(&client, "hooks", paths[2])), Some(3));
    for path in [["hooks", "a", "h"], ["hooks", "a", "i/j"]] {
        ask(&client, Method::Delete, "hooks", &path, &Value::Null);
    }
    fake.stop().expect("saved");
    let (_fake, client) = start(&file);
    assert_eq!(get(&client, "hooks", paths[0])["groups"], json!(["a-b"]));
}

#[test]
fn roles_are_kept_and_expand_scopes_as_before() {
    let (_folder, file) = state_file();
    let (fake, client) = start(&file);
    let put = |client: &Client, id: &str, scopes: &[&str]| {
        let role = json!({ "description": "", "scopes": scopes });
        ask(client, Method::Put, "auth", &["roles", id], &role);
    };
    put(&client, "a*", &["x:<..>", "assume:b"]);
    put(&client, "b", &["y"]);
    put(&client, "gone", &["z"]);
    ask(
        &client,
        Method::Delete,
        "auth",
        &["roles", "gone"],
        &Value::Null,
    );
    fake.stop().expect("saved");
    let (_fake, client) = start(&file);
    let expand = json!({ "scopes": ["assume:a1", "assume:gone"] });
    let expanded = ask(
        &client,
        Method::Post,
        "auth",
        &["scopes", "expand"],
        &expand,
    );
    let wanted = json!(["assume:a1", "assume:b", "assume:gone", "x:1", "y"]);
    assert_eq!(expanded["scopes"], wanted);
    assert_eq!(
        get(&client, "auth", &["roleids"])["roleIds"],
        json!(["a*", "b"])
    );
}

/// Puts an address on the denylist, which is answered by no JSON.
fn deny(client: &Client, address: &Value) {
    let request = Request::new(Method::Post, "notify", "v1").path(["denylist", "add"]);
    let answer = client.call::<Value>(request.json(address)).response();
    answer.expect("denied");
}

/// How much the file grows by a secret.
pub fn cost(file: &Path, client: &Client, name: &str) -> u64 {
    let before = fs::metadata(file).expect("a file").len();
    set(client, name, &json!({})).expect("kept");
    wait_for(|| !crate::saved(file, name).is_null());
    fs::metadata(file).expect("a file").len() - before
}

#[test]
fn a_change_does_not_write_what_other_services_have() {
    let (_folder, file) = state_file();
    let (_fake, client) = start(&file);
    let few = cost(&file, &client, "few0");
    let role = json!({ "description": "x".repeat(10_000), "scopes": [] });
    ask(&client, Method::Put, "auth", &["roles", "r"], &role);
    let pool = json!({
        "providerId": "static", "description": "x".repeat(10_000), "owner": "o@example.com",
        "emailOnError": false, "config": {},
    });
    ask(
        &client,
        Method::Put,
        "worker-manager",
        &["worker-pool", "p/w"],
        &pool,
    );
    let hook = json!({
        "metadata": { "name": "n", "description": "x".repeat(10_000), "owner": "o@example.com" },
        "task": {},
    });
    ask(&client, Method::Put, "hooks", &["hooks", "g", "h"], &hook);
    let cache = json!({ "cacheName": "x".repeat(10_000) });
    ask(
        &client,
        Method::Post,
        "purge-cache",
        &["purge-cache", "p/w"],
        &cache,
    );
    let denied = json!({ "notificationType": "email", "notificationAddress": "x".repeat(10_000) });
    deny(&client, &denied);
    // What was made before is written by now.
    cost(&file, &client, "many");
    assert_eq!(cost(&file, &client, "few1"), few);
}

#[test]
fn purges_denied_addresses_and_task_queues_are_kept() {
    let (_folder, file) = state_file();
    let (fake, client) = start(&file);
    let (put, post) = (Method::Put, Method::Post);
    let cache = json!({ "cacheName": "a\nb" });
    ask(
        &client,
        post,
        "purge-cache",
        &["purge-cache", "p/w"],
        &cache,
    );
    let denied = json!({ "notificationType": "email", "notificationAddress": "a@example.com" });
    deny(&client, &denied);
    let claim = json!({ "workerGroup": "g", "workerId": "i" });
    let task = json!({
        "taskQueueId": "p/w", "created": date(0), "deadline": date(1), "payload": {},
        "metadata": { "name": "n", "description": "d", "owner": "o", "source": "https://s/" },
    });
    ask(&client, put, "queue", &["task", &slugid::nice()], &task);
    ask(&client, post, "queue", &["claim-work", "p/w"], &claim);
    let seen = |client: &Client| {
        [
            get(client, "purge-cache", &["purge-cache", "list"]),
            get(client, "notify", &["denylist", "list"]),
            get(client, "queue", &["task-queues"]),
        ]
    };
    let before = seen(&client);
    assert_eq!(before[0]["requests"][0]["cacheName"], "a\nb");
    assert_eq!(before[1]["addresses"], json!([denied]));
    assert_eq!(before[2]["taskQueues"][0]["taskQueueId"], "p/w");
    fake.stop().expect("saved");
    let (fake, client) = start(&file);
    assert_eq!(seen(&client), before);
    // Nothing of a request to purge is left a day later, in the file as well.
    fake.advance(Duration::from_secs(25 * 3600));
    fake.stop().expect("saved");
    let (_fake, client) = start(&file);
    assert_eq!(seen(&client)[0]["requests"], json!([]));
    let text = fs::read_to_string(&file).expect("text");
    assert!(text.contains("a@example.com") && !text.contains("a\\nb"));
}
