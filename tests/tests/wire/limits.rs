//! Limits of time and size.

use std::time::{Duration, Instant};

use taskcluster_client::{Error, Queue, RetryPolicy};
use taskcluster_tests::{Act, Colour, Scripted, Verbs as _, answer, in_both_colours};

use crate::{build, builder, busy, client, ok};

in_both_colours!(
    silence_and_trickling_hit_a_limit,
    a_deadline_ends_a_call_in_an_attempt_and_in_a_wait,
    a_deadline_is_for_all_parts_of_an_attempt,
    one_call_may_have_a_limit_of_its_own,
    an_answer_beyond_the_limit_is_refused,
    an_answer_may_have_128_header_lines,
    a_head_without_end_is_refused_once
);

fn silence_and_trickling_hit_a_limit<C: Colour>() {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n";
    let slow = Duration::from_millis(20);
    for act in [
        Act::Silence(Duration::from_secs(20)),
        Act::Trickle(head.to_owned() + &" ".repeat(1000), slow),
        Act::Trickle(
            "HTTP/1.1 200 OK\r\nX: ".to_owned() + &"x".repeat(1000),
            slow,
        ),
    ] {
        let server = Scripted::start([act]);
        let client = build::<C>(
            builder(&server)
                .timeout(Duration::from_millis(300))
                .retry(RetryPolicy::none()),
        );
        let error = Queue::new(&client).ping().send().expect_err("too slow");
        assert!(
            matches!(&error, Error::Transport(e) if e.is_timeout()),
            "{error:?}"
        );
        let text = error.to_string();
        let wanted = "queue.ping: no answer: the answer took longer than 300ms (http://";
        assert!(text.starts_with(wanted), "{text}");
    }
}

fn a_deadline_ends_a_call_in_an_attempt_and_in_a_wait<C: Colour>() {
    let server = Scripted::start([Act::Silence(Duration::from_secs(20))]);
    let policy = RetryPolicy::default().deadline(Duration::from_millis(300));
    let slow = build::<C>(builder(&server).retry(policy.clone()));
    let start = Instant::now();
    let error = Queue::new(&slow).ping().send().expect_err("too slow");
    assert!(
        matches!(&error, Error::Transport(e) if e.is_timeout()),
        "{error:?}"
    );
    // Not the names of a library's limits, nor a figure to the nanosecond.
    let text = error.to_string();
    let wanted = "no answer: the deadline of 300ms for the whole call has passed (";
    assert!(text.contains(wanted), "{text}");
    assert!(
        start.elapsed() < Duration::from_secs(15),
        "{:?}",
        start.elapsed()
    );

    let server = Scripted::start([busy("Retry-After: 5\r\n")]);
    let (client, waits) = client::<C>(&server);
    let error = Queue::new(&client)
        .ping()
        .retry(policy)
        .send()
        .expect_err("no time to wait");
    assert_eq!((error.attempts(), waits.all().len()), (1, 0));
}

/// Of the client's settings, all others are kept.
fn one_call_may_have_a_limit_of_its_own<C: Colour>() {
    // The first attempt is done within the deadline whatever else the machine does.
    let (deadline, limit) = (Duration::from_secs(3), Duration::from_millis(300));
    let server = Scripted::start([busy(""), Act::Silence(Duration::from_secs(20))]);
    let policy = RetryPolicy::default().retries(1).first_wait(Duration::ZERO);
    let client = build::<C>(builder(&server).retry(policy.clone()));
    assert_eq!(client.session().retry_policy(), &policy);
    let ping = || Queue::new(&client).ping();
    let error = ping().deadline(deadline).send().expect_err("too slow");
    assert_eq!(error.attempts(), 2, "{error}");
    let text = error.to_string();
    assert!(text.contains("the deadline of 3s for"), "{text}");

    let error = ping().timeout(limit).send().expect_err("too slow");
    assert_eq!(error.attempts(), 2, "{error}");
    let text = error.to_string();
    assert!(text.contains("longer than 300ms ("), "{text}");

    let before = server.received().len();
    let error = ping().timeout(Duration::ZERO).send().expect_err("no time");
    assert!(matches!(error, Error::Request(_)), "{error}");
    assert_eq!(server.received().len(), before);
}

/// The head comes in time, and the body would within as much time again.
fn a_deadline_is_for_all_parts_of_an_attempt<C: Colour>() {
    let text = "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n".to_owned() + &" ".repeat(40);
    let server = Scripted::start([Act::Trickle(text, Duration::from_millis(10))]);
    let policy = RetryPolicy::none().deadline(Duration::from_millis(600));
    let client: C = build(builder(&server).retry(policy));
    let error = Queue::new(&client).ping().send().expect_err("too slow");
    assert!(
        matches!(&error, Error::Transport(e) if e.is_timeout()),
        "{error:?}"
    );
}

fn an_answer_beyond_the_limit_is_refused<C: Colour>() {
    let text = format!("\"{}\"", "x".repeat(5_000));
    // Without a length that is announced, too.
    let head = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
    for act in [ok(&text), Act::SendAndClose(head.to_owned() + &text)] {
        let server = Scripted::start([act]);
        let limited = builder(&server)
            .max_answer(1_000)
            .retry(RetryPolicy::default().first_wait(Duration::ZERO));
        let client: C = build(limited);
        let error = Queue::new(&client).ping().send().expect_err("too large");
        assert!(matches!(error, Error::Transport(_)), "{error:?}");
        assert!(!error.is_retryable(), "{error:?}");
        assert_eq!(
            (error.attempts(), server.received().len()),
            (1, 1),
            "{error}"
        );
        let text = error.to_string();
        assert!(
            text.contains("more than 1000 bytes") && text.contains("ClientBuilder::max_answer"),
            "{text}"
        );
    }
}

fn an_answer_may_have_128_header_lines<C: Colour>() {
    // With the one of its length.
    let with = |lines: usize| {
        let headers: String = (1..lines).map(|n| format!("X-{n}: v\r\n")).collect();
        let server = Scripted::start([answer("200 OK", &headers, "")]);
        let client: C = client(&server).0;
        (Queue::new(&client).ping().response(), server)
    };
    for lines in [100, 101, 128] {
        let answer = with(lines).0.expect("an answer");
        let last = format!("x-{}", lines - 1);
        assert_eq!(answer.headers().get(&last), Some("v"));
    }
    let (outcome, server) = with(129);
    let error = outcome.expect_err("too many");
    assert_eq!((error.attempts(), server.received().len()), (1, 1));
    let text = error.to_string();
    assert!(text.contains("more than 128 header lines"), "{text}");
}

fn a_head_without_end_is_refused_once<C: Colour>() {
    let long = format!("X: {}\r\n", "x".repeat(1024 * 1024));
    let server = Scripted::start([answer("200 OK", &long, "")]);
    let client: C = client(&server).0;
    let error = Queue::new(&client).ping().send().expect_err("too long");
    assert_eq!(error.attempts(), 1, "{error}");
    assert!(error.to_string().contains("is too large"), "{error}");
}
