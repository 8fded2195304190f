//! Answers of today's servers of which references say nothing, or something else.

use serde_json::json;
use taskcluster_client::object::types::{AcceptedDownloadMethods, DownloadObjectRequest};
use taskcluster_client::*;
use taskcluster_tests::{Colour, Scripted, Verbs as _, answer, in_both_colours};

in_both_colours!(
    every_service_tells_its_version_and_health,
    downloads_lead_to_a_place,
    a_tunnel_has_a_token,
    a_badge_is_a_picture,
    a_profile_is_json
);

fn answering<C: Colour>(status: &str, headers: &str, body: &str) -> (Scripted, C) {
    let server = Scripted::start([answer(status, headers, body)]);
    let builder = Client::builder(server.root_url());
    let client = C::build(builder.credentials(Credentials::new("c", "t0ken"))).expect("a client");
    (server, client)
}

fn every_service_tells_its_version_and_health<C: Colour>() {
    let version = r#"{"version":"v106.0.0","commit":"c0ffee","source":"s","build":"","by":"me"}"#;
    let (server, client) = answering::<C>("200 OK", "", version);
    macro_rules! of {
        ($($Api:ident),+) => {
            [$($Api::new(&client).version()),+].map(|call| call.send().expect("a version"))
        };
    }
    for version in of!(
        Auth,
        Github,
        Hooks,
        Index,
        Notify,
        Object,
        PurgeCache,
        Queue,
        Secrets,
        WebServer,
        WorkerManager
    ) {
        assert_eq!(
            (
                &*version.version,
                &*version.commit,
                &*version.source,
                &*version.build
            ),
            ("v106.0.0", "c0ffee", "s", "")
        );
        assert_eq!(version.extra_members["by"], "me");
    }
    assert_eq!(
        server.received()[3].line,
        "GET /api/index/v1/__version__ HTTP/1.1"
    );

    let (_server, client) = answering::<C>("200 OK", "", "{}");
    let queue = Queue::new(&client);
    let heartbeats: [Heartbeat; 2] =
        [queue.heartbeat(), queue.lbheartbeat()].map(|call| call.send().expect("a heartbeat"));
    assert_eq!(heartbeats, [Heartbeat::default(), Heartbeat::default()]);
    // A build that tells nothing.
    assert_eq!(
        queue.version().send().expect("a version"),
        Version::default()
    );
}

fn downloads_lead_to_a_place<C: Colour>() {
    let place = "https://bucket.example.com/a%2Fb";
    let header = format!("Location: {place}\r\n");
    let (server, client) = answering::<C>("303 See Other", &header, "See Other.");
    let object = Object::new(&client);
    let found = object.download("a/b").send().expect("a place");
    assert_eq!(found.location, place);
    assert_eq!(server.received().len(), 1);

    let url = format!("{place}?X-Amz-Signature=5ecret");
    let body = json!({"method": "getUrl", "url": url, "expires": "2030-01-02T03:04:05.678Z",
        "hashes": {"sha256": "00"}});
    let (_server, client) = answering::<C>("200 OK", "", &body.to_string());
    let methods = AcceptedDownloadMethods::new().get_url(true).simple(true);
    let request = DownloadObjectRequest::new(methods);
    let found = Object::new(&client).start_download("a/b", &request);
    let found = found.send().expect("a method");
    assert!(!format!("{found:?}").contains("5ecret"), "{found:?}");
    let object::types::DownloadObjectResponse::GetUrl(found) = found else {
        panic!("{found:?}");
    };
    assert_eq!(found.url, url);
}

fn a_tunnel_has_a_token<C: Colour>() {
    let body = json!({"wstClient": "cl", "wstAudience": "aud", "token": "hidden",
        "expires": "2030-01-02T03:04:05.678Z"});
    let (server, client) = answering::<C>("200 OK", "", &body.to_string());
    let found = Auth::new(&client)
        .websocktunnel_token("aud", "cl")
        .send()
        .expect("a token");
    assert_eq!(
        (&*found.wst_client, &*found.wst_audience, &*found.token),
        ("cl", "aud", "hidden")
    );
    assert!(!format!("{found:?}").contains("hidden"), "{found:?}");
    assert_eq!(
        server.received()[0].line,
        "GET /api/auth/v1/websocktunnel/aud/cl HTTP/1.1"
    );
}

fn a_badge_is_a_picture<C: Colour>() {
    let (_server, client) = answering::<C>("200 OK", "Content-Type: image/svg+xml\r\n", "<svg/>");
    let badge = Github::new(&client)
        .badge("o", "r", "main")
        .send()
        .expect("a badge");
    assert_eq!(badge.content_type, "image/svg+xml");
    assert_eq!(badge.bytes, b"<svg/>");
}

fn a_profile_is_json<C: Colour>() {
    let body = r#"{"meta":{"version":27},"threads":[]}"#;
    let (server, client) = answering::<C>("200 OK", "", body);
    let web = WebServer::new(&client);
    for call in [web.task_group_profile("g"), web.task_profile("t")] {
        assert_eq!(call.send().expect("a profile")["meta"]["version"], 27);
    }
    assert_eq!(
        server.received()[1].line,
        "GET /api/web-server/v1/task/t/profile HTTP/1.1"
    );
}
