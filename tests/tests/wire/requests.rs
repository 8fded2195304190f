//! What goes over the wire.

use serde_json::{Value, json};
use taskcluster_client::auth::types::Scopeset;
use taskcluster_client::{
    Auth, Client, Credentials, Error, Login, MAX_PAYLOAD, Method, Queue, Request, Result, Secrets,
    USER_AGENT,
};
use taskcluster_tests::{Colour, Received, Scripted, Verbs as _, in_both_colours};

use crate::{TOKEN, attribute, build, builder, client, ok};

in_both_colours!(
    other_credentials_have_the_same_limits,
    payloads_are_sent_with_get_and_their_absence_is_declared_with_post,
    each_header_is_sent_once_and_the_host_is_the_one_that_is_signed,
    odd_names_arrive_byte_for_byte_as_they_are_signed,
    without_credentials_requests_are_unsigned_and_a_bearer_token_takes_their_place,
    what_cannot_be_sent_is_refused_and_nothing_is_sent,
    authorized_scopes_are_sent_and_may_be_none,
    connections_are_shared_by_clones_and_other_credentials
);

fn payloads_are_sent_with_get_and_their_absence_is_declared_with_post<C: Colour>() {
    let server = Scripted::start([ok(r#"{"scopes": []}"#)]);
    let (client, _) = client::<C>(&server);
    let scopes = Scopeset::new().scopes(["a"]);
    Auth::new(&client)
        .expand_scopes_get(&scopes)
        .send()
        .expect("scopes");
    let queue = Queue::new(&client);
    let _ = queue.cancel_task("t").send();
    let _ = queue.task("t").send();

    let received = server.received();
    assert_eq!(received[0].line, "GET /api/auth/v1/scopes/expand HTTP/1.1");
    assert_eq!(received[0].body, br#"{"scopes":["a"]}"#);
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

fn each_header_is_sent_once_and_the_host_is_the_one_that_is_signed<C: Colour>() {
    let server = Scripted::start([ok(r#"{"scopes": []}"#)]);
    let (client, _) = client::<C>(&server);
    let scopes = Scopeset::new().scopes(["a"]);
    let auth = Auth::new(&client);
    auth.expand_scopes(&scopes).send().expect("scopes");
    auth.ping().send().expect("an answer");

    let of_all = [
        "accept",
        "accept-encoding",
        "authorization",
        "host",
        "user-agent",
    ];
    let of_payloads = ["content-length", "content-type"];
    let names = |received: &Received| {
        let mut names: Vec<_> = received
            .headers
            .iter()
            .map(|(name, _)| name.clone())
            .collect();
        names.sort();
        names
    };
    let received = server.received();
    let mut with_payload = [&of_all[..], &of_payloads].concat();
    with_payload.sort_unstable();
    assert_eq!(names(&received[0]), with_payload);
    assert_eq!(names(&received[1]), of_all);
    let root_url = server.root_url();
    assert_eq!(received[0].header("host"), root_url.strip_prefix("http://"));
    assert_eq!(received[0].header("accept"), Some("*/*"));
}

fn odd_names_arrive_byte_for_byte_as_they_are_signed<C: Colour>() {
    let server = Scripted::start([ok("{}")]);
    let (client, _) = client::<C>(&server);
    let names = [
        "a/b", "a b", "ü", "%2F", "quote'\"", "a/../b", "+", "a?b#c", "...",
    ];
    for name in names {
        let _ = Secrets::new(&client).get(name).send();
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

fn without_credentials_requests_are_unsigned_and_a_bearer_token_takes_their_place<C: Colour>() {
    let server = Scripted::start([ok("{}")]);
    let client = build::<C>(Client::builder(server.root_url()));
    Queue::new(&client).ping().send().expect("a ping");
    let login = Login::new(&client);
    let _ = login.oidc_credentials("p").bearer_token("b").send();
    let received = server.received();
    assert_eq!(received[0].header("authorization"), None);
    assert_eq!(received[1].header("authorization"), Some("Bearer b"));
}

fn what_cannot_be_sent_is_refused_and_nothing_is_sent<C: Colour>() {
    let server = Scripted::start([ok("{}")]);
    let (client, _) = client::<C>(&server);
    let refused = |result: Result<Value>, part: &str| {
        let error = result.expect_err("refused");
        assert!(matches!(error, Error::Request(_)), "{error:?}");
        assert_eq!((error.attempts(), error.status()), (0, None));
        assert!(error.to_string().contains(part), "{error}");
    };
    let (queue, secrets) = (Queue::new(&client), Secrets::new(&client));
    for name in ["", ".", ".."] {
        refused(secrets.get(name).raw(), "name is ");
    }
    refused(queue.task("t").option("limit", 3).raw(), "no query option");
    let large = json!({ "text": "x".repeat(MAX_PAYLOAD) });
    let request = Request::new(Method::Post, "queue", "v1").path(["x"]);
    refused(
        client.call::<Value>(request.json(&large)).send(),
        "at most 10485760",
    );
    let scopes: Vec<String> = (0..200).map(|n| format!("queue:scope:{n:020}")).collect();
    refused(
        queue.task("t").authorized_scopes(scopes).raw(),
        "at most 4096",
    );
    refused(queue.task("t").bearer_token("a\nb").raw(), "bearer token");
    assert!(server.received().is_empty());
}

fn authorized_scopes_are_sent_and_may_be_none<C: Colour>() {
    let server = Scripted::start([ok("{}")]);
    let (client, _) = client::<C>(&server);
    let queue = Queue::new(&client);
    for scopes in [&["a", "b:*"][..], &[]] {
        let call = queue.ping().authorized_scopes(scopes.iter().copied());
        call.send().expect("a ping");
    }
    let sent: Vec<String> = server
        .received()
        .iter()
        .map(|request| {
            attribute(request.header("authorization").expect("signed"), "ext").to_owned()
        })
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

fn other_credentials_have_the_same_limits<C: Colour>() {
    let server = Scripted::start([ok("{}")]);
    let limited: C = build(builder(&server).authorized_scopes(["a"]));
    let other = limited.with_credentials(Credentials::new("other", TOKEN));
    for client in [&limited, &other.expect("a client")] {
        Queue::new(client).ping().send().expect("a ping");
    }
    let ext = |request: &Received| {
        let header = request.header("authorization").expect("a signature");
        attribute(header, "ext").to_owned()
    };
    let received = server.received();
    assert_eq!(ext(&received[0]), ext(&received[1]));
}

fn connections_are_shared_by_clones_and_other_credentials<C: Colour>() {
    let server = Scripted::start([ok("{}")]);
    let (client, _) = client::<C>(&server);
    let other = |client: &C| {
        let other = client.with_credentials(Credentials::new("other", TOKEN));
        other.expect("a client")
    };
    for _ in 0..20 {
        for client in [other(&client), client.clone()] {
            Queue::new(&client).ping().send().expect("a ping");
        }
    }
    // Each of the 40 would have one of its own. A runtime with several threads may still be putting one
    // back when the next is wanted, so that there may be a few.
    assert!(server.connections() <= 10, "{}", server.connections());
    let other = other(&client);
    std::thread::scope(|scope| {
        for client in [client.clone(), other.clone(), client.clone(), other.clone()] {
            scope.spawn(move || {
                for _ in 0..25 {
                    Queue::new(&client).ping().send().expect("a ping");
                }
            });
        }
    });
    assert_eq!(server.received().len(), 140);
    let by = |id: &str| {
        let header = format!("id=\"{id}\"");
        let signed = |r: &&Received| {
            r.header("authorization")
                .is_some_and(|h| h.contains(&header))
        };
        server.received().iter().filter(signed).count()
    };
    assert_eq!((by("tester"), by("other")), (70, 70));
}
