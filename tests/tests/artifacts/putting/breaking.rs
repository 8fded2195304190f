//! What is sent again, and what is not.

use std::fs;
use std::path::Path;
use std::time::Duration;

use taskcluster_artifacts::{Artifacts, Error, Storage};
use taskcluster_client::{Client, RetryPolicy};
use taskcluster_tests::{Fetches, Mishap, Uploads, in_both_colours};
use time::macros::datetime;

use crate::{NAME, build, content, sha512};

use super::put;

in_both_colours!(
    what_breaks_is_sent_again_from_the_start,
    a_refusal_is_told_at_once,
    a_file_that_changes_is_noticed,
    a_reader_is_kept_until_it_is_sent,
);

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
