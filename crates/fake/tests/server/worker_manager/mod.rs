//! The worker manager: pools, static workers, and what they report.

mod errors;
mod workers;

use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_core::{Method, Request};
use taskcluster_fake::FakeTaskcluster;

use crate::support::{bad, client, good, new_client, refused, root, to, todays};

const POOL: &str = "rec/p";
const SECRET: &str = "0123456789012345678901234567890123456789abcd";

fn wm<'p>(verb: Method, path: impl IntoIterator<Item = &'p str>) -> Request {
    to(verb, "worker-manager", path)
}

fn pool(config: &Value) -> Value {
    json!({
        "providerId": "static", "description": "d", "owner": "a@b.c",
        "emailOnError": true, "config": config,
    })
}

fn put_pool(id: &str, payload: &Value) -> Request {
    wm(Method::Put, ["worker-pool", id]).json(payload)
}

fn worker(verb: Method, id: &str) -> Request {
    wm(verb, ["workers", POOL, "wg", id])
}

fn made(expires: &str, capacity: u64) -> Value {
    json!({
        "expires": expires, "capacity": capacity, "providerInfo": { "staticSecret": SECRET },
    })
}

fn proof(id: &str, secret: &str) -> Value {
    json!({
        "workerPoolId": POOL, "providerId": "static", "workerGroup": "wg", "workerId": id,
        "workerIdentityProof": { "staticSecret": secret },
    })
}

fn register(payload: &Value) -> Request {
    wm(Method::Post, ["worker", "register"]).json(payload)
}

fn told(fake: &FakeTaskcluster, exchange: &str) -> Vec<(String, Value)> {
    let messages = fake.messages().into_iter();
    let messages = messages.filter(|message| message.exchange.ends_with(exchange));
    messages
        .map(|message| (message.routing_key, message.payload))
        .collect()
}

#[test]
fn pools_are_made_changed_and_let_go() {
    let fake = todays();
    let root = root(&fake);
    let providers = good(&root, wm(Method::Get, ["providers"]));
    assert_eq!(
        providers,
        json!({ "providers": [{ "providerId": "static", "providerType": "static" }] })
    );
    let first = good(&root, put_pool(POOL, &pool(&json!({}))));
    assert_eq!(
        (&first["workerPoolId"], &first["currentCapacity"]),
        (&json!(POOL), &json!(0))
    );
    assert_eq!(good(&root, put_pool(POOL, &pool(&json!({})))), first);
    let mut other = pool(&json!({}));
    other["description"] = "e".into();
    let message = "Worker pool already exists";
    refused(
        &root,
        put_pool(POOL, &other),
        409,
        "RequestConflict",
        message,
    );
    other["providerId"] = "nope".into();
    refused(
        &root,
        put_pool("a/b", &other),
        400,
        "InputError",
        "Invalid Provider",
    );
    let (status, code, message) = bad(&root, put_pool("a/b", &pool(&json!({ "x": 1 }))));
    assert_eq!((status, &*code), (400, "InputValidationError"));
    assert!(message.contains("config-static.json#"), "{message}");
    assert_eq!(bad(&root, put_pool("a/B", &pool(&json!({})))).0, 400);
    let scopes = ["worker-manager:manage-worker-pool:rec/p"];
    let some = client(&fake, new_client(&fake, "some", &scopes));
    assert_eq!(bad(&some, put_pool(POOL, &pool(&json!({})))).0, 403);

    let post = |id: &str, payload: &Value| wm(Method::Post, ["worker-pool", id]).json(payload);
    other["providerId"] = "static".into();
    let changed = good(&root, post(POOL, &other));
    assert_eq!(
        (&changed["description"], &changed["created"]),
        (&json!("e"), &first["created"])
    );
    let missing = "Worker pool does not exist";
    refused(&root, post("a/b", &other), 404, "ResourceNotFound", missing);
    good(&some, wm(Method::Delete, ["worker-pool", POOL]));
    let gone = good(&root, wm(Method::Get, ["worker-pool", POOL]));
    assert_eq!(gone["providerId"], "null-provider");
    let key = "primary.static.rec.p._._._._".to_owned();
    assert_eq!(
        told(&fake, "/worker-pool-created"),
        [(key, json!({ "workerPoolId": POOL, "providerId": "static" }))]
    );
    let updates = told(&fake, "/worker-pool-updated");
    assert_eq!(
        updates[1].1,
        json!({
            "workerPoolId": POOL, "providerId": "null-provider", "previousProviderId": "static",
        })
    );
    let audit = to(Method::Get, "auth", ["audit", "worker-pool", POOL]);
    let history = good(&root, audit)["auditHistory"].clone();
    let done = |at: usize, who: &str, what: &str| {
        let entry = &history[at];
        assert_eq!(
            (&entry["clientId"], &entry["actionType"]),
            (&json!(who), &json!(what))
        );
    };
    done(0, "static/taskcluster/root", "created");
    done(1, "static/taskcluster/root", "updated");
    done(2, "some", "deleted");
    assert_eq!(history[3], Value::Null);
    fake.advance(Duration::from_secs(1));
    refused(
        &root,
        wm(Method::Get, ["worker-pool", POOL]),
        404,
        "ResourceNotFound",
        missing,
    );
}

#[test]
fn launch_configs_have_names_and_are_archived() {
    let fake = todays();
    let root = root(&fake);
    let config = |configs: Value| {
        let mut pool = pool(&json!({ "launchConfigs": configs }));
        pool["providerId"] = "null-provider".into();
        pool
    };
    let named = json!({ "region": "r", "workerManager": { "launchConfigId": "one" } });
    let made = good(
        &root,
        put_pool(POOL, &config(json!([named, { "region": "s" }]))),
    );
    let configs = made["config"]["launchConfigs"].as_array().expect("a list");
    assert_eq!(configs[0], named);
    let other = configs[1]["workerManager"]["launchConfigId"].clone();
    assert!(
        other.as_str().expect("a name").starts_with("lc-"),
        "{other}"
    );
    let update = wm(Method::Post, ["worker-pool", POOL]).json(&config(json!([named])));
    good(&root, update);
    let list = || wm(Method::Get, ["worker-pool", POOL, "launch-configs"]);
    let names = |list: Value| -> Vec<(Value, Value)> {
        let list = list["workerPoolLaunchConfigs"]
            .as_array()
            .expect("a list")
            .iter();
        list.map(|it| (it["launchConfigId"].clone(), it["isArchived"].clone()))
            .collect()
    };
    let (one, no, yes) = (json!("one"), json!(false), json!(true));
    assert_eq!(names(good(&root, list())), [(one.clone(), no.clone())]);
    assert_eq!(
        names(good(&root, list().query("includeArchived", "true"))),
        [(one, no), (other.clone(), yes)]
    );
    assert_eq!(told(&fake, "/launch-config-created").len(), 2);
    let archived = told(&fake, "/launch-config-archived");
    assert_eq!(archived[0].1["launchConfigId"], other);
    let stats = good(&root, wm(Method::Get, ["worker-pool", POOL, "stats"]));
    assert_eq!(stats["launchConfigStats"][0]["launchConfigId"], "one");
}
