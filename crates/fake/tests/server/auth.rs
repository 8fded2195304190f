//! The auth service: what becomes of clients.

use crate::support::{bad, client, date, good, new_client, pages, root, to};
use serde_json::{Value, json};
use taskcluster_core::{Credentials, Method};
use taskcluster_fake::FakeTaskcluster;

fn payload(description: &str, scopes: &[&str]) -> Value {
    json!({ "description": description, "expires": "2222-02-02T00:00:00.000Z", "scopes": scopes })
}

#[test]
fn a_client_lives_and_dies() {
    let fake = FakeTaskcluster::builder()
        .role("r", ["b"])
        .start()
        .expect("a server");
    let root = root(&fake);
    let made = good(
        &root,
        to(Method::Put, "auth", ["clients", "c/1"]).json(&payload("one", &["assume:r", "a"])),
    );
    assert_eq!(made["expandedScopes"], json!(["a", "assume:r", "b"]));
    let credentials = Credentials::new("c/1", made["accessToken"].as_str().expect("a token"));
    let own = client(&fake, credentials);
    let current = || good(&own, to(Method::Get, "auth", ["scopes", "current"]))["scopes"].clone();
    assert_eq!(current(), json!(["a", "assume:anonymous", "assume:r", "b"]));

    let mut got = good(&root, to(Method::Get, "auth", ["clients", "c/1"]));
    got["accessToken"] = made["accessToken"].clone();
    assert_eq!(got, made);

    let update = to(Method::Post, "auth", ["clients", "c/1"]).json(&payload("two", &["z"]));
    let updated = good(&root, update);
    assert_eq!(
        (&updated["description"], &updated["scopes"]),
        (&json!("two"), &json!(["z"]))
    );
    assert_eq!(current(), json!(["assume:anonymous", "z"]));

    let disable = good(
        &root,
        to(Method::Post, "auth", ["clients", "c/1", "disable"]),
    );
    assert_eq!(disable["disabled"], true);
    assert_eq!(current(), json!([]));
    good(
        &root,
        to(Method::Post, "auth", ["clients", "c/1", "enable"]),
    );
    assert_eq!(current(), json!(["assume:anonymous", "z"]));

    let reset = good(&root, to(Method::Post, "auth", ["clients", "c/1", "reset"]));
    assert_ne!(reset["accessToken"], made["accessToken"]);
    assert_eq!(current(), json!([]));

    good(&root, to(Method::Delete, "auth", ["clients", "c/1"]));
    good(&root, to(Method::Delete, "auth", ["clients", "c/1"]));
    for request in [
        to(Method::Get, "auth", ["clients", "c/1"]),
        to(Method::Post, "auth", ["clients", "c/1", "reset"]),
        to(Method::Post, "auth", ["clients", "c/1", "enable"]),
        to(Method::Post, "auth", ["clients", "c/1"]).json(&payload("", &[])),
    ] {
        let (status, code, message) = bad(&root, request);
        assert_eq!((status, code.as_str()), (404, "ResourceNotFound"));
        assert_eq!(message, "Client not found");
    }
}

#[test]
fn creating_a_client_again_is_only_a_retry_if_it_is_the_same() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let put = |description: &str, scopes: &[&str]| {
        to(Method::Put, "auth", ["clients", "c"]).json(&payload(description, scopes))
    };
    let first = good(&root, put("d", &["a"]));
    assert_eq!(
        good(&root, put("d", &["a"]))["accessToken"],
        first["accessToken"]
    );
    for other in [put("e", &["a"]), put("d", &["b"])] {
        let (status, code, message) = bad(&root, other);
        assert_eq!((status, code.as_str()), (409, "RequestConflict"));
        assert_eq!(message, "Client already exists");
    }
}

#[test]
fn nobody_gives_scopes_that_they_lack() {
    let fake = FakeTaskcluster::start().expect("a server");
    let scopes = [
        "auth:create-client:c/*",
        "auth:update-client:c/*",
        "auth:delete-client:x",
        "x*",
    ];
    let some = client(&fake, new_client(&fake, "some", &scopes));
    let put =
        |id, scopes: &[&str]| to(Method::Put, "auth", ["clients", id]).json(&payload("", scopes));
    good(&some, put("c/1", &["xb"]));
    let (status, _, message) = bad(&some, put("c/2", &["xb", "b"]));
    assert_eq!(status, 403);
    assert!(
        message.contains("missing the following scopes:\n\n```\nb\n```"),
        "{message}"
    );
    assert!(message.starts_with("Client ID some does not"), "{message}");
    assert_eq!(bad(&some, put("d", &[])).0, 403);

    // A scope that the client has already is not given anew.
    let post =
        |scopes: &[&str]| to(Method::Post, "auth", ["clients", "c/3"]).json(&payload("", scopes));
    good(&root(&fake), put("c/3", &["b"]));
    good(&some, post(&["b", "x"]));
    assert_eq!(bad(&some, post(&["b", "c"])).0, 403);
    assert_eq!(
        bad(&some, to(Method::Delete, "auth", ["clients", "c/1"])).0,
        403
    );
}

#[test]
fn static_clients_and_double_stars_are_refused() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let id = "static/taskcluster/root";
    for request in [
        to(Method::Put, "auth", ["clients", id]).json(&payload("", &[])),
        to(Method::Post, "auth", ["clients", id]).json(&payload("", &[])),
        to(Method::Post, "auth", ["clients", id, "reset"]),
        to(Method::Post, "auth", ["clients", id, "disable"]),
        to(Method::Delete, "auth", ["clients", id]),
    ] {
        let (status, code, message) = bad(&root, request);
        assert_eq!((status, code.as_str()), (400, "InputError"));
        assert!(
            message.contains("reserved for statically configured clients"),
            "{message}"
        );
    }
    let (status, _, message) = bad(
        &root,
        to(Method::Put, "auth", ["clients", "c"]).json(&payload("", &["a**"])),
    );
    assert_eq!(
        (status, message.as_str()),
        (400, "scopes must not end with `**`")
    );
    let past = json!({ "description": "", "expires": date(0).replace('T', " at ") });
    let (status, code, _) = bad(&root, to(Method::Put, "auth", ["clients", "c"]).json(&past));
    assert_eq!((status, code.as_str()), (400, "InputValidationError"));
}

#[test]
fn clients_are_listed_in_pages() {
    let fake = FakeTaskcluster::builder()
        .page_size(2)
        .start()
        .expect("a server");
    for id in ["a/1", "a/2", "a/3", "b/1"] {
        new_client(&fake, id, &[]);
    }
    let list = to(Method::Get, "auth", ["clients"]).query("prefix", "a/");
    let ids = |page: &Value| -> Value {
        let clients = page["clients"].as_array().expect("a list").iter();
        clients.map(|client| client["clientId"].clone()).collect()
    };
    let pages: Vec<Value> = pages(&root(&fake), &list).iter().map(ids).collect();
    assert_eq!(pages, [json!(["a/1", "a/2"]), json!(["a/3"])]);
}
