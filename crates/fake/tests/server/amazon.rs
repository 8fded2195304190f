//! The services for machines at Amazon: what they remember of what they were asked for.

use serde_json::{Value, json};
use taskcluster_core::{Method, slugid};
use taskcluster_fake::FakeTaskcluster;

use crate::support::{bad, client, date, good, new_client, root, to};

/// The definition of a worker type.
fn worker_type() -> Value {
    json!({
        "launchSpec": {},
        "userData": {},
        "secrets": {},
        "scopes": [],
        "maxCapacity": 2,
        "scalingRatio": 1,
        "minPrice": 0,
        "maxPrice": 1,
        "instanceTypes": [],
        "regions": [],
        "description": "d",
        "owner": "o",
    })
}

#[test]
fn worker_types_are_defined() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let at = |verb, path: &[&str]| to(verb, "aws-provisioner", path.iter().copied());
    let get = |path: &[&str]| at(Method::Get, path);
    let (mut definition, path) = (worker_type(), ["worker-type", "w"]);
    assert_eq!(bad(&root, get(&path)).0, 404);
    let made = good(&root, at(Method::Put, &path).json(&definition));
    assert_eq!(good(&root, at(Method::Put, &path).json(&definition)), made);
    definition["maxCapacity"] = 3.into();
    assert_eq!(bad(&root, at(Method::Put, &path).json(&definition)).0, 409);
    let update = at(Method::Post, &["worker-type", "w", "update"]).json(&definition);
    let made = good(&root, update);
    assert_eq!(good(&root, get(&path)), made);
    assert_eq!(good(&root, get(&["list-worker-types"])), json!(["w"]));
    let summaries = good(&root, get(&["list-worker-type-summaries"]));
    assert_eq!(summaries[0]["maxCapacity"], 3);
    let modified = good(&root, get(&["worker-type-last-modified", "w"]));
    assert_eq!(modified["lastModified"], made["lastModified"]);
    for path in [
        &["worker-type", "w", "launch-specifications"][..],
        &["state", "w"],
        &["backend-status"],
    ] {
        good(&root, get(path));
    }
    good(&root, at(Method::Delete, &path));
    assert_eq!(good(&root, get(&["list-worker-types"])), json!([]));
    let told = fake.messages().into_iter().map(|it| it.routing_key);
    assert_eq!(told.collect::<Vec<_>>(), ["primary.w._"; 4]);
}

#[test]
fn secrets_of_machines_are_kept_by_their_token() {
    let fake = FakeTaskcluster::start().expect("a server");
    let (root, token) = (root(&fake), slugid::v4());
    let at = |verb, path: &[&str]| to(verb, "aws-provisioner", path.iter().copied());
    let secret = json!({
        "workerType": "w",
        "secrets": { "x": 1 },
        "scopes": ["s"],
        "token": token,
        "expiration": date(3600),
    });
    let put = at(Method::Put, &["secret", &token]).json(&secret);
    let some = client(
        &fake,
        new_client(&fake, "some", &["aws-provisioner:create-secret:v"]),
    );
    assert_eq!(bad(&some, put.clone()).0, 403);
    good(&root, put);
    let get = at(Method::Get, &["secret", &token]);
    let got = good(&root, get.clone());
    assert_eq!(
        (&got["data"], &got["scopes"]),
        (&json!({ "x": 1 }), &json!(["s"]))
    );
    good(&root, at(Method::Get, &["instance-started", "i-1", &token]));
    good(&root, at(Method::Delete, &["secret", &token]));
    assert_eq!(bad(&root, get).0, 404);
    assert_eq!(
        bad(&root, at(Method::Get, &["instance-started", "i-1", &token])).0,
        404
    );
}

#[test]
fn instances_are_remembered_until_they_are_terminated() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let at = |verb, path: &[&str]| to(verb, "ec2-manager", path.iter().copied());
    let get = |path: &[&str]| good(&root, at(Method::Get, path));
    let run = |token: &str| {
        let payload = json!({
            "ClientToken": token,
            "Region": "us-east-1",
            "RequestType": "spot",
            "SpotPrice": 1,
            "LaunchInfo": { "InstanceType": "c3.large", "ImageId": "ami-1" },
        });
        at(Method::Put, &["worker-types", "w", "instance"]).json(&payload)
    };
    for token in ["one", "two", "two"] {
        good(&root, run(token));
    }
    assert_eq!(get(&["worker-types"]), json!(["w"]));
    let pending = json!([{ "instanceType": "c3.large", "count": 2, "type": "instance" }]);
    assert_eq!(get(&["worker-types", "w", "stats"])["pending"], pending);
    let state = get(&["worker-types", "w", "state"]);
    let id = state["instances"][0]["id"].as_str().expect("an ID");
    let terminate = at(Method::Delete, &["region", "us-east-1", "instance", id]);
    let other = client(
        &fake,
        new_client(&fake, "o", &["ec2-manager:manage-resources:v"]),
    );
    assert_eq!(bad(&other, terminate.clone()).0, 403);
    let own = client(
        &fake,
        new_client(&fake, "w", &["ec2-manager:manage-resources:w"]),
    );
    good(&own, terminate);
    assert_eq!(
        get(&["worker-types", "w", "stats"])["pending"][0]["count"],
        1
    );
    good(
        &own,
        at(Method::Delete, &["worker-types", "w", "resources"]),
    );
    assert_eq!(get(&["worker-types"]), json!([]));

    let pair = at(Method::Get, &["key-pairs", "k"]).json(&json!({ "pubkey": "ssh-rsa a b" }));
    good(&root, pair);
    good(&root, at(Method::Delete, &["key-pairs", "k"]));
    for path in [
        &["worker-types", "w", "health"][..],
        &["worker-types", "w", "errors"],
        &["prices"],
        &["health"],
        &["errors"],
        &["internal", "regions"],
        &["internal", "ami-usage"],
        &["internal", "ebs-usage"],
        &["internal", "db-pool-stats"],
        &["internal", "all-state"],
        &["internal", "sqs-stats"],
        &["internal", "purge-queues"],
    ] {
        get(path);
    }
    good(&root, at(Method::Post, &["prices"]).json(&json!([])));
}
