//! What the services' web framework makes of answers: entity tags and compression.

use serde_json::json;
use taskcluster_core::Method;
use taskcluster_fake::{Era, FakeTaskcluster, Fault, Rule};

use crate::support::{JSON, ask, bad, good, root, to};

/// A deployment of an era where everybody may list roles, of which there are some.
fn with_roles(era: Era) -> FakeTaskcluster {
    let scopes = ["auth:list-roles", "auth:get-role:*"];
    let builder = FakeTaskcluster::builder()
        .era(era)
        .role("anonymous", scopes);
    let many = (0..9).map(|number| format!("a:rather:long:scope:{number:060}"));
    let many: Vec<String> = many.collect();
    builder.role("many", many).start().expect("a server")
}

const LIST: &str = "/api/auth/v1/roles/";
const MANY: &str = "/api/auth/v1/roles/many";
const ONE: &str = "/api/auth/v1/roles/anonymous";

#[test]
fn who_has_an_answer_is_told_so() {
    let fake = with_roles(Era::Both);
    let answer = ask(&fake, "GET", LIST, &[], "");
    let tag = answer.header("etag").expect("a tag").to_owned();
    assert!(
        tag.starts_with(&format!("W/\"{:x}-", answer.body.len())),
        "{tag}"
    );
    assert_eq!(
        ask(&fake, "HEAD", LIST, &[], "").header("etag"),
        Some(&*tag)
    );
    for verb in ["GET", "HEAD"] {
        let again = ask(&fake, verb, LIST, &[("if-none-match", &tag)], "");
        assert_eq!((again.status, again.body.as_str()), (304, ""), "{again:?}");
        assert_eq!(again.header("etag"), Some(&*tag));
        assert_eq!(again.header("access-control-allow-origin"), Some("*"));
        assert_eq!(
            (again.header("content-type"), again.header("vary")),
            (None, None)
        );
    }
    let anew = [("if-none-match", &*tag), ("cache-control", "no-cache")];
    assert_eq!(ask(&fake, "GET", LIST, &anew, "").body, answer.body);
    let role = json!({ "description": "", "scopes": [] });
    good(
        &root(&fake),
        to(Method::Put, "auth", ["roles", "new"]).json(&role),
    );
    let other = ask(&fake, "GET", LIST, &[("if-none-match", &tag)], "");
    assert_eq!(other.status, 200);
    assert_ne!(other.header("etag"), Some(&*tag));
}

#[test]
fn only_what_a_service_says_of_reading_is_known_again() {
    let fake = with_roles(Era::Both);
    let expand = "/api/auth/v1/scopes/expand";
    let any = ("if-none-match", "*");
    let posted = ask(&fake, "POST", expand, &[JSON, any], r#"{"scopes":[]}"#);
    assert_eq!(posted.status, 200);
    assert!(posted.header("etag").is_some());
    let missing = ask(&fake, "GET", "/api/auth/v1/roles/none", &[any], "");
    assert_eq!(missing.status, 404);
    assert!(missing.header("etag").is_some());
    let unknown = ask(&fake, "GET", "/api/auth/v1/nothing", &[any], "");
    assert_eq!(unknown.status, 404);
    assert!(unknown.header("etag").is_some());
    for (verb, path) in [
        ("GET", "/api/auth/v1/clients/%zz"),
        ("OPTIONS", LIST),
        ("GET", "/references/manifest.json"),
    ] {
        let answer = ask(&fake, verb, path, &[any], "");
        assert_ne!(answer.status, 304, "{path}");
        assert_eq!(answer.header("etag"), None, "{path}");
    }
}

#[test]
fn long_answers_of_today_are_compressed_for_those_who_take_it() {
    let fake = with_roles(Era::Today);
    let gzip = [("accept-encoding", "br, gzip")];
    let plain = ask(&fake, "GET", MANY, &[], "");
    let (length, tag) = (plain.body.len(), plain.header("etag"));
    assert!(length >= 1024, "{length}");
    assert_eq!(plain.header("content-length"), Some(&*length.to_string()));
    assert_eq!(plain.header("content-encoding"), None);
    assert_eq!(plain.header("vary"), Some("Accept-Encoding"));
    let zipped = ask(&fake, "GET", MANY, &gzip, "");
    assert_eq!(zipped.header("content-encoding"), Some("gzip"));
    assert_eq!(zipped.header("transfer-encoding"), Some("chunked"));
    assert_eq!(
        (zipped.header("content-length"), zipped.header("etag")),
        (None, tag)
    );
    assert!(zipped.body.len() < length / 2, "{}", zipped.body.len());
    // Clients ask for it, and have what the answer says.
    let list = good(&root(&fake), to(Method::Get, "auth", ["roles", "many"]));
    assert_eq!(list, plain.json());

    let short = ask(&fake, "GET", ONE, &gzip, "");
    assert!(short.body.len() < 1024);
    assert_eq!(short.header("content-encoding"), None);
    assert_eq!(short.header("vary"), Some("Accept-Encoding"));
    let head = ask(&fake, "HEAD", MANY, &gzip, "");
    assert_eq!(head.header("content-encoding"), None);
    // An error that repeats a long payload is a long answer, too.
    let role = json!({ "description": "d".repeat(2000), "scopes": [], "bogus": 1 });
    let (_, code, _) = bad(
        &root(&fake),
        to(Method::Put, "auth", ["roles", "r"]).json(&role),
    );
    assert_eq!(code, "InputValidationError");
}

#[test]
fn nothing_was_compressed_in_2018() {
    let fake = with_roles(Era::Classic);
    let answer = ask(&fake, "GET", MANY, &[("accept-encoding", "gzip")], "");
    assert!(answer.body.len() >= 1024);
    assert!(answer.header("etag").is_some());
    assert_eq!(
        (answer.header("content-encoding"), answer.header("vary")),
        (None, None)
    );
}

#[test]
fn a_compressed_answer_can_break_like_any_other() {
    let fake = with_roles(Era::Today);
    let gzip = [("accept-encoding", "gzip")];
    fake.fault(Rule::method("auth", "role").nth(1..=1), Fault::Length(12));
    assert_eq!(
        ask(&fake, "GET", MANY, &gzip, "").header("content-length"),
        Some("12")
    );
    // The client sees that the body is cut, and asks again.
    fake.fault(Rule::method("auth", "role").nth(1..=1), Fault::Truncate);
    let client = taskcluster_core::Client::builder(fake.root_url()).build();
    let list = to(Method::Get, "auth", ["roles", "many"]);
    good(&client.expect("a client"), list);
    assert_eq!(fake.requests().len(), 3);
}
