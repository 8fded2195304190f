//! What the server says to certificates and to limits of scopes.

use crate::support::{Answer, JSON, ask, header, now, signer};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use taskcluster_core::Credentials;
use taskcluster_fake::FakeTaskcluster;
use time::{Duration, OffsetDateTime};

const PATH: &str = "/api/auth/v1/test-authenticate";

/// Calls as `tester`, who has `test:*` and may make clients `tester/*`, or under another name.
fn test(fake: &FakeTaskcluster, credentials: &Credentials, ext: &Value) -> Answer {
    let signer = signer(credentials, &STANDARD.encode(ext.to_string()));
    let header = header(fake, &signer, "POST", PATH);
    let has = ["test:*", "auth:create-client:tester/*"];
    let payload = json!({ "clientScopes": has, "requiredScopes": ["test:a"] }).to_string();
    ask(
        fake,
        "POST",
        PATH,
        &[JSON, ("authorization", &header)],
        &payload,
    )
}

fn tester() -> Credentials {
    Credentials::new("tester", "no-secret")
}

/// Temporary credentials and their certificate, to be spoilt.
fn temporary(name: &str, scopes: &[&str]) -> (Credentials, Value) {
    let now = OffsetDateTime::now_utc();
    let tester = tester();
    let temporary = tester
        .temporary(now, now + Duration::hours(1))
        .scopes(scopes.iter().copied());
    let temporary = temporary.named(name).expect("credentials");
    let certificate = temporary.certificate().expect("a certificate").as_json();
    let certificate = serde_json::from_str(certificate).expect("JSON");
    (temporary, certificate)
}

#[test]
fn good_certificates_limit_the_scopes() {
    let fake = FakeTaskcluster::start().expect("a server");
    for name in ["", "tester/x"] {
        let (credentials, certificate) = temporary(name, &["test:a", "test:b"]);
        let answer = test(&fake, &credentials, &json!({ "certificate": certificate }));
        let scopes = json!(["assume:anonymous", "test:a", "test:b"]);
        let wanted = json!({ "clientId": credentials.client_id(), "scopes": scopes });
        assert_eq!(answer.json(), wanted, "{answer:?}");
    }
    let (credentials, certificate) = temporary("", &["test:b"]);
    let answer = test(&fake, &credentials, &json!({ "certificate": certificate }));
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (403, "InsufficientScopes")
    );
}

#[test]
fn each_fault_of_a_certificate_is_named() {
    let fake = FakeTaskcluster::start().expect("a server");
    let ms = now() * 1000;
    let day = 24 * 3600 * 1000;
    for (member, value, problem) in [
        ("version", json!(2), ".version must be 1"),
        ("version", json!("1"), ".version must be 1"),
        ("seed", json!(1), ".seed must be a string"),
        ("seed", json!("short"), ".seed must be 44 characters"),
        ("start", json!("1"), ".start must be a number"),
        ("expiry", json!(null), ".expiry must be a number"),
        ("scopes", json!("test:*"), ".scopes must be an array"),
        (
            "scopes",
            json!(["é"]),
            ".scopes must be an array of valid scopes",
        ),
        (
            "scopes",
            json!([1]),
            ".scopes must be an array of valid scopes",
        ),
        ("start", json!(ms + 6 * 60_000), ".start > now"),
        ("expiry", json!(ms - 6 * 60_000), ".expiry < now"),
        (
            "start",
            json!(ms - 31 * day),
            " cannot last longer than 31 days!",
        ),
        (
            "clientId",
            json!("tester"),
            ".clientId must only be used with ext.certificate.issuer",
        ),
        ("signature", json!("AAAA"), ".signature is not valid"),
        ("signature", json!(null), ".signature is not valid"),
        ("seed", json!("s".repeat(44)), ".signature is not valid"),
        ("expiry", json!(ms + 1), ".signature is not valid"),
        (
            "scopes",
            json!(["test:b", "test:a"]),
            ".signature is not valid",
        ),
        ("issuer", json!(7), ".issuer must be a string"),
        (
            "issuer",
            json!("tester"),
            ".issuer must differ from the supplied clientId",
        ),
    ] {
        let (credentials, mut certificate) = temporary("", &["test:a", "test:b"]);
        certificate[member] = value;
        let answer = test(&fake, &credentials, &json!({ "certificate": certificate }));
        let message = format!("ext.certificate{problem}");
        answer.assert_error(401, "AuthenticationFailed", &message);
    }
    let text = test(&fake, &tester(), &json!({ "certificate": "text" }));
    let message = "ext.certificate must be a JSON object";
    text.assert_error(401, "AuthenticationFailed", message);
}

#[test]
fn five_minutes_are_tolerated_at_both_ends() {
    let fake = FakeTaskcluster::start().expect("a server");
    let now = OffsetDateTime::now_utc();
    let minutes = Duration::minutes;
    for (start, expiry, status) in [
        (minutes(4), minutes(60), 200),
        (minutes(6), minutes(60), 401),
        (minutes(-60), minutes(-4), 200),
        (minutes(-60), minutes(-6), 401),
        (minutes(0), Duration::days(31), 200),
    ] {
        let tester = tester();
        let temporary = tester
            .temporary(now + start, now + expiry)
            .scopes(["test:a"]);
        let credentials = temporary.unnamed().expect("credentials");
        let certificate = credentials.certificate().expect("a certificate").as_json();
        let certificate: Value = serde_json::from_str(certificate).expect("JSON");
        let answer = test(&fake, &credentials, &json!({ "certificate": certificate }));
        assert_eq!(answer.status, status, "{start} {expiry} {answer:?}");
    }
}

#[test]
fn an_issuer_can_only_give_what_it_has() {
    let fake = FakeTaskcluster::start().expect("a server");
    let (credentials, certificate) = temporary("", &["test:a", "other"]);
    test(&fake, &credentials, &json!({ "certificate": certificate })).assert_error(
        401,
        "AuthenticationFailed",
        "ext.certificate issuer `tester` doesn't satisfy all certificate scopes test:a, other.  \
         The temporary credentials were not generated correctly.",
    );
    let (credentials, certificate) = temporary("somebody", &["test:a"]);
    test(&fake, &credentials, &json!({ "certificate": certificate })).assert_error(
        401,
        "AuthenticationFailed",
        "ext.certificate issuer `tester` doesn't have `auth:create-client:somebody` for supplied \
         clientId.",
    );
    let (credentials, certificate) = temporary("tester/x", &["test:a"]);
    let renamed = Credentials::new("tester/y", credentials.access_token());
    test(&fake, &renamed, &json!({ "certificate": certificate })).assert_error(
        401,
        "AuthenticationFailed",
        "ext.certificate.signature is not valid, or wrong clientId provided",
    );
    // The issuer's token does not sign for what its certificate names.
    let issuing = Credentials::new("tester/x", "no-secret");
    test(&fake, &issuing, &json!({ "certificate": certificate })).assert_error(
        401,
        "AuthenticationFailed",
        "Unauthorized: Bad mac",
    );
}

#[test]
fn authorized_scopes_limit_further() {
    let fake = FakeTaskcluster::start().expect("a server");
    let limited = |limit: Value| test(&fake, &tester(), &json!({ "authorizedScopes": limit }));
    let good = limited(json!(["test:a"]));
    assert_eq!(
        good.json()["scopes"],
        json!(["assume:anonymous", "test:a"]),
        "{good:?}"
    );
    assert_eq!(limited(json!(["assume:anonymous", "test:a"])).status, 200);
    assert_eq!(limited(json!([])).status, 403);
    for (limit, message) in [
        (json!("test:a"), "ext.authorizedScopes must be an array"),
        (
            json!(["é"]),
            "ext.authorizedScopes must be an array of valid scopes",
        ),
        (
            json!(["x"]),
            "Supplied credentials do not satisfy authorizedScopes; credentials have scopes:\n\n\
             ```\nassume:anonymous\nauth:create-client:tester/*\ntest:*\n```\n\nauthorizedScopes \
             are:\n\n```\nx\n```",
        ),
    ] {
        limited(limit).assert_error(401, "AuthenticationFailed", message);
    }
    let (credentials, certificate) = temporary("", &["test:b"]);
    let ext = json!({ "certificate": certificate, "authorizedScopes": ["test:a"] });
    assert_eq!(test(&fake, &credentials, &ext).status, 401);
    assert_eq!(test(&fake, &tester(), &json!({})).status, 200);
}
