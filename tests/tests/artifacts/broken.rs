//! Transfers that break: resumed, begun again, asked for anew, or given up.

use std::time::Duration;

use serde_json::json;
use taskcluster_artifacts::{Artifacts, Error};
use taskcluster_client::{Client, RetryPolicy};
use taskcluster_tests::{Fetches, Kept, Storage, Trouble, in_both_colours};

use super::{NAME, build, content, get, gzipped, sha256};

in_both_colours!(
    what_breaks_is_resumed_where_it_broke,
    without_a_tag_or_a_hash_it_begins_again,
    every_kind_of_break_ends_in_the_right_bytes,
    a_writer_gets_no_byte_twice,
    content_that_changes_on_the_way_is_noticed,
    an_expired_url_is_asked_for_anew,
    a_refusal_is_told_at_once,
    attempts_are_those_of_the_policy,
    the_server_says_when_to_come_back,
    packed_content_that_is_cut_is_no_content,
    a_server_that_trickles_counts_as_broken,
);

fn what_breaks_is_resumed_where_it_broke<C: Fetches>() {
    let content = content(500_000);
    let storage = Storage::start(Kept::S3, &*content);
    let storage = storage.with([Trouble::InBody(200_000), Trouble::InBody(100_000)]);
    assert!(C::to_bytes(&get(&storage)).expect("the content") == content);
    let fetches = storage.fetches();
    assert_eq!(fetches[0].header("range"), None);
    assert_eq!(fetches[1].header("range"), Some("bytes=200000-"));
    assert_eq!(fetches[1].header("if-range"), Some("\"version-0\""));
    assert_eq!(fetches[2].header("range"), Some("bytes=300000-"));
    assert_eq!(fetches.len(), 3);
}

fn without_a_tag_or_a_hash_it_begins_again<C: Fetches>() {
    let content = content(500_000);
    let storage = Storage::start(Kept::S3, &*content).untagged();
    let storage = storage.with([Trouble::InBody(200_000)]);
    assert!(C::to_bytes(&get(&storage)).expect("the content") == content);
    assert_eq!(storage.fetches()[1].header("range"), None);

    let hashes = json!({ "sha256": sha256(&content) });
    let storage = Storage::start(Kept::Object(hashes), &*content).untagged();
    let storage = storage.with([Trouble::InBody(200_000)]);
    assert!(C::to_bytes(&get(&storage)).expect("the content") == content);
    let fetch = &storage.fetches()[1];
    assert_eq!(
        fetch.header("range"),
        Some("bytes=200000-"),
        "a hash will tell"
    );
    assert_eq!(fetch.header("if-range"), None);
}

/// Each of these, once, after a first half and before it.
fn troubles() -> Vec<Trouble> {
    vec![
        Trouble::BeforeHead,
        Trouble::InHead(1),
        Trouble::InHead(40),
        Trouble::InBody(0),
        Trouble::InBody(1),
        Trouble::InBody(usize::MAX),
        Trouble::Status(503, ""),
        Trouble::Status(429, "Retry-After: 1\r\n"),
        Trouble::Expired,
        Trouble::WholeInstead,
        Trouble::OtherRange,
        Trouble::TooLong(1),
    ]
}

fn every_kind_of_break_ends_in_the_right_bytes<C: Fetches>() {
    let content = content(100_000);
    let half = Trouble::InBody(50_000);
    for trouble in troubles() {
        let is_at_once = trouble == Trouble::Expired;
        let mut plans = vec![vec![half.clone(), trouble.clone()]];
        if !is_at_once {
            plans.push(vec![trouble.clone()]);
            plans.push(vec![trouble.clone(), half.clone(), trouble]);
        }
        for plan in plans {
            for storage in [
                Storage::start(Kept::S3, &*content),
                Storage::start(Kept::S3, &*content).untagged(),
                Storage::start(
                    Kept::Object(json!({ "sha256": sha256(&content) })),
                    &*content,
                ),
            ] {
                let get = get::<C>(&storage.with(plan.clone()));
                let bytes = C::to_bytes(&get);
                assert!(
                    bytes.as_ref().is_ok_and(|it| *it == content),
                    "{plan:?}: {bytes:.60?}"
                );
            }
            let storage = Storage::start(Kept::S3, &*content).with(plan.clone());
            let (bytes, outcome) = C::read(&get(&storage));
            assert!(outcome.is_ok() && bytes == content, "{plan:?}: {outcome:?}");
        }
    }
}

fn a_writer_gets_no_byte_twice<C: Fetches>() {
    let content = content(300_000);
    let storage = Storage::start(Kept::S3, &*content).untagged();
    let storage = storage.with([
        Trouble::InBody(100_000),
        Trouble::InBody(50_000),
        Trouble::InBody(200_000),
    ]);
    let (bytes, outcome) = C::to_writer(&get(&storage));
    assert!(bytes == content);
    assert_eq!(outcome.expect("the content").attempts, 4);
}

fn content_that_changes_on_the_way_is_noticed<C: Fetches>() {
    let (old, new) = (content(100_000), vec![7; 120_000]);
    let change = || [Trouble::InBody(50_000), Trouble::Changed(new.clone())];
    // What can be forgotten is: all of it is new.
    let storage = Storage::start(Kept::S3, &*old).with(change());
    assert!(C::to_bytes(&get(&storage)).expect("the new content") == new);
    // What was handed on cannot.
    let storage = Storage::start(Kept::S3, &*old).with(change());
    let (bytes, outcome) = C::to_writer(&get(&storage));
    let why = outcome.expect_err("two contents").to_string();
    assert!(why.contains("changed on the way"), "{why}");
    assert!(bytes == old[..50_000]);
    let shorter = [
        Trouble::InBody(50_000),
        Trouble::Changed(old[..40_000].to_vec()),
    ];
    let storage = Storage::start(Kept::S3, &*old).with(shorter);
    let (_, outcome) = C::read(&get(&storage));
    assert!(outcome.is_err(), "it is shorter than what was read of it");
}

fn an_expired_url_is_asked_for_anew<C: Fetches>() {
    let content = content(100_000);
    for kept in [
        Kept::S3,
        Kept::Object(json!({})),
        Kept::Classic(String::new()),
    ] {
        let storage = Storage::start(kept, &*content);
        let storage = storage.with([Trouble::InBody(50_000), Trouble::Expired]);
        assert!(C::to_bytes(&get(&storage)).expect("the content") == content);
        let fetches = storage.fetches();
        assert!(
            fetches[1].line.contains("signature=1 "),
            "{}",
            fetches[1].line
        );
        assert!(
            fetches[2].line.contains("signature=2 "),
            "{}",
            fetches[2].line
        );
        assert_eq!(fetches[2].header("range"), Some("bytes=50000-"));
    }
}

fn a_refusal_is_told_at_once<C: Fetches>() {
    for status in [403, 404, 501] {
        let storage =
            Storage::start(Kept::S3, "content").with(vec![Trouble::Status(status, ""); 9]);
        let Err(Error::Transfer(e)) = C::to_bytes(&get(&storage)) else {
            panic!("a refusal");
        };
        assert_eq!((e.status(), e.attempts()), (Some(status), 1));
        assert!(!e.to_string().contains("signature"), "{e}");
    }
}

fn attempts_are_those_of_the_policy<C: Fetches>() {
    let storage = Storage::start(Kept::S3, content(100)).with(vec![Trouble::InBody(0); 9]);
    let builder = Client::builder(storage.root_url()).retry(RetryPolicy::default().retries(2));
    let get = Artifacts::new(&build::<C>(builder))
        .of("fN1SbArXTPSVFNUvaOlinQ")
        .get(NAME);
    let Err(Error::Transfer(e)) = C::to_bytes(&get) else {
        panic!("it breaks each time");
    };
    assert_eq!((e.attempts(), storage.fetches().len()), (3, 3));
    assert!(Error::Transfer(e).is_retryable());

    // An attempt that brought much was worth it.
    let storage =
        Storage::start(Kept::S3, content(8 << 20)).with(vec![Trouble::InBody(1 << 20); 7]);
    let builder = Client::builder(storage.root_url()).retry(RetryPolicy::default().retries(1));
    let get = Artifacts::new(&build::<C>(builder))
        .of("fN1SbArXTPSVFNUvaOlinQ")
        .get(NAME);
    C::to_bytes(&get).expect("the content");
}

fn the_server_says_when_to_come_back<C: Fetches>() {
    let storage =
        Storage::start(Kept::S3, "content").with([Trouble::Status(503, "Retry-After: 7\r\n")]);
    let waits = taskcluster_tests::Waits::default();
    let builder = C::noting(Client::builder(storage.root_url()), &waits);
    let client = C::build(builder).expect("a client");
    let get = Artifacts::new(&client)
        .of("fN1SbArXTPSVFNUvaOlinQ")
        .get(NAME);
    C::to_bytes(&get).expect("the content");
    assert_eq!(waits.all(), [Duration::from_secs(7)]);

    let storage =
        Storage::start(Kept::S3, "content").with([Trouble::Status(503, "Retry-After: 3600\r\n")]);
    let Err(Error::Transfer(e)) = C::to_bytes(&super::get(&storage)) else {
        panic!("nobody waits for an hour");
    };
    assert_eq!(e.status(), Some(503));
}

fn packed_content_that_is_cut_is_no_content<C: Fetches>() {
    let packed = gzipped(&content(1_000));
    // Within what stands before the content and after it, and here and there in between.
    let ends = (1..20).chain(packed.len() - 10..packed.len());
    for length in ends.chain((20..packed.len() - 10).step_by(97)) {
        // The server says that this is all.
        let storage = Storage::start(Kept::S3, &packed[..length]);
        let storage = storage.headers("Content-Encoding: gzip\r\n");
        let why = C::to_bytes(&get(&storage))
            .expect_err("it is cut")
            .to_string();
        assert!(why.contains("gzip"), "{length}: {why}");
        assert_eq!(
            storage.fetches().len(),
            2,
            "once more, in case something on the way did it"
        );
        let (_, outcome) = C::read(&get(&storage));
        assert!(outcome.is_err(), "{length}");
    }
    let twice = [&*packed, &*gzipped(b"and more")].concat();
    let storage = Storage::start(Kept::S3, twice).headers("Content-Encoding: gzip\r\n");
    let both = [&*content(1_000), b"and more"].concat();
    assert!(C::to_bytes(&get(&storage)).expect("both members") == both);
}

fn a_server_that_trickles_counts_as_broken<C: Fetches>() {
    let storage = Storage::start(Kept::S3, content(10_000_000));
    // No server is so quick.
    let get = get::<C>(&storage).floor(u64::MAX, Duration::from_nanos(1));
    let Err(Error::Transfer(e)) = C::to_bytes(&get) else {
        panic!("it comes too slowly");
    };
    assert!(e.to_string().contains("too slowly"), "{e}");
    assert!(e.attempts() > 1);
}
