//! Providers that are awaited.

use std::future::pending;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use taskcluster_client::{AsyncClient, Client, ProviderError, Queue};
use taskcluster_tests::{Scripted, wait};

use super::{numbered, ok, signers};

#[test]
fn many_tasks_cause_one_renewal() {
    const TASKS: usize = 16;
    let server = Scripted::start([ok()]);
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let builder = AsyncClient::builder(server.root_url()).async_provider(move |_| {
        let number = count.fetch_add(1, Ordering::SeqCst);
        async move {
            // So that others come meanwhile.
            for _ in 0..1000 {
                tokio::task::yield_now().await;
            }
            Ok(numbered(number))
        }
    });
    let client = builder.build_async().expect("a client");
    wait(async {
        let call = || tokio::spawn(Queue::new(&client).ping().send());
        let tasks: Vec<_> = (0..TASKS).map(|_| call()).collect();
        for task in tasks {
            task.await.expect("no panic").expect("an answer");
        }
    });
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    assert_eq!(signers(&server), ["client-0"; TASKS]);
}

#[test]
fn what_was_given_up_is_begun_by_another_call() {
    let server = Scripted::start([ok()]);
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let builder = AsyncClient::builder(server.root_url()).async_provider(move |_| {
        let number = count.fetch_add(1, Ordering::SeqCst);
        async move {
            match number {
                0 => pending().await,
                _ => Ok(numbered(number)),
            }
        }
    });
    let client = builder.build_async().expect("a client");
    wait(async {
        let first = tokio::spawn(Queue::new(&client).ping().send());
        while asked.load(Ordering::SeqCst) == 0 {
            tokio::task::yield_now().await;
        }
        let second = tokio::spawn(Queue::new(&client).ping().send());
        tokio::task::yield_now().await;
        first.abort();
        second.await.expect("no panic").expect("an answer");
    });
    assert_eq!(signers(&server), ["client-1"]);
}

#[test]
fn a_deadline_ends_what_waits_for_a_provider() {
    let server = Scripted::start([ok()]);
    let builder = AsyncClient::builder(server.root_url())
        .async_provider(|_| pending::<Result<_, ProviderError>>());
    let client = builder.build_async().expect("a client");
    let call = Queue::new(&client)
        .ping()
        .deadline(Duration::from_millis(50));
    let error = wait(call.send()).expect_err("late");
    assert!(error.to_string().contains("deadline"), "{error}");
    assert!(server.received().is_empty());
}

#[test]
fn urls_are_signed_by_what_was_given_last() {
    let builder = AsyncClient::builder("https://tc.example.com")
        .async_provider(|_| async { Ok(numbered(7)) });
    let client = builder.build_async().expect("a client");
    let url = || Queue::new(&client).task("x").signed_url(None);
    let error = url().expect_err("nothing was given yet").to_string();
    assert!(
        error.starts_with("queue.task: the provider of credentials was not asked"),
        "{error}"
    );
    let given = wait(client.credentials()).expect("credentials");
    assert_eq!(given.expect("some").client_id(), "client-7");
    assert!(url().expect("a URL").contains("bewit="));
}

#[test]
fn a_blocking_client_takes_no_provider_that_is_awaited() {
    let builder =
        Client::builder("https://tc.example.com").async_provider(|_| async { Ok(numbered(0)) });
    let error = builder.build().expect_err("it cannot wait");
    assert!(error.to_string().contains("CredentialsProvider"), "{error}");
}
