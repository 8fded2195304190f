//! Every storage type of both eras, and what a caller chooses.

use serde_json::json;
use taskcluster_artifacts::{Artifacts, Error, StorageType};
use taskcluster_tests::{Fetches, Kept, Storage, Trouble, in_both_colours};

use super::{NAME, client, content, get, gzipped, sha256, sha512};

in_both_colours!(
    each_storage_type_is_got_without_the_caller_knowing,
    hashes_of_the_object_service_are_checked,
    a_wrong_hash_is_tried_once_again_and_then_told,
    what_the_caller_knows_is_checked,
    an_error_artifact_is_an_error_of_its_own,
    references_can_be_refused,
    redirects_are_followed_but_not_in_a_circle,
    packed_content_is_unpacked_unless_it_is_wanted_as_it_is,
    memory_has_a_limit,
    the_caller_s_signature_goes_to_taskcluster_alone,
    servers_of_2018_say_it_by_a_redirect,
);

/// How servers of 2018 name a storage type.
fn classic(storage_type: &str) -> Kept {
    Kept::Classic(format!(
        "x-taskcluster-artifact-storage-type: {storage_type}\r\n"
    ))
}

fn each_storage_type_is_got_without_the_caller_knowing<C: Fetches>() {
    let content = content(3_000_000);
    let hashes = json!({ "sha256": sha256(&content), "sha512": sha512(&content), "blake": "x" });
    for (kept, storage_type, is_verified) in [
        (Kept::S3, StorageType::S3, false),
        (Kept::Object(hashes), StorageType::Object, true),
        (Kept::Object(json!({})), StorageType::Object, false),
        (
            Kept::Reference("/content".into()),
            StorageType::Reference,
            false,
        ),
        (Kept::Classic(String::new()), StorageType::Unknown, false),
        (classic("s3"), StorageType::S3, false),
        (classic("azure"), StorageType::Azure, false),
        (classic("reference"), StorageType::Reference, false),
    ] {
        let storage = Storage::start(kept, &*content);
        let get = get::<C>(&storage);
        assert!(C::to_bytes(&get).expect("the content") == content);
        let (bytes, outcome) = C::to_writer(&get);
        let fetched = outcome.expect("the content");
        assert!(bytes == content);
        assert_eq!(
            (fetched.bytes, fetched.stored_bytes),
            (3_000_000, 3_000_000)
        );
        assert_eq!(
            (fetched.storage_type, fetched.is_verified),
            (storage_type, is_verified)
        );
        let (bytes, outcome) = C::read(&get);
        outcome.expect("the content");
        assert!(bytes == content);
        let empty = Storage::start(Kept::S3, "");
        assert!(
            C::to_bytes(&super::get::<C>(&empty))
                .expect("nothing")
                .is_empty()
        );
        let chunked = Storage::start(Kept::S3, &*content).chunked();
        assert!(C::to_bytes(&super::get::<C>(&chunked)).expect("the content") == content);
    }
}

fn hashes_of_the_object_service_are_checked<C: Fetches>() {
    for wrong in [
        json!({ "sha256": sha256(b"another") }),
        json!({ "sha256": sha256(b"content"), "sha512": sha512(b"another") }),
    ] {
        let storage = Storage::start(Kept::Object(wrong), "content");
        let why = C::to_bytes(&get(&storage)).expect_err("another hash");
        assert!(matches!(why, Error::Mismatch(_)), "{why}");
        let (_, outcome) = C::read(&get(&storage));
        assert!(matches!(outcome, Err(Error::Mismatch(_))), "{outcome:?}");
    }
}

fn a_wrong_hash_is_tried_once_again_and_then_told<C: Fetches>() {
    let right = sha256(b"content");
    let storage = Storage::start(Kept::Object(json!({ "sha256": right })), "content");
    let storage = storage.with([Trouble::Wrong(0)]);
    assert_eq!(
        C::to_bytes(&get(&storage)).expect("the second is right"),
        b"content"
    );
    assert_eq!(storage.fetches().len(), 2);
    let accepted = |at: usize| {
        storage.fetches()[at]
            .header("accept-encoding")
            .map(str::to_owned)
    };
    assert_eq!(accepted(0).as_deref(), Some("gzip"));
    assert_eq!(
        accepted(1).as_deref(),
        Some("identity"),
        "something may have packed it"
    );

    let storage = storage.with([Trouble::Wrong(0), Trouble::Wrong(1), Trouble::None]);
    let why = C::to_bytes(&get(&storage))
        .expect_err("both are wrong")
        .to_string();
    let found = sha256(b"cnntent");
    let wanted = format!("the sha256 of the content is {found}, and should be {right}");
    assert_eq!(why.replace(&sha256(b"cnntent"), &found), wanted);
    assert_eq!(storage.fetches().len(), 4);
}

fn what_the_caller_knows_is_checked<C: Fetches>() {
    let storage = Storage::start(Kept::S3, "content");
    let get = get::<C>(&storage);
    let right = get.clone().expect_sha256(sha256(b"content").to_uppercase());
    assert_eq!(C::to_bytes(&right).expect("the content"), b"content");
    let wrong = get.clone().expect_sha256(sha256(b"another"));
    assert!(matches!(C::to_bytes(&wrong), Err(Error::Mismatch(_))));
    let sent = storage.received().len();
    let none = get.expect_sha256("abc");
    assert!(matches!(C::to_bytes(&none), Err(Error::Refused(_))));
    assert_eq!(storage.received().len(), sent, "nothing was sent");
}

fn an_error_artifact_is_an_error_of_its_own<C: Fetches>() {
    let storage = Storage::start(Kept::Error, "");
    let Err(Error::NoContent(e)) = C::to_bytes(&get(&storage)) else {
        panic!("an error artifact has no content");
    };
    assert_eq!(
        (&*e.reason, &*e.message),
        ("file-missing-on-worker", "gone")
    );
}

fn references_can_be_refused<C: Fetches>() {
    let storage = Storage::start(Kept::Reference("/content?s3cret".into()), "content");
    let why = C::to_bytes(&get::<C>(&storage).only_stored()).expect_err("a reference");
    assert!(matches!(why, Error::Refused(_)), "{why}");
    assert!(!why.to_string().contains("s3cret"), "{why}");
    assert!(storage.fetches().is_empty());
    let stored = Storage::start(Kept::S3, "content");
    C::to_bytes(&get::<C>(&stored).only_stored()).expect("this is stored");
}

fn redirects_are_followed_but_not_in_a_circle<C: Fetches>() {
    let storage = Storage::start(Kept::Reference("/to/to/content".into()), "content");
    assert_eq!(
        C::to_bytes(&get(&storage)).expect("the content"),
        b"content"
    );
    let storage = Storage::start(Kept::Reference("/to".into()), "content");
    let why = C::to_bytes(&get(&storage)).expect_err("an empty location");
    assert!(matches!(why, Error::Refused(_)), "{why}");
    let circle = Trouble::Status(302, "Location: /content\r\n");
    let storage = Storage::start(Kept::Reference("/content".into()), "content");
    let storage = storage.with(vec![circle; 3]);
    let why = C::to_bytes(&get(&storage))
        .expect_err("a circle")
        .to_string();
    assert!(why.contains("leads in a circle"), "{why}");
    assert_eq!(storage.fetches().len(), 1);
}

fn packed_content_is_unpacked_unless_it_is_wanted_as_it_is<C: Fetches>() {
    let log = "a line of a log\n".repeat(100_000);
    let packed = gzipped(log.as_bytes());
    let hashes = json!({ "sha256": sha256(&packed) });
    let storage = Storage::start(Kept::Object(hashes), &*packed);
    let storage = storage.headers("Content-Encoding: gzip\r\n");
    assert!(C::to_bytes(&get(&storage)).expect("the log") == log.as_bytes());
    let (bytes, fetched) = C::to_writer(&get(&storage));
    let fetched = fetched.expect("the log");
    assert!(bytes == log.as_bytes());
    assert_eq!(fetched.stored_bytes, packed.len() as u64);
    let as_stored = get::<C>(&storage).as_stored();
    assert!(C::to_bytes(&as_stored).expect("the packed log") == packed);

    let strange = Storage::start(Kept::S3, "x").headers("Content-Encoding: br\r\n");
    let why = C::to_bytes(&get(&strange))
        .expect_err("not unpacked")
        .to_string();
    assert!(why.contains("\"br\"") && why.contains("as_stored"), "{why}");
    let as_stored = get::<C>(&strange).as_stored();
    assert_eq!(C::to_bytes(&as_stored).expect("as it is"), b"x");
}

fn memory_has_a_limit<C: Fetches>() {
    let packed = gzipped(&vec![0; 1_000_000]);
    for (content, headers) in [(content(1_000), ""), (packed, "Content-Encoding: gzip\r\n")] {
        let length = if headers.is_empty() { 1_000 } else { 1_000_000 };
        let storage = Storage::start(Kept::S3, content).headers(headers);
        let just = get::<C>(&storage).limit(length);
        assert_eq!(
            C::to_bytes(&just).expect("as much as there is").len() as u64,
            length
        );
        let Err(Error::TooLarge(e)) = C::to_bytes(&just.limit(length - 1)) else {
            panic!("there is more");
        };
        assert_eq!(e.limit, length - 1);
    }
}

fn the_caller_s_signature_goes_to_taskcluster_alone<C: Fetches>() {
    for kept in [
        Kept::S3,
        Kept::Object(json!({})),
        Kept::Classic(String::new()),
    ] {
        let storage =
            Storage::start(kept, "content").with([Trouble::Status(302, "Location: /content\r\n")]);
        C::to_bytes(&get(&storage)).expect("the content");
        for request in storage.received() {
            let is_signed = request.header("authorization").is_some();
            assert_eq!(
                is_signed,
                request.line.contains(" /api/"),
                "{}",
                request.line
            );
            let by = request.header("authorization").unwrap_or_default();
            let is_of_object = by.contains("id=\"of-the-object\"");
            assert_eq!(is_of_object, request.line.contains("/api/object/"), "{by}");
        }
    }
}

fn servers_of_2018_say_it_by_a_redirect<C: Fetches>() {
    let headers = |length: u64, hash: &str| {
        format!(
            "x-taskcluster-artifact-storage-type: blob\r\n\
             x-taskcluster-location-transfer-length: {length}\r\n\
             x-taskcluster-location-transfer-sha256: {hash}\r\n"
        )
    };
    let hash = sha256(b"content");
    let storage = Storage::start(Kept::Classic(headers(7, &hash)), "content");
    let artifacts = Artifacts::new(&client::<C>(&storage));
    let get = artifacts.of("fN1SbArXTPSVFNUvaOlinQ").run(3).get(NAME);
    for _ in 0..2 {
        let (_, fetched) = C::to_writer(&get);
        let fetched = fetched.expect("the content");
        assert_eq!(
            (fetched.storage_type, fetched.is_verified),
            (StorageType::Blob, true)
        );
    }
    let requests = storage.received();
    let asked_in_vain = requests
        .iter()
        .filter(|it| it.line.contains("/artifact-content/"));
    assert_eq!(asked_in_vain.count(), 1, "the server is known afterwards");

    // What is not packed is told as the content alone.
    for (encoding, is_verified) in [
        ("", true),
        ("x-taskcluster-location-content-encoding: gzip\r\n", false),
    ] {
        let told = headers(7, &hash).replace("transfer", "content");
        let storage = Storage::start(Kept::Classic(told + encoding), "content");
        let (_, fetched) = C::to_writer(&super::get::<C>(&storage));
        assert_eq!(fetched.expect("the content").is_verified, is_verified);
    }

    for (length, hash) in [(8, &*hash), (7, &*sha256(b"another"))] {
        let storage = Storage::start(Kept::Classic(headers(length, hash)), "content");
        let outcome = C::to_bytes(&super::get(&storage));
        assert!(matches!(outcome, Err(Error::Mismatch(_))), "{outcome:?}");
    }
}
