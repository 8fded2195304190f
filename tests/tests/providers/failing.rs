//! Providers that fail, and settings that cannot be.

use std::error::Error as _;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;
use std::thread;

use taskcluster_client::{
    Client, Credentials, CredentialsError, Error, Provided, ProviderError, Queue, RetryPolicy,
};
use taskcluster_tests::{Colour, Scripted, Verbs as _, in_both_colours};
use time::OffsetDateTime;

use super::{Counting, TOKEN, client, numbered, ok, refused, signers};

in_both_colours!(
    a_failure_is_that_of_the_call_with_its_source,
    what_a_client_says_stands_in_the_error,
    a_failing_early_renewal_keeps_nobody_from_a_call,
    a_failure_after_a_refusal_is_told,
    one_that_panics_is_asked_by_the_next_call,
    one_source_of_credentials_is_enough,
);

fn a_failure_is_that_of_the_call_with_its_source<C: Colour>() {
    let server = Scripted::start([ok()]);
    let provider = Counting::new(|number, _| match number {
        0 => Err(io::Error::other("tell-tale").into()),
        _ => Err(CredentialsError::new("the vault is sealed: open it").into()),
    });
    let client = client::<C>(&server, &provider);
    let error = Queue::new(&client)
        .ping()
        .send()
        .expect_err("no credentials");
    assert!(matches!(error, Error::Credentials(_)));
    assert_eq!(
        error.to_string(),
        "queue.ping: the provider of credentials failed"
    );
    let source = error.source().expect("a source");
    assert_eq!(source.to_string(), "tell-tale");
    assert!(source.downcast_ref::<io::Error>().is_some());
    assert!(!error.is_retryable());

    let error = Queue::new(&client)
        .ping()
        .send()
        .expect_err("no credentials");
    let words = "queue.ping: the provider of credentials failed: the vault is sealed: open it";
    assert_eq!(error.to_string(), words);
    let url = Queue::new(&client).task("x").signed_url(None);
    assert!(url.is_err_and(|e| e.to_string().ends_with("the vault is sealed: open it")));
    assert_eq!((provider.asked(), server.received().len()), (3, 0));
}

fn what_a_client_says_stands_in_the_error<C: Colour>() {
    let nowhere = Client::builder("http://127.0.0.1:1").retry(RetryPolicy::none());
    let other = nowhere.build().expect("a client");
    let server = Scripted::start([ok()]);
    let provider = Counting::new(move |_, _| {
        Queue::new(&other).ping().send()?;
        Ok(numbered(0))
    });
    let client = client::<C>(&server, &provider);
    let error = Queue::new(&client)
        .task("x")
        .send()
        .expect_err("no credentials");
    let text = error.to_string();
    let words = "queue.task: the provider of credentials failed: queue.ping: ";
    assert!(text.starts_with(words), "{text}");
    assert!(error.is_retryable(), "as what is behind it");
}

fn a_failing_early_renewal_keeps_nobody_from_a_call<C: Colour>() {
    let server = Scripted::start([ok()]);
    let provider = Counting::new(|number, now| match number {
        0 => Ok(numbered(0).ask_again(now)),
        _ => Err(CredentialsError::new("away").into()),
    });
    let client = client::<C>(&server, &provider);
    for _ in 0..2 {
        Queue::new(&client).ping().send().expect("an answer");
    }
    assert_eq!(signers(&server), ["client-0"; 2]);
    assert_eq!(provider.asked(), 2);
}

fn a_failure_after_a_refusal_is_told<C: Colour>() {
    let server = Scripted::start([refused()]);
    let provider = Counting::new(|number, _| match number {
        0 => Ok(numbered(0)),
        _ => Err(CredentialsError::new("away").into()),
    });
    let client = client::<C>(&server, &provider);
    let error = Queue::new(&client).ping().send().expect_err("no others");
    let words = "queue.ping: the provider of credentials failed: away";
    assert_eq!(error.to_string(), words);
}

fn one_that_panics_is_asked_by_the_next_call<C: Colour>() {
    let server = Scripted::start([ok()]);
    let provider = Counting::new(|number, _| match number {
        0 => panic!("a provider of a test panics"),
        _ => Ok(numbered(number)),
    });
    let client = client::<C>(&server, &provider);
    let call = || Queue::new(&client).ping().send();
    assert!(catch_unwind(AssertUnwindSafe(call)).is_err());
    thread::scope(|scope| scope.spawn(call).join())
        .expect("no panic")
        .expect("an answer");
    assert_eq!(signers(&server), ["client-1"]);
}

#[test]
fn a_provider_that_calls_through_its_own_client_is_told_so() {
    static OWN: OnceLock<Client> = OnceLock::new();
    fn provide(_: OffsetDateTime) -> Result<Provided, ProviderError> {
        let own = OWN.get().expect("a client");
        Queue::new(own).ping().send()?;
        Ok(numbered(0))
    }
    let server = Scripted::start([ok()]);
    let client = Client::builder(server.root_url()).provider(provide);
    let client = OWN.get_or_init(|| client.build().expect("a client"));
    let error = Queue::new(client).ping().send().expect_err("a circle");
    assert!(
        error.to_string().contains("give it a client of its own"),
        "{error}"
    );
}

fn one_source_of_credentials_is_enough<C: Colour>() {
    let both = Client::builder("https://tc.example.com")
        .credentials(Credentials::new("ci", TOKEN))
        .provider(Credentials::new("ci", TOKEN));
    let error = C::build(both).expect_err("two sources");
    assert!(error.to_string().contains("give one of them"), "{error}");
}
