//! What errors say: the same in both kinds of client.

use std::time::Duration;

use taskcluster_client::auth::types::AuthenticateHawkResponse;
use taskcluster_client::{Auth, Client, Credentials, Error, Queue, RetryPolicy};
use taskcluster_fake::FakeTaskcluster;
use taskcluster_tests::{Act, Colour, Scripted, Verbs as _, answer, in_both_colours};
use time::OffsetDateTime;

use crate::{build, ok};

in_both_colours!(
    what_went_wrong_on_the_way_is_told_in_the_same_words,
    a_call_that_was_not_signed_says_so,
    credentials_that_have_expired_are_not_sent,
    credentials_are_checked,
);

fn what_went_wrong_on_the_way_is_told_in_the_same_words<C: Colour>() {
    for (act, told) in [
        (
            Act::SendAndClose(String::new()),
            "no answer: the connection was closed before the answer was complete",
        ),
        (
            Act::SendAndClose("HTTP/1.1 200 OK\r\nContent-Len".into()),
            "no answer: the connection was closed before the answer was complete",
        ),
        (
            Act::SendAndClose("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc".into()),
            "no answer: the connection was closed before the answer was complete",
        ),
        (
            Act::SendAndClose("SSH-2.0-OpenSSH_9.2\r\n\r\n".into()),
            "no answer: what came is not HTTP",
        ),
    ] {
        let server = Scripted::start([act.clone()]);
        let builder = Client::builder(server.root_url()).retry(RetryPolicy::none());
        let error = Queue::new(&build::<C>(builder)).ping().send();
        let text = error.expect_err("no answer").to_string();
        let url = format!("{}/api/queue/v1/ping", server.root_url());
        assert_eq!(text, format!("queue.ping: {told} ({url})"), "{act:?}");
    }
}

fn a_call_that_was_not_signed_says_so<C: Colour>() {
    const NOTE: &str = "the request was not signed: the client has no credentials";
    let body = r#"{"code": "InsufficientScopes", "message": "no"}"#;
    let server = Scripted::start([answer("403 Forbidden", "", body)]);
    let anonymous = Client::builder(server.root_url());
    let signing =
        Client::builder(server.root_url()).credentials(Credentials::new("tester", "no-secret"));
    for (builder, is_told) in [(anonymous, true), (signing, false)] {
        let error = Queue::new(&build::<C>(builder)).ping().send();
        let text = error.expect_err("refused").to_string();
        assert_eq!(text.contains(NOTE), is_told, "{text}");
    }
}

fn credentials_that_have_expired_are_not_sent<C: Colour>() {
    let server = Scripted::start([ok("{}")]);
    let now = OffsetDateTime::now_utc();
    let (long_ago, recently) = (
        now - Duration::from_secs(7200),
        now - Duration::from_secs(3600),
    );
    let issuer = Credentials::new("tester", "no-secret");
    let old = issuer
        .temporary(long_ago, recently)
        .unnamed()
        .expect("good");
    let client = build::<C>(Client::builder(server.root_url()).credentials(old));
    let call = || Queue::new(&client).ping();
    let errors = [
        call().send().expect_err("expired"),
        call().signed_url(None).map(drop).expect_err("expired"),
    ];
    for error in errors {
        assert!(matches!(error, Error::Credentials(_)), "{error:?}");
        let text = error.to_string();
        let start = "queue.ping: the temporary credentials ended at ";
        assert!(text.starts_with(start), "{text}");
    }
    assert!(server.received().is_empty());
}

fn credentials_are_checked<C: Colour>() {
    let fake = FakeTaskcluster::start().expect("a server");
    let check = |credentials: Option<Credentials>| {
        let builder = Client::builder(fake.root_url());
        let builder = match credentials {
            Some(credentials) => builder.credentials(credentials),
            None => builder,
        };
        Auth::new(&build::<C>(builder)).check_credentials().send()
    };
    let good = fake.credentials();
    match check(Some(good.clone())).expect("an answer") {
        AuthenticateHawkResponse::AuthSuccess(caller) => {
            assert_eq!(caller.client_id, good.client_id());
        }
        other => panic!("{other:?}"),
    }
    let wrong = Credentials::new(good.client_id(), "wr0ng-t0ken-wr0ng-t0ken");
    let answer = check(Some(wrong)).expect("an answer");
    assert!(
        matches!(&answer, AuthenticateHawkResponse::AuthFailed(_)),
        "{answer:?}"
    );
    let error = check(None).expect_err("nothing to check");
    assert!(matches!(error, Error::Request(_)), "{error:?}");
}
