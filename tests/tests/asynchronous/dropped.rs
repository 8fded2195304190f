//! Futures that are dropped before they are ready.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::future::{Either, select};
use taskcluster_client::{AsyncClient, Queue, Secrets};
use taskcluster_tests::{Act, Scripted, answer};
use tokio::time::sleep;

use super::transports::Wrapped;
use super::{client, page};

/// The lines of all requests so far.
fn lines(server: &Scripted) -> Vec<String> {
    server.received().into_iter().map(|r| r.line).collect()
}

/// Has a future polled until something has come, and drops it before it is ready.
async fn given_up(future: impl Future, until: impl Future) {
    match select(pin!(future), pin!(until)).await {
        Either::Left(_) => panic!("it is ready"),
        Either::Right(_) => {}
    }
}

/// Waits until so many requests have come in.
async fn asked(server: &Scripted, times: usize) {
    while server.received().len() < times {
        sleep(Duration::from_millis(1)).await;
    }
}

#[tokio::test]
async fn a_dropped_future_loses_no_page_and_leaves_the_client_usable() {
    let server = Scripted::start([
        page(r#""a", "b""#, "t1"),
        Act::Silence(Duration::from_secs(20)),
        page(r#""c""#, ""),
        answer("200 OK", "", "{}"),
    ]);
    let client = client(&server);
    let secrets = Secrets::new(&client);
    let mut items = secrets.list().items();
    assert_eq!(items.next().await.expect("an item").expect("good"), "a");
    drop(items.next());
    assert_eq!(items.next().await.expect("an item").expect("good"), "b");
    given_up(items.next(), asked(&server, 2)).await;
    assert_eq!(items.next().await.expect("an item").expect("good"), "c");
    assert!(items.next().await.is_none());
    Queue::new(&client).ping().send().await.expect("a ping");
    let lines = lines(&server);
    assert_eq!(lines[1], lines[2], "the same page is asked for again");
}

#[tokio::test]
async fn a_stream_goes_on_where_nobody_waited_any_longer() {
    let slow = "HTTP/1.1 200 OK\r\nContent-Length: 18\r\n\r\n{\"secrets\": [\"b\"]}";
    let server = Scripted::start([
        page(r#""a""#, "t1"),
        Act::Trickle(slow.to_owned(), Duration::from_millis(40)),
    ]);
    let secrets = Secrets::new(&client(&server));
    let mut items = pin!(secrets.list().items().into_stream());
    assert_eq!(items.next().await.expect("an item").expect("good"), "a");
    given_up(items.next(), asked(&server, 2)).await;
    assert_eq!(items.next().await.expect("an item").expect("good"), "b");
    assert!(items.next().await.is_none());
    assert_eq!(server.received().len(), 2, "the call was still under way");
}

#[tokio::test]
async fn a_dropped_wait_between_attempts_ends_the_call() {
    let busy = "Retry-After: 20\r\n";
    let server = Scripted::start([
        page(r#""a""#, "t1"),
        answer("503 Service Unavailable", busy, ""),
        page(r#""b""#, ""),
        answer("200 OK", "", "{}"),
    ]);
    let wrapped = Wrapped::default();
    let waits = Arc::clone(&wrapped.waits);
    let builder = AsyncClient::builder(server.root_url()).transport(wrapped);
    let client = builder.build_async().expect("a client");
    let secrets = Secrets::new(&client);
    let mut items = secrets.list().items();
    assert_eq!(items.next().await.expect("an item").expect("good"), "a");
    let waiting = async {
        while waits.load(Ordering::Relaxed) == 0 {
            sleep(Duration::from_millis(1)).await;
        }
        // This runtime does all else that can be done before it looks at the time.
        sleep(Duration::from_millis(1)).await;
    };
    given_up(items.next(), waiting).await;
    assert_eq!(items.next().await.expect("an item").expect("good"), "b");
    assert!(items.next().await.is_none());
    Queue::new(&client).ping().send().await.expect("a ping");
    let lines = lines(&server);
    assert_eq!((lines.len(), &lines[1]), (4, &lines[2]));
    assert_eq!(server.connections(), 1, "the connection is kept");
}
