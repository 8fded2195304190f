//! Services with few methods: what they remember, and what they answer in place of others.

use serde_json::{Value, json};
use std::time::Duration;
use taskcluster_core::{Client, Credentials, Method, Request};
use taskcluster_fake::{Era, FakeTaskcluster, Notification};

use crate::support::{
    JSON, ask, bad, client, date, good, header, new_client, pages, root, signer, to,
};

fn purge(pool: [&str; 2], cache: &str) -> Request {
    let path = ["purge-cache", pool[0], pool[1]];
    to(Method::Post, "purge-cache", path).json(&json!({ "cacheName": cache }))
}

#[test]
fn purges_are_remembered_for_a_day() {
    let fake = FakeTaskcluster::builder()
        .page_size(2)
        .role("anonymous", ["purge-cache:p/*"])
        .start()
        .expect("a server");
    let open = Client::builder(fake.root_url()).build().expect("a client");
    for (pool, cache) in [(["p", "w"], "a"), (["p", "w"], "b"), (["p", "v"], "a")] {
        good(&open, purge(pool, cache));
    }
    assert_eq!(bad(&open, purge(["q", "w"], "a")).0, 403);
    let all = to(Method::Get, "purge-cache", ["purge-cache", "list"]);
    let found = pages(&open, &all);
    let sizes = found
        .iter()
        .map(|page| page["requests"].as_array().map(Vec::len));
    assert_eq!(sizes.collect::<Vec<_>>(), [Some(2), Some(1)]);
    let message = &fake.messages()[0];
    assert_eq!(message.routing_key, "primary.p.w");
    assert_eq!(message.payload["cacheName"], "a");

    let of_pool = || to(Method::Get, "purge-cache", ["purge-cache", "p", "w"]);
    let caches = |request| -> Vec<Value> {
        let requests = good(&open, request)["requests"].clone();
        let requests = requests.as_array().expect("a list").iter();
        requests.map(|it| it["cacheName"].clone()).collect()
    };
    assert_eq!(caches(of_pool()), ["a", "b"]);
    fake.advance(Duration::from_secs(3600));
    good(&open, purge(["p", "w"], "b"));
    assert_eq!(caches(of_pool().query("since", date(60).as_str())), ["b"]);
    assert_eq!(bad(&open, of_pool().query("since", "yesterday")).0, 400);
    fake.advance(Duration::from_secs(23 * 3600 + 60));
    assert_eq!(caches(of_pool()), ["b"]);
}

#[test]
fn notifications_are_recorded() {
    let fake = FakeTaskcluster::start().expect("a server");
    let scopes = [
        "email:a@example.com",
        "pulse:x.y",
        "irc-channel:#c",
        "irc-user:u",
    ];
    let scopes = scopes.map(|scope| format!("notify:{scope}"));
    let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
    let own = signer(&new_client(&fake, "some", &scopes), "");
    // The answers are no JSON.
    let send = |what: &str, payload: Value| {
        let path = format!("/api/notify/v1/{what}");
        let authorization = header(&fake, &own, "POST", &path);
        let headers = [JSON, ("authorization", authorization.as_str())];
        ask(&fake, "POST", &path, &headers, &payload.to_string()).status
    };
    let email = |to: &str| {
        let payload = json!({ "address": to, "subject": "s", "content": "c" });
        send("email", payload)
    };
    let pulse = |key: &str| {
        let payload = json!({ "routingKey": key, "message": { "z": 1 } });
        send("pulse", payload)
    };
    let irc = |to: &str, name: &str| send("irc", json!({ to: name, "message": "m" }));
    assert_eq!((email("a@example.com"), email("b@example.com")), (200, 403));
    assert_eq!((pulse("x.y"), pulse("x.z")), (200, 403));
    assert_eq!((irc("channel", "#c"), irc("channel", "#d")), (200, 403));
    assert_eq!((irc("user", "u"), irc("user", "v")), (200, 403));
    assert_eq!(send("irc", json!({ "message": "m" })), 400);
    let sent = fake.notifications();
    assert!(matches!(&sent[0], Notification::Email { subject, .. } if subject == "s"));
    assert!(matches!(&sent[2], Notification::Irc { to, .. } if to == "#c"));
    assert!(matches!(&sent[3], Notification::Irc { to, .. } if to == "u"));
    assert_eq!(sent.len(), 4);
    let message = fake.messages().pop().expect("a message");
    assert_eq!(message.cc, ["route.x.y"]);
}

#[test]
fn namespaces_of_pulse_are_claimed() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let claim =
        |name: &str, payload: Value| to(Method::Post, "pulse", ["namespace", name]).json(&payload);
    let get = |name: &str| to(Method::Get, "pulse", ["namespace", name]);
    assert_eq!(bad(&root, get("n")).0, 404);
    let first = good(&root, claim("n", json!({ "expires": date(3600) })));
    assert!(
        first["connectionString"]
            .as_str()
            .expect("a URL")
            .starts_with("amqps://")
    );
    let again = good(&root, claim("n", json!({})));
    assert_eq!(again["created"], first["created"]);
    let known = good(&root, get("n"));
    assert_eq!(
        (&known["expires"], known.get("connectionString")),
        (&again["expires"], None)
    );
    let list = good(&root, to(Method::Get, "pulse", ["namespaces"]));
    assert_eq!(list, json!({ "namespaces": [known] }));
    assert_eq!(bad(&root, claim("n m", json!({}))).1, "InvalidNamespace");
    let some = client(&fake, new_client(&fake, "some", &["pulse:namespace:n"]));
    good(&some, claim("n", json!({})));
    assert_eq!(bad(&some, claim("m", json!({}))).0, 403);
    fake.advance(Duration::from_secs(5 * 3600));
    assert_eq!(
        ask(&fake, "GET", "/api/pulse/v1/namespace/n", &[], "").status,
        404
    );
}

#[test]
fn whoever_has_a_bearer_token_gets_credentials_that_work() {
    let fake = FakeTaskcluster::builder()
        .role("login-identity:*", ["who:<..>"])
        .start()
        .expect("a server");
    let path = "/api/login/v1/oidc-credentials/p";
    ask(&fake, "GET", path, &[], "").assert_error(
        400,
        "InputError",
        "Could not generate credentials for this access token",
    );
    let answer = ask(&fake, "GET", path, &[("authorization", "Bearer x")], "");
    let credentials: Credentials =
        serde_json::from_value(answer.json()["credentials"].clone()).expect("credentials");
    let some = client(&fake, credentials);
    let current = good(&some, to(Method::Get, "auth", ["scopes", "current"]));
    let wanted = json!([
        "assume:anonymous",
        "assume:login-identity:p/fake",
        "who:p/fake"
    ]);
    assert_eq!(current["scopes"], wanted);
}

#[test]
fn github_knows_nothing() {
    let fake = FakeTaskcluster::builder()
        .era(Era::Classic)
        .start()
        .expect("a server");
    let root = root(&fake);
    let get = |path: &[&str]| to(Method::Get, "github", path.iter().copied());
    assert_eq!(good(&root, get(&["builds"])), json!({ "builds": [] }));
    assert_eq!(
        good(&root, get(&["repository", "o", "r"])),
        json!({ "installed": false })
    );
    assert_eq!(
        bad(&root, get(&["repository", "o", "r", "b", "latest"])).0,
        404
    );
    let badge = "/api/github/v1/repository/o/r/b/badge.svg";
    let badge = ask(&fake, "GET", badge, &[], "");
    assert_eq!(badge.header("content-type"), Some("image/svg+xml"));
    let status = |repository| {
        let path = ["repository", "o", repository, "statuses", "s"];
        to(Method::Post, "github", path).json(&json!({ "state": "success" }))
    };
    let some = client(
        &fake,
        new_client(&fake, "some", &["github:create-status:o/r"]),
    );
    assert_eq!(bad(&some, status("q")).0, 403);
    let comment = ["repository", "o", "r", "issues", "1", "comments"];
    let comment = to(Method::Post, "github", comment).json(&json!({ "body": "b" }));
    for (client, post) in [(&some, status("r")), (&root, comment)] {
        let (status, code, _) = bad(client, post);
        assert_eq!((status, code.as_str()), (404, ""));
    }
}

#[test]
fn credentials_for_other_places_are_given_out() {
    let fake = FakeTaskcluster::start().expect("a server");
    let scopes = [
        "auth:aws-s3:read-only:bucket/p/*",
        "auth:azure-table:read-write:fake/t",
        "auth:azure-container:read-only:fake/c",
        "auth:sentry:s",
        "auth:statsum:s",
        "auth:webhooktunnel",
    ];
    let some = client(&fake, new_client(&fake, "some", &scopes));
    let get = |path: &[&str]| to(Method::Get, "auth", path.iter().copied());
    for path in [
        &["aws", "s3", "read-only", "bucket", "p/x"][..],
        &["azure", "fake", "table", "t", "read-write"],
        &["azure", "fake", "table", "t", "read-only"],
        &["azure", "fake", "containers", "c", "read-only"],
        &["sentry", "s", "dsn"],
        &["statsum", "s", "token"],
        &["webhooktunnel"],
    ] {
        good(&some, get(path));
    }
    for path in [
        &["aws", "s3", "read-write", "bucket", "p/x"][..],
        &["azure", "fake", "containers", "c", "read-write"],
        &["azure", "accounts"],
        &["azure", "fake", "tables"],
        &["azure", "fake", "containers"],
        &["sentry", "t", "dsn"],
        &["statsum", "t", "token"],
    ] {
        assert_eq!(bad(&some, get(path)).0, 403, "{path:?}");
    }
    let root = root(&fake);
    for path in [
        &["azure", "accounts"][..],
        &["azure", "fake", "tables"],
        &["azure", "fake", "containers"],
    ] {
        good(&root, get(path));
    }
    assert_eq!(
        bad(&root, get(&["azure", "x", "table", "t", "read-only"])).0,
        404
    );
    assert_eq!(
        bad(&root, get(&["aws", "s3", "read-only", "bucket", "/p"])).0,
        400
    );
}
