//! What `Debug` shows: errors for people, and no secret of anything.

use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use taskcluster_client::artifacts::Artifacts;
use taskcluster_client::{
    Client, Credentials, Error, Method, Options, Queue, Request, RetryPolicy, hawk,
};
use taskcluster_core::Session;
use taskcluster_core::exchange::Exchange;
use taskcluster_tests::{Colour, in_both_colours};
use time::OffsetDateTime;

in_both_colours!(secrets_are_in_no_debug);

const TOKEN: &str = "x6RU_pVvQ1-ziBwQ5c5tEw";

/// What a program prints that returns an error from `main`.
#[test]
fn errors_are_readable_in_debug() {
    let debug = |result: Result<Client, Error>| format!("{:?}", result.expect_err("refused"));
    assert_eq!(
        debug(Client::builder("").user_agent("a").build()),
        "the root URL must be a whole URL, such as https://taskcluster.example.com [Request]"
    );
    let half = Credentials::new("", TOKEN);
    assert_eq!(
        debug(
            Client::builder("https://tc.example.com")
                .credentials(half)
                .build()
        ),
        "the client ID or the access token is empty; give both, or no credentials [Credentials]"
    );
    let nobody = Client::builder("http://127.0.0.1:1").retry(RetryPolicy::none());
    let error = Queue::new(&nobody.build().expect("a client"))
        .ping()
        .send()
        .expect_err("nobody listens there");
    let debug = format!("{error:?}");
    let start = format!("{error} [Transport: Connection refused (");
    assert!(debug.starts_with(&start), "{debug}");
}

/// The same of what is built upon calls.
#[test]
fn errors_of_artifacts_are_readable_in_debug() {
    let client = Client::builder("http://127.0.0.1:1").retry(RetryPolicy::none());
    let client = client.build().expect("a client");
    let of_task = Artifacts::new(&client).of("fN1SbArXTPSVFNUvaOlinQ");
    let of_call = of_task.list().expect_err("nobody listens there");
    let start = format!("{of_call} [Transport: Connection refused (");
    assert!(format!("{of_call:?}").starts_with(&start), "{of_call:?}");
    let folder = of_task.run(0).put("public/x").from_file("/");
    let folder = folder.expect_err("a folder");
    assert_eq!(format!("{folder:?}"), format!("{folder} [Refused]"));
}

fn secrets_are_in_no_debug<C: Colour>() {
    let now = OffsetDateTime::now_utc();
    let issuer = Credentials::new("issuer", TOKEN);
    let temporary = issuer
        .temporary(now, now + Duration::from_secs(60))
        .unnamed()
        .expect("good");
    let builder = Client::builder("https://tc.example.com").credentials(temporary.clone());
    let client: C = C::build(builder).expect("a client");
    let queue = Queue::new(&client);
    let call = queue.task("t");
    let options = Options {
        access_token: Some(TOKEN.to_owned()),
        ..Options::default()
    };
    let debug = format!(
        "{issuer:?} {temporary:?} {client:?} {queue:?} {call:?} {options:?} {:?} {:?} {:?}",
        call.request(),
        Client::builder("https://u:p4ssw0rd@x").credentials(issuer.clone()),
        client.session(),
    );
    let debug = debug + &debug_of_signatures(client.session());
    let decoded = decoded_runs(&debug);
    let certificate = temporary.certificate().expect("temporary").as_json();
    let certificate: serde_json::Value = serde_json::from_str(certificate).expect("JSON");
    for secret in [
        TOKEN,
        temporary.access_token(),
        certificate["seed"].as_str().expect("a seed"),
        certificate["signature"].as_str().expect("a signature"),
        "p4ssw0rd",
        "p4yload",
        "qu3ry",
        "Hawk id",
        &"s".repeat(44),
    ] {
        assert!(!debug.contains(secret), "{debug}");
        assert!(!decoded.contains(secret), "{debug}");
    }
}

/// `Debug` of all that takes part in a signature.
fn debug_of_signatures(session: &Session) -> String {
    let request = Request::new(Method::Put, "secrets", "v1")
        .query("q", "qu3ry")
        .json("p4yload");
    let mut exchange = Exchange::new(&request, session).expect("an exchange");
    let attempt = exchange
        .attempt(SystemTime::now(), "nonce")
        .expect("an attempt");
    let header = attempt.authorization.clone().expect("signed");
    let ext = header.split("ext=\"").nth(1).expect("a certificate");
    let ext = ext.split('"').next().expect("its end");
    let signer = hawk::Signer::new("tester", TOKEN, ext).expect("a signer");
    let artifacts = hawk::Artifacts {
        timestamp: 0,
        nonce: "",
        hash: "",
        ext,
    };
    let issuer = Credentials::new("issuer", TOKEN);
    let now = OffsetDateTime::now_utc();
    let temporary = issuer.temporary(now, now).seed("s".repeat(44));
    // Numbers in place of texts, as a payload's bytes are printed, would hide what is looked for.
    let attempt = format!("{attempt:?}");
    assert!(!attempt.contains("112, 52, 121"), "{attempt}");
    format!("{attempt} {exchange:?} {signer:?} {artifacts:?} {temporary:?}")
}

/// What a text says in base64, in one text.
fn decoded_runs(text: &str) -> String {
    let text = text.replace('-', "+").replace('_', "/");
    let base64 = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/');
    text.split(|c| !base64(c))
        .filter_map(|run| STANDARD_NO_PAD.decode(&run[..run.len() / 4 * 4]).ok())
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .collect()
}
