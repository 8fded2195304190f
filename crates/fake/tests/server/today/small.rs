//! The small services: index, notify, secrets, github and purge-cache.

use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Request, slugid};
use taskcluster_fake::{Era, FakeTaskcluster, Notification};

use crate::support::{
    ask, bad, client, create, date, good, header, new_client, pages, root, signer, task, to, todays,
};

fn insert(path: &str, rank: f64) -> Request {
    let payload = json!({
        "taskId": slugid::nice(), "rank": rank, "data": {}, "expires": date(3600),
    });
    to(Method::Put, "index", ["task", path]).json(&payload)
}

#[test]
fn tasks_are_found_at_several_paths_and_taken_out_again() {
    let fake = todays();
    let root = root(&fake);
    let [first, second] = ["a.b.first", "a.b.second"].map(|path| good(&root, insert(path, 1.0)));
    let paths = json!({ "indexes": ["a.b.second", "a.none", "a.b.first", "a.b.second"] });
    let find = to(Method::Post, "index", ["tasks", "indexes"]).json(&paths);
    assert_eq!(good(&root, find.clone())["tasks"], json!([second, first]));
    let some = client(&fake, new_client(&fake, "c", &["index:find-task:a.b.*"]));
    assert_eq!(bad(&some, find).0, 403);
    let remove = to(Method::Delete, "index", ["task", "a.b.first"]);
    assert_eq!(bad(&some, remove.clone()).0, 403);
    for _ in 0..2 {
        good(&root, remove.clone());
    }
    let get = to(Method::Get, "index", ["task", "a.b.first"]);
    assert_eq!(bad(&root, get).0, 404);
    let list = to(Method::Get, "index", ["tasks", "a.b"]);
    assert_eq!(good(&root, list.clone())["tasks"], json!([second]));
    let nonsense = list.clone().query("continuationToken", "bm9uc2Vuc2U");
    assert_eq!(bad(&root, nonsense).2, "Invalid continuation token");
    assert_eq!(bad(&root, list.query("limit", "0")).0, 500);
}

#[test]
fn ranks_are_whole_numbers_and_namespaces_last_till_midnight() {
    let fake = todays();
    let root = root(&fake);
    let payload = json!({
        "taskId": slugid::nice(), "rank": 3.0, "data": {}, "expires": "2222-02-27T10:00:00Z",
    });
    let put = to(Method::Put, "index", ["task", "a.b.c"]).json(&payload);
    assert_eq!(good(&root, put)["rank"], json!(3));
    let list = |path: &[&str]| {
        let path = [&["namespaces"], path].concat();
        good(&root, to(Method::Get, "index", path))["namespaces"][0]["expires"].clone()
    };
    assert_eq!(list(&["a"]), "2222-02-28T00:00:00.000Z");
    // Each namespace is kept for a day longer than what is in it.
    assert_eq!(list(&[]), "2222-03-01T00:00:00.000Z");
}

#[test]
fn what_anybody_may_have_the_index_leads_to_at_once() {
    let fake = todays();
    let root = root(&fake);
    let id = create(&root, &task());
    let worker = json!({ "workerGroup": "g", "workerId": "i" });
    let claim = to(Method::Post, "queue", ["claim-work", "p/w"]);
    good(&root, claim.json(&worker));
    for name in ["public/a-b.c", "private"] {
        let url = format!("https://example.com/{name}");
        let artifact = json!({
            "storageType": "reference", "contentType": "text/plain", "url": url, "expires": date(60),
        });
        let path = ["task", &id, "runs", "0", "artifacts", name];
        good(&root, to(Method::Post, "queue", path).json(&artifact));
    }
    let entry = json!({ "taskId": id, "rank": 0, "data": {}, "expires": date(60) });
    good(&root, to(Method::Put, "index", ["task", "a"]).json(&entry));
    let location = |name: &str| {
        let path = format!("/api/index/v1/task/a/artifacts/{name}");
        let authorization = header(&fake, &signer(&fake.credentials(), ""), "GET", &path);
        let answer = ask(
            &fake,
            "GET",
            &path,
            &[("authorization", &authorization)],
            "",
        );
        assert_eq!(answer.status, 303, "{answer:?}");
        answer.header("location").expect("a location").to_owned()
    };
    assert_eq!(location("public/a-b.c"), "https://example.com/public/a-b.c");
    let queue = format!("/api/queue/v1/task/{id}/artifacts");
    let none = location("public/no-ne.c");
    assert!(
        none.ends_with(&format!("{queue}/public%2Fno-ne.c")),
        "{none}"
    );
    let private = location("private");
    assert!(
        private.contains(&format!("{queue}/private?bewit=")),
        "{private}"
    );
}

#[test]
fn what_the_index_cannot_keep_is_refused() {
    let fake = todays();
    let root = root(&fake);
    let (status, code, _) = bad(&root, insert("a.half", 0.5));
    assert_eq!((status, code.as_str()), (500, "InternalServerError"));
    good(&root, insert(&format!("a.{}", "x".repeat(253)), 1.0));
    let (status, _, message) = bad(&root, insert(&format!("a.{}", "x".repeat(254)), 1.0));
    assert!(
        message.contains("must NOT have more than 255 characters"),
        "{message}"
    );
    assert_eq!(status, 500);
}

#[test]
fn tokens_of_other_lists_are_refused_and_none_is_too_large() {
    let fake = todays();
    let root = root(&fake);
    let list = to(Method::Get, "auth", ["clients"]);
    let (status, _, message) = bad(&root, list.clone().query("continuationToken", "!"));
    assert_eq!(
        (status, message.as_str()),
        (400, "Invalid continuation token")
    );
    // «entry 18446744073709551615», the largest number that there is.
    let last = list.query("continuationToken", "ZW50cnkgMTg0NDY3NDQwNzM3MDk1NTE2MTU");
    assert_eq!(good(&root, last)["clients"], json!([]));
}

/// Sends a request whose answer is no JSON.
fn send(client: &Client, request: Request) -> Result<(), (u16, String)> {
    match client.call::<Value>(request).response() {
        Ok(_) => Ok(()),
        Err(taskcluster_core::Error::Api(e)) => Err((e.status(), e.code().to_owned())),
        Err(e) => panic!("{e}"),
    }
}

fn notify(client: &Client, what: &str, payload: &Value) -> Result<(), (u16, String)> {
    send(client, to(Method::Post, "notify", [what]).json(payload))
}

#[test]
fn nothing_is_sent_to_who_is_on_the_denylist() {
    let fake = todays();
    let root = root(&fake);
    let cases = [
        (
            "email",
            "email",
            "a@b.c",
            json!({ "address": "a@b.c", "subject": "s", "content": "c" }),
        ),
        (
            "pulse",
            "pulse",
            "a.b",
            json!({ "routingKey": "a.b", "message": { "x": 1 } }),
        ),
        (
            "matrix",
            "matrix-room",
            "!r:x",
            json!({ "roomId": "!r:x", "body": "b" }),
        ),
        (
            "slack",
            "slack-channel",
            "C1",
            json!({ "channelId": "C1", "text": "t" }),
        ),
    ];
    let change = |verb, what: &str, kind: &str, address: &str| {
        let payload = json!({ "notificationType": kind, "notificationAddress": address });
        let request = to(verb, "notify", ["denylist", what]).json(&payload);
        send(&root, request).expect("an answer");
    };
    for (what, kind, address, payload) in &cases {
        notify(&root, what, payload).expect("sent");
        change(Method::Post, "add", kind, address);
        let refused = Err((400, "DenylistedAddress".to_owned()));
        assert_eq!(notify(&root, what, payload), refused, "{what}");
    }
    let list = to(Method::Get, "notify", ["denylist", "list"]).query("limit", "3");
    assert_eq!(pages(&root, &list).len(), 2);
    assert_eq!(fake.notifications().len(), 4);
    for (what, kind, address, payload) in &cases {
        change(Method::Delete, "delete", kind, address);
        notify(&root, what, payload).expect("sent");
    }
    let sent = fake.notifications();
    let matrix = Notification::Matrix {
        room_id: "!r:x".to_owned(),
        body: "b".to_owned(),
        formatted_body: None,
    };
    let slack = Notification::Slack {
        channel_id: "C1".to_owned(),
        text: "t".to_owned(),
    };
    assert_eq!(sent[2..4], [matrix, slack]);
    let told = fake.messages().pop().expect("a message");
    assert_eq!(told.exchange, "exchange/taskcluster-notify/v1/notification");
    assert_eq!(
        (told.routing_key.as_str(), &told.cc[..]),
        ("primary.a.b", &["route.a.b".to_owned()][..])
    );
    assert_eq!(told.payload, json!({ "version": 1, "message": { "x": 1 } }));
    let some = client(
        &fake,
        new_client(&fake, "c", &["notify:slack-channel:other"]),
    );
    assert_eq!(
        notify(&some, "slack", &cases[3].3),
        Err((403, "InsufficientScopes".to_owned()))
    );
}

#[test]
fn a_secret_that_has_expired_is_as_good_as_none() {
    let fake = todays();
    let secret = json!({ "secret": {}, "expires": date(60) });
    good(
        &root(&fake),
        to(Method::Put, "secrets", ["secret", "s"]).json(&secret),
    );
    let open = new_client(&fake, "c", &["secrets:get:s"]);
    fake.advance(Duration::from_secs(120));
    let (status, _, message) = bad(
        &client(&fake, open),
        to(Method::Get, "secrets", ["secret", "s"]),
    );
    assert_eq!((status, message.as_str()), (404, "Secret not found"));
}

#[test]
fn nothing_is_posted_where_no_app_is_installed() {
    let fake = todays();
    let root = root(&fake);
    let sha = "a".repeat(40);
    let post = |path: &[&str], payload: Value| {
        let path = [&["repository", "o", "r"], path].concat();
        bad(&root, to(Method::Post, "github", path).json(&payload)).2
    };
    let status = post(&["statuses", &sha], json!({ "state": "success" }));
    assert_eq!(status, "Installation not found");
    let comment = post(&["issues", "1", "comments"], json!({ "body": "b" }));
    assert_eq!(comment, "Issue not found");
    let cancel = to(Method::Post, "github", ["builds", "o", "r", "cancel"]);
    assert_eq!(good(&root, cancel)["builds"], json!([]));
}

#[test]
fn caches_are_purged_by_the_one_name_of_a_pool() {
    let fake = todays();
    let root = root(&fake);
    let purge = to(Method::Post, "purge-cache", ["purge-cache", "p/w"]);
    let purge = purge.json(&json!({ "cacheName": "c" }));
    send(&root, purge).expect("an answer");
    for list in [&["purge-cache", "list"][..], &["purge-cache", "p/w"]] {
        let request = to(Method::Get, "purge-cache", list.iter().copied());
        let requests = good(&root, request)["requests"].clone();
        assert_eq!(
            (&requests[0]["cacheName"], &requests[0]["workerType"]),
            (&json!("c"), &json!("w"))
        );
    }
}

#[test]
fn workers_of_a_pool_hear_of_a_purge_ten_seconds_later_at_most() {
    let builder = FakeTaskcluster::builder().era(Era::Today);
    let fake = builder.start().expect("a server");
    let root = root(&fake);
    let of = |verb, pool: &str| to(verb, "purge-cache", ["purge-cache", pool]);
    let purge = |cache: &str| {
        let request = of(Method::Post, "p/w").json(&json!({ "cacheName": cache }));
        send(&root, request).expect("an answer");
    };
    let caches = |pool: &str| -> Vec<Value> {
        let requests = good(&root, of(Method::Get, pool))["requests"].clone();
        let requests = requests.as_array().expect("a list").iter();
        requests.map(|it| it["cacheName"].clone()).collect()
    };
    // Nobody has asked for the pool yet, but for another one.
    assert_eq!(caches("p/v"), Vec::<Value>::new());
    purge("a");
    assert_eq!(caches("p/w"), ["a"]);
    purge("b");
    assert_eq!(caches("p/w"), ["a"]);
    let all = to(Method::Get, "purge-cache", ["purge-cache", "list"]);
    let all = good(&root, all)["requests"].clone();
    assert_eq!(all.as_array().map(Vec::len), Some(2));
    fake.advance(Duration::from_millis(10_001));
    assert_eq!(caches("p/w"), ["a", "b"]);
}
