//! What a client makes of the faults of the fake Taskcluster.

use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;
use taskcluster_client::secrets::types::Secret;
use taskcluster_client::{Client, ClientBuilder, Error, Queue, RetryPolicy, Secrets};
use taskcluster_fake::{FakeTaskcluster, Fault, Rule};
use taskcluster_tests::{Colour, Verbs as _, Waits, in_both_colours};
use time::OffsetDateTime;

in_both_colours!(
    a_patient_client_gets_through,
    an_outage_is_waited_out,
    no_redirect_is_followed,
    what_waiting_does_not_mend_is_told_at_once,
    limits_hold_against_late_and_endless_answers,
    a_clock_that_is_wrong_is_corrected_once_for_all_calls,
    signed_urls_are_of_the_servers_time,
);

fn builder(fake: &FakeTaskcluster) -> ClientBuilder {
    Client::builder(fake.root_url()).credentials(fake.credentials())
}

fn patient<C: Colour>(fake: &FakeTaskcluster) -> (C, Waits) {
    let waits = Waits::default();
    let builder = C::noting(builder(fake), &waits);
    (C::build(builder).expect("a client"), waits)
}

fn secret(value: &str) -> Secret {
    let expires = OffsetDateTime::now_utc() + Duration::from_secs(60);
    Secret::new(json!({ "value": value }), expires)
}

fn a_patient_client_gets_through<C: Colour>() {
    let faults = [
        Fault::status(503),
        Fault::html(502),
        Fault::too_many(3),
        Fault::Truncate,
        Fault::Reset,
    ];
    let fake = FakeTaskcluster::start().expect("a server");
    let (client, waits) = patient::<C>(&fake);
    let secrets = Secrets::new(&client);
    secrets.set("name", &secret("x")).send().expect("kept");
    for fault in faults {
        fake.fail_next(1, fault);
    }
    let found = secrets.get("name").send().expect("the sixth attempt");
    assert_eq!(found.secret["value"], "x");
    assert_eq!((fake.requests().len(), waits.all().len()), (7, 5));
    assert_eq!(waits.all()[2], Duration::from_secs(3), "as it was asked to");

    // What was done although no answer came is done again, with the same outcome.
    fake.fail_next(1, Fault::ResetInBody);
    secrets.set("name", &secret("y")).send().expect("kept");
    assert_eq!(fake.requests().len(), 9);
    let found = secrets.get("name").send().expect("a secret");
    assert_eq!(found.secret["value"], "y");
}

fn an_outage_is_waited_out<C: Colour>() {
    let fake = FakeTaskcluster::start().expect("a server");
    let client: C = C::build(builder(&fake)).expect("a client");
    fake.fail_next(1, Fault::Refuse(Duration::from_millis(250)));
    let queue = Queue::new(&client);
    queue.ping().send().expect("a ping after the outage");
}

fn no_redirect_is_followed<C: Colour>() {
    let fake = FakeTaskcluster::start().expect("a server");
    fake.fault(Rule::any(), Fault::redirect("https://example.com/"));
    let (client, _) = patient::<C>(&fake);
    let error = Queue::new(&client).ping().send().expect_err("a redirect");
    assert_eq!((error.status(), fake.requests().len()), (Some(302), 1));
    assert!(
        error.to_string().contains("https://example.com/"),
        "{error}"
    );
}

fn what_waiting_does_not_mend_is_told_at_once<C: Colour>() {
    let fake = FakeTaskcluster::start().expect("a server");
    let (client, waits) = patient::<C>(&fake);
    let secrets = Secrets::new(&client);
    fake.fail_next(1, Fault::html(200));
    let error = secrets.list().send().expect_err("no list");
    assert!(matches!(error, Error::Decode(_)), "{error:?}");
    assert_eq!((fake.requests().len(), waits.all().len()), (1, 0));
}

/// A signature is good for 15 minutes around the server's time.
fn a_clock_that_is_wrong_is_corrected_once_for_all_calls<C: Colour>() {
    for skew in [3600, -3600] {
        let fake = FakeTaskcluster::start().expect("a server");
        fake.fault(Rule::any(), Fault::Skew(skew));
        let (client, waits) = patient::<C>(&fake);
        let other = client.clone();
        let error = Secrets::new(&client)
            .get("n")
            .send()
            .expect_err("no secret");
        assert!(error.is_not_found() && error.attempts() == 2, "{error}");
        assert_eq!(waits.all(), [Duration::ZERO]);
        let error = Secrets::new(&other).get("n").send().expect_err("no secret");
        assert!(error.is_not_found() && error.attempts() == 1, "{error}");
        assert_eq!(fake.requests().len(), 3);
    }
    // A server whose clock jumps meanwhile.
    let fake = FakeTaskcluster::start().expect("a server");
    fake.fail_next(1, Fault::Skew(3600));
    fake.fail_next(1, Fault::Skew(-3600));
    let (client, _) = patient::<C>(&fake);
    let error = Secrets::new(&client)
        .get("n")
        .send()
        .expect_err("stale again");
    assert_eq!(error.code(), Some("AuthenticationFailed"), "{error}");
    let text = error.to_string();
    assert!(text.contains("s ahead of the server's"), "{text}");
    assert_eq!((error.attempts(), fake.requests().len()), (2, 2));
}

fn signed_urls_are_of_the_servers_time<C: Colour>() {
    let fake = FakeTaskcluster::start().expect("a server");
    fake.fault(Rule::any(), Fault::Skew(3600));
    let (client, _) = patient::<C>(&fake);
    let secrets = Secrets::new(&client);
    let expiry = |url: &str| -> i64 {
        let bewit = url.split("bewit=").nth(1).expect("a bewit");
        let text = URL_SAFE_NO_PAD.decode(bewit).expect("base64");
        let text = String::from_utf8(text).expect("text");
        let expiry = text.split('\\').nth(1).expect("an expiry");
        expiry.parse().expect("a number")
    };
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
    let url = || secrets.get("n").signed_url_at(now, Duration::from_secs(60));
    assert_eq!(expiry(&url().expect("a URL")), 1_000_060);
    secrets.get("n").send().expect_err("no secret");
    let later = expiry(&url().expect("a URL")) - 1_000_060;
    assert!((3_590..=3_610).contains(&later), "{later}");
}

fn limits_hold_against_late_and_endless_answers<C: Colour>() {
    let fake = FakeTaskcluster::start().expect("a server");
    let once = || builder(&fake).retry(RetryPolicy::none());
    let hasty = once().timeout(Duration::from_millis(300));
    let hasty: C = C::build(hasty).expect("a client");
    fake.fail_next(1, Fault::Delay(Duration::from_secs(20)));
    let error = Secrets::new(&hasty).list().send().expect_err("too late");
    assert!(
        matches!(&error, Error::Transport(e) if e.is_timeout()),
        "{error:?}"
    );
    let narrow: C = C::build(once().max_answer(10_000)).expect("a client");
    let secrets = Secrets::new(&narrow);
    fake.fail_next(1, Fault::Oversize(20_000));
    let error = secrets.list().send().expect_err("too large");
    assert!(
        matches!(&error, Error::Transport(e) if !e.is_timeout()),
        "{error:?}"
    );
    fake.fail_next(1, Fault::Oversize(5_000));
    secrets.list().send().expect("not too large");
}
