//! Whose credentials are used, and a claim that is kept meanwhile.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use taskcluster_artifacts::{Artifacts, Put, Storage};
use taskcluster_client::{Client, Credentials, RequestError};
use taskcluster_tests::{Fetches, Uploads, in_both_colours};
use time::macros::datetime;

use crate::{NAME, build, content};

use super::put;

in_both_colours!(
    the_caller_s_signature_goes_to_taskcluster_alone,
    calls_that_follow_use_the_credentials_of_then,
    a_claim_is_kept_while_content_is_sent,
    a_reclaim_that_fails_is_tried_again,
);

fn the_caller_s_signature_goes_to_taskcluster_alone<C: Fetches>() {
    for storage in [Storage::S3, Storage::Object, Storage::Blob] {
        let uploads = Uploads::start(&[]);
        C::from_bytes(&put(&uploads).storage(storage), &content(20_000)).expect("stored");
        for asked in uploads.received() {
            let by = asked.header("authorization").unwrap_or_default();
            assert_eq!(
                !by.is_empty(),
                asked.line.contains(" /api/"),
                "{}",
                asked.line
            );
            let is_of_object = by.contains("id=\"of-the-object\"");
            assert_eq!(is_of_object, asked.line.contains("/api/object/"), "{by}");
        }
    }
}

fn calls_that_follow_use_the_credentials_of_then<C: Fetches>() {
    let uploads = Uploads::start(&[]);
    let artifacts = Artifacts::new(&build::<C>(Client::builder(uploads.root_url())));
    let put = artifacts
        .of("fN1SbArXTPSVFNUvaOlinQ")
        .run(0)
        .put(NAME)
        .storage(Storage::Object);
    let put = put.expires(datetime!(2029-01-01 0:00 UTC));
    let reclaimed = artifacts.clone();
    let put = put.progress(move |_| {
        let credentials = Credentials::new("reclaimed", "s3cret-of-the-next-claim");
        C::set_credentials(&reclaimed, credentials).expect("they can be sent");
    });
    C::from_bytes(&put, &content(20_000)).expect("stored");
    let all = uploads.received();
    let by = |at: usize| {
        all[at]
            .header("authorization")
            .unwrap_or_default()
            .to_owned()
    };
    assert!(by(0).contains("id=\"tester\""), "{}", by(0));
    let last = by(all.len() - 1);
    assert!(last.contains("id=\"reclaimed\""), "{last}");
}

/// A put during which nothing is sent on before the hook was called so often.
fn put_with_hook<C: Fetches>(
    uploads: &Uploads,
    times: usize,
    hook: impl Fn(usize) -> taskcluster_client::Result<Credentials> + Send + Sync + 'static,
) -> Put<C> {
    let (tell, told) = std::sync::mpsc::channel();
    let (told, called) = (std::sync::Mutex::new(told), AtomicUsize::new(0));
    let put = put::<C>(uploads).storage(Storage::Object);
    let put = C::reclaim(put, Duration::from_millis(1), move || {
        let outcome = hook(called.fetch_add(1, Ordering::SeqCst));
        // Nobody listens any more once all is sent.
        let _ = tell.send(());
        outcome
    });
    let waited = AtomicUsize::new(0);
    put.progress(move |_| {
        while waited.load(Ordering::SeqCst) < times {
            let told = told.lock().expect("the calls of the hook");
            let call = told.recv_timeout(Duration::from_secs(60));
            call.expect("the hook is called while content is sent");
            waited.fetch_add(1, Ordering::SeqCst);
        }
    })
}

/// Whose signature the last request has.
fn last_signer(uploads: &Uploads) -> String {
    let last = uploads.received().pop().expect("a request");
    let by = last.header("authorization").unwrap_or_default();
    by.split('"').nth(1).unwrap_or_default().to_owned()
}

fn a_claim_is_kept_while_content_is_sent<C: Fetches>() {
    let uploads = Uploads::start(&[]);
    // What the second call brings is there when the third is made.
    let put = put_with_hook::<C>(&uploads, 3, |number| {
        Ok(Credentials::new(
            &*format!("reclaimed-{number}"),
            "s3cret-of-a-later-claim",
        ))
    });
    C::from_bytes(&put, &content(20_000)).expect("stored");
    let last = last_signer(&uploads);
    let number = last
        .strip_prefix("reclaimed-")
        .expect("credentials of the hook");
    assert!(number.parse::<usize>().expect("a number") >= 1, "{last}");
}

fn a_reclaim_that_fails_is_tried_again<C: Fetches>() {
    let uploads = Uploads::start(&[]);
    let put = put_with_hook::<C>(&uploads, 3, |number| match number {
        0 => Err(taskcluster_client::Error::from(RequestError::new(
            "not now",
        ))),
        _ => Ok(Credentials::new("reclaimed", "s3cret-of-a-later-claim")),
    });
    C::from_bytes(&put, &content(20_000)).expect("stored");
    assert_eq!(last_signer(&uploads), "reclaimed");
}
