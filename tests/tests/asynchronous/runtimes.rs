//! A client with several runtimes, or with none.

use std::thread;
use std::time::Duration;

use futures_util::FutureExt as _;
use taskcluster_client::{AsyncClient, Queue, RetryPolicy};
use taskcluster_tests::{Act, Scripted};
use tokio::runtime::{Builder, Runtime};

use super::{client, ok};

/// A runtime that does something only while a future is waited for.
fn runtime() -> Runtime {
    let runtime = Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime")
}

#[test]
fn a_client_serves_several_runtimes_one_after_the_other() {
    let server = Scripted::start([ok()]);
    let builder = AsyncClient::builder(server.root_url())
        .timeout(Duration::from_secs(10))
        .retry(RetryPolicy::none());
    let queue = Queue::new(&builder.build_async().expect("a client"));
    let (one, other) = (runtime(), runtime());
    // Each has its connection, which is still there when the other one was at work.
    for _ in 0..2 {
        one.block_on(queue.ping().send()).expect("a ping");
        other.block_on(queue.ping().send()).expect("a ping");
    }
    assert_eq!(server.connections(), 2);
    drop(one);
    let third = runtime();
    third.block_on(queue.ping().send()).expect("a ping");
    other.block_on(queue.ping().send()).expect("a ping");
    assert_eq!(server.connections(), 3);
}

/// A runtime that stands still between calls does not see that a connection is closed meanwhile.
#[test]
fn a_connection_that_was_closed_while_its_runtime_stood_still_is_made_anew() {
    let text = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".to_owned();
    let server = Scripted::start([Act::SendAndClose(text)]);
    let queue = Queue::new(&client(&server));
    let runtime = runtime();
    for number in 1..=100 {
        runtime.block_on(queue.ping().send()).expect("a ping");
        while server.closed() < number {
            thread::yield_now();
        }
    }
    assert_eq!((server.received().len(), server.connections()), (100, 100));
}

#[test]
fn a_client_serves_runtimes_that_come_and_go_beside_each_other() {
    let server = Scripted::start([ok()]);
    let queue = Queue::new(&client(&server));
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..20 {
                    let runtime = runtime();
                    for _ in 0..5 {
                        runtime.block_on(queue.ping().send()).expect("a ping");
                    }
                }
            });
        }
    });
    assert_eq!(server.received().len(), 800);
}

#[test]
fn a_client_that_is_gone_leaves_no_task_behind() {
    let server = Scripted::start([ok()]);
    let client = client(&server);
    let runtime = runtime();
    let ping = Queue::new(&client).ping().send();
    runtime.block_on(ping).expect("a ping");
    assert!(runtime.metrics().num_alive_tasks() > 0);
    drop(client);
    runtime.block_on(async {
        while runtime.metrics().num_alive_tasks() > 0 {
            tokio::task::yield_now().await;
        }
    });
}

#[test]
fn a_call_outside_of_a_runtime_is_an_error() {
    let builder = AsyncClient::builder("http://127.0.0.1:1");
    let queue = Queue::new(&builder.build_async().expect("a client"));
    let deadline = RetryPolicy::default().deadline(Duration::from_secs(60));
    for call in [queue.ping(), queue.ping().retry(deadline)] {
        let error = call.send().now_or_never().expect("ready");
        let error = error.expect_err("no runtime");
        assert_eq!((error.attempts(), error.is_retryable()), (1, false));
        assert!(!error.may_have_acted());
        let text = error.to_string();
        assert!(text.contains("there is no tokio runtime here"), "{text}");
    }
}
