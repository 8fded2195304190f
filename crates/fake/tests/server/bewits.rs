//! What the server says to each fault in a signed URL.

use crate::support::{Answer, ask, header, host, now, signer, target};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;
use taskcluster_core::hawk::Signer;
use taskcluster_fake::FakeTaskcluster;

const PATH: &str = "/api/auth/v1/test-authenticate-get/";

fn tester() -> Signer {
    Signer::new("tester", "no-secret", "").expect("a signer")
}

fn bewit(fake: &FakeTaskcluster, resource: &str, expiry: i64) -> String {
    tester().bewit(&target("GET", resource, &host(fake)), expiry)
}

fn get(fake: &FakeTaskcluster, bewit: &str) -> Answer {
    ask(fake, "GET", &format!("{PATH}?bewit={bewit}"), &[], "")
}

#[test]
fn a_signed_url_can_be_fetched_until_it_expires() {
    let fake = FakeTaskcluster::start().expect("a server");
    let url = bewit(&fake, PATH, now() + 60);
    let answer = get(&fake, &url);
    assert_eq!(
        (answer.status, &answer.json()["clientId"]),
        (200, &json!("tester")),
        "{answer:?}"
    );
    let head = ask(&fake, "HEAD", &format!("{PATH}?bewit={url}"), &[], "");
    assert_eq!((head.status, head.body.as_str()), (200, ""));

    let recorded = fake.requests();
    assert_eq!(recorded[0].path, format!("{PATH}?bewit=.."));
    assert!(!format!("{recorded:?}").contains(&url));

    let expired = bewit(&fake, PATH, now());
    let message = "Unauthorized: Access expired";
    get(&fake, &expired).assert_error(401, "AuthenticationFailed", message);
    fake.advance(std::time::Duration::from_secs(61));
    get(&fake, &url).assert_error(401, "AuthenticationFailed", message);
}

#[test]
fn wrong_bewits_are_named() {
    let fake = FakeTaskcluster::start().expect("a server");
    let later = now() + 60;
    let made = |parts: &str| URL_SAFE_NO_PAD.encode(parts);
    let elsewhere = bewit(&fake, "/api/auth/v1/scopes/current", later);
    for (bewit, message) in [
        ("a.b".to_owned(), "Bad Request: Invalid bewit encoding"),
        (made("a\\b"), "Bad Request: Invalid bewit structure"),
        (
            made(&format!("a\\b\\{later}\\mac\\")),
            "Bad Request: Invalid bewit structure",
        ),
        (
            made("tester\\\\mac\\"),
            "Bad Request: Missing bewit attributes",
        ),
        (
            made(&format!("\\{later}\\mac\\")),
            "Bad Request: Missing bewit attributes",
        ),
        (made("tester\\1\\mac\\"), "Unauthorized: Access expired"),
        (
            made(&format!("tester\\{later}\\mac\\")),
            "Unauthorized: Bad mac",
        ),
        (
            made(&format!("nobody\\{later}\\mac\\")),
            "Client with clientId 'nobody' not found",
        ),
        (
            made(&format!("tester\\{later}\\mac\\bm9wZQ")),
            "Failed to parse ext",
        ),
        (elsewhere, "Unauthorized: Bad mac"),
        (
            "a".repeat(4096),
            "Bad Request: Resource path exceeds max length",
        ),
    ] {
        let answer = get(&fake, &bewit);
        answer.assert_error(401, "AuthenticationFailed", message);
        assert_eq!(answer.header("www-authenticate"), Some("hawk"));
    }
    // An empty one is none.
    assert_eq!(get(&fake, "").status, 403);
}

#[test]
fn only_getting_can_be_signed_into_a_url() {
    let fake = FakeTaskcluster::start().expect("a server");
    let path = "/api/auth/v1/clients/a/enable";
    let root = signer(&fake.credentials(), "");
    let bewit = root.bewit(&target("GET", path, &host(&fake)), now() + 60);
    let answer = ask(&fake, "POST", &format!("{path}?bewit={bewit}"), &[], "");
    answer.assert_error(401, "AuthenticationFailed", "Unauthorized: Invalid method");
}

#[test]
fn two_schemes_at_once_are_refused() {
    let fake = FakeTaskcluster::start().expect("a server");
    let resource = format!("{PATH}?bewit={}", bewit(&fake, PATH, now() + 60));
    let header = header(&fake, &tester(), "GET", &resource);
    let answer = ask(&fake, "GET", &resource, &[("authorization", &header)], "");
    answer.assert_error(
        401,
        "AuthenticationFailed",
        "Cannot use two authentication schemes at once this request has both bewit in querystring \
         and 'authorization' header",
    );
}
