//! The secrets service.

use crate::support::{ask, bad, client, date, good, new_client, pages, root, to};
use serde_json::{Value, json};
use taskcluster_core::{Client, Method};
use taskcluster_fake::{Era, FakeTaskcluster};

fn set(client: &Client, name: &str, secret: &Value) -> Value {
    let payload = json!({ "secret": secret, "expires": date(3600) });
    good(
        client,
        to(Method::Put, "secrets", ["secret", name]).json(&payload),
    )
}

#[test]
fn secrets_are_kept_until_removed() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let get = |name| to(Method::Get, "secrets", ["secret", name]);
    assert_eq!(set(&root, "a/b c", &json!({ "k": "v" })), json!({}));
    assert_eq!(good(&root, get("a/b c"))["secret"], json!({ "k": "v" }));
    set(&root, "a/b c", &json!({ "k": "w" }));
    assert_eq!(good(&root, get("a/b c"))["secret"], json!({ "k": "w" }));
    assert_eq!(
        good(&root, to(Method::Delete, "secrets", ["secret", "a/b c"])),
        json!({})
    );
    assert_eq!(
        good(&root, to(Method::Delete, "secrets", ["secret", "a/b c"])),
        json!({})
    );
    let (status, code, message) = bad(&root, get("a/b c"));
    assert_eq!((status, code.as_str()), (404, "ResourceNotFound"));
    assert_eq!(message, "Secret not found");
}

#[test]
fn a_slash_may_be_encoded_or_not() {
    let fake = FakeTaskcluster::builder()
        .role("anonymous", ["secrets:*"])
        .start()
        .expect("a server");
    set(&root(&fake), "a/b", &json!({ "x": 1 }));
    for path in ["a/b", "a%2Fb", "a%2fb"] {
        let answer = ask(
            &fake,
            "GET",
            &format!("/api/secrets/v1/secret/{path}"),
            &[],
            "",
        );
        assert_eq!(
            (answer.status, &answer.json()["secret"]),
            (200, &json!({ "x": 1 })),
            "{path}"
        );
    }
    assert_eq!(
        ask(&fake, "GET", "/api/secrets/v1/secret/a%252Fb", &[], "").status,
        404
    );
}

#[test]
fn each_name_needs_its_scope() {
    let fake = FakeTaskcluster::start().expect("a server");
    let some = client(
        &fake,
        new_client(&fake, "some", &["secrets:get:a*", "secrets:set:b"]),
    );
    set(&root(&fake), "a1", &json!({}));
    set(&some, "b", &json!({}));
    good(&some, to(Method::Get, "secrets", ["secret", "a1"]));
    for request in [
        to(Method::Get, "secrets", ["secret", "b"]),
        to(Method::Delete, "secrets", ["secret", "a1"]),
        to(Method::Put, "secrets", ["secret", "a1"]).json(&json!({})),
    ] {
        assert_eq!(bad(&some, request).0, 403);
    }
}

#[test]
fn what_has_expired_is_gone() {
    let fake = FakeTaskcluster::builder()
        .era(Era::Classic)
        .role("anonymous", ["secrets:*"])
        .start()
        .expect("a server");
    set(&root(&fake), "a", &json!({}));
    let get = || ask(&fake, "GET", "/api/secrets/v1/secret/a", &[], "").status;
    assert_eq!(get(), 200);
    fake.advance(std::time::Duration::from_secs(3601));
    assert_eq!(get(), 410);
    let list = ask(&fake, "GET", "/api/secrets/v1/secrets", &[], "");
    assert_eq!(list.json(), json!({ "secrets": [] }));
    assert_eq!(get(), 410);
}

#[test]
fn names_are_listed_in_pages() {
    let fake = FakeTaskcluster::builder()
        .page_size(2)
        .start()
        .expect("a server");
    let root = root(&fake);
    for name in ["c", "a", "b"] {
        set(&root, name, &json!({}));
    }
    let pages = pages(&root, &to(Method::Get, "secrets", ["secrets"]));
    let names: Vec<&Value> = pages.iter().map(|page| &page["secrets"]).collect();
    assert_eq!(names, [&json!(["a", "b"]), &json!(["c"])]);
}

#[test]
fn errors_do_not_repeat_secrets() {
    let fake = FakeTaskcluster::start().expect("a server");
    let put = to(Method::Put, "secrets", ["secret", "a"]);
    let request = put.json(&json!({ "secret": "h1dden", "expires": date(60) }));
    let error = root(&fake)
        .call::<Value>(request)
        .send()
        .expect_err("not an object");
    let taskcluster_core::Error::Api(error) = error else {
        panic!("{error:?}")
    };
    let body = String::from_utf8_lossy(error.response().body()).into_owned();
    assert!(
        body.contains("InputValidationError") && body.contains("(OMITTED)"),
        "{body}"
    );
    assert!(!body.contains("h1dden"), "{body}");
}
