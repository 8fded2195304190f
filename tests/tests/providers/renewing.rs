//! When a provider is asked, and what comes of it.

use std::sync::{Arc, Barrier, Mutex};
use std::thread;
use std::time::Duration;

use serde_json::Value;
use taskcluster_client::{
    Auth, Client, Credentials, Method, Queue, Request, RetryPolicy, Secrets, TemporaryProvider,
};
use taskcluster_fake::FakeTaskcluster;
use taskcluster_tests::{Colour, Scripted, Sleep, Verbs as _, answer, in_both_colours};

use super::{Counting, TOKEN, client, numbered, ok, refused, signers, with};

in_both_colours!(
    a_provider_is_asked_before_the_first_call_and_no_more_while_it_lasts,
    many_threads_cause_one_renewal,
    a_refusal_is_answered_by_other_credentials_whatever_the_retries,
    a_refusal_of_the_only_credentials_is_the_error,
    each_attempt_is_signed_by_what_is_good_then,
    temporary_credentials_are_made_anew_by_the_servers_clock,
    signed_urls_are_signed_by_what_the_provider_gives,
    limits_hold_for_all_that_a_provider_gives,
);

fn a_provider_is_asked_before_the_first_call_and_no_more_while_it_lasts<C: Colour>() {
    let server = Scripted::start([ok()]);
    let provider = Counting::new(|number, _| Ok(numbered(number)));
    let client = client::<C>(&server, &provider);
    assert_eq!(
        (provider.asked(), client.session().credentials()),
        (0, None)
    );
    for _ in 0..3 {
        Queue::new(&client).ping().send().expect("an answer");
    }
    assert_eq!(provider.asked(), 1);
    assert_eq!(signers(&server), ["client-0"; 3]);
    let known = client.session().credentials().expect("known by now");
    assert_eq!(known.client_id(), "client-0");
}

fn many_threads_cause_one_renewal<C: Colour>() {
    const THREADS: usize = 16;
    let server = Scripted::start([ok()]);
    let provider = Counting::new(|number, _| {
        // So that others come meanwhile.
        thread::sleep(Duration::from_millis(50));
        Ok(numbered(number))
    });
    let client = client::<C>(&server, &provider);
    let begin = Barrier::new(THREADS);
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                begin.wait();
                Queue::new(&client).ping().send().expect("an answer");
            });
        }
    });
    assert_eq!(provider.asked(), 1);
    assert_eq!(signers(&server), ["client-0"; THREADS]);
}

fn a_refusal_is_answered_by_other_credentials_whatever_the_retries<C: Colour>() {
    let server = Scripted::start([refused(), ok(), refused(), refused()]);
    let provider = Counting::new(|number, _| Ok(numbered(number)));
    let builder = with(server.root_url(), &provider).retry(RetryPolicy::none());
    let client = C::build(builder).expect("a client");
    let create = || {
        // One of which a second call does harm: a refusal did nothing.
        let request = Request::new(Method::Post, "notify", "v1").path(["email"]);
        client.call::<Value>(request)
    };
    create().send().expect("the second attempt");
    let error = create().send().expect_err("refused twice");
    assert_eq!(
        (error.code(), error.attempts()),
        (Some("AuthenticationFailed"), 2)
    );
    assert_eq!(
        signers(&server),
        ["client-0", "client-1", "client-1", "client-2"]
    );
    assert_eq!(provider.asked(), 3);
}

fn a_refusal_of_the_only_credentials_is_the_error<C: Colour>() {
    let server = Scripted::start([refused()]);
    let provider = Counting::new(|_, _| Ok(numbered(0)));
    let client = client::<C>(&server, &provider);
    let error = Queue::new(&client).ping().send().expect_err("refused");
    assert_eq!((error.status(), error.attempts()), (Some(401), 1));
    assert_eq!((provider.asked(), server.received().len()), (2, 1));
}

fn each_attempt_is_signed_by_what_is_good_then<C: Colour>() {
    let busy = || answer("503 Service Unavailable", "", "busy");
    let server = Scripted::start([busy(), busy(), ok()]);
    let current = Arc::new(Mutex::new(0));
    let read = Arc::clone(&current);
    let provider = Counting::new(move |_, now| {
        let number = *read.lock().expect("a number");
        Ok(numbered(number).ask_again(now))
    });
    // What was given changes while the client waits for the second time.
    let waits = Mutex::new(0);
    let sleep: Sleep = Arc::new(move |_| {
        let mut waits = waits.lock().expect("a number");
        *waits += 1;
        *current.lock().expect("a number") = *waits / 2;
    });
    let builder = C::sleeping(with(server.root_url(), &provider), sleep);
    let client = C::build(builder).expect("a client");
    Queue::new(&client)
        .ping()
        .send()
        .expect("the third attempt");
    assert_eq!(signers(&server), ["client-0", "client-0", "client-1"]);
    assert_eq!(provider.asked(), 3);
}

fn temporary_credentials_are_made_anew_by_the_servers_clock<C: Colour>() {
    let fake = FakeTaskcluster::start().expect("a server");
    let provider = TemporaryProvider::new(fake.credentials(), Duration::from_secs(3600))
        .scopes(["secrets:get:x"]);
    let client = Client::builder(fake.root_url()).provider(provider);
    let client = C::build(client).expect("a client");
    let mut expiries = Vec::new();
    for _ in 0..3 {
        // Who may read it is told that it is not there.
        let error = Secrets::new(&client).get("x").send().expect_err("absent");
        assert!(error.is_not_found(), "{error}");
        let credentials = client.session().credentials().expect("known by now");
        expiries.push(credentials.certificate().expect("temporary").expiry());
        fake.advance(Duration::from_secs(2 * 3600));
    }
    assert!(
        expiries
            .windows(2)
            .all(|two| two[1] - two[0] > time::Duration::minutes(110)),
        "{expiries:?}"
    );
}

fn signed_urls_are_signed_by_what_the_provider_gives<C: Colour>() {
    let server = Scripted::start([ok()]);
    let provider = Counting::new(|number, now| Ok(numbered(number).ask_again(now)));
    let client = client::<C>(&server, &provider);
    let url = || {
        let call = Queue::new(&client).task("fN1SbArXTPSVFNUvaOlinQ");
        let url = call.signed_url(None).expect("a URL");
        let (_, bewit) = url.split_once("bewit=").expect("signed");
        use base64::Engine as _;
        let bewit = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(bewit);
        String::from_utf8(bewit.expect("base64")).expect("text")
    };
    assert!(url().starts_with("client-0\\"));
    assert!(url().starts_with("client-1\\"));
    assert!(server.received().is_empty());
}

fn limits_hold_for_all_that_a_provider_gives<C: Colour>() {
    let fake = FakeTaskcluster::start().expect("a server");
    let credentials = fake.credentials();
    let limited = Client::builder(fake.root_url())
        .provider(credentials.clone())
        .authorized_scopes(["secrets:get:x", "secrets:get:y"]);
    let client = C::build(limited).expect("a client");
    let auth = Auth::new(&client);
    let scopes = |call: taskcluster_client::Call<C, _>| {
        let answer: taskcluster_client::auth::types::Scopeset = call.send().expect("scopes");
        answer.scopes.unwrap_or_default()
    };
    let has = |scopes: Vec<String>, name: &str| scopes.contains(&format!("secrets:get:{name}"));
    assert!(has(scopes(auth.current_scopes()), "x"));
    assert!(!has(scopes(auth.current_scopes()), "z"));
    let less = || auth.current_scopes().authorized_scopes(["secrets:get:y"]);
    assert!(has(scopes(less()), "y"));
    assert!(!has(scopes(less()), "x"));

    let wrong = Client::builder(fake.root_url())
        .provider(Credentials::new("ci", TOKEN))
        .authorized_scopes(["line\nbreak"]);
    let error = C::build(wrong).expect_err("no scope");
    assert!(error.to_string().contains("authorized scope"), "{error}");
}
