//! When the blocking client makes connections, and what it does with those that are no good: with the
//! agent that it makes itself, and with one that connects in ureq's own way. And for both kinds of
//! client, that connecting has a limit of its own.

use std::net::TcpListener;
use std::time::Duration;

use taskcluster_client::queue::types::ClaimWorkRequest;
use taskcluster_client::{AsyncClient, Client, Error, Queue, RetryPolicy};
use taskcluster_tests::{
    Act, Colour, Scripted, Verbs as _, Waits, answer, in_both_colours, sample,
};
use tokio::runtime::Builder;

in_both_colours!(
    connecting_includes_tls,
    a_connection_that_was_closed_between_calls_is_made_anew,
    a_connection_that_is_being_closed_costs_no_call_twice,
);

/// The kernel accepts connections, and nobody answers on them.
fn connecting_includes_tls<C: Colour>() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let builder = Client::builder(format!("https://{address}"))
        .connect_timeout(Duration::from_millis(200))
        .timeout(Duration::from_secs(5))
        .retry(RetryPolicy::none());
    let client = C::build(builder).expect("a client");
    let error = Queue::new(&client).ping().send().expect_err("silence");
    assert!(
        matches!(&error, Error::Transport(e) if e.is_timeout()),
        "{error:?}"
    );
    // And not the limit of waiting for an answer.
    assert!(error.to_string().contains("connect"), "{error}");
}

/// Answers, closes the connection, and does not say so.
fn closing(body: &str) -> Scripted {
    let length = body.len();
    let text = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{body}");
    Scripted::start([Act::SendAndClose(text)])
}

/// No call fails and none is sent twice, whether or not a second one would do harm.
fn a_connection_that_was_closed_between_calls_is_made_anew<C: Colour>() {
    let server = closing(r#"{"tasks": []}"#);
    let waits = Waits::default();
    let client = C::build(C::noting(Client::builder(server.root_url()), &waits));
    let queue = Queue::new(&client.expect("a client"));
    let payload: ClaimWorkRequest = sample();
    for number in 1..=100 {
        if number % 2 == 0 {
            queue.claim_work("p", "w", &payload).send().expect("work");
        } else {
            queue.ping().response().expect("a ping");
        }
        wait_for(&server, number);
        // Now and then it is long enough for who looks after connections that nobody uses.
        if number % 25 == 0 {
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    assert_eq!(waits.all(), Vec::<Duration>::new());
    assert_eq!((server.received().len(), server.connections()), (100, 100));
}

/// Waits until so many connections are closed.
fn wait_for(server: &Scripted, closed: usize) {
    while server.closed() < closed {
        std::thread::sleep(Duration::from_micros(200));
    }
}

/// Between two calls the runtime does nothing, and so has not heard that the connection was closed.
#[test]
fn a_runtime_that_stood_still_writes_to_no_closed_connection() {
    let server = closing(r#"{"tasks": []}"#);
    let waits = Waits::default();
    let builder = AsyncClient::noting(Client::builder(server.root_url()), &waits);
    let queue = Queue::new(&builder.build_async().expect("a client"));
    let payload: ClaimWorkRequest = sample();
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    for number in 1..=100 {
        let claim = queue.claim_work("p", "w", &payload);
        let ended = runtime.block_on(async { claim.send().await.map(drop) });
        ended.expect("work");
        wait_for(&server, number);
    }
    assert_eq!(waits.all(), Vec::<Duration>::new());
    assert_eq!((server.received().len(), server.connections()), (100, 100));
}

/// The server closes while the next request may be on its way. Then nobody knows whether it was read, and
/// a call of which a second one does harm says so.
fn a_connection_that_is_being_closed_costs_no_call_twice<C: Colour>() {
    let server = closing(r#"{"tasks": []}"#);
    let waits = Waits::default();
    let client = C::build(C::noting(Client::builder(server.root_url()), &waits));
    let queue = Queue::new(&client.expect("a client"));
    let payload: ClaimWorkRequest = sample();
    let mut unclear = 0;
    for _ in 0..200 {
        queue.ping().response().expect("a ping");
        if let Err(error) = queue.claim_work("p", "w", &payload).send() {
            assert!(error.may_have_acted(), "{error}");
            assert_eq!(error.attempts(), 1, "{error}");
            unclear += 1;
        }
    }
    let claims = server.received();
    let claims = claims.iter().filter(|r| r.line.contains("claim-work"));
    assert_eq!(claims.count() + unclear, 200);
}

/// Checks something of both agents.
fn both(check: impl Fn(&dyn Fn(&str) -> Client)) {
    let builder = |root_url: &str| Client::builder(root_url).retry(RetryPolicy::none());
    check(&|root_url| builder(root_url).build().expect("a client"));
    check(&|root_url| {
        let agent = ureq::Agent::new_with_defaults();
        builder(root_url).agent(agent).build().expect("a client")
    });
}

#[test]
fn a_connection_that_the_server_has_closed_is_not_used_again() {
    both(|client| {
        // It closes after each answer and does not say so.
        let text = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".to_owned();
        let server = Scripted::start([Act::SendAndClose(text)]);
        let queue = Queue::new(&client(&server.root_url()));
        for number in 1..=5 {
            queue.ping().send().expect("a ping");
            while server.closed() < number {
                std::thread::sleep(Duration::from_millis(1));
            }
        }
        assert_eq!(server.connections(), 5);
    });
}

#[test]
fn a_connection_on_which_more_came_than_was_asked_for_is_not_used_again() {
    both(|client| {
        let text = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 500 X\r\n\r\n";
        let server = Scripted::start([Act::Send(text.into())]);
        let queue = Queue::new(&client(&server.root_url()));
        for _ in 0..3 {
            queue.ping().send().expect("a ping");
        }
        assert_eq!(server.connections(), 3);
    });
}

#[test]
fn a_refused_call_leaves_its_connection_usable() {
    both(|client| {
        let server = Scripted::start([
            answer("503 Busy", "", r#"{"message": "later"}"#),
            answer("404 Not Found", "", r#"{"message": "no"}"#),
            answer("200 OK", "", "{}"),
        ]);
        let queue = Queue::new(&client(&server.root_url()));
        assert_eq!(queue.ping().send().expect_err("503").status(), Some(503));
        assert_eq!(queue.ping().send().expect_err("404").status(), Some(404));
        queue.ping().send().expect("a ping");
        assert_eq!(server.connections(), 1);
    });
}

#[test]
fn every_address_of_a_name_is_tried() {
    both(|client| {
        // The server listens at 127.0.0.1 alone, which need not be the first address of this name.
        let server = Scripted::start([answer("200 OK", "", "{}")]);
        let root_url = server.root_url().replace("127.0.0.1", "localhost");
        let queue = Queue::new(&client(&root_url));
        queue.ping().send().expect("a ping");
        queue.ping().send().expect("a ping");
        assert_eq!(server.connections(), 1);
    });
}

#[test]
fn a_name_that_nothing_has_is_a_failure_on_the_way() {
    both(|client| {
        let queue = Queue::new(&client("http://nothing.invalid"));
        let error = queue.ping().send().expect_err("no such host");
        assert!(matches!(error, Error::Transport(_)), "{error}");
    });
}
