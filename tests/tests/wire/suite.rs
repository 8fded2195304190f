// The tests of `wire`, included once for each kind of client: `Caller` is its type, and `wait`
// brings what a call gives, at once or when it is ready.

use std::time::Instant;

use serde_json::{Value, json};
use taskcluster_client::auth::types::Scopeset;
use taskcluster_client::secrets::types::Secret;
use taskcluster_client::{Auth, Ec2Manager, Method, Request, RetryPolicy, Secrets, USER_AGENT};
use taskcluster_tests::{Act, sample};

const TOKEN: &str = "x6RU_pVvQ1-ziBwQ5c5tEw";

/// A client that notes its waits instead of waiting.
fn client(server: &Scripted) -> (Caller, Waits) {
    let waits = Waits::default();
    (build(noting(builder(server), &waits)), waits)
}

fn builder(server: &Scripted) -> ClientBuilder {
    Client::builder(server.root_url()).credentials(Credentials::new("tester", TOKEN))
}

fn ok(body: &str) -> Act {
    answer("200 OK", "Content-Type: application/json\r\n", body)
}

fn busy(headers: &str) -> Act {
    answer("503 Service Unavailable", headers, "busy")
}

fn attribute<'h>(header: &'h str, name: &str) -> &'h str {
    let start = header.find(&format!("{name}=\"")).expect("the attribute") + name.len() + 2;
    &header[start..start + header[start..].find('"').expect("its end")]
}

#[test]
fn each_attempt_is_signed_afresh_and_waits_are_jittered_doublings() {
    let server = Scripted::start([busy(""), busy(""), busy(""), ok("{}")]);
    let (client, waits) = client(&server);
    Queue::new(&client)
        .ping()
        .send().wait()
        .expect("the fourth attempt");

    let headers: Vec<String> = server
        .received()
        .iter()
        .map(|request| request.header("authorization").expect("signed").to_owned())
        .collect();
    assert_eq!(headers.len(), 4);
    let mut nonces: Vec<&str> = headers
        .iter()
        .map(|header| attribute(header, "nonce"))
        .collect();
    nonces.sort_unstable();
    nonces.dedup();
    assert_eq!(nonces.len(), 4, "a nonce of its own for each attempt");

    let waits = waits.all();
    for (wait, base) in waits.iter().zip([100, 200, 400]) {
        let (low, high) = (
            Duration::from_micros(base * 750),
            Duration::from_micros(base * 1250),
        );
        assert!((low..=high).contains(wait), "{wait:?} for {base} ms");
    }
    assert_eq!(waits.len(), 3);
}

#[test]
fn after_five_retries_the_server_has_the_last_word() {
    let server = Scripted::start([answer(
        "502 Bad Gateway",
        "Content-Type: text/html\r\n",
        "<html>nobody home</html>",
    )]);
    let (client, waits) = client(&server);
    let error = Queue::new(&client).ping().send().wait().expect_err("always 502");
    assert_eq!(server.received().len(), 6);
    assert_eq!(waits.all().len(), 5);
    assert_eq!(error.attempts(), 6);
    assert_eq!(error.status(), Some(502));
    assert_eq!(error.code(), None);
    assert!(error.is_retryable());
    assert_eq!(
        error.to_string(),
        "queue.ping: 502: <html>nobody home</html> (after 6 attempts)"
    );
}

#[test]
fn the_server_may_ask_for_a_longer_wait_and_429_is_tried_again() {
    let limited = answer("429 Too Many Requests", "Retry-After: 7\r\n", "{}");
    let server = Scripted::start([limited, busy("Retry-After: 31\r\n")]);
    let (client, waits) = client(&server);
    let error = Queue::new(&client)
        .ping()
        .send().wait()
        .expect_err("31 s are beyond the cap");
    assert_eq!(waits.all(), [Duration::from_secs(7)]);
    assert_eq!((error.status(), error.attempts()), (Some(503), 2));
}

#[test]
fn what_the_server_refuses_is_not_tried_again() {
    for status in [
        "400 Bad Request",
        "401 Unauthorized",
        "403 Forbidden",
        "404 Not Found",
        "409 Conflict",
    ] {
        let body = r#"{"code": "X", "message": "why\n\n---\n\n* more", "requestInfo": {"method": "ping", "params": {"a": "b"}, "payload": {"s": "hush"}}}"#;
        let server = Scripted::start([answer(status, "x-for-request-id: 77\r\n", body)]);
        let (client, _) = client(&server);
        let error = Queue::new(&client).ping().send().wait().expect_err("refused");
        assert_eq!(server.received().len(), 1, "{status}");
        let Error::Api(api) = &error else {
            panic!("{error:?}")
        };
        assert_eq!((api.code(), api.short_message()), ("X", "why"));
        assert_eq!(api.message(), "why\n\n---\n\n* more");
        assert_eq!(api.trace_id(), Some("77"));
        let info = api.request_info().expect("the server's view");
        assert_eq!((info.method(), info.time()), (Some("ping"), None));
        assert!(info.params().eq([("a", "b")]));
        assert_eq!(info.payload().as_deref(), Some(r#"{"s":"hush"}"#));
        assert!(
            !format!("{error} {error:?} {api:?} {info:?}").contains("hush"),
            "payloads are not printed"
        );
        assert_eq!(error.is_not_found(), status.starts_with("404"));
    }
}

#[test]
fn cut_connections_and_cut_bodies_are_tried_again() {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n";
    let script = [
        Act::SendAndClose(String::new()),
        Act::SendAndClose("HTTP/1.1 200 OK\r\nContent-Le".to_owned()),
        Act::SendAndClose(format!("{head}{{\"scopes\": [")),
        ok(r#"{"scopes": ["a"]}"#),
    ];
    let server = Scripted::start(script);
    let (client, waits) = client(&server);
    let scopes = Auth::new(&client)
        .current_scopes()
        .send().wait()
        .expect("the fourth attempt")
        .scopes;
    assert_eq!(scopes, Some(vec!["a".to_owned()]));
    assert_eq!(waits.all().len(), 3);
}

#[test]
fn a_redirect_is_an_error_where_none_is_expected_and_nothing_follows_it() {
    let other = Scripted::start([ok("{}")]);
    let location = format!("Location: {}/elsewhere?bewit=s3cret\r\n", other.root_url());
    for status in [
        "301 Moved Permanently",
        "302 Found",
        "303 See Other",
        "307 Temporary Redirect",
        "308 Permanent Redirect",
    ] {
        let server = Scripted::start([answer(status, &location, "")]);
        let (client, _) = client(&server);
        let secret: Secret = sample();
        let error = Secrets::new(&client)
            .set("a", &secret)
            .send().wait()
            .expect_err("nothing was set");
        let text = error.to_string();
        assert!(
            text.contains("redirected to") && text.contains("/elsewhere"),
            "{text}"
        );
        assert!(!text.contains("s3cret"), "{text}");
        assert!(Secrets::new(&client).remove("a").send().wait().is_err());
        assert!(
            client
                .call::<Value>(Request::new(Method::Get, "x", "v1").path(["y"]))
                .send().wait()
                .is_err()
        );
    }
    assert!(other.received().is_empty(), "redirects are not followed");
}

#[test]
fn methods_that_answer_by_redirect_give_location_and_body() {
    let location = "Location: https://store.example.com/a?sig=1\r\n";
    let server = Scripted::start([
        answer(
            "303 See Other",
            location,
            r#"{"storageType": "s3", "url": "https://store.example.com/a?sig=1"}"#,
        ),
        answer("302 Found", location, ""),
        ok(r#"{"url": "https://store.example.com/b"}"#),
        ok("{}"),
    ]);
    let (client, _) = client(&server);
    let queue = Queue::new(&client);
    let call = queue.get_latest_artifact("t", "public/a");
    let redirect = call.send().wait().expect("a redirect");
    assert_eq!(redirect.location, "https://store.example.com/a?sig=1");
    assert_eq!(
        redirect.body.as_ref().map(|body| &body["storageType"]),
        Some(&json!("s3"))
    );
    assert!(!format!("{redirect:?}").contains("sig=1"), "{redirect:?}");
    assert_eq!(call.send().wait().expect("a redirect").body, None);
    assert_eq!(
        call.send().wait().expect("a body").location,
        "https://store.example.com/b"
    );
    assert!(
        matches!(call.send().wait(), Err(Error::Decode(_))),
        "neither location nor url"
    );
}

#[test]
fn whole_answers_are_there_for_the_asking() {
    let image = answer(
        "200 OK",
        "Content-Type: image/svg+xml\r\nETag: x\r\n",
        "<svg/>",
    );
    let server = Scripted::start([image]);
    let (client, _) = client(&server);
    let github = taskcluster_client::Github::new(&client);
    let badge = github.badge("o", "r", "b").send().wait().expect("an image");
    assert_eq!(
        (badge.content_type.as_str(), badge.bytes.as_slice()),
        ("image/svg+xml", &b"<svg/>"[..])
    );
    let response = github.badge("o", "r", "b").response().wait().expect("an answer");
    assert_eq!(
        (response.status(), response.headers().get("etag")),
        (200, Some("x"))
    );
    assert_eq!(response.body(), b"<svg/>");
}

#[test]
fn methods_without_an_answer_take_any_success() {
    for act in [
        answer("200 OK", "Content-Type: text/plain\r\n", "OK"),
        Act::Send("HTTP/1.1 204 No Content\r\n\r\n".to_owned()),
        answer("200 OK", "", ""),
    ] {
        let server = Scripted::start([act]);
        let (client, _) = client(&server);
        Queue::new(&client).ping().send().wait().expect("a success");
    }
}

#[test]
fn answers_without_a_schema_are_json_or_nothing() {
    let server = Scripted::start([ok(r#"{"regions": []}"#), answer("200 OK", "", "")]);
    let (client, _) = client(&server);
    let manager = Ec2Manager::new(&client);
    assert_eq!(
        manager.regions().send().wait().expect("JSON"),
        json!({"regions": []})
    );
    assert_eq!(manager.regions().send().wait().expect("nothing"), Value::Null);
}

#[test]
fn an_answer_of_the_wrong_form_is_a_decode_error_that_keeps_it() {
    let server = Scripted::start([ok(r#"{"taskId": 3, "token": "hush"}"#)]);
    let (client, _) = client(&server);
    let error = Queue::new(&client)
        .status("t")
        .send().wait()
        .expect_err("no status");
    assert_eq!(
        (error.status(), error.attempts(), error.method()),
        (Some(200), 1, "queue.status")
    );
    assert!(!format!("{error} {error:?}").contains("hush"));
    let Error::Decode(decode) = error else {
        panic!("{error:?}")
    };
    assert_eq!(
        decode.response().body(),
        br#"{"taskId": 3, "token": "hush"}"#
    );
    let raw = Queue::new(&client)
        .status("t")
        .raw().wait()
        .expect("JSON all the same");
    assert_eq!(raw["taskId"], 3);
}

#[test]
fn payloads_are_sent_with_get_and_their_absence_is_declared_with_post() {
    let server = Scripted::start([ok(r#"{"scopes": []}"#)]);
    let (client, _) = client(&server);
    let scopes = Scopeset::new().scopes(["a"]);
    Auth::new(&client)
        .expand_scopes_get(&scopes)
        .send().wait()
        .expect("scopes");
    let queue = Queue::new(&client);
    let _ = queue.cancel_task("t").send().wait();
    let _ = queue.task("t").send().wait();

    let received = server.received();
    assert_eq!(received[0].line, "GET /api/auth/v1/scopes/expand HTTP/1.1");
    assert_eq!(received[0].body, r#"{"scopes":["a"]}"#);
    assert_eq!(received[0].header("content-type"), Some("application/json"));
    assert_eq!(received[0].header("content-length"), Some("16"));
    assert_eq!(received[0].header("user-agent"), Some(USER_AGENT));
    assert_eq!(
        received[1].line,
        "POST /api/queue/v1/task/t/cancel HTTP/1.1"
    );
    assert_eq!(received[1].header("content-length"), Some("0"));
    assert_eq!(received[2].header("content-length"), None);
}

#[test]
fn odd_names_arrive_byte_for_byte_as_they_are_signed() {
    let server = Scripted::start([ok("{}")]);
    let (client, _) = client(&server);
    let names = [
        "a/b", "a b", "ü", "%2F", "quote'\"", "a/../b", "+", "a?b#c", "...",
    ];
    for name in names {
        let _ = Secrets::new(&client).get(name).send().wait();
    }
    let lines: Vec<String> = server
        .received()
        .into_iter()
        .map(|request| request.line)
        .collect();
    let encoded = [
        "a%2Fb",
        "a%20b",
        "%C3%BC",
        "%252F",
        "quote%27%22",
        "a%2F..%2Fb",
        "%2B",
        "a%3Fb%23c",
        "...",
    ];
    let wanted = encoded.map(|name| format!("GET /api/secrets/v1/secret/{name} HTTP/1.1"));
    assert_eq!(lines, wanted);
}

#[test]
fn without_credentials_requests_are_unsigned_and_a_bearer_token_takes_their_place() {
    let server = Scripted::start([ok("{}")]);
    let client = build(Client::builder(server.root_url()));
    Queue::new(&client).ping().send().wait().expect("a ping");
    let login = taskcluster_client::Login::new(&client);
    let _ = login.oidc_credentials("p").bearer_token("b").send().wait();
    let received = server.received();
    assert_eq!(received[0].header("authorization"), None);
    assert_eq!(received[1].header("authorization"), Some("Bearer b"));
}

#[test]
fn silence_and_trickling_hit_a_limit() {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n";
    let slow = Duration::from_millis(20);
    for act in [
        Act::Silence(Duration::from_secs(20)),
        Act::Trickle(head.to_owned() + &" ".repeat(1000), slow),
        Act::Trickle(
            "HTTP/1.1 200 OK\r\nX: ".to_owned() + &"x".repeat(1000),
            slow,
        ),
    ] {
        let server = Scripted::start([act]);
        let client = build(
            builder(&server)
                .timeout(Duration::from_millis(300))
                .retry(RetryPolicy::none()),
        );
        let error = Queue::new(&client).ping().send().wait().expect_err("too slow");
        assert!(
            matches!(&error, Error::Transport(e) if e.is_timeout()),
            "{error:?}"
        );
    }
}

#[test]
fn a_deadline_ends_a_call_in_an_attempt_and_in_a_wait() {
    let server = Scripted::start([Act::Silence(Duration::from_secs(20))]);
    let policy = RetryPolicy::default().deadline(Duration::from_millis(300));
    let slow = build(builder(&server).retry(policy.clone()));
    let start = Instant::now();
    let error = Queue::new(&slow).ping().send().wait().expect_err("too slow");
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    assert!(
        start.elapsed() < Duration::from_secs(15),
        "{:?}",
        start.elapsed()
    );

    let server = Scripted::start([busy("Retry-After: 5\r\n")]);
    let (client, waits) = client(&server);
    let error = Queue::new(&client)
        .ping()
        .retry(policy)
        .send().wait()
        .expect_err("no time to wait");
    assert_eq!(
        (error.attempts(), waits.all().len()),
        (1, 0)
    );
}

#[test]
fn an_answer_beyond_the_limit_is_refused() {
    let server = Scripted::start([ok(&format!("\"{}\"", "x".repeat(5_000)))]);
    let client = build(
        builder(&server)
            .max_answer(1_000)
            .retry(RetryPolicy::none()),
    );
    let error = Queue::new(&client).ping().send().wait().expect_err("too large");
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
}

#[test]
fn connections_are_shared_by_clones_and_other_credentials() {
    let server = Scripted::start([ok("{}")]);
    let (client, _) = client(&server);
    let other = client
        .with_credentials(Credentials::new("other", TOKEN))
        .expect("a client");
    for client in [&client, &other, &client.clone(), &other.clone()] {
        Queue::new(client).ping().send().wait().expect("a ping");
    }
    assert_eq!(server.connections(), 1, "one after the other on one connection");
    std::thread::scope(|scope| {
        for client in [client.clone(), other.clone(), client.clone(), other.clone()] {
            scope.spawn(move || {
                for _ in 0..25 {
                    Queue::new(&client).ping().send().wait().expect("a ping");
                }
            });
        }
    });
    assert_eq!(server.received().len(), 104);
    let by = |id: &str| {
        let header = format!("id=\"{id}\"");
        let signed = |r: &&taskcluster_tests::Received| {
            r.header("authorization")
                .is_some_and(|h| h.contains(&header))
        };
        server.received().iter().filter(signed).count()
    };
    assert_eq!((by("tester"), by("other")), (52, 52));
}

#[test]
fn pages_and_items_are_fetched_as_they_are_asked_for() {
    let page = |names: &str, token: &str| {
        ok(&format!(r#"{{"secrets": [{names}]{token}}}"#))
    };
    let server = Scripted::start([
        page(r#""a", "b""#, r#", "continuationToken": "t/1""#),
        page("", r#", "continuationToken": "t2""#),
        page(r#""c""#, r#", "continuationToken": """#),
    ]);
    let (client, _) = client(&server);
    let secrets = Secrets::new(&client);
    let names = collect(secrets.list().limit(2).items()).expect("all pages");
    assert_eq!(names, ["a", "b", "c"]);
    let lines: Vec<String> = server.received().into_iter().map(|r| r.line).collect();
    assert_eq!(
        lines,
        [
            "GET /api/secrets/v1/secrets?limit=2 HTTP/1.1",
            "GET /api/secrets/v1/secrets?limit=2&continuationToken=t%2F1 HTTP/1.1",
            "GET /api/secrets/v1/secrets?limit=2&continuationToken=t2 HTTP/1.1",
        ]
    );
}

#[test]
fn a_walk_ends_with_an_error_and_can_be_resumed() {
    let server = Scripted::start([
        ok(r#"{"secrets": ["a"], "continuationToken": "t1"}"#),
        answer("404 Not Found", "", "{}"),
        ok(r#"{"secrets": ["b"]}"#),
    ]);
    let (client, _) = client(&server);
    let secrets = Secrets::new(&client);
    let mut pages = secrets.list().pages();
    assert_eq!(pages.next().wait().expect("a page").expect("good").secrets, ["a"]);
    assert_eq!(pages.continuation_token(), Some("t1"));
    assert!(pages.next().wait().expect("a page").is_err());
    assert!(pages.next().wait().is_none(), "the walk is over");
    let rest = secrets.list().continuation_token(pages.continuation_token().expect("kept"));
    assert_eq!(rest.send().wait().expect("a page").secrets, ["b"]);
}

#[test]
fn a_page_that_leads_to_itself_is_the_last() {
    let server = Scripted::start([ok(r#"{"secrets": ["a"], "continuationToken": "t"}"#)]);
    let (client, _) = client(&server);
    let names = collect(Secrets::new(&client).list().items()).expect("pages");
    assert_eq!(names, ["a", "a"]);
}

#[test]
fn what_cannot_be_sent_is_refused_and_nothing_is_sent() {
    let server = Scripted::start([ok("{}")]);
    let (client, _) = client(&server);
    let refused = |result: taskcluster_client::Result<Value>, part: &str| {
        let error = result.expect_err("refused");
        assert!(matches!(error, Error::Request(_)), "{error:?}");
        assert_eq!((error.attempts(), error.status()), (0, None));
        assert!(error.to_string().contains(part), "{error}");
    };
    let (queue, secrets) = (Queue::new(&client), Secrets::new(&client));
    for name in ["", ".", ".."] {
        refused(secrets.get(name).raw().wait(), "name is ");
    }
    refused(
        queue.task("t").option("limit", 3).raw().wait(),
        "no query option",
    );
    let large = json!({ "text": "x".repeat(taskcluster_client::MAX_PAYLOAD) });
    let request = Request::new(Method::Post, "queue", "v1").path(["x"]);
    refused(
        client.call::<Value>(request.json(&large)).send().wait(),
        "at most 10485760",
    );
    let scopes: Vec<String> = (0..200).map(|n| format!("queue:scope:{n:020}")).collect();
    refused(
        queue.task("t").authorized_scopes(scopes).raw().wait(),
        "at most 4096",
    );
    refused(
        queue.task("t").bearer_token("a\nb").raw().wait(),
        "bearer token",
    );
    assert!(server.received().is_empty());
}

#[test]
fn authorized_scopes_are_sent_and_may_be_none() {
    let server = Scripted::start([ok("{}")]);
    let (client, _) = client(&server);
    let queue = Queue::new(&client);
    for scopes in [&["a", "b:*"][..], &[]] {
        let call = queue.ping().authorized_scopes(scopes.iter().copied());
        call.send().wait().expect("a ping");
    }
    let sent: Vec<String> = server
        .received()
        .iter()
        .map(|request| attribute(request.header("authorization").expect("signed"), "ext").to_owned())
        .collect();
    // Base64 of {"authorizedScopes":["a","b:*"]} and {"authorizedScopes":[]}.
    assert_eq!(
        sent,
        [
            "eyJhdXRob3JpemVkU2NvcGVzIjpbImEiLCJiOioiXX0=",
            "eyJhdXRob3JpemVkU2NvcGVzIjpbXX0=",
        ]
    );
}
