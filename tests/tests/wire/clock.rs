//! Times that a server gives by its own clock.

use std::time::Duration;

use taskcluster_client::{Queue, RetryPolicy};
use taskcluster_tests::{Colour, Scripted, Verbs as _, answer, in_both_colours};

use crate::{attribute, build, builder, busy, client, ok};

in_both_colours!(
    a_date_to_wait_for_is_one_of_the_servers_clock,
    a_stale_timestamp_is_mended_although_nothing_else_is_tried_again,
    a_stale_timestamp_without_a_date_is_an_error,
);

const STALE: &str = r#"{"code": "AuthenticationFailed", "message": "Unauthorized: Stale timestamp\n\n---\n\n* more"}"#;

fn a_date_to_wait_for_is_one_of_the_servers_clock<C: Colour>() {
    // Years away from this machine's clock in either direction.
    for year in ["1994", "2094"] {
        let date = |second| format!("06 Nov {year} 08:49:{second} GMT");
        let weekday = if year == "1994" { "Sun" } else { "Sat" };
        let headers = format!(
            "Date: {weekday}, {}\r\nRetry-After: {weekday}, {}\r\n",
            date(37),
            date(49)
        );
        let server = Scripted::start([busy(&headers), ok("{}")]);
        let (client, waits) = client::<C>(&server);
        Queue::new(&client)
            .ping()
            .send()
            .expect("the second attempt");
        assert_eq!(waits.all(), [Duration::from_secs(12)], "{year}");
    }
}

fn a_stale_timestamp_is_mended_although_nothing_else_is_tried_again<C: Colour>() {
    let stale = answer(
        "401 Unauthorized",
        "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n",
        STALE,
    );
    let server = Scripted::start([stale.clone(), ok("{}"), ok("{}"), stale]);
    let client: C = build(builder(&server).retry(RetryPolicy::none()));
    let queue = Queue::new(&client);
    queue.ping().send().expect("the second attempt");
    let other = client
        .with_credentials(taskcluster_client::Credentials::new("other", crate::TOKEN))
        .expect("a client");
    Queue::new(&other).ping().send().expect("the first attempt");
    let times: Vec<i64> = server
        .received()
        .iter()
        .map(|request| {
            let header = request.header("authorization").expect("signed");
            attribute(header, "ts").parse().expect("a number")
        })
        .collect();
    assert!(times[0] > 1_700_000_000, "{times:?}");
    for time in &times[1..] {
        assert!((784_111_777..784_111_797).contains(time), "{times:?}");
    }
    let error = queue.ping().send().expect_err("stale once more");
    let text = error.to_string();
    assert!(
        text.starts_with("queue.ping: 401 AuthenticationFailed: Unauthorized: Stale timestamp; the clock of this machine is ")
            && text.contains(" s ahead of the server's (http://")
            && text.ends_with("/ping, after 2 attempts)"),
        "{text}"
    );
}

fn a_stale_timestamp_without_a_date_is_an_error<C: Colour>() {
    let server = Scripted::start([answer("401 Unauthorized", "", STALE)]);
    let (client, _) = client::<C>(&server);
    let error = Queue::new(&client).ping().send().expect_err("stale");
    assert_eq!(
        error.to_string(),
        format!(
            "queue.ping: 401 AuthenticationFailed: Unauthorized: Stale timestamp ({}/api/queue/v1/ping)",
            server.root_url()
        )
    );
    assert_eq!(server.received().len(), 1);
}
