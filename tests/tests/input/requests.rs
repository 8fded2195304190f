//! Root URLs, arguments, options and payloads.

use serde_json::json;
use taskcluster_client::{Error, Method, PurgeCache, Queue, Request, RootUrl, Secrets};
use taskcluster_tests::{Colour, Verbs as _, in_both_colours};
use time::OffsetDateTime;
use time::macros::datetime;

use super::{client, why};

in_both_colours!(
    path_arguments_and_options,
    requests_by_name,
    payloads_that_no_server_reads,
);

#[test]
fn root_urls() {
    for (text, part) in [
        ("", "must be a whole URL"),
        ("tc.example.com", "must be a whole URL"),
        ("ftp://tc.example.com", "https:// or http://"),
        ("https://", "must be a whole URL"),
        ("https:///api", "no valid host"),
        (
            "https://user:s3cret@tc.example.com",
            "user name or password",
        ),
        ("https://tc.example.com?x", "query or a fragment"),
        ("https://tc.example.com#x", "query or a fragment"),
        ("https://tc.example.com:99999", "port"),
        ("https://tc.example.com:x", "no valid"),
        ("https://tc.example.com/a b", "characters in its path"),
        ("https://tc.example.com/a/../b", "`.` or `..`"),
        ("https://bücher.example", "xn--"),
        ("https://tc.example.com\n", "white space"),
        (" https://tc.example.com", "white space"),
        ("https://tc.example.com:+80", "no valid port"),
        ("https://tc.example.com:0", "no valid port"),
        ("https://[zz]", "no valid"),
        ("https://tc.example.com/a/%2E%2e/b", "`.` or `..`"),
        ("https://tc.example.com/%zz", "encodes nothing"),
    ] {
        let why = why(text.parse::<RootUrl>());
        assert!(why.contains(part), "{text:?}: {why}");
        assert!(!why.contains("s3cret"), "{why}");
    }
    for text in [
        "https://user:PW/x@tc.example.com",
        "https://user:1234/PW@tc.example.com",
        "https://user:1234/PW@tc.example.com/sub",
        "https:/user:PW@tc.example.com",
        "https:user:PW@tc.example.com",
        "user:PW@tc.example.com",
        "https://user:PW@[::1",
        "https://user:?PW@tc.example.com",
        "https://user:P#PW@tc.example.com",
        "https://user:P PW@tc.example.com",
        "https://user:PW@tc.example.com\n",
        "https://user:\u{e9}PW@tc.example.com",
        "https://user\\PW@tc.example.com",
        "https://user:PW%@tc.example.com",
    ] {
        let why = why(text.parse::<RootUrl>());
        assert!(why.contains("user name or password"), "{text:?}: {why}");
        assert!(!why.contains("PW") && !why.contains("1234"), "{why}");
        let json = json!(text).to_string();
        let why = self::why(serde_json::from_str::<RootUrl>(&json));
        assert!(!why.contains("PW") && !why.contains("1234"), "{why}");
    }
    let endless = format!("https://tc.example.com/{}", "^".repeat(100_000));
    assert!(why(endless.parse::<RootUrl>()).len() < 1_000);
    for text in [
        "https://tc.example.com/sub//",
        "http://[::1]:8080",
        "HTTPS://TC.example.com:443",
    ] {
        assert!(text.parse::<RootUrl>().is_ok(), "{text}");
    }
}

fn path_arguments_and_options<C: Colour>() {
    let client = client::<C>();
    for name in ["", ".", ".."] {
        let error = Secrets::new(&client)
            .remove(name)
            .send()
            .expect_err("refused");
        assert!(matches!(error, Error::Request(_)));
        assert_eq!(
            error.to_string(),
            format!("secrets.remove: name is {name:?}, which cannot be sent as part of a path")
        );
    }
    let queue = Queue::new(&client);
    assert_eq!(
        why(queue.task("t").option("limit", 3).send()),
        r#"queue.task: there is no query option "limit": this method takes none"#
    );
    assert_eq!(
        why(queue.list_task_group("t").option("colour", "x").url()),
        "queue.listTaskGroup: there is no query option \"colour\": this method takes \
         continuationToken, limit"
    );
    assert_eq!(
        why(queue.task("t").payload(&json!({})).send()),
        "queue.task: there is no payload for this method"
    );
    let never = datetime!(-0001-01-01 00:00 UTC);
    let purges = PurgeCache::new(&client);
    let requests = purges.purge_requests("p", "w").since(never);
    assert!(
        why(requests.into_call().send()).contains("\"since\" is a date that cannot be written")
    );
    let empty = queue
        .list_task_group("t")
        .continuation_token("")
        .url()
        .expect("a URL");
    assert!(
        empty.ends_with("/list"),
        "an empty option is left out: {empty}"
    );
    let taken_back = queue.list_task_group("t").limit(5).option("limit", "");
    let taken_back = taken_back.url().expect("a URL");
    assert!(taken_back.ends_with("/list"), "{taken_back}");
    assert!(
        why(queue.list_task_group("t").option("colour", "").url()).contains("no query option"),
        "an empty value makes no unknown option right"
    );
}

fn requests_by_name<C: Colour>() {
    let client = client::<C>();
    let call = |service: &'static str, version: &'static str| {
        why(client
            .call::<()>(Request::new(Method::Get, service, version))
            .url())
    };
    assert!(call("", "v1").contains(r#""" is not the name of a service"#));
    assert!(call("../x", "v1").contains("not the name of a service"));
    assert!(call("queue", "v1/x").contains("not the name of a version"));
}

fn payloads_that_no_server_reads<C: Colour>() {
    let client = client::<C>();
    let large = json!({ "text": "x".repeat(10 * 1024 * 1024) });
    let call = client.call::<()>(
        Request::new(Method::Post, "queue", "v1")
            .path(["x"])
            .json(&large),
    );
    let why_large = why(call.send());
    assert!(why_large.contains("10485760"), "{why_large}");

    let mut request =
        taskcluster_client::secrets::types::Secret::new(json!({}), OffsetDateTime::now_utc());
    request.expires = datetime!(-0001-01-01 0:00 UTC);
    let why_date = why(Secrets::new(&client).set("a", &request).send());
    assert!(why_date.contains("year from 0 to 9999"), "{why_date}");
}
