//! What wrong values get, at each public entry point: an error that says what to do.

use std::time::{Duration, SystemTime};

use serde_json::json;
use taskcluster_client::RetryPolicy;
use taskcluster_client::{
    Auth, Client, Credentials, Error, Login, Method, Options, PurgeCache, Queue, Request, RootUrl,
    Secrets, hawk,
};
use taskcluster_tests::{Colour, Verbs as _, in_both_colours};
use time::OffsetDateTime;
use time::macros::datetime;

in_both_colours!(
    path_arguments_and_options,
    requests_by_name,
    payloads_that_no_server_reads,
    credentials_that_cannot_be_sent,
    credentials_with_something_around_them,
    options_from_the_environment,
    signed_urls,
    a_header_that_no_server_reads_is_not_sent,
    header_values_that_cannot_be_sent,
    a_bearer_token_that_no_server_reads_is_not_sent,
    limits_beyond_all_measure,
);

const TOKEN: &str = "x6RU_pVvQ1-ziBwQ5c5tEw";

fn client<C: Colour>() -> C {
    let credentials = Credentials::new("tester", TOKEN);
    let builder = Client::builder("https://tc.example.com").credentials(credentials);
    C::build(builder).expect("a client")
}

/// The text of an error.
fn why<T, E: std::fmt::Display>(result: Result<T, E>) -> String {
    match result {
        Ok(_) => "nothing is wrong".to_owned(),
        Err(e) => e.to_string(),
    }
}

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

fn credentials_that_cannot_be_sent<C: Colour>() {
    let build = |id: &str, token: &str| {
        why(C::build(
            Client::builder("https://tc.example.com").credentials(Credentials::new(id, token)),
        ))
    };
    for id in ["t\u{e9}ster", "a\"b", "a\\b", "a\nb"] {
        let why = build(id, TOKEN);
        assert!(why.contains("the client ID cannot be sent"), "{why}");
    }
    assert!(build("", TOKEN).contains("empty"));
    assert!(build("tester", "").contains("empty"));
    let scopes = Client::builder("https://tc.example.com").authorized_scopes(["a"]);
    assert!(why(C::build(scopes)).contains("this client has none"));
    let client = client::<C>();
    let auth = Auth::new(&client);
    let call = auth.current_scopes().authorized_scopes(["\u{e9}"]);
    assert!(
        why(call.send()).contains("authorized scope"),
        "scopes are ASCII"
    );
}

/// What stands around a text that was copied, or read from a file, is no part of it.
const AROUND: [(&str, &str); 9] = [
    ("\n", "a line break"),
    ("\r\n", "a line break"),
    (" ", "white space"),
    ("\t", "white space"),
    ("\u{a0}", "white space"),
    ("\"", "a quotation mark"),
    ("'", "a quotation mark"),
    ("\u{feff}", "a byte order mark"),
    ("\u{0}", "a control character"),
];

fn credentials_with_something_around_them<C: Colour>() {
    let root = ("TASKCLUSTER_ROOT_URL", "https://tc.example.com");
    for (around, what) in AROUND {
        for (id, token, name) in [
            (
                "s3cret".to_owned(),
                format!("s3cret{around}"),
                "access token",
            ),
            (
                "s3cret".to_owned(),
                format!("{around}s3cret"),
                "access token",
            ),
            (format!("s3cret{around}"), "s3cret".to_owned(), "client ID"),
            (format!("{around}s3cret"), "s3cret".to_owned(), "client ID"),
        ] {
            let check = |why: String, name: &str| {
                assert!(
                    why.contains(name) && why.contains(what),
                    "{around:?}: {why}"
                );
                assert!(!why.contains("s3cret"), "{why}");
            };
            let credentials = Credentials::new(&id, &token);
            let builder =
                Client::builder("https://tc.example.com").credentials(credentials.clone());
            check(why(C::build(builder)), name);
            check(
                why(client::<C>().with_credentials(credentials.clone())),
                name,
            );
            let now = OffsetDateTime::now_utc();
            let temporary = credentials.temporary(now, now + Duration::from_secs(60));
            check(why(temporary.unnamed()), name);

            let variables = [
                root,
                ("TASKCLUSTER_CLIENT_ID", &id),
                ("TASKCLUSTER_ACCESS_TOKEN", &token),
            ];
            let options = Options::from_lookup(|wanted| {
                let set = variables.iter().find(|(name, _)| *name == wanted);
                set.map(|(_, value)| (*value).to_owned())
            });
            let variable = format!("TASKCLUSTER_{}", name.to_uppercase().replace(' ', "_"));
            check(why(options.builder().and_then(C::build)), &variable);
        }
    }
    let inside = Credentials::new("tester", "two\nlines");
    let builder = Client::builder("https://tc.example.com").credentials(inside);
    let why = why(C::build(builder));
    assert!(
        why.contains("a line break") && !why.contains("two"),
        "{why}"
    );
}

#[test]
fn credentials_as_json() {
    let read = |json: &str| why(serde_json::from_str::<Credentials>(json));
    for json in [
        r#""s3cret""#,
        r#"["s3cret"]"#,
        r#"["tester", "s3cret", null]"#,
        r#"{"clientId": ["s3cret"], "accessToken": "s3cret"}"#,
        r#"{"clientId": "tester", "accessToken": {"x": "s3cret"}}"#,
        r#"{"clientId": "tester", "s3cret": "s3cret"}"#,
        r#"{"accessToken": "s3cret"}"#,
        r#"{"clientId": "tester", "accessToken": "s3cret", "certificate": "s3cret"}"#,
        r#"{"clientId": "tester", "accessToken": "s3cret", "certificate": ["s3cret"]}"#,
        "17203947",
        "true",
    ] {
        let why = read(json);
        assert!(
            !why.contains("s3cret") && !why.contains("17203947"),
            "{why}"
        );
        assert_ne!(why, "nothing is wrong", "{json}");
    }
    let why_text = read(r#""s3cret""#);
    assert!(
        why_text.contains("clientId") && why_text.contains("accessToken"),
        "{why_text}"
    );
    for limits in ["[]", r#"["queue:*"]"#, r#""queue:*""#, "0"] {
        let limited = format!(
            r#"{{"clientId": "tester", "accessToken": "{TOKEN}", "authorizedScopes": {limits}}}"#
        );
        let why = read(&limited);
        assert!(
            why.contains("authorizedScopes") && why.contains("authorized_scopes"),
            "{why}"
        );
    }
    let unlimited = format!(
        r#"{{"clientId": "tester", "accessToken": "{TOKEN}", "authorizedScopes": null, "x": 1}}"#
    );
    let credentials: Credentials = serde_json::from_str(&unlimited).expect("credentials");
    assert_eq!(credentials, Credentials::new("tester", TOKEN));
}

#[test]
fn temporary_credentials() {
    let issuer = Credentials::new("issuer", TOKEN);
    let (start, expiry) = (
        datetime!(2030-01-01 0:00 UTC),
        datetime!(2030-01-02 0:00 UTC),
    );
    let make = || issuer.temporary(start, expiry);
    let cases = [
        (
            why(issuer.temporary(expiry, start).unnamed()),
            "cannot expire before they start",
        ),
        (
            why(issuer
                .temporary(start, start + Duration::from_secs(31 * 86_400 + 1))
                .unnamed()),
            "31 days",
        ),
        (why(make().named("issuer")), "must differ from the issuer"),
        (why(make().named("a\"b")), "cannot be sent"),
        (
            why(make().scopes(["a\nb"]).unnamed()),
            "only printable ASCII",
        ),
        (why(make().seed("short").unnamed()), "instead of 44"),
        (why(make().seed("\u{e9}".repeat(22)).unnamed()), "not ASCII"),
        (
            why(Credentials::new("", TOKEN)
                .temporary(start, expiry)
                .unnamed()),
            "lack",
        ),
    ];
    for (why, part) in cases {
        assert!(why.contains(part), "{why}");
    }
    let temporary = make().named("issuer/x").expect("good ones");
    let why_chain = why(temporary.temporary(start, expiry).unnamed());
    assert!(why_chain.contains("cannot issue others"), "{why_chain}");
    assert!(
        issuer
            .temporary(start, start + Duration::from_secs(31 * 86_400))
            .unnamed()
            .is_ok()
    );
}

fn options_from_the_environment<C: Colour>() {
    let options = |pairs: &[(&str, &str)]| {
        let pairs: Vec<(String, String)> = pairs
            .iter()
            .map(|(k, v)| (format!("TASKCLUSTER_{k}"), (*v).to_owned()))
            .collect();
        Options::from_lookup(move |name| {
            pairs
                .iter()
                .find(|(other, _)| other == name)
                .map(|(_, value)| value.clone())
        })
    };
    let build = |pairs: &[(&str, &str)]| why(options(pairs).builder().and_then(C::build));
    let root = ("ROOT_URL", "https://tc.example.com");
    assert!(build(&[]).contains("set TASKCLUSTER_ROOT_URL"));
    assert!(build(&[("ROOT_URL", "")]).contains("set TASKCLUSTER_ROOT_URL"));
    for (variable, value, told) in [
        ("ROOT_URL", "tc.example.com", " \"tc.example.com\" must be"),
        (
            "PROXY_URL",
            "taskcluster:80?k=s3cret",
            " \"taskcluster:80\" must be",
        ),
        // The access token, in the wrong variable.
        (
            "ROOT_URL",
            "s3cret-0f-22-ch4r5-or-more",
            " must be a whole URL",
        ),
        (
            "ROOT_URL",
            "https://u:s3cret@host",
            " must not hold a user name",
        ),
    ] {
        let why = build(&[(variable, value)]);
        let start = format!("TASKCLUSTER_{variable}: the root URL{told}");
        assert!(why.starts_with(&start) && !why.contains("s3cret"), "{why}");
    }
    assert!(build(&[root, ("CLIENT_ID", "x")]).contains("TASKCLUSTER_ACCESS_TOKEN is not"));
    assert!(build(&[root, ("ACCESS_TOKEN", "x")]).contains("TASKCLUSTER_CLIENT_ID is not"));
    assert!(build(&[root, ("CERTIFICATE", "{}")]).contains("TASKCLUSTER_CERTIFICATE is set"));
    let pair = [
        root,
        ("CLIENT_ID", "x"),
        ("ACCESS_TOKEN", "y"),
        ("CERTIFICATE", "{"),
    ];
    assert!(build(&pair).contains("not JSON"));

    let reach = |pairs: &[(&str, &str)]| {
        let client = options(pairs)
            .builder()
            .and_then(C::build)
            .expect("a client");
        Queue::new(&client).ping().url().expect("a URL")
    };
    let proxy = ("PROXY_URL", "http://taskcluster/");
    assert_eq!(
        reach(&[root, proxy]),
        "http://taskcluster/api/queue/v1/ping"
    );
    assert_eq!(
        reach(&[root, proxy, ("CLIENT_ID", "x"), ("ACCESS_TOKEN", "y")]),
        "https://tc.example.com/api/queue/v1/ping",
        "credentials are not for the proxy"
    );
    assert!(build(&[proxy, ("CLIENT_ID", "x"), ("ACCESS_TOKEN", "y")]).contains("ROOT_URL"));
}

fn signed_urls<C: Colour>() {
    let signing = client::<C>();
    let queue = Queue::new(&signing);
    let get = queue.task("t");
    assert!(why(get.signed_url(Duration::from_millis(999))).contains("one second"));
    for seconds in [1 << 38, 1 << 40, 1 << 62, u64::MAX] {
        assert!(why(get.signed_url(Duration::from_secs(seconds))).contains("too long"));
    }
    let long_ago = SystemTime::UNIX_EPOCH - Duration::from_secs(1 << 40);
    assert!(get.signed_url_at(long_ago, Duration::from_secs(1)).is_ok());
    assert!(why(queue.cancel_task("t").signed_url(None)).contains("only a GET"));
    assert!(get.signed_url(None).expect("a URL").contains("?bewit="));
    let long = "x".repeat(hawk::MAX_BEWIT_RESOURCE);
    let why_long = why(queue.task(&long).signed_url(None));
    assert!(
        why_long.contains("at most 4096") && why_long.contains("shorter arguments"),
        "{why_long}"
    );
    let anonymous = Client::builder("https://tc.example.com");
    let anonymous: C = C::build(anonymous).expect("a client");
    assert!(why(Queue::new(&anonymous).task("t").signed_url(None)).contains("needs credentials"));
}

fn a_header_that_no_server_reads_is_not_sent<C: Colour>() {
    let now = OffsetDateTime::now_utc();
    let scopes = (0..120).map(|n| format!("queue:get-artifact:private/{n:04}"));
    let issuer = Credentials::new("issuer", TOKEN);
    let many = issuer
        .temporary(now, now + Duration::from_secs(60))
        .scopes(scopes)
        .unnamed();
    let client = client::<C>()
        .with_credentials(many.expect("credentials"))
        .expect("a client");
    let why = why(Queue::new(&client).task("t").send());
    assert!(
        why.contains("at most 4096") && why.contains("fewer scopes"),
        "{why}"
    );
}

fn header_values_that_cannot_be_sent<C: Colour>() {
    let builder = Client::builder("https://tc.example.com").user_agent("a\nb");
    assert!(why(C::build(builder)).contains("the user agent"));
    let client = client::<C>();
    let login = Login::new(&client);
    let empty = login.oidc_credentials("p").bearer_token("");
    assert!(why(empty.send()).contains("the bearer token is empty"));
    let call = login.oidc_credentials("p").bearer_token("a\nb");
    let why = why(call.send());
    assert!(
        why.contains("the bearer token") && !why.contains("a\nb"),
        "{why}"
    );
}

fn a_bearer_token_that_no_server_reads_is_not_sent<C: Colour>() {
    let client = client::<C>();
    let login = Login::new(&client);
    // The header has `Bearer ` before the token.
    let call = login.oidc_credentials("p").bearer_token(&"x".repeat(4_090));
    let why = why(call.send());
    assert!(why.contains("the bearer token has 4090 bytes"), "{why}");
    assert!(
        why.contains("at most 4089") && !why.contains("scopes"),
        "{why}"
    );
}

fn limits_beyond_all_measure<C: Colour>() {
    let builder = || Client::builder("http://127.0.0.1:1").retry(RetryPolicy::none());
    for nothing in [
        builder().timeout(Duration::ZERO),
        builder().connect_timeout(Duration::ZERO),
    ] {
        assert!(why(C::build(nothing)).contains("a time limit of zero"));
    }
    let limits = builder()
        .timeout(Duration::MAX)
        .connect_timeout(Duration::MAX);
    let client: C = C::build(limits).expect("a client");
    assert!(
        why(Queue::new(&client).ping().send()).contains("no answer"),
        "nobody listens there"
    );
    let policy = RetryPolicy::none().deadline(Duration::MAX);
    assert!(why(Queue::new(&client).ping().retry(policy).send()).contains("no answer"));
}
