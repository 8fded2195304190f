//! Credentials, and the options that have them.

use std::time::Duration;

use taskcluster_client::{Auth, Client, Credentials, Options, Queue};
use taskcluster_tests::{Colour, Verbs as _, in_both_colours};
use time::OffsetDateTime;
use time::macros::datetime;

use super::{TOKEN, client, why};

in_both_colours!(
    credentials_that_cannot_be_sent,
    credentials_with_something_around_them,
    options_from_the_environment,
);

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
