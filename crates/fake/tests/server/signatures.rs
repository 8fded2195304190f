//! What the server says to each fault in an `Authorization` header.

use crate::support::{JSON, ask, header, host, now, root, signer, target, to};
use serde_json::json;
use taskcluster_core::hawk::{Signer, payload_hash};
use taskcluster_core::{Credentials, Method};
use taskcluster_fake::{Era, FakeTaskcluster};

/// A method that needs a scope.
const LIST: &str = "/api/auth/v1/clients/a/enable";

fn asked_with(fake: &FakeTaskcluster, authorization: &str) -> crate::support::Answer {
    ask(fake, "POST", LIST, &[("authorization", authorization)], "")
}

#[test]
fn a_good_signature_is_taken() {
    let fake = FakeTaskcluster::start().expect("a server");
    crate::support::new_client(&fake, "a", &[]);
    let good = header(&fake, &signer(&fake.credentials(), ""), "POST", LIST);
    let answer = asked_with(&fake, &good);
    assert_eq!(answer.status, 200, "{answer:?}");
    assert!(answer.header("date").is_some());
    assert!(
        answer
            .header("x-for-request-id")
            .is_some_and(|id| id.len() == 22)
    );
    // A nonce may come twice.
    assert_eq!(asked_with(&fake, &good).status, 200);
}

#[test]
fn wrong_headers_are_named() {
    let fake = FakeTaskcluster::start().expect("a server");
    let long = format!("Hawk id=\"{}\"", "a".repeat(5000));
    for (authorization, message) in [
        ("Bearer abc", "Unauthorized: Unauthorized"),
        ("Hawk", "Bad Request: Invalid header syntax"),
        (":", "Bad Request: Invalid header syntax"),
        ("Hawk id=a", "Bad Request: Bad header format"),
        (r#"Hawk id="a\b""#, "Bad Request: Bad header format"),
        (r#"Hawk id="a" ts="1""#, "Bad Request: Bad header format"),
        (r#"Hawk id="é""#, "Bad Request: Bad attribute value: id"),
        (r#"Hawk id="""#, "Bad Request: Bad attribute value: id"),
        (
            r#"Hawk id="a", id="a""#,
            "Bad Request: Duplicate attribute: id",
        ),
        (
            r#"Hawk id="a", me="b""#,
            "Bad Request: Unknown attribute: me",
        ),
        (
            r#"Hawk id="a", ts="1", nonce="n""#,
            "Bad Request: Missing attributes",
        ),
        (
            r#"Hawk id="a", ts="1", mac="n""#,
            "Bad Request: Missing attributes",
        ),
        (&long, "Bad Request: Header length too long"),
        (
            r#"Hawk id="a", ts="1", nonce="n", mac="m""#,
            "Client with clientId 'a' not found",
        ),
        (
            r#"Hawk id="static/taskcluster/root", ts="1", nonce="n", mac="m""#,
            "Unauthorized: Bad mac",
        ),
        (
            r#"Hawk id="a", ts="1", nonce="n", mac="m", ext="bm9wZQ==""#,
            "Failed to parse ext",
        ),
    ] {
        let answer = asked_with(&fake, authorization);
        answer.assert_error(401, "AuthenticationFailed", message);
        assert_eq!(answer.header("www-authenticate"), Some("hawk"));
    }
}

#[test]
fn whatever_is_signed_must_be_what_is_sent() {
    let fake = FakeTaskcluster::start().expect("a server");
    let (host, root) = (host(&fake), signer(&fake.credentials(), ""));
    let right = target("POST", LIST, &host);
    for wrong in [
        taskcluster_core::hawk::Target {
            method: "GET",
            ..right
        },
        taskcluster_core::hawk::Target {
            resource: "/api/auth/v1/clients/b/enable",
            ..right
        },
        taskcluster_core::hawk::Target {
            host: "localhost",
            ..right
        },
        taskcluster_core::hawk::Target { port: 443, ..right },
    ] {
        let header = root.header(&wrong, None, now(), "n");
        asked_with(&fake, &header).assert_error(
            401,
            "AuthenticationFailed",
            "Unauthorized: Bad mac",
        );
    }
    let other = Credentials::new(fake.credentials().client_id(), "another-token");
    let header = header(&fake, &signer(&other, ""), "POST", LIST);
    asked_with(&fake, &header).assert_error(401, "AuthenticationFailed", "Unauthorized: Bad mac");
}

#[test]
fn a_proxy_in_front_says_which_port_was_signed() {
    let fake = FakeTaskcluster::start().expect("a server");
    crate::support::new_client(&fake, "a", &[]);
    let (host, root) = (host(&fake), signer(&fake.credentials(), ""));
    for (name, value, port) in [
        ("x-forwarded-port", "8443", 8443),
        ("x-forwarded-proto", "https", 443),
    ] {
        let signed = taskcluster_core::hawk::Target {
            port,
            ..target("POST", LIST, &host)
        };
        let header = root.header(&signed, None, now(), "n");
        let headers = [("authorization", header.as_str()), (name, value)];
        assert_eq!(ask(&fake, "POST", LIST, &headers, "").status, 200, "{name}");
    }
}

#[test]
fn clocks_may_differ_by_a_quarter_of_an_hour() {
    let fake = FakeTaskcluster::start().expect("a server");
    crate::support::new_client(&fake, "a", &[]);
    let (host, root) = (host(&fake), signer(&fake.credentials(), ""));
    let at = |offset: i64| {
        let header = root.header(&target("POST", LIST, &host), None, now() + offset, "n");
        asked_with(&fake, &header)
    };
    assert_eq!((at(-14 * 60).status, at(14 * 60).status), (200, 200));
    for offset in [-16 * 60, 16 * 60] {
        at(offset).assert_error(401, "AuthenticationFailed", "Unauthorized: Stale timestamp");
    }
    fake.advance(std::time::Duration::from_secs(16 * 60));
    at(0).assert_error(401, "AuthenticationFailed", "Unauthorized: Stale timestamp");
    assert_eq!(at(16 * 60).status, 200);
}

#[test]
fn a_signed_hash_must_be_that_of_the_payload() {
    let fake = FakeTaskcluster::start().expect("a server");
    let path = "/api/secrets/v1/secret/s";
    let (host, root) = (host(&fake), signer(&fake.credentials(), ""));
    let payload = json!({ "secret": { "a": 1 }, "expires": "2222-02-02T00:00:00Z" }).to_string();
    let put = |hash: &str| {
        let header = root.header(&target("PUT", path, &host), Some(hash), now(), "n");
        ask(
            &fake,
            "PUT",
            path,
            &[JSON, ("authorization", &header)],
            &payload,
        )
    };
    let right = payload_hash("application/json; charset=utf-8", payload.as_bytes());
    assert_eq!(put(&right).status, 200);

    let wrong = put(&payload_hash("application/json", b"{}"));
    assert_eq!(
        (wrong.status, wrong.code().as_str()),
        (401, "AuthenticationFailed")
    );
    let message = wrong.message();
    assert!(message.starts_with("Invalid payload hash: {{hash}}\nComputed payload hash: "));
    assert!(message.contains(&right), "{message}");
    assert_eq!(
        wrong.json()["requestInfo"]["payload"]["secret"],
        "(OMITTED)"
    );

    let short = put("c2hvcnQ=");
    assert_eq!(
        (short.status, short.code().as_str()),
        (500, "InternalServerError")
    );
}

#[test]
fn only_methods_that_need_scopes_look_at_signatures() {
    let fake = FakeTaskcluster::start().expect("a server");
    let bad = [("authorization", "nonsense!")];
    assert_eq!(ask(&fake, "GET", "/api/auth/v1/ping", &bad, "").status, 200);
    let scopes = ask(&fake, "GET", "/api/auth/v1/scopes/current", &bad, "");
    assert_eq!(
        (scopes.status, scopes.json()),
        (200, json!({ "scopes": [] }))
    );
}

#[test]
fn callers_without_credentials_are_anonymous() {
    let fake = FakeTaskcluster::builder()
        .era(Era::Classic)
        .role("anonymous", ["secrets:get:open"])
        .start()
        .expect("a server");
    let path = "/api/auth/v1/scopes/current";
    let scopes = ask(&fake, "GET", path, &[], "").json();
    assert_eq!(
        scopes,
        json!({ "scopes": ["assume:anonymous", "secrets:get:open"] })
    );
    assert_eq!(
        ask(&fake, "GET", "/api/secrets/v1/secret/open", &[], "").status,
        404
    );

    let answer = ask(&fake, "GET", "/api/secrets/v1/secret/shut", &[], "");
    answer.assert_error(
        403,
        "InsufficientScopes",
        "Client ID auth-failed:no-auth does not have sufficient scopes and is missing the \
         following scopes:\n\n```\nsecrets:get:shut\n```\n\nThis request requires the client to \
         satisfy the following scope expression:\n\n```\nsecrets:get:shut\n```",
    );
    assert_eq!(answer.header("www-authenticate"), None);
}

#[test]
fn disabled_and_expired_clients_cannot_call() {
    let fake = FakeTaskcluster::start().expect("a server");
    let credentials = crate::support::new_client(&fake, "b", &["*"]);
    let asked = |credentials: &Credentials| {
        asked_with(
            &fake,
            &header(&fake, &signer(credentials, ""), "POST", LIST),
        )
    };
    crate::support::good(
        &root(&fake),
        to(Method::Post, "auth", ["clients", "b", "disable"]),
    );
    asked(&credentials).assert_error(
        401,
        "AuthenticationFailed",
        "Client with clientId 'b' is disabled",
    );
    let payload = json!({ "description": "", "expires": "2019-01-01T00:00:00Z", "scopes": ["*"] });
    let request = to(Method::Put, "auth", ["clients", "c"]).json(&payload);
    let made = crate::support::good(&root(&fake), request);
    let expired = Credentials::new("c", made["accessToken"].as_str().expect("a token"));
    asked(&expired).assert_error(
        401,
        "AuthenticationFailed",
        "Client with clientId: 'c' has expired",
    );
}

#[test]
fn the_tester_is_always_there() {
    let fake = FakeTaskcluster::start().expect("a server");
    let path = "/api/auth/v1/test-authenticate";
    let tester = Signer::new("tester", "no-secret", "").expect("a signer");
    let post = |has: &[&str], required: &[&str]| {
        let payload = json!({ "clientScopes": has, "requiredScopes": required }).to_string();
        let header = header(&fake, &tester, "POST", path);
        ask(
            &fake,
            "POST",
            path,
            &[JSON, ("authorization", &header)],
            &payload,
        )
    };
    let good = post(&["a*", "b"], &["ab"]);
    let scopes = json!(["a*", "b"]);
    assert_eq!(
        good.json(),
        json!({ "clientId": "tester", "scopes": scopes }),
        "{good:?}"
    );
    let few = post(&["a"], &["b"]);
    assert_eq!(
        (few.status, few.code().as_str()),
        (403, "InsufficientScopes")
    );

    let path = "/api/auth/v1/test-authenticate-get/";
    let get = |signer: &Signer| {
        let header = header(&fake, signer, "GET", path);
        ask(&fake, "GET", path, &[("authorization", &header)], "")
    };
    let scopes = json!(["assume:anonymous", "test:*", "auth:create-client:test:*"]);
    assert_eq!(
        get(&tester).json(),
        json!({ "clientId": "tester", "scopes": scopes })
    );
    get(&signer(&fake.credentials(), "")).assert_error(
        401,
        "AuthenticationFailed",
        "Client with clientId 'static/taskcluster/root' not found",
    );
    assert_eq!(ask(&fake, "GET", path, &[], "").status, 403);
}
