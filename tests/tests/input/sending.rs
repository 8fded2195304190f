//! What is known to be wrong only when something is signed or sent.

use std::time::{Duration, SystemTime};

use taskcluster_client::RetryPolicy;
use taskcluster_client::{Client, Credentials, Login, Queue, hawk};
use taskcluster_tests::{Colour, Verbs as _, in_both_colours};
use time::OffsetDateTime;

use super::{TOKEN, client, why};

in_both_colours!(
    signed_urls,
    a_header_that_no_server_reads_is_not_sent,
    header_values_that_cannot_be_sent,
    a_bearer_token_that_no_server_reads_is_not_sent,
    limits_beyond_all_measure,
);

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
