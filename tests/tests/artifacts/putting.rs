//! Putting: every storage type, and what goes wrong while it is sent.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use taskcluster_artifacts::{Artifacts, Error, Put, Storage, StorageType};
use taskcluster_client::queue::types::ArtifactErrorReason;
use taskcluster_client::{Client, Credentials, RequestError, RetryPolicy};
use taskcluster_tests::{Fetches, Mishap, Uploads, in_both_colours};
use time::macros::datetime;

use super::{NAME, build, content, sha256, sha512};

in_both_colours!(
    s3_is_first_and_the_object_service_second,
    small_objects_go_along_and_large_ones_by_a_url,
    blobs_go_in_one_part_or_several,
    what_is_packed_on_the_way_is_announced_as_it_is,
    what_breaks_is_sent_again_from_the_start,
    a_refusal_is_told_at_once,
    a_file_that_changes_is_noticed,
    a_reader_is_kept_until_it_is_sent,
    references_links_and_errors_have_no_content,
    the_caller_s_signature_goes_to_taskcluster_alone,
    calls_that_follow_use_the_credentials_of_then,
    a_claim_is_kept_while_content_is_sent,
    a_reclaim_that_fails_is_tried_again,
    a_run_must_be_chosen,
);

fn put<C: Fetches>(uploads: &Uploads) -> Put<C> {
    let client = build::<C>(Client::builder(uploads.root_url()));
    Artifacts::new(&client)
        .of("fN1SbArXTPSVFNUvaOlinQ")
        .run(0)
        .put(NAME)
        .content_type("text/plain")
        .expires(datetime!(2029-01-01 0:00 UTC))
}

fn lines(uploads: &Uploads) -> Vec<String> {
    let line = |it: taskcluster_tests::Received| {
        let line = it.line.replace(" HTTP/1.1", "").replace("/api/", "");
        line.split('?').next().unwrap_or_default().to_owned()
    };
    uploads.received().into_iter().map(line).collect()
}

const ARTIFACT: &str =
    "queue/v1/task/fN1SbArXTPSVFNUvaOlinQ/runs/0/artifacts/public%2Fbuild%2Ftarget.bin";

fn s3_is_first_and_the_object_service_second<C: Fetches>() {
    let content = content(300_000);
    let uploads = Uploads::start(&[]);
    let stored = C::from_bytes(&put(&uploads), &content).expect("stored");
    assert_eq!(
        (stored.storage_type, stored.stored_bytes),
        (StorageType::S3, 300_000)
    );
    assert_eq!(
        lines(&uploads),
        [format!("POST {ARTIFACT}"), "PUT /storage".into()]
    );
    let received = uploads.received();
    let wanted = json!({ "storageType": "s3", "contentType": "text/plain", "expires": "2029-01-01T00:00:00.000Z" });
    assert_eq!(received[0].json(), wanted);
    assert!(received[1].body == content);
    assert_eq!(received[1].header("content-type"), Some("text/plain"));
    assert_eq!(received[1].header("content-length"), Some("300000"));

    let uploads = Uploads::start(&["s3"]);
    let stored = C::from_bytes(&put(&uploads), &content).expect("stored");
    assert_eq!(stored.storage_type, StorageType::Object);
    let uploads = Uploads::start(&["s3", "object"]);
    let Err(Error::Call(e)) = C::from_bytes(&put(&uploads), &content) else {
        panic!("both are refused");
    };
    assert!(
        e.to_string().contains("s3"),
        "the first refusal is told: {e}"
    );
    assert_eq!(uploads.received().len(), 2);
    let uploads = Uploads::start(&["s3"]);
    let only = put::<C>(&uploads).storage(Storage::S3);
    assert!(C::from_bytes(&only, &content).is_err());
    assert_eq!(uploads.received().len(), 1);
}

fn small_objects_go_along_and_large_ones_by_a_url<C: Fetches>() {
    for (length, is_inline) in [
        (0, true),
        (8 * 1024, true),
        (8 * 1024 + 1, false),
        (1_000_000, false),
    ] {
        let content = content(length);
        let uploads = Uploads::start(&[]);
        let put = put::<C>(&uploads).storage(Storage::Object);
        C::from_bytes(&put, &content).expect("stored");
        let received = uploads.received();
        let proposed = received[1].json()["proposedUploadMethods"].clone();
        if is_inline {
            let data = proposed["dataInline"]["objectData"]
                .as_str()
                .expect("a text");
            assert!(STANDARD.decode(data).expect("Base64") == content);
        } else {
            assert_eq!(proposed["dataInline"], Value::Null);
            assert!(uploads.contents()[0].body == content);
            assert_eq!(
                uploads.contents()[0].header("content-type"),
                Some("text/plain")
            );
        }
        let finished = &received[received.len() - 2];
        assert!(
            finished.line.contains("/finish-upload/t%2Frun%2F0%2Fname"),
            "{}",
            finished.line
        );
        let hashes = json!({ "sha256": sha256(&content), "sha512": sha512(&content) });
        assert_eq!(finished.json()["hashes"], hashes);
        let last = &received[received.len() - 1];
        assert!(last.line.starts_with("PUT /api/queue"), "{}", last.line);
        assert_eq!(last.json(), json!({ "uploadId": "IJI9ODDiTSCuT_7E6mnszw" }));
    }
}

fn blobs_go_in_one_part_or_several<C: Fetches>() {
    let content = content(250_000);
    let uploads = Uploads::start(&[]);
    let put = put::<C>(&uploads).storage(Storage::Blob);
    let stored = C::from_bytes(&put, &content).expect("stored");
    assert_eq!(stored.storage_type, StorageType::Blob);
    let payload = uploads.received()[0].json();
    assert_eq!(payload["contentSha256"], sha256(&content));
    assert_eq!(
        (&payload["contentLength"], &payload["parts"]),
        (&json!(250_000), &Value::Null)
    );

    // A part that fails is sent again, and those before it are not.
    let uploads = Uploads::start(&[]).with([Mishap::None, Mishap::CutAfter(10)]);
    let put = super::putting::put::<C>(&uploads)
        .storage(Storage::Blob)
        .part_size(100_000);
    let stored = C::from_bytes(&put, &content).expect("stored");
    assert_eq!(stored.attempts, 4);
    let payload = uploads.received()[0].json();
    let part = |range: std::ops::Range<usize>| json!({ "sha256": sha256(&content[range.clone()]), "size": range.len() });
    let parts = json!([
        part(0..100_000),
        part(100_000..200_000),
        part(200_000..250_000)
    ]);
    assert_eq!(payload["parts"], parts);
    let sent = uploads.contents();
    let numbers: Vec<_> = sent
        .iter()
        .map(|it| it.header("x-part").unwrap_or_default())
        .collect();
    assert_eq!(numbers, ["0", "1", "1", "2"]);
    assert!([&*sent[0].body, &sent[2].body, &sent[3].body].concat() == content);
    let etags = uploads.received().last().expect("the last").json()["etags"].clone();
    let etags: Vec<String> = serde_json::from_value(etags).expect("texts");
    assert_eq!(etags.len(), 3);
    assert!(etags[2].contains("part=2"), "{etags:?}");
}

fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    flate2::read::GzDecoder::new(bytes)
        .read_to_end(&mut plain)
        .expect("gzip");
    plain
}

fn what_is_packed_on_the_way_is_announced_as_it_is<C: Fetches>() {
    let log = "a line of a log\n".repeat(50_000);
    for storage in [Storage::S3, Storage::Object, Storage::Blob] {
        let uploads = Uploads::start(&[]).with([Mishap::CutAfter(100)]);
        let put = put::<C>(&uploads).storage(storage).gzip();
        let stored = C::from_bytes(&put, log.as_bytes()).expect("stored");
        let sent = &uploads.contents()[1];
        assert_eq!(sent.header("content-encoding"), Some("gzip"), "{storage:?}");
        assert_eq!(sent.body.len() as u64, stored.stored_bytes);
        assert!(sent.body.len() < log.len() / 10);
        assert!(unpacked(&sent.body) == log.as_bytes());
        let all = uploads.received();
        match storage {
            Storage::Object => {
                let hashes = all.iter().find(|it| it.line.contains("finish-upload"));
                let hashes = hashes.expect("the end of the upload").json();
                assert_eq!(
                    hashes["hashes"]["sha256"],
                    sha256(&sent.body),
                    "of what is stored"
                );
            }
            Storage::Blob => {
                let payload = all[0].json();
                assert_eq!(payload["contentSha256"], sha256(log.as_bytes()));
                assert_eq!(payload["transferSha256"], sha256(&sent.body));
                assert_eq!(payload["contentEncoding"], "gzip");
            }
            _ => {}
        }
    }
}

fn what_breaks_is_sent_again_from_the_start<C: Fetches>() {
    let content = content(700_000);
    for storage in [Storage::S3, Storage::Object, Storage::Blob] {
        for mishap in [
            Mishap::CutAfter(0),
            Mishap::CutAfter(100_000),
            Mishap::Unanswered,
            Mishap::Status(500),
            Mishap::Status(503),
            Mishap::Early(1_000, 503),
        ] {
            let uploads = Uploads::start(&[]).with([mishap.clone(), mishap.clone()]);
            let put = put::<C>(&uploads).storage(storage);
            let stored = C::from_bytes(&put, &content);
            let stored = stored.unwrap_or_else(|e| panic!("{storage:?}, {mishap:?}: {e}"));
            assert_eq!(stored.attempts, 3);
            let sent = uploads.contents();
            assert!(sent.last().expect("the last").body == content);
            let finished = uploads.received();
            let hashes = finished.iter().find(|it| it.line.contains("finish-upload"));
            if let Some(hashes) = hashes {
                assert_eq!(
                    hashes.json()["hashes"]["sha512"],
                    sha512(&content),
                    "{mishap:?}"
                );
            }
        }
    }
}

fn a_refusal_is_told_at_once<C: Fetches>() {
    let uploads = Uploads::start(&[]).with(vec![Mishap::Status(403); 9]);
    let Err(Error::Transfer(e)) = C::from_bytes(&put(&uploads), b"content") else {
        panic!("a refusal");
    };
    assert_eq!((e.status(), e.attempts()), (Some(403), 1));
    let uploads = Uploads::start(&[]).with(vec![Mishap::Status(503); 9]);
    let builder = Client::builder(uploads.root_url()).retry(RetryPolicy::default().retries(2));
    let put = Artifacts::new(&build::<C>(builder))
        .of("fN1SbArXTPSVFNUvaOlinQ")
        .run(0)
        .put(NAME);
    let put = put.expires(datetime!(2029-01-01 0:00 UTC));
    let Err(Error::Transfer(e)) = C::from_bytes(&put, b"content") else {
        panic!("it is busy each time");
    };
    assert_eq!((e.status(), e.attempts()), (Some(503), 3));
}

fn a_file_that_changes_is_noticed<C: Fetches>() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log.txt");
    for change in ["appended", "cut", "replaced"] {
        fs::write(&path, content(600_000)).expect("written");
        let uploads = Uploads::start(&[]);
        let (place, was_done) = (path.clone(), std::sync::Once::new());
        let put = put::<C>(&uploads).progress(move |_| {
            was_done.call_once(|| match change {
                "appended" => {
                    let file = fs::OpenOptions::new().append(true).open(&place);
                    std::io::Write::write_all(&mut file.expect("opened"), b"more")
                        .expect("written");
                }
                "cut" => {
                    let file = fs::OpenOptions::new()
                        .write(true)
                        .open(&place)
                        .expect("opened");
                    file.set_len(1_000).expect("cut");
                }
                _ => replace_with_its_like(&place),
            });
        });
        let why = C::from_file(&put, &path).expect_err(change);
        assert!(
            matches!(&why, Error::Changed(it) if *it == path),
            "{change}: {why}"
        );
    }
    let why = C::from_file(&put(&Uploads::start(&[])), &folder.path().join("none"));
    assert!(matches!(why, Err(Error::Local(_))), "{why:?}");
    let why = C::from_file(&put(&Uploads::start(&[])), folder.path());
    assert!(matches!(why, Err(Error::Refused(_))), "{why:?}");
    fs::write(&path, "content").expect("written");
    let uploads = Uploads::start(&[]);
    C::from_file(&put(&uploads), &path).expect("stored");
    assert_eq!(uploads.contents()[0].body, b"content");
}

/// Puts a file of the same length in the place of another. It has the same date where files have numbers, and
/// another where a date is all that tells them apart: one tick of the clock may be longer than this test.
fn replace_with_its_like(path: &Path) {
    let new = path.with_extension("new");
    fs::write(&new, vec![7; 600_000]).expect("written");
    let date = path
        .metadata()
        .and_then(|it| it.modified())
        .expect("a date");
    let later = Duration::from_secs(if cfg!(all(unix, not(taskcluster_portable))) {
        0
    } else {
        2
    });
    let file = fs::OpenOptions::new()
        .write(true)
        .open(&new)
        .expect("opened");
    file.set_modified(date + later).expect("a date");
    fs::rename(new, path).expect("renamed");
}

fn a_reader_is_kept_until_it_is_sent<C: Fetches>() {
    let content = content(300_000);
    let uploads = Uploads::start(&[]).with([Mishap::CutAfter(100_000)]);
    let stored = C::from_reader(&put(&uploads), &content).expect("stored");
    assert_eq!((stored.stored_bytes, stored.attempts), (300_000, 2));
    assert!(uploads.contents()[1].body == content);
}

fn references_links_and_errors_have_no_content<C: Fetches>() {
    let uploads = Uploads::start(&[]);
    let put = put::<C>(&uploads);
    C::reference(&put, "https://example.com/x").expect("made");
    C::link(&put, "public/other").expect("made");
    C::error(&put, ArtifactErrorReason::FileMissingOnWorker, "gone").expect("made");
    let all = uploads.received();
    let expires = "2029-01-01T00:00:00.000Z";
    let wanted = [
        json!({ "storageType": "reference", "url": "https://example.com/x", "contentType": "text/plain",
            "expires": expires }),
        json!({ "storageType": "link", "artifact": "public/other", "contentType": "text/plain",
            "expires": expires }),
        json!({ "storageType": "error", "reason": "file-missing-on-worker", "message": "gone",
            "expires": expires }),
    ];
    for (asked, wanted) in all.iter().zip(wanted) {
        assert_eq!(asked.json(), wanted);
    }
    assert_eq!(all.len(), 3);
}

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

fn a_run_must_be_chosen<C: Fetches>() {
    let uploads = Uploads::start(&[]);
    let client = build::<C>(Client::builder(uploads.root_url()));
    let put = Artifacts::new(&client)
        .of("fN1SbArXTPSVFNUvaOlinQ")
        .put(NAME);
    let why = C::from_bytes(&put, b"content")
        .expect_err("no run")
        .to_string();
    assert!(why.contains("`run`"), "{why}");
    assert!(uploads.received().is_empty());
}

#[test]
fn futures_can_go_to_other_threads() {
    let uploads = Uploads::start(&[]);
    let put = put::<taskcluster_client::AsyncClient>(&uploads);
    let put = put.reclaim(Duration::from_secs(600), || async {
        Ok(Credentials::new("reclaimed", "s3cret-of-a-later-claim"))
    });
    let get = Artifacts::new(&build::<taskcluster_client::AsyncClient>(Client::builder(
        uploads.root_url(),
    )));
    let get = get.of("fN1SbArXTPSVFNUvaOlinQ").get(NAME);
    taskcluster_tests::wait(async move {
        let stored = tokio::spawn(async move { put.from_bytes("content").await });
        stored.await.expect("no panic").expect("stored");
        let got = tokio::spawn(async move { get.to_file("nowhere/at/all").await });
        got.await
            .expect("no panic")
            .expect_err("there is no such folder");
    });
}
