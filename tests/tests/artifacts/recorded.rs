//! Exchanges with a real deployment of today (v106, recorded in November 2026): what it took is what is sent
//! here, and what it answered is understood. Ids, dates and signatures are made up.

use serde_json::{Value, json};
use taskcluster_artifacts::{Artifacts, Error, Put, Storage, StorageType, TaskArtifacts};
use taskcluster_client::Client;
use taskcluster_client::queue::types::ArtifactErrorReason;
use taskcluster_tests::{Fetches, Received, Scripted, answer, in_both_colours};
use time::macros::datetime;

use super::{build, content, sha256, sha512};

in_both_colours!(
    a_small_object_goes_along_with_the_request,
    a_large_object_goes_to_the_url_with_the_headers_that_were_signed,
    s3_is_sent_to_the_url,
    what_has_no_content_is_made_by_one_request,
    an_object_is_got_by_the_credentials_that_the_queue_gives,
    an_object_without_hashes_is_got_too,
    a_link_is_told_as_what_it_leads_to,
    names_are_listed_over_pages,
    refusals_are_told_with_their_reasons,
);

const TASK: &str = "HkH8geeQQH2OpnjSsacYJQ";
const EXPIRES: &str = "2026-11-26T11:10:47.000Z";
const UPLOAD_ID: &str = "IJI9ODDiTSCuT_7E6mnszw";
const OBJECT: &str = "t/HkH8geeQQH2OpnjSsacYJQ/0/public/object.txt";
const OBJECT_IN_PATH: &str = "t%2FHkH8geeQQH2OpnjSsacYJQ%2F0%2Fpublic%2Fobject.txt";
const SIGNED: &str = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD\
    &X-Amz-Credential=S3RVER%2F20261126%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20261126T104048Z";

/// A request that the deployment took, by verb, path and payload, and what it answered.
struct Turn {
    line: String,
    payload: Value,
    status: &'static str,
    answer: Value,
}

fn turn(line: impl Into<String>, payload: Value, answer: Value) -> Turn {
    Turn {
        line: line.into(),
        payload,
        status: if answer.is_null() {
            "204 No Content"
        } else {
            "200 OK"
        },
        answer,
    }
}

fn refusal(status: &'static str, code: &str, message: &str) -> Turn {
    let answer = json!({ "code": code, "message": format!("{message}\n\n---\n\n* method:     createArtifact"),
        "requestInfo": { "method": "createArtifact", "params": {}, "payload": {}, "time": EXPIRES } });
    Turn {
        line: String::new(),
        payload: Value::Null,
        status,
        answer,
    }
}

fn deployment(turns: &[Turn]) -> Scripted {
    let json = "Content-Type: application/json; charset=utf-8\r\n";
    Scripted::start(turns.iter().map(|turn| match &turn.answer {
        Value::Null => answer(turn.status, "", ""),
        body => answer(turn.status, json, body.to_string()),
    }))
}

/// That what was sent is what the deployment took.
fn check(deployment: &Scripted, turns: &[Turn]) {
    let received = deployment.received();
    let line = |it: &Received| it.line.replace(" HTTP/1.1", "");
    let lines: Vec<_> = received.iter().map(line).collect();
    let wanted: Vec<_> = turns.iter().map(|turn| turn.line.clone()).collect();
    assert_eq!(lines, wanted);
    for (received, turn) in received.iter().zip(turns) {
        let payload = match received.body.is_empty() {
            true => Value::Null,
            false => received.json(),
        };
        assert_eq!(payload, turn.payload, "{}", turn.line);
        let by = received.header("authorization").expect("a signature");
        let who = match turn.line.split('/').nth(2) {
            Some("object") => "artifact-",
            _ => "tester",
        };
        assert!(by.contains(&format!("id=\"{who}")), "{}: {by}", turn.line);
    }
}

fn run<C: Fetches>(deployment: &Scripted) -> TaskArtifacts<C> {
    let client = build::<C>(Client::builder(deployment.root_url()));
    Artifacts::new(&client).of(TASK).run(0)
}

fn put<C: Fetches>(deployment: &Scripted, name: &str) -> Put<C> {
    let put = run::<C>(deployment).put(name).content_type("text/plain");
    put.expires(datetime!(2026-11-26 11:10:47 UTC))
}

fn of_run(verb: &str, method: &str, name: &str) -> String {
    format!("{verb} /api/queue/v1/task/{TASK}/runs/0/{method}/public%2F{name}")
}

/// Credentials of the queue for one object.
fn credentials(what: &str, scope: &str) -> Value {
    let certificate = json!({ "version": 1, "scopes": [scope], "start": 1_795_689_648_063_u64,
        "expiry": 4_102_444_800_000_u64, "seed": "c-Xp35JeS02OovJWPqRoJgxdK2pqXfSfqWmbCqRp3TYA",
        "signature": "hBMFUEiU7sJZU7EOZ7u8zLqVQJY2qfJX0KN2s3o94ig=", "issuer": "static/taskcluster/queue" });
    json!({ "clientId": format!("artifact-{what}/{TASK}/0/on/wg/w1"), "accessToken": "made-up",
        "certificate": certificate.to_string() })
}

/// An object of the queue: created, sent as the service has chosen, finished with both.
fn upload(content: &[u8], proposed: &Value, chosen: &Value) -> [Turn; 4] {
    let scope = format!("object:upload:none:{OBJECT}");
    let hashes = json!({ "sha256": sha256(content), "sha512": sha512(content) });
    [
        turn(
            of_run("POST", "artifacts", "object.txt"),
            json!({ "storageType": "object", "expires": EXPIRES, "contentType": "text/plain" }),
            json!({ "storageType": "object", "name": OBJECT, "projectId": "none", "uploadId": UPLOAD_ID,
                "expires": EXPIRES, "credentials": credentials("upload", &scope) }),
        ),
        turn(
            format!("PUT /api/object/v1/upload/{OBJECT_IN_PATH}"),
            json!({ "projectId": "none", "uploadId": UPLOAD_ID, "expires": EXPIRES,
                "proposedUploadMethods": proposed }),
            json!({ "projectId": "none", "uploadId": UPLOAD_ID, "expires": EXPIRES,
                "uploadMethod": chosen }),
        ),
        turn(
            format!("POST /api/object/v1/finish-upload/{OBJECT_IN_PATH}"),
            json!({ "projectId": "none", "uploadId": UPLOAD_ID, "hashes": hashes }),
            json!({}),
        ),
        turn(
            of_run("PUT", "artifacts", "object.txt"),
            json!({ "uploadId": UPLOAD_ID }),
            Value::Null,
        ),
    ]
}

fn a_small_object_goes_along_with_the_request<C: Fetches>() {
    let proposed = json!({
        "dataInline": { "contentType": "text/plain", "objectData": "aGVsbG8gb2JqZWN0" },
        "putUrl": { "contentType": "text/plain", "contentLength": 12 },
    });
    let turns = upload(b"hello object", &proposed, &json!({ "dataInline": true }));
    let deployment = deployment(&turns);
    let put = put::<C>(&deployment, "public/object.txt").storage(Storage::Object);
    let stored = C::from_bytes(&put, b"hello object").expect("stored");
    assert_eq!(
        (stored.storage_type, stored.stored_bytes),
        (StorageType::Object, 12)
    );
    check(&deployment, &turns);
}

fn a_large_object_goes_to_the_url_with_the_headers_that_were_signed<C: Fetches>() {
    let content = "twelve bytes".repeat(1_000);
    let bucket = Scripted::start([answer("200 OK", "Content-Type: text/plain\r\n", "")]);
    let url = format!(
        "{}/public-bucket/{OBJECT}?{SIGNED}&X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost\
         &x-id=PutObject",
        bucket.root_url()
    );
    let headers = json!({ "Content-Type": "text/plain", "Content-Length": "12000",
        "Content-Encoding": "identity" });
    let chosen = json!({ "putUrl": { "url": url, "expires": EXPIRES, "headers": headers } });
    let proposed = json!({ "putUrl": { "contentType": "text/plain", "contentLength": 12_000 } });
    let turns = upload(content.as_bytes(), &proposed, &chosen);
    let deployment = deployment(&turns);
    let put = put::<C>(&deployment, "public/object.txt").storage(Storage::Object);
    C::from_bytes(&put, content.as_bytes()).expect("stored");
    check(&deployment, &turns);

    let sent = &bucket.received()[0];
    let path = url.strip_prefix(&bucket.root_url()).expect("its own URL");
    assert_eq!(
        sent.line,
        format!("PUT {path} HTTP/1.1"),
        "as it was signed"
    );
    for (name, value) in [
        ("content-type", Some("text/plain")),
        ("content-length", Some("12000")),
        ("content-encoding", Some("identity")),
        ("transfer-encoding", None),
        ("authorization", None),
    ] {
        assert_eq!(sent.header(name), value, "{name}");
    }
    assert!(sent.body == content.as_bytes());
}

fn s3_is_sent_to_the_url<C: Fetches>() {
    let bucket = Scripted::start([answer("200 OK", "ETag: \"of-the-bucket\"\r\n", "")]);
    let path = format!(
        "/public-bucket/{TASK}/0/public/s3.txt?{SIGNED}&X-Amz-SignedHeaders=host&x-id=PutObject"
    );
    let turns = [turn(
        of_run("POST", "artifacts", "s3.txt"),
        json!({ "storageType": "s3", "expires": EXPIRES, "contentType": "text/plain" }),
        json!({ "storageType": "s3", "contentType": "text/plain", "expires": "2026-11-26T11:25:48.274Z",
            "putUrl": format!("{}{path}", bucket.root_url()) }),
    )];
    let deployment = deployment(&turns);
    C::from_bytes(&put(&deployment, "public/s3.txt"), b"hello s3").expect("stored");
    check(&deployment, &turns);
    let sent = &bucket.received()[0];
    assert_eq!(sent.line, format!("PUT {path} HTTP/1.1"));
    assert_eq!(
        (sent.header("content-type"), &*sent.body),
        (Some("text/plain"), &b"hello s3"[..])
    );
    assert_eq!(sent.header("authorization"), None);
}

fn what_has_no_content_is_made_by_one_request<C: Fetches>() {
    let of = |storage_type: &str, more: Value| {
        let mut payload = json!({ "storageType": storage_type, "expires": EXPIRES });
        let (all, more) = (payload.as_object_mut(), more.as_object());
        let (all, more) = (all.expect("an object"), more.expect("an object"));
        all.extend(more.clone());
        turn(
            of_run("POST", "artifacts", storage_type),
            payload,
            json!({ "storageType": storage_type }),
        )
    };
    let turns = [
        of(
            "reference",
            json!({ "contentType": "text/plain", "url": "https://example.com/x" }),
        ),
        of(
            "error",
            json!({ "reason": "file-missing-on-worker", "message": "gone" }),
        ),
        of(
            "link",
            json!({ "contentType": "text/plain", "artifact": "public/s3.txt" }),
        ),
    ];
    let deployment = deployment(&turns);
    let put = |name| put::<C>(&deployment, name);
    C::reference(&put("public/reference"), "https://example.com/x").expect("made");
    let reason = ArtifactErrorReason::FileMissingOnWorker;
    C::error(&put("public/error"), reason, "gone").expect("made");
    C::link(&put("public/link"), "public/s3.txt").expect("made");
    check(&deployment, &turns);
}

/// An object that is got, as the object service describes it.
fn download(found: Value) -> [Turn; 2] {
    let scope = format!("object:download:{OBJECT}");
    [
        turn(
            of_run("GET", "artifact-content", "object.txt"),
            Value::Null,
            json!({ "storageType": "object", "name": OBJECT,
                "credentials": credentials("download", &scope) }),
        ),
        turn(
            format!("PUT /api/object/v1/start-download/{OBJECT_IN_PATH}"),
            json!({ "acceptDownloadMethods": { "simple": true, "getUrl": true } }),
            found,
        ),
    ]
}

fn an_object_is_got_by_the_credentials_that_the_queue_gives<C: Fetches>() {
    let content = content(20_000);
    let bucket = Scripted::start([answer("200 OK", "ETag: \"of-the-bucket\"\r\n", &content)]);
    let path = format!("/public-bucket/{OBJECT}?{SIGNED}&X-Amz-Expires=120&x-id=GetObject");
    let turns = download(
        json!({ "method": "getUrl", "url": format!("{}{path}", bucket.root_url()),
        "expires": EXPIRES, "hashes": { "sha256": sha256(&content), "sha512": sha512(&content) } }),
    );
    let deployment = deployment(&turns);
    let (bytes, fetched) = C::to_writer(&run(&deployment).get("public/object.txt"));
    let fetched = fetched.expect("the content");
    assert!(bytes == content);
    assert_eq!(
        (fetched.storage_type, fetched.is_verified),
        (StorageType::Object, true)
    );
    check(&deployment, &turns);
    let asked = &bucket.received()[0];
    assert_eq!(asked.line, format!("GET {path} HTTP/1.1"));
    assert_eq!(asked.header("authorization"), None);
}

fn an_object_without_hashes_is_got_too<C: Fetches>() {
    let bucket = Scripted::start([answer("200 OK", "", "hello object")]);
    let path = format!("/public-bucket/{OBJECT_IN_PATH}");
    let turns =
        download(json!({ "method": "simple", "url": format!("{}{path}", bucket.root_url()) }));
    let deployment = deployment(&turns);
    let (bytes, fetched) = C::to_writer(&run(&deployment).get("public/object.txt"));
    assert_eq!(bytes, b"hello object");
    let fetched = fetched.expect("the content");
    assert_eq!(
        (fetched.storage_type, fetched.is_verified),
        (StorageType::Object, false)
    );
    check(&deployment, &turns);
    assert_eq!(bucket.received()[0].line, format!("GET {path} HTTP/1.1"));
}

fn a_link_is_told_as_what_it_leads_to<C: Fetches>() {
    let bucket = Scripted::start([answer("200 OK", "", "hello s3")]);
    let url = format!("{}/public-bucket/{TASK}/0/public/s3.txt", bucket.root_url());
    let line = format!("GET /api/queue/v1/task/{TASK}/artifact-content/public%2Flink.txt");
    let turns = [turn(
        line,
        Value::Null,
        json!({ "storageType": "s3", "url": url }),
    )];
    let deployment = deployment(&turns);
    let client = build::<C>(Client::builder(deployment.root_url()));
    let latest = Artifacts::new(&client).of(TASK).get("public/link.txt");
    assert_eq!(C::to_bytes(&latest).expect("the content"), b"hello s3");
    check(&deployment, &turns);
}

fn names_are_listed_over_pages<C: Fetches>() {
    let artifact = |storage_type: &str, content_type: &str| {
        json!({ "storageType": storage_type, "name": format!("public/{storage_type}.txt"),
            "expires": EXPIRES, "contentType": content_type })
    };
    let line = format!("GET /api/queue/v1/task/{TASK}/runs/0/artifacts");
    let token = "WyJIa0g4Z2VlUVFIMk9wbmpTc2FjWUpRIiwwLCJwdWJsaWMvbGluay50eHQiXQ==";
    let in_query = token.replace('=', "%3D");
    let first = [
        artifact("error", "application/binary"),
        artifact("link", "text/plain"),
    ];
    let rest = ["object", "reference", "s3"].map(|it| artifact(it, "text/plain"));
    let turns = [
        turn(
            &*line,
            Value::Null,
            json!({ "artifacts": first, "continuationToken": token }),
        ),
        turn(
            format!("{line}?continuationToken={in_query}"),
            Value::Null,
            json!({ "artifacts": rest }),
        ),
    ];
    let deployment = deployment(&turns);
    let found = C::matching(&run(&deployment), "public/*e*.txt").expect("a list");
    let names: Vec<_> = found.iter().map(|it| &*it.name).collect();
    assert_eq!(
        names,
        [
            "public/error.txt",
            "public/object.txt",
            "public/reference.txt"
        ]
    );
    check(&deployment, &turns);
}

fn refusals_are_told_with_their_reasons<C: Fetches>() {
    let late = "Artifact expires (2028-04-09T10:40:47.000Z) after the task expiration";
    let name = "Invalid URL patterns:\nURL parameter 'name' given as 'public/\u{e9}' must match";
    let other = "Artifact already exists with different properties";
    let over = "Artifacts cannot be created for a task after it is resolved";
    for (status, code, message, requests) in [
        // What may be a server without this storage is tried with the other one, and told as it was first.
        ("400 Bad Request", "InputError", late, 2),
        ("400 Bad Request", "InvalidRequestArguments", name, 2),
        ("409 Conflict", "RequestConflict", other, 1),
        ("409 Conflict", "RequestConflict", over, 1),
    ] {
        let deployment = deployment(&[refusal(status, code, message)]);
        let put = put::<C>(&deployment, "public/\u{e9}");
        let Err(Error::Call(e)) = C::from_bytes(&put, b"content") else {
            panic!("it is refused: {message}");
        };
        assert_eq!(e.code(), Some(code));
        let beginning = message.lines().next().expect("a line");
        assert!(e.to_string().contains(beginning), "{e}");
        assert_eq!(deployment.received().len(), requests, "{message}");
    }
    // So it is before an object is finished, too.
    let unfinished = refusal("404 Not Found", "ResourceNotFound", "Artifact not found");
    let deployment = deployment(&[unfinished]);
    let missing = C::to_bytes(&run(&deployment).get("public/object.txt"));
    let missing = missing.expect_err("nobody made it");
    assert!(missing.is_gone(), "{missing}");
    assert_eq!(
        deployment.received().len(),
        1,
        "no server of 2018 says it so"
    );
}
