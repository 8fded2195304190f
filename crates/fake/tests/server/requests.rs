//! What the server says to paths, queries and payloads before any method sees them.

use std::io::{ErrorKind, Read as _};
use std::net::TcpStream;
use std::time::Duration;

use crate::support::{JSON, ask, header, root, signer, to};
use serde_json::json;
use taskcluster_core::{Method, slugid};
use taskcluster_fake::FakeTaskcluster;

#[test]
fn unknown_paths_are_not_found() {
    let fake = FakeTaskcluster::start().expect("a server");
    for path in ["/", "/api/nothing/v1/ping", "/api/Queue/v1/ping"] {
        let answer = ask(&fake, "GET", path, &[], "");
        assert_eq!(
            answer.header("content-type"),
            Some("text/html; charset=utf-8")
        );
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (404, "<html><body>ui not found</body></html>"),
            "{path}"
        );
    }
    for (verb, path) in [
        ("GET", "/api/queue/v1"),
        ("GET", "/api/queue/v2/ping"),
        ("GET", "/api/queue/v1/Ping"),
        ("GET", "/api/queue/v1/ping/x"),
        ("POST", "/api/queue/v1/ping"),
        ("GET", "/api/queue/v1/task//status"),
    ] {
        let answer = ask(&fake, verb, path, &[], "");
        assert_eq!(
            (answer.status, answer.json()),
            (404, json!({ "error": "Not found" })),
            "{path}"
        );
    }
    assert_eq!(
        ask(&fake, "GET", "/api/queue/v1/ping/", &[], "").status,
        200
    );
}

#[test]
fn bad_escapes_are_refused_below_the_services() {
    let fake = FakeTaskcluster::start().expect("a server");
    for path in [
        "/api/auth/v1/clients/%zz",
        "/api/auth/v1/clients/%",
        "/api/auth/v1/clients/%ff",
    ] {
        let answer = ask(&fake, "GET", path, &[], "");
        assert_eq!(answer.status, 400);
        assert!(
            answer
                .header("content-type")
                .is_some_and(|it| it.starts_with("text/html"))
        );
        assert!(answer.body.contains("Failed to decode param"), "{answer:?}");
    }
}

#[test]
fn every_service_answers_a_ping() {
    let fake = FakeTaskcluster::start().expect("a server");
    let services = [
        "auth",
        "aws-provisioner",
        "ec2-manager",
        "github",
        "hooks",
        "index",
        "login",
    ];
    let services = services
        .iter()
        .chain(&["notify", "pulse", "purge-cache", "queue", "secrets"]);
    for service in services {
        let answer = ask(&fake, "GET", &format!("/api/{service}/v1/ping"), &[], "");
        assert_eq!(
            (answer.status, &answer.json()["alive"]),
            (200, &json!(true)),
            "{service}"
        );
    }
}

#[test]
fn errors_tell_about_the_request() {
    let fake = FakeTaskcluster::start().expect("a server");
    let answer = ask(&fake, "GET", "/api/auth/v1/clients/a%2Fb", &[], "");
    let json = answer.json();
    let info = &json["requestInfo"];
    assert_eq!(info["method"], "client");
    assert_eq!(info["params"], json!({ "clientId": "a/b" }));
    assert_eq!(info["payload"], json!({}));
    let time = info["time"].as_str().expect("a time");
    let tail = format!(
        "Client not found\n\n---\n\n* method:     client\n* errorCode:  ResourceNotFound\n\
         * statusCode: 404\n* time:       {time}"
    );
    assert_eq!(json["message"], tail);
}

#[test]
fn arguments_must_have_their_form() {
    let fake = FakeTaskcluster::start().expect("a server");
    ask(&fake, "GET", "/api/queue/v1/task/abc", &[], "").assert_error(
        400,
        "InvalidRequestArguments",
        "Invalid URL patterns:\nURL parameter 'taskId' given as 'abc' must match regular \
         expression: '/^[A-Za-z0-9_-]{8}[Q-T][A-Za-z0-9_-][CGKOSWaeimquy26-][A-Za-z0-9_-]{10}[AQgw]$/'",
    );
    let id = slugid::nice();
    let path = format!("/api/queue/v1/task/{id}/runs/-1/artifacts");
    ask(&fake, "GET", &path, &[], "").assert_error(
        400,
        "InvalidRequestArguments",
        "Invalid URL patterns:\nURL parameter 'runId' given as '-1' must match regular expression: \
         '/^[1-9]*[0-9]+$/'",
    );
    // A plus is a plus in a path, and what is encoded twice is decoded once.
    for (path, id) in [("a+b", "a+b"), ("a%252Fb", "a%2Fb")] {
        let answer = ask(
            &fake,
            "GET",
            &format!("/api/auth/v1/clients/{path}"),
            &[],
            "",
        );
        assert_eq!(answer.json()["requestInfo"]["params"]["clientId"], id);
    }
}

#[test]
fn scopes_come_before_forms_where_the_path_tells_them() {
    let fake = FakeTaskcluster::start().expect("a server");
    let path = "/api/auth/v1/clients/a%20b/enable";
    assert_eq!(ask(&fake, "POST", path, &[], "").status, 403);
    let header = header(&fake, &signer(&fake.credentials(), ""), "POST", path);
    let answer = ask(&fake, "POST", path, &[("authorization", &header)], "");
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (400, "InvalidRequestArguments")
    );
    // These need the payload too, so that the form comes first.
    assert_eq!(
        ask(&fake, "POST", "/api/auth/v1/clients/a%20b", &[], "").status,
        400
    );
}

#[test]
fn options_must_be_known_single_and_not_empty() {
    let fake = FakeTaskcluster::start().expect("a server");
    let get = |query: &str| {
        ask(
            &fake,
            "GET",
            &format!("/api/auth/v1/clients/?{query}"),
            &[],
            "",
        )
    };
    for (query, message) in [
        ("bogus=1", "Query-string parameter: bogus is not supported!"),
        (
            "limit=1&limit=2",
            "Query-string parameter: limit must be a string!",
        ),
        (
            "limit=",
            "Query-string parameter: limit=\"\" does not match expression: /^[0-9]+$/",
        ),
        (
            "limit=-1",
            "Query-string parameter: limit=\"-1\" does not match expression: /^[0-9]+$/",
        ),
        (
            "continuationToken=",
            "Query-string parameter: continuationToken=\"\" does not match expression: /./",
        ),
        (
            "prefix=a+b&x=",
            "Query-string parameter: prefix=\"a b\" does not match expression: \
             /^[A-Za-z0-9!@/:.+|_-]+$/\nQuery-string parameter: x is not supported!",
        ),
    ] {
        get(query).assert_error(400, "InvalidRequestArguments", message);
    }
    get("continuationToken=x").assert_error(400, "InputError", "Invalid continuation token");
    assert_eq!(get("limit=1&prefix=static%2F").status, 200);
    assert_eq!(get("").status, 200);
}

#[test]
fn payloads_must_be_json_of_the_schema() {
    let fake = FakeTaskcluster::start().expect("a server");
    let path = "/api/auth/v1/test-authenticate";
    let post = |headers: &[(&str, &str)], body: &str| ask(&fake, "POST", path, headers, body);
    for (body, start) in [
        ("{", "Failed to parse JSON: "),
        (
            "\"text\"",
            "Failed to parse JSON: Must be an object or array",
        ),
        ("null", "Failed to parse JSON: Must be an object or array"),
    ] {
        let answer = post(&[JSON], body);
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (400, "MalformedPayload")
        );
        assert!(answer.message().starts_with(start), "{answer:?}");
    }
    let intro = "Payload must be JSON with content-type: application/json got content-type: ";
    post(&[("content-type", "text/plain")], "{}").assert_error(
        400,
        "MalformedPayload",
        &format!("{intro}text/plain"),
    );
    post(&[], "").assert_error(400, "MalformedPayload", &format!("{intro}null"));

    let answer = post(&[JSON], r#"{"clientScopes": "a", "bogus": 1}"#);
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (400, "InputValidationError")
    );
    let wanted = format!(
        "\nSchema Validation Failed!\nRejecting Schema: \
         {}/schemas/auth/v1/test-authenticate-request.json#\nErrors:\n  * data must NOT have \
         additional properties: \"bogus\"\n  * data/clientScopes must be array",
        fake.root_url()
    );
    assert_eq!(answer.message(), wanted);
    assert_eq!(
        post(&[("content-type", "Application/JSON; charset=utf-8")], "{}").status,
        200
    );
    assert_eq!(post(&[JSON, ("content-length", "0")], "").status, 200);
}

#[test]
fn ten_megabytes_are_too_much() {
    let fake = FakeTaskcluster::start().expect("a server");
    let body = format!("{{\"a\":\"{}\"}}", "x".repeat(10 * 1024 * 1024));
    let answer = ask(
        &fake,
        "POST",
        "/api/auth/v1/test-authenticate",
        &[JSON],
        &body,
    );
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (500, "InternalServerError")
    );
}

#[test]
fn requests_are_recorded() {
    let fake = FakeTaskcluster::start().expect("a server");
    let client = root(&fake);
    crate::support::good(
        &client,
        to(Method::Get, "auth", ["clients"]).query("limit", 1),
    );
    crate::support::bad(&client, to(Method::Get, "queue", ["no", "such", "path"]));
    let recorded = fake.requests();
    let [list, unknown] = recorded.as_slice() else {
        panic!("{recorded:?}")
    };
    assert_eq!((list.method.as_str(), list.status), ("GET", Some(200)));
    assert_eq!(
        list.service.as_deref().zip(list.name.as_deref()),
        Some(("auth", "listClients"))
    );
    assert_eq!(list.path, "/api/auth/v1/clients?limit=1");
    assert_eq!(
        (unknown.service.as_deref(), unknown.status),
        (None, Some(404))
    );
}

#[test]
fn a_dropped_server_is_gone() {
    let fake = FakeTaskcluster::start().expect("a server");
    let mut connection = TcpStream::connect(crate::support::host(&fake)).expect("a connection");
    let limit = Some(Duration::from_secs(60));
    connection.set_read_timeout(limit).expect("a limit");
    drop(fake);
    // To connect anew would not tell: somebody else may have been given the port.
    match connection.read(&mut [0]) {
        Ok(read) => assert_eq!(read, 0),
        Err(e) => assert_eq!(e.kind(), ErrorKind::ConnectionReset),
    }
}
