//! Clients, roles, their histories, and tokens for elsewhere.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;
use taskcluster_core::{Method, Request};

use crate::support::{JSON, ask, bad, client, good, new_client, pages, root, to, todays};

fn get(path: &[&str]) -> Request {
    to(Method::Get, "auth", path.iter().copied())
}

fn put_role(id: &str, scopes: &[&str]) -> Request {
    let payload = json!({ "description": "", "scopes": scopes });
    to(Method::Put, "auth", ["roles", id]).json(&payload)
}

#[test]
fn roles_give_themselves_and_are_listed_in_pages() {
    let fake = todays();
    let root = root(&fake);
    let made = good(&root, put_role("r*", &["x:<..>", "y"]));
    assert_eq!(made["expandedScopes"], json!(["assume:r*", "x:*", "y"]));
    let (status, _, message) = bad(&root, put_role("r*", &[]));
    assert_eq!(
        (status, message.as_str()),
        (409, "Role with roleId 'r*' already exists")
    );
    let update = to(Method::Post, "auth", ["roles", "none"]);
    let update = update.json(&json!({ "description": "", "scopes": [] }));
    assert_eq!(bad(&root, update).2, "Role with roleId 'none' not found");
    let ids = pages(&root, &get(&["roleids"]).query("limit", "1"));
    let ids: Vec<&Value> = ids.iter().map(|page| &page["roleIds"][0]).collect();
    assert_eq!(ids, ["anonymous", "r*"]);
    let roles = pages(&root, &get(&["roles2"]).query("limit", "1"));
    assert_eq!(roles[1]["roles"], json!([made]));
}

#[test]
fn what_is_done_to_clients_roles_and_secrets_is_remembered() {
    let fake = todays();
    let root = root(&fake);
    new_client(&fake, "c", &["auth:*"]);
    for verb in ["disable", "enable", "reset"] {
        good(&root, to(Method::Post, "auth", ["clients", "c", verb]));
    }
    good(&root, put_role("r", &[]));
    let secret = json!({ "secret": {}, "expires": "2222-02-02T00:00:00Z" });
    for _ in 0..2 {
        good(
            &root,
            to(Method::Put, "secrets", ["secret", "s"]).json(&secret),
        );
    }
    let history = |kind: &str, id: &str| {
        let history = good(&root, get(&["audit", kind, id]))["auditHistory"].clone();
        let entries = history.as_array().expect("a list").iter();
        let entries = entries.map(|entry| entry["actionType"].as_str().expect("a text").to_owned());
        entries.collect::<Vec<String>>()
    };
    let wanted = [
        "created",
        "client disabled",
        "client enabled",
        "access token reset",
    ];
    assert_eq!(history("client", "c"), wanted);
    assert_eq!(history("role", "r"), ["created"]);
    assert_eq!(history("secret", "s"), ["created", "updated"]);
    assert_eq!(history("client", "r"), Vec::<String>::new());
    // To remove what is not there is done all the same.
    good(&root, to(Method::Delete, "secrets", ["secret", "none"]));
    assert_eq!(history("secret", "none"), ["deleted"]);
    // A client's own history is what it has done, not what was done to it.
    let own = get(&["clients", "c", "audit"]);
    assert_eq!(good(&root, own)["auditHistory"], json!([]));
    let own = get(&["clients", "static/taskcluster/root", "audit"]).query("limit", "4");
    let own = pages(&root, &own);
    assert_eq!(own.len(), 2);
    assert_eq!(own[0]["auditHistory"][0]["entityType"], "client");
    assert_eq!(
        own[0]["auditHistory"][0]["clientId"],
        "static/taskcluster/root"
    );
    let some = client(&fake, new_client(&fake, "d", &["auth:audit-history:role"]));
    good(&some, get(&["audit", "role", "r"]));
    assert_eq!(bad(&some, get(&["audit", "client", "c"])).0, 403);
}

#[test]
fn names_of_places_elsewhere_have_forms() {
    let fake = todays();
    let root = root(&fake);
    let long = "a".repeat(39);
    for (path, pattern) in [
        (["websocktunnel", &long, "cl"], "/^[a-zA-Z0-9_-]{1,38}$/"),
        (["websocktunnel", "aud", "c/l"], "/^[a-zA-Z0-9_~.%-]+$/"),
    ] {
        let (status, code, message) = bad(&root, get(&path));
        assert_eq!((status, code.as_str()), (400, "InvalidRequestArguments"));
        assert!(message.contains(pattern), "{message}");
    }
    let of = |bucket: &str, prefix: &str| get(&["aws", "s3", "read-only", bucket, prefix]);
    assert_eq!(bad(&root, of("a.b", "p")).1, "InvalidRequestArguments");
    let other = of("bucket", "p").query("format", "xml");
    assert!(bad(&root, other).2.ends_with("/iam-role-compat/"));
    // Who may not have any credentials is told so first.
    let nobody = client(&fake, new_client(&fake, "nobody", &[]));
    assert_eq!(bad(&nobody, of("bucket", "/p")).0, 403);
    assert_eq!(bad(&root, of("bucket", "/p")).0, 400);
}

#[test]
fn tokens_for_websocktunnel_are_signed() {
    let fake = todays();
    let answer = good(&root(&fake), get(&["websocktunnel", "aud", "cl"]));
    let token = answer["token"].as_str().expect("a text");
    let (signed, signature) = token.rsplit_once('.').expect("three parts");
    let mac = Hmac::<Sha256>::new_from_slice(b"fake-websocktunnel-secret").expect("a key");
    let signature = URL_SAFE_NO_PAD.decode(signature).expect("base64");
    mac.chain_update(signed)
        .verify_slice(&signature)
        .expect("a good signature");
    let part = |text: &str| -> Value {
        let bytes = URL_SAFE_NO_PAD.decode(text).expect("base64");
        serde_json::from_slice(&bytes).expect("JSON")
    };
    let (header, claims) = signed.split_once('.').expect("two parts");
    assert_eq!(part(header), json!({ "alg": "HS256", "typ": "JWT" }));
    let claims = part(claims);
    assert_eq!(
        (&claims["tid"], &claims["aud"]),
        (&json!("cl"), &json!("aud"))
    );
    assert_eq!(claims["sub"], "static/taskcluster/root");
    let span =
        |from: &str| claims["exp"].as_i64().unwrap_or(0) - claims[from].as_i64().unwrap_or(0);
    assert_eq!(
        (span("iat"), span("nbf")),
        (4 * 24 * 3600, 4 * 24 * 3600 + 900)
    );
}

#[test]
fn each_permission_for_a_repository_needs_its_scope() {
    let fake = todays();
    let payload = json!({ "repositories": ["site"], "permissions": { "contents": "read" } });
    let request = to(
        Method::Post,
        "auth",
        ["github", "bot", "acme", "repo-token"],
    )
    .json(&payload);
    for (id, scope, good) in [
        (
            "a",
            "auth:github-repo-token:bot/acme/site:contents:read",
            true,
        ),
        (
            "b",
            "auth:github-repo-token:bot/acme/site:contents:write",
            false,
        ),
    ] {
        let some = client(&fake, new_client(&fake, id, &[scope]));
        let answer = some.call::<Value>(request.clone()).send();
        assert_eq!(answer.is_ok(), good, "{scope}");
    }
    let root = root(&fake);
    assert!(good(&root, get(&["github", "apps"])).is_object());
    assert!(good(&root, get(&["gcp", "credentials", "p", "s"]))["accessToken"].is_string());
}

#[test]
fn who_does_not_sign_is_nobody_and_is_told_to_sign() {
    let fake = todays();
    let described = json!({ "method": "get", "resource": "/", "host": "h", "port": 443 });
    let answer = good(
        &root(&fake),
        to(Method::Post, "auth", ["authenticate-hawk"]).json(&described),
    );
    assert_eq!(
        (&answer["status"], &answer["scheme"]),
        (&json!("no-auth"), &json!("none"))
    );
    let scopes = answer["scopes"].as_array().expect("a list");
    assert!(scopes.contains(&json!("assume:anonymous")), "{scopes:?}");
    let target = "/api/queue/v1/claim-work/p/w";
    let refused = ask(
        &fake,
        "POST",
        target,
        &[JSON],
        r#"{"workerGroup":"g","workerId":"i"}"#,
    );
    let message = refused.message();
    let wanted = "This request requires Taskcluster credentials that satisfy the following scope \
                  expression:\n\n```\n";
    assert!(message.starts_with(wanted), "{message}");
    // The request is repeated as it was asked, with what the server has filled in.
    let info = &refused.json()["requestInfo"];
    assert_eq!(info["params"], json!({ "taskQueueId": "p/w" }));
    assert_eq!(info["payload"]["tasks"], 1);
    let malformed = ask(&fake, "POST", target, &[JSON], "{bad");
    assert_eq!(malformed.json()["requestInfo"]["payload"], "{bad");
}

#[test]
fn credentials_for_s3_have_the_form_that_is_asked_for() {
    let fake = todays();
    let root = root(&fake);
    let s3 = get(&["aws", "s3", "read-only", "bucket", "a/"]);
    let found = good(&root, s3.clone());
    assert_eq!(found["credentials"]["accessKeyId"], "FAKEACCESSKEYID");
    let found = good(&root, s3.query("format", "iam-role-compat"));
    assert_eq!(
        (&found["Code"], &found["AccessKeyId"]),
        (&json!("Success"), &json!("FAKEACCESSKEYID"))
    );
}
