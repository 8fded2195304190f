//! The auth service: roles, what scopes stand for, and whom signatures are of.

use serde_json::{Value, json};
use taskcluster_core::{Credentials, Method, Request};
use taskcluster_fake::{Era, FakeTaskcluster};

use crate::support::{
    ask, bad, client, good, header, host, new_client, now, root, signer, target, to,
};

fn put(id: &str, scopes: &[&str]) -> Request {
    let payload = json!({ "description": "d", "scopes": scopes });
    to(Method::Put, "auth", ["roles", id]).json(&payload)
}

fn update(id: &str, scopes: &[&str]) -> Request {
    let payload = json!({ "description": "new", "scopes": scopes });
    to(Method::Post, "auth", ["roles", id]).json(&payload)
}

fn get(id: &str) -> Request {
    to(Method::Get, "auth", ["roles", id])
}

#[test]
fn roles_are_made_changed_and_deleted() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    let made = good(&root, put("a*", &["x:<..>", "assume:b"]));
    assert_eq!(made["scopes"], json!(["assume:b", "x:<..>"]));
    good(&root, put("b", &["y"]));
    let role = good(&root, get("a*"));
    assert_eq!(
        role["expandedScopes"],
        json!(["assume:a*", "assume:b", "x:*", "y"])
    );
    // The order of scopes does not matter where a request is repeated, nor how much later that is.
    fake.advance(std::time::Duration::from_secs(3600));
    good(&root, put("a*", &["assume:b", "x:<..>"]));
    let (status, code, message) = bad(&root, put("a*", &["z"]));
    assert_eq!((status, code.as_str()), (409, "RequestConflict"));
    assert!(message.starts_with("Role with roleId 'a*' already exists"));

    let ids = |list: &Value| -> Vec<Value> {
        let list = list.as_array().expect("a list").iter();
        list.map(|role| role["roleId"].clone()).collect()
    };
    let list = || ask(&fake, "GET", "/api/auth/v1/roles/", &[], "").json();
    assert_eq!(ids(&list()), ["a*", "b"]);
    assert_eq!(good(&root, update("b", &["z"]))["description"], "new");
    let expanded =
        to(Method::Post, "auth", ["scopes", "expand"]).json(&json!({ "scopes": ["assume:a1"] }));
    let wanted = json!({ "scopes": ["assume:a1", "assume:b", "x:1", "z"] });
    assert_eq!(good(&root, expanded), wanted);
    let stars = to(Method::Post, "auth", ["scopes", "expand"]).json(&json!({ "scopes": ["a**"] }));
    assert_eq!(good(&root, stars)["scopes"], json!(["a**"]));
    let expanded =
        to(Method::Get, "auth", ["scopes", "expand"]).json(&json!({ "scopes": ["assume:b"] }));
    assert_eq!(good(&root, expanded)["scopes"], json!(["assume:b", "z"]));

    for _ in 0..2 {
        good(&root, to(Method::Delete, "auth", ["roles", "a*"]));
    }
    assert_eq!(ids(&list()), ["b"]);
    let missing = (404, "ResourceNotFound".into(), "Role not found".into());
    assert_eq!(bad(&root, get("a*")), missing);
    let message = "Role with roleId 'a*' not found".to_owned();
    assert_eq!(bad(&root, update("a*", &[])), (404, missing.1, message));
}

#[test]
fn roles_that_the_service_refuses_change_nothing() {
    let fake = FakeTaskcluster::start().expect("a server");
    let root = root(&fake);
    good(&root, put("a", &["assume:b"]));
    good(&root, put("b", &["x"]));
    for request in [
        put("c", &["assume:c"]),
        update("b", &["assume:a"]),
        put("d*", &["<..><..>"]),
        put("e", &["x**"]),
    ] {
        assert_eq!(bad(&root, request).0, 400);
    }
    let message = "Roles may not contain dependency cycles, found: 'assume:f*' -> 'assume:f*'";
    assert_eq!(bad(&root, put("f*", &["assume:f<..>g"])).2, message);
    assert_eq!(
        good(&root, get("a"))["expandedScopes"],
        json!(["assume:a", "assume:b", "x"])
    );
    assert_eq!(bad(&root, get("c")).0, 404);
}

#[test]
fn a_role_takes_effect_at_once_and_needs_the_scopes_that_it_gives() {
    let fake = FakeTaskcluster::start().expect("a server");
    let scopes = ["auth:create-role:*", "auth:update-role:r", "x*"];
    let some = client(&fake, new_client(&fake, "some", &scopes));
    good(&some, put("r", &["xy"]));
    assert_eq!(bad(&some, put("s", &["y"])).0, 403);
    assert_eq!(bad(&some, update("r", &["xy", "y"])).0, 403);
    good(&root(&fake), update("r", &["xy", "y"]));
    // What the role has already, nobody needs to have, nor what is part of that.
    good(&some, update("r", &["y", "xz"]));
    assert_eq!(bad(&some, update("s", &[])).0, 404);
    assert_eq!(
        bad(&some, to(Method::Delete, "auth", ["roles", "r"])).0,
        403
    );

    let holder = client(&fake, new_client(&fake, "holder", &["assume:r"]));
    let more = json!(["assume:anonymous", "assume:r", "xz", "y", "z*"]);
    good(&root(&fake), update("r", &["y", "xz", "z*"]));
    let of_holder = || good(&holder, to(Method::Get, "auth", ["scopes", "current"]));
    assert_eq!(of_holder()["scopes"], more);
    good(&some, update("r", &["y", "xz", "z1"]));
    good(&some, update("r", &["y", "xz"]));
    let current = good(&holder, to(Method::Get, "auth", ["scopes", "current"]));
    let wanted = json!(["assume:anonymous", "assume:r", "xz", "y"]);
    assert_eq!(current["scopes"], wanted);
}

#[test]
fn other_services_learn_whom_a_signature_is_of() {
    let fake = FakeTaskcluster::builder()
        .era(Era::Classic)
        .start()
        .expect("a server");
    let (root, made) = (root(&fake), new_client(&fake, "c", &["b", "a"]));
    let ask = |authorization: Option<&str>, resource: &str| {
        let host = host(&fake);
        let (host, port) = host.split_once(':').expect("a port");
        let mut payload = json!({
            "method": "get",
            "resource": resource,
            "host": host,
            "port": port.parse::<u16>().expect("a number"),
        });
        if let Some(authorization) = authorization {
            payload["authorization"] = authorization.into();
        }
        let request = to(Method::Post, "auth", ["authenticate-hawk"]).json(&payload);
        good(&root, request)
    };
    let own = signer(&made, "");
    let known = ask(Some(&header(&fake, &own, "GET", "/x?y=1")), "/x?y=1");
    let wanted = json!({
        "status": "auth-success",
        "scheme": "hawk",
        "clientId": "c",
        "scopes": ["a", "assume:anonymous", "b"],
        "expires": "2222-02-02T00:00:00.000Z",
    });
    assert_eq!(known, wanted);
    let bewit = own.bewit(&target("GET", "/x", &host(&fake)), now() + 60);
    assert_eq!(ask(None, &format!("/x?bewit={bewit}")), wanted);

    let failed = |message: &str| json!({ "status": "auth-failed", "message": message });
    let other = header(&fake, &own, "GET", "/x?y=1");
    assert_eq!(ask(Some(&other), "/x?y=2"), failed("Unauthorized: Bad mac"));
    let wrong = signer(&Credentials::new("nobody", "token"), "");
    assert_eq!(
        ask(Some(&header(&fake, &wrong, "GET", "/x")), "/x"),
        failed("Client with clientId 'nobody' not found")
    );
    assert_eq!(ask(None, "/x"), failed("Unauthorized"));
}
