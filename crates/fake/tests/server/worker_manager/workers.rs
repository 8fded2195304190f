//! Static workers, from their registration to their end.

use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_core::{Client, Credentials, Method, Request};

use super::{POOL, SECRET, made, pool, proof, put_pool, register, wm, worker};
use crate::support::{bad, client, date, good, refused, root, to, todays};

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
