//! The worker manager: pools, static workers, and what they report.

use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_core::{Client, Credentials, Method, Request};
use taskcluster_fake::{FakeTaskcluster, Notification};

use crate::support::{ask, bad, client, date, good, new_client, root, to, todays};

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

#[track_caller]
fn refused(client: &Client, request: Request, status: u16, code: &str, message: &str) {
    assert_eq!(
        bad(client, request),
        (status, code.to_owned(), message.to_owned())
    );
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

#[test]
fn static_workers_register_by_their_secret() {
    let fake = todays();
    let root = root(&fake);
    let config =
        json!({ "lifecycle": { "reregistrationTimeout": 3600 }, "workerConfig": { "a": 1 } });
    good(&root, put_pool(POOL, &pool(&config)));
    let expires = date(24 * 3600);
    let payload = made(&expires, 2);
    let create = worker(Method::Put, "w1").json(&payload);
    let first = good(&root, create.clone());
    assert_eq!(
        (&first["state"], &first["capacity"], &first["workerId"]),
        (&json!("running"), &json!(2), &json!("w1"))
    );
    assert_eq!(good(&root, create), first);
    let again = worker(Method::Put, "w1").json(&made(&expires, 3));
    refused(
        &root,
        again,
        409,
        "RequestConflict",
        "Worker already exists",
    );
    let past = worker(Method::Put, "w2").json(&made(&date(-10), 1));
    let message = "worker.expires must be in the future";
    refused(&root, past, 400, "InputError", message);
    let bare = worker(Method::Put, "w2").json(&json!({ "expires": expires }));
    let message = "no worker staticSecret provided";
    refused(&root, bare, 400, "InputError", message);

    let nobody = Client::builder(fake.root_url()).build().expect("a client");
    let wrong = "bad staticSecret in workerIdentityProof";
    let other = SECRET.replace('a', "b");
    refused(
        &nobody,
        register(&proof("w1", &other)),
        400,
        "InputError",
        wrong,
    );
    let missing = "Worker wg/none in worker pool rec/p does not exist";
    let none = register(&proof("none", SECRET));
    refused(&nobody, none, 404, "ResourceNotFound", missing);
    let mut unknown = proof("w1", SECRET);
    unknown["providerId"] = "nope".into();
    let message = "Provider nope does not exist";
    refused(
        &nobody,
        register(&unknown),
        404,
        "ResourceNotFound",
        message,
    );
    let registered = good(&nobody, register(&proof("w1", SECRET)));
    assert_eq!(registered["workerConfig"], json!({ "a": 1 }));
    let credentials: Credentials =
        serde_json::from_value(registered["credentials"].clone()).expect("credentials");
    assert_eq!(credentials.client_id(), "worker/static/rec/p/wg/w1");
    let own = client(&fake, credentials);
    let terminate = wm(
        Method::Get,
        ["workers", POOL, "wg", "w1", "should-terminate"],
    );
    assert_eq!(
        good(&own, terminate),
        json!({ "terminate": false, "reason": "none" })
    );

    // Each secret is good for one time.
    let reregister = |secret: &Value| {
        let payload = json!({
            "workerPoolId": POOL, "workerGroup": "wg", "workerId": "w1", "secret": secret,
        });
        wm(Method::Post, ["worker", "reregister"]).json(&payload)
    };
    let second = good(&own, reregister(&registered["secret"]));
    let used = "Could not generate credentials for this secret";
    refused(
        &own,
        reregister(&registered["secret"]),
        400,
        "InputError",
        used,
    );
    good(&own, reregister(&second["secret"]));

    root.call::<Value>(worker(Method::Delete, "w1"))
        .send()
        .expect("removed");
    assert_eq!(good(&root, worker(Method::Get, "w1"))["state"], "stopped");
    let stopped = "worker is not running";
    refused(
        &nobody,
        register(&proof("w1", SECRET)),
        400,
        "InputError",
        stopped,
    );
    fake.advance(Duration::from_secs(24 * 3600 + 1));
    refused(
        &root,
        worker(Method::Get, "w1"),
        404,
        "ResourceNotFound",
        "Worker not found",
    );
}

#[test]
fn workers_are_listed_by_pool_group_and_state() {
    let fake = todays();
    let root = root(&fake);
    good(&root, put_pool(POOL, &pool(&json!({}))));
    good(&root, put_pool("rec/p2", &pool(&json!({}))));
    let expires = date(3600);
    for path in [
        [POOL, "a", "1"],
        [POOL, "a", "2"],
        [POOL, "b", "1"],
        ["rec/p2", "a", "1"],
    ] {
        let path = [&["workers"], &path[..]].concat();
        good(&root, wm(Method::Put, path).json(&made(&expires, 3)));
    }
    let ids = |request: Request| -> Vec<String> {
        let list = good(&root, request)["workers"].clone();
        let list = list.as_array().expect("a list").iter();
        list.map(|it| format!("{}/{}", it["workerGroup"], it["workerId"]).replace('"', ""))
            .collect()
    };
    let all = || wm(Method::Get, ["workers", POOL]);
    assert_eq!(ids(all()), ["a/1", "a/2", "b/1"]);
    assert_eq!(ids(wm(Method::Get, ["workers", POOL, "a"])), ["a/1", "a/2"]);
    assert!(ids(all().query("state", "stopped")).is_empty());
    let (status, code, _) = bad(&root, all().query("state", "x"));
    assert_eq!((status, &*code), (400, "InvalidRequestArguments"));
    let missing = wm(Method::Get, ["workers", "rec/none"]);
    let message = "Worker Pool does not exist";
    refused(&root, missing, 404, "ResourceNotFound", message);
    let stats = good(&root, wm(Method::Get, ["worker-pools", "stats"]));
    let stats = &stats["workerPoolsStats"][0];
    assert_eq!(
        (&stats["runningCount"], &stats["currentCapacity"]),
        (&json!(3), &json!(9))
    );

    // The queue knows of workers that have asked it for work.
    let seen = || {
        wm(
            Method::Get,
            ["provisioners", "rec", "worker-types", "p", "workers"],
        )
    };
    assert!(ids(seen()).is_empty());
    let claim = json!({ "workerGroup": "a", "workerId": "1", "tasks": 1 });
    good(
        &root,
        to(Method::Post, "queue", ["claim-work", POOL]).json(&claim),
    );
    assert_eq!(ids(seen()), ["a/1"]);
    assert!(ids(seen().query("workerState", "stopped")).is_empty());
    let path = [
        "provisioners",
        "rec",
        "worker-types",
        "p",
        "workers",
        "a",
        "1",
    ];
    let one = good(&root, wm(Method::Get, path));
    assert_eq!(
        (&one["state"], &one["capacity"], &one["workerPoolId"]),
        (&json!("running"), &json!(3), &json!(POOL))
    );
}

#[test]
fn errors_are_listed_counted_and_mailed() {
    let fake = todays();
    let root = root(&fake);
    good(&root, put_pool(POOL, &pool(&json!({}))));
    let report = json!({
        "kind": "boot", "title": "t", "description": "d", "extra": { "code": "c" },
        "workerGroup": "wg", "workerId": "w1",
    });
    let errors = || wm(Method::Get, ["worker-pool-errors", POOL]);
    let post = wm(Method::Post, ["worker-pool-errors", POOL]).json(&report);
    let error = good(&root, post.clone());
    assert_eq!(
        error["extra"],
        json!({ "code": "c", "workerGroup": "wg", "workerId": "w1" })
    );
    fake.advance(Duration::from_secs(8 * 24 * 3600));
    let latest = good(&root, post);
    let list = good(&root, errors())["workerPoolErrors"].clone();
    assert_eq!(list, json!([latest, error]));
    let id = error["errorId"].as_str().expect("an ID");
    let one = good(&root, errors().query("errorId", id));
    assert_eq!(one["workerPoolErrors"], json!([error]));
    let stats = |request| good(&root, request)["totals"].clone();
    let all = || wm(Method::Get, ["worker-pool-errors", "stats"]);
    let totals = stats(all().query("workerPoolId", POOL));
    let lengths =
        ["hourly", "daily"].map(|name| totals[name].as_object().map(serde_json::Map::len));
    assert_eq!(lengths, [Some(24), Some(7)]);
    assert_eq!(
        json!([
            totals["total"],
            totals["title"],
            totals["code"],
            totals["launchConfig"]
        ]),
        json!([1, { "t": 1 }, { "c": 1 }, { "unknown": 1 }])
    );
    assert_eq!(stats(all())["workerPool"], json!({ "rec/p": 1 }));
    let messages = told(&fake, "/worker-pool-error");
    assert_eq!(messages[0].0, "primary.static.rec.p.wg.w1._._");
    assert_eq!(messages[0].1["errorId"], error["errorId"]);
    let [Notification::Email { address, .. }, _] = &fake.notifications()[..] else {
        panic!("{:?}", fake.notifications());
    };
    assert_eq!(address, "a@b.c");
}

#[test]
fn errors_repeat_no_secret_of_a_worker() {
    let fake = todays();
    for payload in [
        proof("w1", SECRET),
        json!({ "workerIdentityProof": { "staticSecret": SECRET } }),
    ] {
        let path = "/api/worker-manager/v1/worker/register";
        let json = [("content-type", "application/json")];
        let answer = ask(&fake, "POST", path, &json, &payload.to_string());
        assert!(
            answer.status >= 400 && !answer.body.contains(SECRET),
            "{answer:?}"
        );
        assert_eq!(answer.json()["requestInfo"]["payload"], "(OMITTED)");
    }
    let verbs = [("PUT", "createWorker"), ("POST", "updateWorker")];
    for (verb, method) in verbs {
        let path = "/api/worker-manager/v1/workers/rec%2Fp/wg/w1";
        let json = [("content-type", "application/json")];
        let mut payload = made("tomorrow", 1);
        payload["x"] = 1.into();
        let answer = ask(&fake, verb, path, &json, &payload.to_string());
        assert!(
            answer.status >= 400 && !answer.body.contains(SECRET),
            "{answer:?}"
        );
        assert_eq!(answer.json()["requestInfo"]["method"], method);
    }
}
