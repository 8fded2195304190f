//! Putting: every storage type, and what goes wrong while it is sent.

mod breaking;
mod callers;

use std::io::Read as _;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use taskcluster_artifacts::{Artifacts, Error, Put, Storage, StorageType};
use taskcluster_client::queue::types::ArtifactErrorReason;
use taskcluster_client::{Client, Credentials};
use taskcluster_tests::{Fetches, Mishap, Uploads, in_both_colours};
use time::macros::datetime;

use crate::{NAME, build, content, sha256, sha512};

in_both_colours!(
    s3_is_first_and_the_object_service_second,
    small_objects_go_along_and_large_ones_by_a_url,
    blobs_go_in_one_part_or_several,
    what_is_packed_on_the_way_is_announced_as_it_is,
    references_links_and_errors_have_no_content,
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
