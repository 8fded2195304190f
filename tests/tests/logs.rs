//! What is logged, and what never is.

use std::sync::Mutex;
use std::time::Duration;

use log::{LevelFilter, Log, Metadata, Record};
use serde_json::json;
use taskcluster_client::secrets::types::Secret;
use taskcluster_client::{
    AsyncClient, Client, Credentials, Method, Queue, Request, RetryPolicy, Secrets, logging,
};
use taskcluster_tests::{Act, Colour, Scripted, Verbs as _, answer};
use time::OffsetDateTime;

/// The target under which ureq prints what it sends and receives, at level trace. It is the one that
/// `logging` and the guide tell programs to leave out.
const WIRE: &str = "ureq_proto::util";

/// Keeps every line of every target, at every level.
struct Everything(Mutex<Vec<(String, String)>>);

static LINES: Everything = Everything(Mutex::new(Vec::new()));

impl Log for Everything {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        let line = format!("{} {}", record.level(), record.args());
        self.0
            .lock()
            .expect("the lines")
            .push((record.target().to_owned(), line));
    }

    fn flush(&self) {}
}

#[test]
fn logs_tell_of_attempts_and_hold_no_secret() {
    log::set_logger(&LINES).expect("the only logger of this process");
    log::set_max_level(LevelFilter::Trace);
    assert!(!logging::init_from_env(), "a program's own logger stays");

    let wire = examine::<Client>();
    let told = wire.contains("authorization:.Hawk.id=") && wire.contains("busy");
    assert!(
        told,
        "ureq prints the wire no more: the warnings may go\n{wire}"
    );
    assert_eq!(examine::<AsyncClient>(), "", "nothing of the wire");
}

/// Calls that fail in several ways; and a signed URL.
fn calls<C: Colour>(client: &C) -> String {
    let secrets = Secrets::new(client);
    let secret = Secret::new(json!({"key": "p4yload"}), OffsetDateTime::now_utc());
    let set = secrets.set("n", &secret);
    set.send().expect("the third attempt");
    secrets.get("n").send().expect_err("refused");
    let request = Request::new(Method::Delete, "secrets", "v1").path(["secret", "4rgument"]);
    assert!(!format!("{request:?}").contains("4rgument"), "{request:?}");
    let by_hand = client.call::<()>(request);
    by_hand.send().expect_err("out of order");
    let queue = Queue::new(client);
    let call = queue.get_latest_artifact("t", "private/x");
    call.clone().send().expect("a redirect");
    call.signed_url(None).expect("a URL")
}

/// Looks at all that is logged while calls are made. Returns what [`WIRE`] prints: bytes in rows,
/// each as numbers and then as 16 characters.
fn examine<C: Colour>() -> String {
    LINES.0.lock().expect("the lines").clear();

    let issuer = Credentials::new("issuer", "1ssuer-t0ken-0123456789");
    let now = OffsetDateTime::now_utc();
    let temporary = issuer
        .temporary(now, now + Duration::from_secs(60))
        .scopes(["sc0pe:*"]);
    let temporary = temporary.named("issuer/worker").expect("credentials");
    let certificate = temporary
        .certificate()
        .expect("temporary")
        .as_json()
        .to_owned();

    let refused = answer(
        "403 Forbidden",
        "",
        r#"{"code": "Insufficient\nWARN\u001b[2JScopes", "message": "no"}"#,
    );
    let server = Scripted::start([
        answer("503 Service Unavailable", "", "busy"),
        Act::SendAndClose(String::new()),
        answer("200 OK", "Content-Type: application/json\r\n", "{}"),
        refused,
        answer("501 Not Implemented", "Retry-After: 3600\r\n", "broken"),
        answer(
            "303 See Other",
            "Location: https://store/x?sig=s1gned\r\n",
            "",
        ),
    ]);
    let builder = Client::builder(server.root_url())
        .credentials(temporary.clone())
        .retry(RetryPolicy::default().first_wait(Duration::from_millis(1)));
    let url = calls(&C::build(builder).expect("a client"));
    let bewit = url.split("bewit=").nth(1).expect("signed").to_owned();

    let lines = LINES.0.lock().expect("the lines").clone();
    let ours: Vec<&str> = lines
        .iter()
        .filter(|(target, _)| target == logging::TARGET)
        .map(|(_, line)| line.as_str())
        .collect();
    let wanted = [
        "DEBUG secrets.set: attempt 1",
        "INFO secrets.set: attempt 1: status 503; next attempt in ",
        "DEBUG secrets.set: attempt 2",
        "INFO secrets.set: attempt 2: ",
        "DEBUG secrets.set: attempt 3",
        "DEBUG secrets.set: attempt 3: status 200 (",
        "DEBUG secrets.get: attempt 1",
        r"WARN secrets.get: attempt 1: status 403 Insufficient\nWARN\u{1b}[2JScopes; the call failed (",
        "DEBUG DELETE secrets/v1: attempt 1",
        "WARN DELETE secrets/v1: attempt 1: status 501; the call failed (",
        "DEBUG queue.getLatestArtifact: attempt 1",
        "DEBUG queue.getLatestArtifact: attempt 1: status 303 (",
    ];
    assert_eq!(ours.len(), wanted.len(), "{ours:#?}");
    for (line, start) in ours.iter().zip(wanted) {
        assert!(
            line.starts_with(start),
            "{line:?} does not begin with {start:?}"
        );
    }

    // The HTTP library prints the location of a redirect at trace level, under its own target.
    assert!(!ours.concat().contains("s1gned"), "{ours:#?}");
    // And the path of every request at debug level.
    assert!(!ours.concat().contains("4rgument"), "{ours:#?}");

    let (wire, lines): (Vec<_>, Vec<_>) = lines.into_iter().partition(|(target, _)| target == WIRE);
    let all = lines
        .iter()
        .map(|(_, line)| line.as_str())
        .collect::<Vec<_>>()
        .join("\n");
    let signature = serde_json::from_str::<serde_json::Value>(&certificate).expect("JSON");
    let signature = signature["signature"]
        .as_str()
        .expect("a signature")
        .to_owned();
    for secret in [
        issuer.access_token(),
        temporary.access_token(),
        &certificate,
        &signature,
        "p4yload",
        "Hawk id",
        &bewit,
    ] {
        assert!(!all.contains(secret), "{secret:?} is in the log:\n{all}");
    }
    let row = |(_, line): &(String, String)| line[line.len() - 16..].to_owned();
    wire.iter().map(row).collect()
}
